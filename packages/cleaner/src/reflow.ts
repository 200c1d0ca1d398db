import type { Edit, Span } from "@zongjie/document";
import { columns, cutLines, isFinished, type Line, markerOf } from "./line.ts";
import { readTitle } from "./title.ts";

/** A line that stops this many columns before the wrap width has ended of itself. */
const SLACK = 5;

/** A wrapped text has at least this many lines of about one width, and they are this share of all. */
const LINES = 6;
const SHARE = 0.5;

/**
 * Joins of lines within one document: hard wraps of a PDF or terminal (`提高农村医疗机⏎构服务能力`) and sentences that
 * scraping broke. Blanks at line ends and blank lines go. A headline (`title`) broken over lines becomes one line.
 * Offsets in `text`.
 */
export function findWraps(text: string, title: Span | null = null): Edit[] {
  const lines = cutLines(text).filter((line) => line.text !== "");
  const width = wrapWidth(lines);
  const indent = commonIndent(lines);
  const edits: Edit[] = [];
  const first = lines[0];
  if (first !== undefined && 0 < first.at) edits.push(blank(0, first.at, ""));
  for (const [i, line] of lines.entries()) {
    const end = line.at + line.text.length;
    const next = lines[i + 1];
    if (next === undefined) {
      if (end < text.length) edits.push(blank(end, text.length, ""));
      continue;
    }
    if (title !== null && title.start < end && next.at < title.end) {
      edits.push({ start: end, end: next.at, insert: "", rule: "reflow.headline", reason: "split-word" });
    } else if (width === null ? isBroken(line, next) : !isIndented(next, indent) && isWrapped(line, next, width)) {
      const insert = /[A-Za-z0-9]$/.test(line.text) && /^[A-Za-z]/.test(next.text) ? " " : "";
      const rule = width === null ? "reflow.broken-line" : "reflow.hard-wrap";
      edits.push({ start: end, end: next.at, insert, rule, reason: width === null ? "split-word" : "line-wrap" });
    } else edits.push(...blanksBetween(text, end, next.at));
  }
  return edits;
}

/** All blanks between two lines but one line end: pieces of their own, so that what was taken out between them stays so. */
function blanksBetween(text: string, end: number, next: number): Edit[] {
  const kept = text.indexOf("\n", end);
  const edits: Edit[] = [];
  if (end < kept) edits.push(blank(end, kept, ""));
  if (kept + 1 < next) edits.push(blank(kept + 1, next, ""));
  return edits;
}

/** The commonest indent of the lines, in characters. */
function commonIndent(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { start, at } of lines) counts.set(at - start, (counts.get(at - start) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function blank(start: number, end: number, insert: string): Edit {
  return { start, end, insert, rule: "reflow.blank", reason: "whitespace" };
}

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

/** In wrapped text a line set in further than most begins a paragraph or is a signature. */
function isIndented(line: Line, indent: number): boolean {
  return indent + 2 <= line.at - line.start;
}

/** How far to the right a line reaches, in columns: an indent counts, a signature set far in does not. */
function reach(line: Line): number {
  const indent = line.at - line.start;
  return columns(line.text) + (indent <= 4 ? indent : 0);
}

/** In a wrapped text: does the paragraph go on in the next line? */
export function isWrapped(line: Line, next: Line, width: number): boolean {
  const short = reach(line) + SLACK < width;
  const marker = markerOf(next.text);
  if (/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/.test(next.text))
    return !startsOwnLine(line, width);
  if (marker !== "" && isFinished(line.text) && (short || /^\d|^[（(]\d|^首先|^其次|^第/.test(marker))) return false;
  if (isFinished(line.text)) return !short && !/[:：]$/.test(line.text);
  if (short && !/[，,、]$/.test(line.text)) {
    // a heading or a last line without its stop; in the middle of a sentence lines vary by two characters at most
    return width - reach(line) <= 8 && markerOf(line.text) === "" && !(readTitle(line.text) !== null);
  }
  return true;
}

/** A heading marker at a line's start begins a paragraph unless the sentence before it is open and the line full. */
function startsOwnLine(line: Line, width: number): boolean {
  return isFinished(line.text) || /[，,]$/.test(line.text) || reach(line) + SLACK < width;
}

/** In a text that was not wrapped: a long line that stops in mid-sentence goes on in the next one. */
function isBroken(line: Line, next: Line): boolean {
  if (/^(?:关键词|摘\s*要|附件|联系人|抄送)/.test(line.text)) return false;
  // a number broken over lines: 资金1.⏎86亿元，
  if (/[\p{Script=Han}]{3}\d+\.?$/u.test(line.text) && /^\d+[万亿%％\p{Script=Han}]+[，,。；;]/u.test(next.text))
    return true;
  if (line.text.length < 18 || isFinished(line.text) || markerOf(next.text) !== "" || readTitle(next.text) !== null)
    return false;
  if (/^[\d\s|.,%]+$/.test(next.text) || next.text.length < 2 || /[|\t]/.test(line.text)) return false;
  const clauses = line.text.match(/[，,。；;、]/g)?.length ?? 0;
  if (/[，,、（(“《]$/.test(line.text)) return 1 <= clauses && /[，,。；;、]/.test(next.text);
  // an open end without any sign: the line must read like prose, and not like a heading
  const body = /[。；;]/.test(line.text) || (2 <= clauses && 30 <= line.text.length && markerOf(line.text) === "");
  return (
    body &&
    /[，,。；;、]/.test(next.text) &&
    /[\p{Script=Han}]$/u.test(line.text) &&
    /^[\p{Script=Han}“]/u.test(next.text)
  );
}
