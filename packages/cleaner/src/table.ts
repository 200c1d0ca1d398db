import { BAR, flatTables, TABLE_RULE } from "@zongjie/document";
import { markerOf } from "./line.ts";
import { readTitle } from "./title.ts";

/** Longest line that is a row, and longest cell on average, in UTF-16 units. */
const ROW = 600;
const CELL = 24;

/** A cell that holds a number: `-3.5%`, `1,200`, `95.5分`; a date, a time and what a website counts are none. */
const NUMBER = /^[+\-−－±]?[\d０-９][\d０-９,，.．]*(?:\s?[%％‰]|\s?[^\s\d,.，。:：/-]{0,5})?$/;
const DATE = /^(?:19|20)\d\d年?$|[年月日时]|\d[KkMm]?[Bb]$/;
/** A time that names a row: 1月, 1月份, 2021年, 2021, 1月5日. */
const TIME = /^(?:(?:19|20)\d\d(?:年度?)?|(?:(?:19|20)\d\d年)?1?\d月(?:份|底|末|[1-3]?\d日)?|[1-3]?\d日)$/;
/** What a website counts of its pages: 点击 | 1203. */
const COUNTED = /点击|浏览|阅读|下载|回复|评论|收藏|热度|更新时间|发布时间|上传/;
/** The bars at a row's ends. */
const OUTER = new RegExp(`^${BAR.source}|${BAR.source}$`, "g");
/** A cell that says there is nothing. */
const NONE = /^[-—–/／无]{0,3}$/;

/** A row and what its cells hold. */
export interface Row {
  /** What stands between its cells. */
  readonly by: "tab" | "bar" | "blank";
  readonly cells: readonly string[];
  /** How many cells hold a number. */
  readonly numbers: number;
  /** Whether a cell names the row. */
  readonly named: boolean;
  /** Whether wide blanks part its cells. */
  readonly wide: boolean;
}

/** What stands between the cells of a row, or that the line is a cell itself. */
export type RowKind = Row["by"] | "cell";

/**
 * Which lines are rows of a table with numbers or of one with a rule below its head, heads and rules too, or cells of one
 * that was written one cell a line, null for all others; blank lines may stand between. `lines` without blanks at their
 * ends. A list of links with how often each was read is none, nor is a calendar.
 *
 *     类别 ⇥ 受理 ⇥ 办结        tab
 *     来信 ⇥ 120 ⇥ 118         tab
 *     其他 ⇥ 15 ⇥ 1            tab
 */
export function tableRows(lines: readonly string[]): (RowKind | null)[] {
  const out: (RowKind | null)[] = lines.map(() => null);
  let run: { at: number; row: Row }[] = [];
  let rules: number[] = [];
  const flush = (): void => {
    if (
      isTable(
        run.map(({ row }) => row),
        0 < rules.length,
      )
    ) {
      for (const { at, row } of run) out[at] = row.by;
      for (const at of rules) out[at] = "bar";
    }
    run = [];
    rules = [];
  };
  for (const [at, text] of lines.entries()) {
    if (text === "") continue;
    if (TABLE_RULE.test(text)) {
      if (0 < run.length) rules.push(at);
      continue;
    }
    const row = readRow(text);
    const last = run.at(-1)?.row;
    if (row === null || (last !== undefined && !isBeside(last, row))) flush();
    if (row !== null) run.push({ at, row });
  }
  flush();
  markFlat(lines, out);
  return out;
}

function markFlat(lines: readonly string[], out: (RowKind | null)[]): void {
  const filled = [...lines.keys()].filter((i) => lines[i] !== "");
  for (const { at, width, rows } of flatTables(filled.map((i) => lines[i] as string))) {
    const heads = filled.slice(at, at + width).map((i) => lines[i] as string);
    if (COUNTED.test(heads.join(" "))) continue;
    const last = rows.at(-1);
    for (const i of filled.slice(at, last === undefined ? at : last.at + last.size)) out[i] = "cell";
  }
}

function readRow(text: string): Row | null {
  if (ROW < text.length) return null;
  const by = text.includes("\t") ? "tab" : BAR.test(text) ? "bar" : /\S[ \u3000\u00a0]+\S/.test(text) ? "blank" : null;
  if (by === null || (by === "blank" && /[。；;，：:]/.test(text))) return null;
  const inner = by === "bar" ? text.replace(OUTER, "") : text;
  const cells = inner.split(by === "tab" ? "\t" : by === "bar" ? BAR : /[ \u3000\u00a0]+/).map((cell) => cell.trim());
  if (cells.length < 2 || CELL * cells.length < text.length) return null;
  return { ...readCells(by, cells), wide: /[ \u00a0]{2}|\u3000/.test(text) };
}

/** What cells that stand between such signs hold. */
export function readCells(by: Row["by"], cells: readonly string[]): Row {
  const numbers = cells.filter((cell) => NUMBER.test(cell) && !DATE.test(cell)).length;
  const [first = "", ...others] = cells;
  const named =
    cells.some((cell) => /\p{L}/u.test(cell) && !NUMBER.test(cell) && !DATE.test(cell)) ||
    (TIME.test(first) && others.some((cell) => NUMBER.test(cell) && !DATE.test(cell)));
  return { by, cells, numbers, named, wide: false };
}

/** Whether two lines can be rows of one table: with blanks alone between them, they have the same number of cells. */
function isBeside(above: Row, row: Row): boolean {
  return above.by === row.by && (row.by !== "blank" || above.cells.length === row.cells.length);
}

/** Whether rows make a table with numbers. `ruled`: a rule stands below its head, as nothing but a table has it. */
export function isTable(rows: readonly Row[], ruled: boolean): boolean {
  const [top] = rows;
  if (top === undefined || rows.length < 2) return false;
  if (ruled && top.by === "bar" && !COUNTED.test(top.cells.join(" "))) return true;
  const full = rows.filter(({ numbers, named }) => 0 < numbers && named);
  const numbers = full.reduce((sum, row) => sum + row.numbers, 0);
  const titles = full.filter(({ cells }) => cells.some((cell) => readTitle(cell)?.inner === false)).length;
  if (COUNTED.test(top.cells.join(" ")) || full.length <= 2 * titles) return false;
  if (top.by !== "blank") return 2 <= numbers && rows.length <= 2 * full.length + 1;
  // blanks stand in menus and contents too: all that names no row is a number
  if (top.cells.length === 2 && isContents(full.map(({ cells }) => cells))) return false;
  const strict = full.filter(({ cells }) =>
    cells.slice(1).every((cell) => NUMBER.test(cell) || NONE.test(cell)),
  ).length;
  return rows.length <= strict + 2 && (3 <= top.cells.length || rows.every(({ wide }) => wide)) && 3 <= strict;
}

/** 一、工作回顾 | 1: whether rows of two columns are sections with their pages. */
export function isContents(rows: readonly (readonly string[])[]): boolean {
  return rows.length <= 2 * rows.filter(([first]) => markerOf(first ?? "") !== "").length;
}
