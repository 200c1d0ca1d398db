import type { TextFigure } from "@zongjie/document";

/** A cell of a table in plain text: cells stand between tabs or bars, rows are lines. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** What stands above: the last head row of the table. */
  readonly head: string;
  /** What stands above that, over several columns; "" where there is one head row. */
  readonly over: string;
  /** What stands at the left: the first cell of the row. */
  readonly label: string;
  /** The head of the label column: 指标, 片区. */
  readonly corner: string;
}

const BAR = /\t|\s?[|｜]\s?/;
/** Heads that say when, or compared with what; the label names such a row. */
const WHEN =
  /^\s*(?:(?:19|20)[\dxX*×]{2}年?|.{0,4}年(?:度|末|底)?|\d{1,2}月|[一二三四]季度|.{0,6}(?:同期|涨跌|增长|增减|同比|环比|比上年).{0,6}|数量|数值|合计|指标值|目标值|完成情况|实绩|本期|上期)\s*$/;

/** What the rows are, where they are things measured and not those who have them. */
const ITEM = /(?:指标|项目|类别|科目|税种|内容|产品|品种|分类|事项|费用|种类|险种|行业|病种|作物|名目|类型)(?:名称)?$/;
const WHOLE = /^(?:合计|总计|小计|共计|总数)$/;

/** A row of a table that is read: its head rows, how wide its rows are, and whether one with numbers has been seen. */
interface Table {
  readonly heads: string[][];
  width: number;
  body: boolean;
}

/** A cell that holds a value; a year or a month is none. */
const VALUE = /^[+\-−]?\d[\d.,，]*(?![\d.,，]|\s?[年月季])/;

/** How many cells a row may lack because one above reaches down into it. */
const SPANNED = 2;

/**
 * The cells of the tables in a text, head rows and label column left out. A head that reaches over several columns and a
 * label that reaches over several rows are written once only.
 *
 *     片区 | 2021年 | 2022年               over
 *     户数 | 占比 | 户数 | 占比             head
 *     东片 | 120 | 31% | 140 | 35%
 */
export function findCells(text: string): Cell[] {
  const out: Cell[] = [];
  let table: Table | null = null;
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? text.length : stop;
    const line = end - start < 2000 ? text.slice(start, end) : "";
    const cells = /[\t|｜]/.test(line) ? splitRow(line, start) : [];
    if (cells.length < 2) table = null;
    else if (table === null || !readRow(table, cells, out))
      table = { heads: [cells.map((cell) => cell.text)], width: cells.length, body: false };
    start = end + 1;
  }
  return out;
}

type RowCell = ReturnType<typeof splitRow>[number];

/** Takes a row in; false where it belongs to no table that is open but begins one. */
function readRow(table: Table, cells: readonly RowCell[], out: Cell[]): boolean {
  const values = cells.slice(1).some((cell) => VALUE.test(cell.text));
  const { heads } = table;
  const top = heads[0] ?? [];
  if (!values && !table.body && heads.length < 3 && cells.length !== top.length) {
    heads.push(cells.map((cell) => cell.text));
    return true;
  }
  if (!table.body && values && spread(heads.at(-1) ?? [], cells.length) !== null) table.width = cells.length;
  const lacking = table.width - cells.length;
  if (lacking < 0 || (0 < lacking && (!table.body || !values || SPANNED < lacking))) return false;
  table.body ||= values;
  const low = spread(heads.at(-1) ?? [], table.width);
  const high = 1 < heads.length ? spread(top, table.width) : null;
  if (low === null) return false;
  for (let i = 1; i < cells.length; i++)
    out.push({
      start: cells[i]?.start ?? 0,
      end: cells[i]?.end ?? 0,
      head: low[i + lacking] ?? "",
      over: high?.[i + lacking] ?? "",
      label: cells[0]?.text ?? "",
      corner: top[0] ?? "",
    });
  return true;
}

/** Heads laid over `width` columns: without the corner where a row above has it, each over as many columns as fit. */
function spread(heads: readonly string[], width: number): readonly string[] | null {
  if (heads.length === width) return heads;
  if (heads.length === width - 1) return ["", ...heads];
  const each = (width - 1) / (heads.length - 1);
  if (heads.length < 2 || !Number.isInteger(each)) return null;
  return Array.from({ length: width }, (_, i) => heads[i === 0 ? 0 : 1 + Math.floor((i - 1) / each)] ?? "");
}

function splitRow(line: string, offset: number): { text: string; start: number; end: number }[] {
  const cells: { text: string; start: number; end: number }[] = [];
  let at = 0;
  for (const part of line.split(new RegExp(`(${BAR.source})`))) {
    const text = part.trim();
    if (text !== "" && !/^[|｜]$/.test(text)) {
      const start = offset + at + part.indexOf(text);
      cells.push({ text, start, end: start + text.length });
    }
    at += part.length;
  }
  return cells;
}

/** A figure in a cell is named by its column, or by its row where the column only says when. */
export function nameCells(figures: readonly TextFigure[], cells: readonly Cell[]): TextFigure[] {
  let next = 0;
  return figures.map((figure) => {
    while ((cells[next]?.end ?? Number.POSITIVE_INFINITY) <= figure.start) next++;
    const cell = cells[next];
    if (cell === undefined || figure.start < cell.start || cell.head === "") return figure;
    const byColumn = WHEN.test(cell.head) && cell.over !== "" && !WHEN.test(cell.over);
    const isWhen = !byColumn && (WHEN.test(cell.head) || (ITEM.test(cell.corner) && !WHOLE.test(cell.label)));
    const when = [cell.head, cell.over].find(
      (head) => WHEN.test(head) && /年|月|季度/.test(head) && !/比|涨|增/.test(head),
    );
    const plain = cell.over === "" ? /年|月|季度/.test(cell.head) && isWhen && !/比|涨|增/.test(cell.head) : false;
    const period = plain ? cell.head : cell.over === "" ? figure.period : (when ?? figure.period);
    const base =
      figure.comparison !== null && figure.comparison.base === ""
        ? /(?:比|较)[^涨增减降]{1,6}|同比|环比/.exec(cell.head)?.[0]
        : undefined;
    const comparison =
      figure.comparison !== null && base !== undefined ? { ...figure.comparison, base } : figure.comparison;
    return {
      ...figure,
      comparison,
      metric: isWhen ? cell.label : byColumn ? cell.over : cell.head,
      subject: isWhen ? null : cell.label,
      period,
    };
  });
}
