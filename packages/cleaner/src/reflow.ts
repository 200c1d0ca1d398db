import type { Edit, Span } from "@zongjie/document";
import { findBroken, isCutHeadline } from "./broken/index.ts";
import { cutLines, type Line } from "./line.ts";
import { tableRows } from "./table.ts";
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
  const broken = set === null ? findBroken(text, lines) : null;
  const rows = tableRows(lines.map((line) => line.text));
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
    if (
      (title !== null && title.start < end && next.at < title.end) ||
      (i === 0 && title === null && isCutHeadline(line, next))
    ) {
      edits.push({ start: end, end: next.at, insert: "", rule: "reflow.headline", reason: "split-word" });
    } else if (
      !rows[i] &&
      !rows[i + 1] &&
      (broken !== null ? broken.has(i) : set !== null && !isIndented(next, indent) && isWrapped(line, next, set))
    ) {
      const insert = /[A-Za-z0-9]$/.test(line.text) && /^[A-Za-z]/.test(next.text) ? " " : "";
      const rule = set === null ? "reflow.broken-line" : "reflow.hard-wrap";
      edits.push({ start: end, end: next.at, insert, rule, reason: set === null ? "split-word" : "line-wrap" });
    } else edits.push(...blanksBetween(text, tabsBehind(text, line), next.at - tabsBefore(text, next)));
  }
  return edits;
}

/** Where a line ends with the empty cells behind it, where it is a row of cells. */
function tabsBehind(text: string, { at, text: words }: Line): number {
  let end = at + words.length;
  if (words.includes("\t")) while (text[end] === "\t") end++;
  return end;
}

/** How many empty cells a row begins with: `⇥东岭镇⇥230` below 东片 has one. */
function tabsBefore(text: string, { at, start, text: words }: Line): number {
  let from = at;
  if (words.includes("\t")) while (start < from && text[from - 1] === "\t") from--;
  return at - from;
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
