import { columns, isFinished, type Line, markerOf } from "./line.ts";
import { readTitle } from "./title.ts";

/** A line that stops this many columns before the wrap width has ended of itself; a stop may hang over by two. */
const SLACK = 5;

/** A wrapped text has at least this many lines of about one width, and they are this share of all. */
const LINES = 6;
const SHARE = 0.4;

/** The width in columns to which the lines were wrapped, null where they were not. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const widths = lines.map((line) => columns(line.text));
  const sorted = [...widths].sort((a, b) => a - b);
  // the longest lines are cut at one place: compare the 70th and 97th percentile
  const high = sorted[Math.floor(sorted.length * 0.97)] ?? 0;
  const near = lines.filter((_line, i) => high - 8 <= (widths[i] ?? 0) && (widths[i] ?? 0) <= high + 4);
  const open = near.filter((line) => !isFinished(line.text)).length;
  if (near.length < LINES || near.length < SHARE * lines.length) return null;
  if (high < 24 || 200 < high || open < near.length * 0.5) return null;
  return high;
}

/** The commonest indent of lines that follow a full one, in characters: what is set in further begins a paragraph. */
export function wrapIndent(lines: readonly Line[], width: number): number {
  const counts = new Map<number, number>();
  for (const [i, { start, at }] of lines.entries()) {
    const before = lines[i - 1];
    if (before === undefined || reach(before) + SLACK < width || isFinished(before.text)) continue;
    counts.set(at - start, (counts.get(at - start) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** In wrapped text a line set in further than most begins a paragraph or is a signature. */
export function isIndented(line: Line, indent: number): boolean {
  return indent + 2 <= line.at - line.start;
}

/** How far to the right a line reaches, in columns: an indent counts, a signature set far in does not. */
function reach(line: Line): number {
  const indent = line.at - line.start;
  return columns(line.text) + (indent <= 4 ? indent : 0);
}

/** Columns that the blanks inside a line take where they are a part of its setting. */
function blanks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || unit === 0xa0) count++;
    else if (unit === 0x3000) count += 2;
  }
  return count;
}

/** Columns of what a line begins with and no setter divides: a number, a Latin word, a character. */
function firstUnit(text: string): number {
  return columns(/^[!-~]*[0-9A-Za-z.%]+|^./su.exec(text.slice(0, 24))?.[0] ?? "");
}

/** In a wrapped text: does the paragraph go on in the next line? */
export function isWrapped(line: Line, next: Line, width: number): boolean {
  const least = reach(line);
  const marker = markerOf(next.text);
  if (/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/.test(next.text))
    return !startsOwnLine(line, width);
  if (isFinished(line.text)) {
    const short = least + SLACK < width;
    if (marker !== "" && (short || /^\d|^[（(]\d|^首先|^其次|^第/.test(marker))) return false;
    return !short && !/[:：]$/.test(line.text) && !isHeadingLike(next, width);
  }
  // the next word would have stood here, had it gone on
  const short = least + blanks(line.text) + firstUnit(next.text) + SLACK - 1 <= width;
  if (!short || /[，,、]$/.test(line.text)) return true;
  // no paragraph ends in mid-sentence: only a heading has no stop
  if (/[。；;]/.test(line.text)) return 0.6 * width <= least;
  const clauses = line.text.match(/[，,]/g)?.length ?? 0;
  const heading = markerOf(line.text) !== "" || clauses < 2;
  return (
    width - least <= (heading ? 8 : 16) && (markerOf(line.text) === "" || 2 <= clauses) && readTitle(line.text) === null
  );
}

/** A short line without a stop: a heading rather than the rest of a sentence. */
function isHeadingLike(line: Line, width: number): boolean {
  return columns(line.text) + 8 < width && !isFinished(line.text) && !/[。；;]/.test(line.text);
}

/** A heading marker at a line's start begins a paragraph unless the sentence before it is open and the line full. */
function startsOwnLine(line: Line, width: number): boolean {
  return isFinished(line.text) || /[，,]$/.test(line.text) || reach(line) + SLACK < width;
}
