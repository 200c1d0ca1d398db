import type { TextFigure } from "@zongjie/document";
import { normalizePeriod } from "./calendar.ts";
import { captionTime, columnTimes, rowTime, thingOf } from "./columns.ts";

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
  /** Whether the heads say what is measured, and not the label: columns 户数, 面积 and not 2021年, 2022年. */
  readonly measured: boolean;
  /** The time of the column or of the row; "" where neither names one. */
  readonly when: string;
  /** The time that the line above the table names, or "". */
  readonly caption: string;
}

const BAR = /\t|\s?[|｜]\s?/;
/** Heads that say how something was counted or compared, but not what: the label names such a row. */
const GENERIC =
  /^(?:|数[量值]|合计|指标值|绝对[数量]|总[量数额]|单位|备注|排名|[^的]{0,4}(?:预算|决算|计划|目标|任务|安排|执行|完成|实际|实绩|实现|投入)(?:[数量值额]|金额|比例|进度|情况)?|金额|占(?:.*比)?[例重比]?|比[重例]|所占比重|.{0,4}(?:增长|增减|同比|环比|比上年|涨跌|增幅|增速|净增).{0,6})$/;

/** What the rows are, where they are things measured and not those who have them. */
const ITEM = /(?:指标|项目|科目|税种|内容|事项|费用|名目)(?:名称)?$/;

/** A row of a table that is read: its head rows, how wide its rows are, and whether one with numbers has been seen. */
interface Table {
  readonly heads: string[][];
  readonly caption: string;
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
  let above = "";
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? text.length : stop;
    const line = end - start < 2000 ? text.slice(start, end) : "";
    const cells = /[\t|｜]/.test(line) ? splitRow(line, start) : [];
    // a row of one word is one where its empty cells say so
    if (cells.length < (table?.width === columnsOf(cells) ? 1 : 2)) {
      table = null;
      if (line.trim() !== "" && !/^\s*[（(]?(?:计量)?单位[：:]/.test(line)) above = line;
    } else if (table === null || !readRow(table, cells, out))
      table = {
        heads: [cells.map((cell) => cell.text)],
        caption: captionTime(above),
        width: cells.length,
        body: false,
      };
    start = end + 1;
  }
  return out;
}

/** Takes a row in; false where it belongs to no table that is open but begins one. */
function readRow(table: Table, cells: readonly RowCell[], out: Cell[]): boolean {
  // below a label that reaches down a value may stand first
  const first = 0 < (cells[0]?.column ?? 0) && VALUE.test(cells[0]?.text ?? "") ? 0 : 1;
  const label = first === 0 ? "" : (cells[0]?.text ?? "");
  const values = cells.slice(first).some((cell) => VALUE.test(cell.text));
  const { heads } = table;
  const top = heads[0] ?? [];
  if (!values && !table.body && heads.length < 3 && (cells.length !== top.length || cells[0]?.text === top[0])) {
    heads.push(cells.map((cell) => cell.text));
    return true;
  }
  if (!table.body && values)
    table.width =
      [cells.length, columnsOf(cells)].find((width) => spread(heads.at(-1) ?? [], width) !== null) ?? table.width;
  const lacking = table.width - cells.length;
  // where empty cells are written each cell stands in its own column
  const placed = 0 < lacking && columnsOf(cells) === table.width;
  if (lacking < 0 || (!placed && 0 < lacking && (!table.body || !values || SPANNED < lacking))) return false;
  table.body ||= values;
  const low = spread(heads.at(-1) ?? [], table.width);
  const high = 1 < heads.length ? spread(top, table.width) : null;
  if (low === null) return false;
  const measured = isMeasured(low.slice(1), high?.slice(1) ?? [], top[0] ?? "");
  const times = columnTimes(low, high ?? []);
  const row = rowTime(label, top[0] ?? "");
  for (const [i, { start, end, column }] of cells.entries()) {
    if (i < first) continue;
    const at = placed ? column : i + lacking;
    const [head, over] = [low[at] ?? "", high?.[at] ?? ""];
    out.push({ start, end, head, over, label, measured, when: times[at] || row, caption: table.caption });
  }
  return true;
}

/**
 * Whether the columns are different things: two of them, or one that is measured of rows that have it. Where a column
 * gives the unit of each row, the rows are.
 */
function isMeasured(low: readonly string[], high: readonly string[], corner: string): boolean {
  if (low.some((head) => /^(?:计量|统计)?单位$/.test(head))) return false;
  const things = new Set([...low, ...high].map(thingOf).filter((thing) => !GENERIC.test(thing)));
  return 1 < things.size || (things.size === 1 && !ITEM.test(corner));
}

/** Heads laid over `width` columns: without the corner where a row above has it, each over as many columns as fit. */
function spread(heads: readonly string[], width: number): readonly string[] | null {
  if (heads.length === width) return heads;
  if (heads.length === width - 1) return ["", ...heads];
  const each = (width - 1) / (heads.length - 1);
  if (heads.length < 2 || !Number.isInteger(each)) return null;
  return Array.from({ length: width }, (_, i) => heads[i === 0 ? 0 : 1 + Math.floor((i - 1) / each)] ?? "");
}

/** How many columns a row has with the empty ones between and behind its cells. */
const columnsOf = (cells: readonly RowCell[]): number => cells[0]?.columns ?? 0;

interface RowCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many cells, empty ones too, stand before it, and how many the row has. */
  readonly column: number;
  readonly columns: number;
}

function splitRow(line: string, offset: number): RowCell[] {
  const parts = line.split(new RegExp(`(${BAR.source})`));
  // a bar may stand before the first cell, a tab parts cells
  const written = !/[|｜]/.test(line);
  const cells: RowCell[] = [];
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const text = part.trim();
    if (text !== "" && !/^[|｜]$/.test(text)) {
      const start = offset + at + part.indexOf(text);
      const column = written ? i / 2 : cells.length;
      cells.push({ text, start, end: start + text.length, column, columns: (parts.length + 1) / 2 });
    }
    at += part.length;
  }
  return written ? cells : cells.map((cell) => ({ ...cell, columns: cells.length }));
}

/** Changes the figures that stand in cells below a head. Figures and cells sorted. */
export function inCells(
  figures: readonly TextFigure[],
  cells: readonly Cell[],
  change: (figure: TextFigure, cell: Cell) => TextFigure,
): TextFigure[] {
  let next = 0;
  return figures.map((figure) => {
    while ((cells[next]?.end ?? Number.POSITIVE_INFINITY) <= figure.start) next++;
    const cell = cells[next];
    return cell === undefined || figure.start < cell.start || cell.head === "" ? figure : change(figure, cell);
  });
}

/** A figure in a cell is named by its column, or by its row where the columns only say when or how. */
export function nameCells(figures: readonly TextFigure[], cells: readonly Cell[]): TextFigure[] {
  return inCells(figures, cells, (figure, cell) => {
    const base =
      figure.comparison?.base === "" ? /(?:比|较)[^涨增减降]{1,6}|同比|环比/.exec(cell.head)?.[0] : undefined;
    const period = cell.when || figure.period || cell.caption || null;
    return {
      ...figure,
      comparison: figure.comparison !== null && base !== undefined ? { ...figure.comparison, base } : figure.comparison,
      metric: cell.measured ? columnName(cell) : cell.label,
      subject: cell.measured ? cell.label : null,
      period,
      periodNormalized: period === null || period === figure.period ? figure.periodNormalized : normalizePeriod(period),
    };
  });
}

/** What the heads above a cell name: the lower one, unless it only says when, how or in which unit. */
function columnName({ head, over }: Cell): string {
  const [low, high] = [thingOf(head), thingOf(over)];
  if (!GENERIC.test(low)) return low;
  return GENERIC.test(high) ? low || high || head : high;
}
