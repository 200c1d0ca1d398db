import type { Edit, Span } from "@zongjie/document";
import { cutLines, isFinished, type Line, markerOf } from "./line.ts";
import { readTitle } from "./title.ts";
import { isIndented, isWrapped, type Setting, wrapIndent, wrapSetting } from "./wrap.ts";

/**
 * Joins of lines within one document: hard wraps of a PDF or terminal (`提高农村医疗机⏎构服务能力`) and sentences that
 * scraping broke. Blanks at line ends and blank lines go. A headline (`title`) broken over lines becomes one line.
 * `pageSetting`: how the page is wrapped, for documents too short to show it. Offsets in `text`.
 */
export function findWraps(text: string, title: Span | null = null, pageSetting: Setting | null = null): Edit[] {
  const lines = cutLines(text).filter((line) => line.text !== "");
  const set = wrapSetting(lines) ?? (1 < lines.length ? pageSetting : null);
  const indent = set === null ? 0 : wrapIndent(lines, set);
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
    } else if (set === null ? isBroken(line, next) : !isIndented(next, indent) && isWrapped(line, next, set)) {
      const insert = /[A-Za-z0-9]$/.test(line.text) && /^[A-Za-z]/.test(next.text) ? " " : "";
      const rule = set === null ? "reflow.broken-line" : "reflow.hard-wrap";
      edits.push({ start: end, end: next.at, insert, rule, reason: set === null ? "split-word" : "line-wrap" });
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

function blank(start: number, end: number, insert: string): Edit {
  return { start, end, insert, rule: "reflow.blank", reason: "whitespace" };
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
