/** Blink stops nesting at this depth too; the parser's work grows with the depth of what is open. */
const DEEPEST = 512;

const TAG = /<(\/?)([a-z][^\s/>]*)/gi;

/** Elements that never hold anything. */
const VOID: ReadonlySet<string> = new Set(
  "area base basefont br col embed frame hr img input keygen link meta param source track wbr".split(" "),
);

/** Elements that end where the next of their kind begins, and what they end: rows and items are seldom closed by hand. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  p: ["p"],
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  td: ["td", "th"],
  th: ["td", "th"],
  tr: ["td", "th", "tr"],
  option: ["option"],
};

/**
 * Turns tags that lie deeper than any real page nests them into instructions of the same length, so that every offset
 * stays: `<div>` becomes `<?iv>`, `<p>` becomes `<?>`. Most sources come back as they are. Linear: what is open is capped.
 */
export function flatten(html: string): string {
  const open: string[] = [];
  const masked: number[] = [];
  for (const tag of html.matchAll(TAG)) {
    const name = (tag[2] as string).toLowerCase();
    if (VOID.has(name)) continue;
    if (tag[1] === "/") {
      const at = open.lastIndexOf(name);
      if (at !== -1) open.length = at;
      else if (open.length === DEEPEST) masked.push(tag.index);
      continue;
    }
    const ended = ENDS[name];
    while (ended?.includes(open.at(-1) as string)) open.pop();
    if (open.length < DEEPEST) open.push(name);
    else masked.push(tag.index);
  }
  if (masked.length === 0) return html;
  const out: string[] = [];
  let at = 0;
  for (const index of masked) {
    out.push(html.slice(at, index + 1), "?");
    at = index + 2;
  }
  out.push(html.slice(at));
  return out.join("");
}
