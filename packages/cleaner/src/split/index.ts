import type { Span } from "@zongjie/document";
import { cutLines, type Line } from "../line.ts";
import { bareTitle, readTitle, withoutMarks } from "../title.ts";
import { type Boundary, findBoundaries } from "./boundary.ts";
import type { SplitContext } from "./evidence.ts";
import { NAMED } from "./look.ts";
import { introduces } from "./opening.ts";

/** A document within a page's text: first to last character that is no blank. */
export interface DocumentSpan extends Span {
  /** Which rule saw its beginning. */
  readonly rule: string;
  /** The headline's line without collection mark, null where there is none. */
  readonly title: Span | null;
}

/** The documents of a page, in order. One where nothing speaks for more; none in a text of blanks. */
export function splitDocuments(text: string, context: SplitContext = {}): DocumentSpan[] {
  const lines = cutLines(text);
  const boundaries = findBoundaries(lines, context);
  return boundaries.map((boundary, k) => {
    const next = boundaries[k + 1];
    let last = (next?.line ?? lines.length) - 1;
    while (boundary.line < last && lines[last]?.text === "") last--;
    const first = lines[boundary.line];
    const tail = lines[last];
    const start = first?.at ?? 0;
    const end = tail === undefined ? text.length : tail.at + tail.text.length;
    return { start, end, rule: boundary.rule, title: findTitle(text, lines, boundary, last) };
  });
}

/**
 * The headline: behind the mark on its line, or the line under a bare mark, or before the number of a collection, or a
 * first line that looks like one.
 */
function findTitle(text: string, lines: readonly Line[], boundary: Boundary, last: number): Span | null {
  const line = lines[boundary.line];
  if (line === undefined) return null;
  const rest = line.text.slice(boundary.mark).replace(/^[\s\u3000]+/, "");
  const at = line.at + line.text.length - rest.length;
  const below = nextLine(lines, boundary.line, last);
  const under = below === undefined ? null : readTitle(below.text);
  if (rest !== "") {
    if (below !== undefined && isBroken(rest, below.text, under?.inner === false))
      return trimTitle(text, at, below.at + below.text.length);
    const stem = withoutMarks(rest);
    const general = stem !== rest && boundary.rule.startsWith("separator.") && !NAMED.test(stem);
    if (general && below !== undefined && under?.inner === false && NAMED.test(bareTitle(below.text)))
      return trimTitle(text, below.at, below.at + below.text.length);
    const ordinal =
      boundary.rule.startsWith("separator.") && boundary.mark === 0
        ? (/^[一二三四五六七八九十]{1,3}、/.exec(rest)?.[0].length ?? 0)
        : 0;
    const title = trimTitle(text, at + ordinal, line.at + line.text.length);
    if (isTitle(rest.slice(ordinal), lines, boundary, last)) return title;
    const glued = boundary.mark === 0 ? 0 : gluedHeadline(rest);
    return glued === 0 ? null : trimTitle(text, at, at + glued);
  }
  if (below !== undefined && under?.inner === false) return trimTitle(text, below.at, below.at + below.text.length);
  const stem = withoutMarks(line.text);
  if (stem !== line.text && readTitle(stem) !== null) return trimTitle(text, line.at, line.at + line.text.length);
  if (below === undefined) return null;
  return isTitle(below.text, lines, { ...boundary, line: lines.indexOf(below, boundary.line), mark: 0 }, last)
    ? trimTitle(text, below.at, below.at + below.text.length)
    : null;
}

/**
 * Characters of a headline that the text is glued to behind a mark, 0 where there is none: the text behind it begins as
 * reports do, the headline does not.
 *
 *     【第一篇】渡口站安全工作总结2023年，渡口站……
 */
function gluedHeadline(text: string): number {
  if (text.length <= GLUED || introduces(text)) return 0;
  for (let size = 5; size <= GLUED; size++)
    if (readTitle(text.slice(0, size))?.inner === false && introduces(text.slice(size))) return size;
  return 0;
}

/** Longest headline that is looked for before a text on its line. */
const GLUED = 40;

function nextLine(lines: readonly Line[], i: number, last: number): Line | undefined {
  for (let k = i + 1; k <= last; k++) if (lines[k]?.text !== "") return lines[k];
  return undefined;
}

/** A headline broken over two lines: `清溪县住房和城乡建设局关` ⏎ `于2022年重点工作的汇报`, `清溪县2023年双拥` ⏎ `工作总结`. */
function isBroken(text: string, below: string, headline: boolean): boolean {
  if (readTitle(text) !== null || text.length < 4 || 40 < text.length || /[\s。，,；;：:！!？?、|_>»=#]/.test(text))
    return false;
  if (/^(?:[一二三四五六七八九十]{1,3}、|[（(]|\d{1,2}[、.])/.test(text)) return false;
  if (headline && /[省市县区乡镇村局厅委办院校司团所]/.test(text)) return true;
  const whole = below.length <= 30 && !/[\s。，,；;：:！!？?]/.test(below) ? readTitle(text + below) : null;
  return whole?.inner === false && NAMED.test(text + below);
}

function isTitle(text: string, lines: readonly Line[], boundary: Boundary, last: number): boolean {
  const look = readTitle(text);
  if (look !== null) return !look.inner || boundary.titled;
  // a short first line with text below it that is neither marked nor a sentence
  const least = boundary.rule === "separator.nested" ? 2 : 4;
  if (boundary.line === last || text.length < least || 45 < text.length) return false;
  if (
    /[。，,；;：:！!？?、]/.test(text) ||
    /^(?:[一二三四五六七八九十]{1,3}、|[（(]|\d|第[一二三四五六七八九十])/.test(text)
  )
    return false;
  const next = lines.slice(boundary.line + 1, boundary.line + 4).find((line) => line.text !== "");
  return next !== undefined && next.text.length > text.length;
}

/** Leaves out what a site added to the headline: `(精选3篇)`, a file ending, `《》`, a sign, label or number before it. */
function trimTitle(text: string, start: number, end: number): Span {
  const whole = text.slice(start, end);
  const signed = whole.replace(SIGNS, "");
  const open = signed.replace(BRACKETS, "");
  const boxed = 6 <= open.length ? open : signed;
  const plain = boxed.replace(LABEL, "");
  const bare = withoutMarks(closed(plain !== boxed && readTitle(plain) !== null ? plain : boxed));
  const at = bare === "" ? -1 : whole.indexOf(bare);
  return at === -1 ? { start, end } : { start: start + at, end: start + at + bare.length };
}

/** Brackets that a mark before the headline opened are no part of it: `【篇一：学校工作总结】`. */
function closed(title: string): string {
  const at = "】）)]".indexOf(title.at(-1) ?? " ");
  return at !== -1 && !title.includes("【（(["[at] as string) ? title.slice(0, -1).trimEnd() : title;
}

/** Signs that a site sets before a headline: `▎` `★` `#`. */
const SIGNS = /^[^\p{L}\p{N}《“"（(【[—-]+/u;

/** A label in brackets before a headline: `【范文】` `[3]`. */
const BRACKETS = /^(?:[【[][^】\]]{1,8}[】\]]|[（(][^）)]{1,4}[）)])[\s\u3000]*/u;

/** A label or a number before a headline: `标题：` `3.` `一、`. */
const LABEL = /^(?:\p{L}{2,5}[:：]|(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})[、.．:：)）])[\s\u3000]*/u;
