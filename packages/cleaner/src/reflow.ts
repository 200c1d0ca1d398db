import type { Edit, Span } from "@zongjie/document";
import { findBroken, isCutHeadline } from "./broken/index.ts";
import { cutLines, type Line } from "./line.ts";
import { type SetCell, type TableLine, tableLines } from "./set-table.ts";
import { isIndented, isWrapped, type Setting, wrapIndent, wrapSetting } from "./wrap.ts";

/**
 * Joins of lines within one document: hard wraps of a PDF or terminal (`提高农村医疗机⏎构服务能力`) and sentences that
 * scraping broke. Blanks at line ends and blank lines go. A headline (`title`) broken over lines becomes one line.
 * `pageSetting`: how the page is wrapped, for documents too short to show it. Offsets in `text`.
 */
export function findWraps(text: string, title: Span | null = null, pageSetting: Setting | null = null): Edit[] {
  const lines = cutLines(text).filter((line) => line.text !== "");
  const setting = wrapSetting(lines) ?? (1 < lines.length ? pageSetting : null);
  const indent = setting === null ? 0 : wrapIndent(lines, setting);
  const broken = setting === null ? findBroken(text, lines) : null;
  const rows = tableLines(text, lines).map((row) => (row?.valued === true ? row : null));
  const edits: Edit[] = [];
  const first = lines[0];
  if (first !== undefined && 0 < first.at) edits.push(blank(0, first.at, tabsAround(rows[0]).before));
  for (const [i, line] of lines.entries()) {
    const end = line.at + line.text.length;
    const next = lines[i + 1];
    const [row, below] = [rows[i], rows[i + 1]];
    edits.push(...betweenCells(row?.cells ?? []));
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
      row === null &&
      below === null &&
      (broken !== null
        ? broken.has(i)
        : setting !== null && !isIndented(next, indent) && isWrapped(line, next, setting))
    ) {
      const insert = /[A-Za-z0-9]$/.test(line.text) && /^[A-Za-z]/.test(next.text) ? " " : "";
      const rule = setting === null ? "reflow.broken-line" : "reflow.hard-wrap";
      edits.push({ start: end, end: next.at, insert, rule, reason: setting === null ? "split-word" : "line-wrap" });
    } else {
      const empty = { behind: tabsAround(row).behind, before: tabsAround(below).before };
      edits.push(...blanksBetween(text, tabsBehind(text, line), next.at - tabsBefore(text, next), empty));
    }
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

/** The empty cells that a row set with blanks begins and ends with, as tabs. */
function tabsAround(row: TableLine | null | undefined): { readonly before: string; readonly behind: string } {
  const [first, last] = [row?.cells[0], row?.cells.at(-1)];
  if (!row || first === undefined || last === undefined) return { before: "", behind: "" };
  return { before: "\t".repeat(first.column), behind: "\t".repeat(row.columns - 1 - last.column) };
}

/** The blanks between the cells of a row become tabs, one more for each empty cell. */
function betweenCells(cells: readonly SetCell[]): Edit[] {
  return cells.slice(1).map((cell, i) => {
    const last = cells[i] as SetCell;
    return blank(last.end, cell.start, "\t".repeat(cell.column - last.column));
  });
}

/** All blanks between two lines but one line end: pieces of their own, so that what was taken out between them stays so. */
function blanksBetween(
  text: string,
  end: number,
  next: number,
  empty: { readonly behind: string; readonly before: string },
): Edit[] {
  const kept = text.indexOf("\n", end);
  const edits: Edit[] = [];
  if (end < kept || empty.behind !== "") edits.push(blank(end, kept, empty.behind));
  if (kept + 1 < next) edits.push(blank(kept + 1, next, empty.before));
  return edits;
}

function blank(start: number, end: number, insert: string): Edit {
  return { start, end, insert, rule: "reflow.blank", reason: "whitespace" };
}
