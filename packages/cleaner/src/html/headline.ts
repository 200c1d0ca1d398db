import type { Head } from "./head.ts";
import type { Walk } from "./walk.ts";

/** Longest and shortest line that may be a headline, without blanks. */
const LONGEST = 100;
const SHORTEST = 4;
/** Share of the document's title that a line must cover; less is a word of it by chance. */
const COVER = 0.35;

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/**
 * The line that is the page's headline, or -1: the line that the document's title repeats (`工作总结_示例网` begins with
 * `工作总结`), headings first, links last; without such a line the only `h1`. Most of what speaks for an article
 * (`weights`) stands behind it.
 */
export function findHeadline(walk: Walk, head: Head, weights: readonly number[]): number {
  const titles = [head.meta.get("og:title"), head.title]
    .filter((title) => title != null)
    .map(bare)
    .filter((t) => t !== "");
  const last = lastPlace(weights);
  let best = -1;
  let top = 0;
  for (const [i, line] of walk.lines.entries()) {
    if (last < i) break;
    if (line.chars < SHORTEST || LONGEST < line.chars) continue;
    const score = Math.max(0, ...titles.map((title) => cover(bare(walk.text.slice(line.start, line.end)), title)));
    if (score < COVER) continue;
    const rank = score + heading(walk, line.element) - (line.linkChars * 2 < line.chars ? 0 : 0.6);
    if (top < rank) [top, best] = [rank, i];
  }
  return best === -1 ? onlyHeading(walk, last) : best;
}

/** Share of a page's prose that a headline must have behind it. */
const BEHIND = 0.4;

/** The last line that has enough prose behind it. */
function lastPlace(weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  let behind = 0;
  for (let i = weights.length - 1; 0 <= i; i--) {
    behind += Math.max(0, weights[i] ?? 0);
    if (BEHIND * all < behind) return i;
  }
  return weights.length;
}

/** How much of a title a line is: 1 where they are the same. */
function cover(line: string, title: string): number {
  if (line.length < SHORTEST) return 0;
  if (title.includes(line)) return line.length / title.length + (title.startsWith(line) ? 0.3 : 0);
  return line.includes(title) ? (title.length / line.length) * 0.9 : 0;
}

const WORTH: Readonly<Record<string, number>> = { h1: 1, h2: 0.7, h3: 0.5, h4: 0.4 };

/** What the elements around a line add: a heading's tag, a class that says title. */
function heading(walk: Walk, element: number): number {
  let at = element;
  for (let up = 0; up < 3 && 0 < at; up++) {
    const shown = walk.elements[at];
    const worth = WORTH[shown?.tag ?? ""] ?? (/title|biaoti|headline|bt\b/i.test(shown?.names ?? "") ? 0.5 : 0);
    if (0 < worth) return worth;
    at = shown?.parent ?? 0;
  }
  return 0;
}

function onlyHeading(walk: Walk, last: number): number {
  const found: number[] = [];
  for (const [i, line] of walk.lines.entries())
    if (i <= last && line.linkChars === 0 && SHORTEST <= line.chars && isIn(walk, line.element, "h1")) found.push(i);
  return found.length === 1 ? (found[0] as number) : -1;
}

function isIn(walk: Walk, element: number, tag: string): boolean {
  const shown = walk.elements[element];
  return shown?.tag === tag || walk.elements[shown?.parent ?? 0]?.tag === tag;
}
