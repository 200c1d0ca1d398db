/** Blink stops nesting at this depth too; the parser's work grows with the depth of what is open. */
const DEEPEST = 512;

/** Elements that never hold anything. */
const VOID: ReadonlySet<string> = new Set(
  "area base basefont br col embed frame hr img input keygen link meta param source track wbr".split(" "),
);

/** Elements that end where the next of their kind begins, and what they end: rows and items are seldom closed by hand. */
const ENDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["p", ["p"]],
  ["li", ["li"]],
  ["dt", ["dt", "dd"]],
  ["dd", ["dt", "dd"]],
  ["td", ["td", "th"]],
  ["th", ["td", "th"]],
  ["tr", ["td", "th", "tr"]],
  ["option", ["option"]],
]);

/**
 * Turns tags that lie deeper than any real page nests them into instructions of the same length, so that every offset
 * stays: `<div>` becomes `<?iv>`, `<p>` becomes `<?>`. Most sources come back as they are. Linear: what is open is capped.
 */
export function flatten(html: string): string {
  const open: string[] = [];
  const masked: number[] = [];
  for (let at = html.indexOf("<"); at !== -1; ) {
    const closes = html.charCodeAt(at + 1) === SLASH;
    const start = closes ? at + 2 : at + 1;
    const end = nameEnd(html, start);
    if (start < end) {
      const name = html.slice(start, end).toLowerCase();
      if (VOID.has(name)) {
        // holds nothing
      } else if (closes) {
        const opened = open.lastIndexOf(name);
        if (opened !== -1) open.length = opened;
        else if (open.length === DEEPEST) masked.push(at);
      } else {
        const ended = ENDS.get(name);
        while (ended?.includes(open.at(-1) as string)) open.pop();
        if (open.length < DEEPEST) open.push(name);
        else masked.push(at);
      }
    }
    at = html.indexOf("<", Math.max(end, at + 1));
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

const SLASH = 47;
const GREATER = 62;

/** Where a tag's name that begins at `start` ends; `start` itself where no letter stands there. */
function nameEnd(html: string, start: number): number {
  const letter = html.charCodeAt(start) | 32;
  if (!(97 <= letter && letter <= 122)) return start;
  let end = start + 1;
  for (; end < html.length; end++) {
    const unit = html.charCodeAt(end);
    if (unit === SLASH || unit === GREATER || unit === 32 || (8 < unit && unit < 14)) break;
    if (127 < unit && /\s/.test(html[end] as string)) break;
  }
  return end;
}
