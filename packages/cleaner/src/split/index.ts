import type { Span } from "@zongjie/document";
import { cutLines } from "../line.ts";
import { readTitle, withoutMarks } from "../title.ts";
import { type Boundary, findBoundaries } from "./boundary.ts";

/** A document within a page's text: first to last character that is no blank. */
export interface DocumentSpan extends Span {
  /** Which rule saw its beginning. */
  readonly rule: string;
  /** The headline's line without collection mark, null where there is none. */
  readonly title: Span | null;
}

/** The documents of a page, in order. One where nothing speaks for more; none in a text of blanks. */
export function splitDocuments(text: string): DocumentSpan[] {
  const lines = cutLines(text);
  const boundaries = findBoundaries(lines);
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

/** The headline: behind the mark on its line, or the line under a bare mark, or a first line that looks like one. */
function findTitle(text: string, lines: ReturnType<typeof cutLines>, boundary: Boundary, last: number): Span | null {
  const line = lines[boundary.line];
  if (line === undefined) return null;
  const rest = line.text.slice(boundary.mark).trimStart();
  const at = line.at + line.text.length - rest.length;
  const next = lines[boundary.line + 1];
  if (
    next !== undefined &&
    rest !== "" &&
    readTitle(rest) === null &&
    isHead(rest) &&
    readTitle(next.text)?.inner === false
  )
    return trimTitle(text, at, next.at + next.text.length);
  if (boundary.mark === 0 || rest !== "") {
    const ordinal =
      boundary.rule.startsWith("separator.") && boundary.mark === 0
        ? (/^[一二三四五六七八九十]{1,3}、/.exec(rest)?.[0].length ?? 0)
        : 0;
    const title = trimTitle(text, at + ordinal, line.at + line.text.length);
    return isTitle(rest.slice(ordinal), lines, boundary, last) ? title : null;
  }
  for (let k = boundary.line + 1; k <= last; k++) {
    const next = lines[k];
    if (next === undefined || next.text === "") continue;
    return isTitle(next.text, lines, { ...boundary, line: k, mark: 0 }, last)
      ? trimTitle(text, next.at, next.at + next.text.length)
      : null;
  }
  return null;
}

/** The upper part of a headline broken over two lines: `清溪县住房和城乡建设局关` ⏎ `于2022年重点工作的汇报`. */
function isHead(text: string): boolean {
  if (text.length < 4 || 40 < text.length || /[\s。，,；;：:！!？?、|_>»=#]/.test(text)) return false;
  return /[省市县区乡镇村局厅委办院校司团所]/.test(text) && !/^(?:[一二三四五六七八九十]{1,3}、|[（(]|\d)/.test(text);
}

function isTitle(text: string, lines: ReturnType<typeof cutLines>, boundary: Boundary, last: number): boolean {
  const look = readTitle(text);
  if (look !== null) return !look.inner || boundary.titled;
  // a short first line with text below it that is neither marked nor a sentence
  if (boundary.line === last || text.length < 4 || 45 < text.length) return false;
  if (
    /[。，,；;：:！!？?、]/.test(text) ||
    /^(?:[一二三四五六七八九十]{1,3}、|[（(]|\d|第[一二三四五六七八九十])/.test(text)
  )
    return false;
  const next = lines.slice(boundary.line + 1, boundary.line + 4).find((line) => line.text !== "");
  return next !== undefined && next.text.length > text.length;
}

/** Leaves out what a site added to the headline: `(精选3篇)`, a file ending, `《》`. */
function trimTitle(text: string, start: number, end: number): Span {
  const whole = text.slice(start, end);
  const bare = withoutMarks(whole);
  const at = bare === "" ? -1 : whole.indexOf(bare);
  return at === -1 ? { start, end } : { start: start + at, end: start + at + bare.length };
}
