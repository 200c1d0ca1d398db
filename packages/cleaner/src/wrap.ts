import { isFinished, type Line, markerOf, markerStyle } from "./line.ts";
import { readTitle } from "./title.ts";

/** A line that stops this many columns before the wrap width has ended of itself; a stop may hang over by two. */
const SLACK = 5;

/** A wrapped text has at least this many lines of about one width, and they are this share of all. */
const LINES = 6;
const SHARE = 0.22;
/** Share of these lines that end in mid-sentence at least. */
const OPEN = 0.5;

/** How a text was set: the width of its lines in columns, and what a letter or digit, a half-width mark and a blank count. */
export interface Setting {
  readonly width: number;
  readonly letter: number;
  readonly mark: number;
  readonly blank: number;
}

/**
 * Ways to count; a Chinese character is two columns in each. Half-width marks may have been full-width before a store
 * normalised them, blanks may be what justification added, and some cut after so many characters of any kind.
 */
const WAYS: readonly Omit<Setting, "width">[] = [
  { letter: 1, mark: 2, blank: 0 },
  { letter: 1, mark: 1, blank: 0 },
  { letter: 1, mark: 1, blank: 1 },
  { letter: 1, mark: 2, blank: 1 },
  { letter: 2, mark: 2, blank: 2 },
];

/** Narrowest and widest that text is wrapped at, in columns. */
const NARROWEST = 24;
const WIDEST = 200;

/** The width of that rank, the narrowest being 0; of all that are too wide the same. */
function widthAt(widths: Int32Array, rank: number): number {
  const counts = new Int32Array(WIDEST + 2);
  for (const width of widths) counts[Math.min(width, WIDEST + 1)] = (counts[Math.min(width, WIDEST + 1)] as number) + 1;
  let passed = 0;
  for (let width = 0; width <= WIDEST; width++) {
    passed += counts[width] as number;
    if (rank < passed) return width;
  }
  return widths.length === 0 ? 0 : WIDEST + 1;
}

/** How the lines were wrapped, null where they were not: the way to count in which the most open lines end at one place. */
export function wrapSetting(lines: readonly Line[]): Setting | null {
  let best: Setting | null = null;
  let most = 0;
  const rank = Math.floor(lines.length * 0.97);
  // no way counts more than two columns a character
  let narrow = 0;
  for (const { text } of lines) if (2 * text.length < NARROWEST) narrow++;
  if (rank < narrow) return null;
  // asked of a line once, in however many ways it is counted
  const asked = new Map<number, boolean>();
  const goesOn = (i: number): boolean => {
    let open = asked.get(i);
    if (open === undefined) {
      open = !isFinished((lines[i] as Line).text) && !isLike(lines[i] as Line, lines[i + 1]);
      asked.set(i, open);
    }
    return open;
  };
  for (const way of WAYS) {
    const widths = Int32Array.from(lines, (line) => columns(line.text, way));
    const width = widthAt(widths, rank);
    if (width < NARROWEST || WIDEST < width) continue;
    const near = [...widths.keys()].filter((i) => width - 8 <= (widths[i] ?? 0) && (widths[i] ?? 0) <= width + 4);
    const open = near.filter(goesOn);
    if (near.length < LINES || near.length < SHARE * lines.length || open.length < OPEN * near.length) continue;
    const tight = open.filter((i) => width - 3 <= (widths[i] ?? 0)).length;
    if (best !== null && tight <= most * 1.1) continue;
    best = { ...way, width };
    most = tight;
  }
  return best;
}

/** Lines of a list begin alike, lines of wrapped text do not: two years, two labels, markers of one style, 王秀兰|代表 and 孙宝田|代表. */
export function isLike({ text }: Line, next: Line | undefined): boolean {
  if (next === undefined) return false;
  if (isSeries(text, next.text)) return true;
  for (let at = 0; at < 5; at++)
    if (text[at] === next.text[at] && text[at + 1] === next.text[at + 1] && /[\u3400-\u9fff]/.test(text[at] ?? ""))
      return true;
  return false;
}

/** Two lines that are members of a list by what they begin with. */
function isSeries(text: string, next: string): boolean {
  const style = styleOf(text);
  return style !== "" && style === styleOf(next);
}

const DATE = /^(?:(?:19|20)?\d{2}年|\d{1,2}月(?:\d{1,2}日)?|[一二三四五六七八九十]{1,2}月)/;

/** What lines of one list have in common: `1、` and `12、` are one style, 2019年 and 2020年, 姓名： and 电话：. */
function styleOf(text: string): string {
  const marker = markerStyle(text);
  if (marker !== "") return marker;
  if (DATE.test(text)) return "date";
  return /^[^\s，,。；;：:、]{2,10}[：:]./.test(text) ? "label" : "";
}

/** Columns that a text fills when set. */
export function columns(text: string, way: Omit<Setting, "width">): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || unit === 9 || unit === 0xa0) count += way.blank;
    else if (unit === 0x3000) count += 2 * Math.min(1, way.blank);
    else if (0x80 <= unit) count += 2;
    else count += isLetter(unit) ? way.letter : way.mark;
  }
  return count;
}

/** Letters, digits and the marks of numbers and addresses: `A-Za-z0-9_.-/%*`. */
function isLetter(unit: number): boolean {
  return (
    (48 <= unit && unit < 58) ||
    (65 <= unit && unit < 91) ||
    (97 <= unit && unit < 123) ||
    unit === 95 ||
    unit === 37 ||
    unit === 42 ||
    (45 <= unit && unit < 48)
  );
}

/** The commonest indent of lines that follow a full one, in characters: what is set in further begins a paragraph. */
export function wrapIndent(lines: readonly Line[], set: Setting): number {
  const counts = new Map<number, number>();
  for (const [i, { start, at }] of lines.entries()) {
    const before = lines[i - 1];
    if (before === undefined || reach(before, set) + SLACK < set.width || isFinished(before.text)) continue;
    counts.set(at - start, (counts.get(at - start) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** In wrapped text a line set in further than most begins a paragraph or is a signature. */
export function isIndented(line: Line, indent: number): boolean {
  return indent + 2 <= line.at - line.start;
}

/** How far to the right a line reaches, in columns: an indent counts, a signature set far in does not. */
function reach(line: Line, set: Setting): number {
  const indent = line.at - line.start;
  return columns(line.text, set) + (indent <= 4 ? indent : 0);
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
function firstUnit(text: string, set: Setting): number {
  return columns(/^[!-~]*[0-9A-Za-z.%]+|^./su.exec(text.slice(0, 24))?.[0] ?? "", set);
}

/** In a wrapped text: does the paragraph go on in the next line? */
export function isWrapped(line: Line, next: Line, set: Setting): boolean {
  const { width } = set;
  const least = reach(line, set);
  if (!/[，,、]$/.test(line.text) && isSeries(line.text, next.text)) return false;
  // no setter divides a number, but one that cuts after so many characters; a year is never a part of one
  if (/\d$/.test(line.text) && /^\d/.test(next.text) && (set.letter < 2 || /^(?:19|20)\d\d年/.test(next.text)))
    return false;
  const marker = markerOf(next.text);
  if (/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/.test(next.text))
    return line.end + 1 === next.start && readTitle(line.text) === null && !startsOwnLine(line, set);
  if (isFinished(line.text)) {
    const short = least + SLACK < width;
    if (marker !== "" && (short || /^\d|^[（(]\d|^首先|^其次|^第/.test(marker))) return false;
    return !short && !/[:：]$/.test(line.text) && !isHeadingLike(next, set);
  }
  // the next word would have stood here, had it gone on
  const short = least + (set.blank === 0 ? blanks(line.text) : 0) + firstUnit(next.text, set) + SLACK - 1 <= width;
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
function isHeadingLike(line: Line, set: Setting): boolean {
  return columns(line.text, set) + 8 < set.width && !isFinished(line.text) && !/[。；;]/.test(line.text);
}

/** A heading marker at a line's start begins a paragraph unless the sentence before it is open and the line full. */
function startsOwnLine(line: Line, set: Setting): boolean {
  return isFinished(line.text) || /[，,]$/.test(line.text) || reach(line, set) + SLACK < set.width;
}
