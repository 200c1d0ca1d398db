/** Begins a tag, a script, a style or a comment, or is a stretch of blanks. */
const MARKUP = /<(?:(script|style)\b|(!--)|[^<>]*>)|\s+/gi;

/**
 * Removed source of an HTML page with its markup folded to its length: `<li><a href="/">首页</a></li>` is `‹16›首页‹9›`.
 * Scripts, styles and comments count as markup, and so do blanks beside it. Linear.
 */
export function foldMarkup(source: string): string {
  // letters beyond ASCII may change their length
  const lower = source.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const out: string[] = [];
  /** Ends that were looked for in vain; they are not looked for again. */
  const absent = new Set<string>();
  let folded = 0;
  let at = 0;
  const keep = (text: string): void => {
    if (text === "") return;
    if (0 < folded) out.push(`‹${folded}›`);
    folded = 0;
    out.push(text);
  };
  MARKUP.lastIndex = 0;
  for (let found = MARKUP.exec(source); found !== null; found = MARKUP.exec(source)) {
    const [whole, name, comment] = found;
    if (whole === " ") continue;
    const close = comment !== undefined ? "-->" : name !== undefined ? `</${name.toLowerCase()}` : null;
    let end = MARKUP.lastIndex;
    if (close !== null) {
      const closed = absent.has(close) ? -1 : lower.indexOf(close, end);
      if (closed === -1) {
        absent.add(close);
        continue;
      }
      end = source.indexOf(">", closed) + 1 || source.length;
    }
    keep(source.slice(at, found.index));
    folded += end - found.index;
    MARKUP.lastIndex = end;
    at = end;
  }
  keep(source.slice(at));
  if (0 < folded) out.push(`‹${folded}›`);
  return out.join("");
}
