import { BAR, flatTables, TABLE_RULE, type TextFigure } from "@zongjie/document";
import { normalizePeriod } from "./calendar.ts";
import { captionTime, columnTimes, rowTime, thingOf } from "./columns.ts";

/** A cell of a table in plain text: cells stand between tabs or bars, rows are lines. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** Which table of the text it is in, and which of the table's rows. */
  readonly table: number;
  readonly row: number;
  /** Which column it stands in; the labels' is 0. */
  readonly column: number;
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

/** What parts two cells of a row. */
const BETWEEN = new RegExp(`(\\t|\\s?${BAR.source}\\s?)`);
/** Heads that say how something was counted or compared, but not what: the label names such a row. */
const GENERIC =
  /^(?:|数[量值]|合计|指标值|绝对[数量]|总[量数额]|单位|备注|排名|[^的]{0,4}(?:预算|决算|计划|目标|任务|安排|执行|完成|实际|实绩|实现|投入)(?:[数量值额]|金额|比例|进度|情况)?|金额|占(?:.*比)?[例重比]?|比[重例]|所占比重|.{0,4}(?:增长|增减|同比|环比|比上年|涨跌|增幅|增速|净增).{0,6})$/;

/** What the rows are, where they are things measured and not those who have them. */
const ITEM = /(?:指标|项目|科目|税种|内容|事项|费用|名目)(?:名称)?$/;

/** A table that is read: its head rows, how wide its rows are, and whether one with numbers has been seen. */
interface Table {
  readonly number: number;
  rows: number;
  readonly heads: string[][];
  readonly caption: string;
  /** Which column the labels stand in: the first, or the one behind the rows' numbers. */
  readonly labels: number;
  width: number;
  body: boolean;
  /** Of the last row that lacked no cell: which cells hold values. */
  filled: readonly boolean[];
}

/** A cell that holds a value; a year or a month is none. */
const VALUE = /^[+\-−]?\d[\d.,，]*(?![\d.,，]|\s?[年月季])/;

/** A cell that is nothing but a number; a year is a head. */
const PLAIN = /^(?!(?:19|20)\d\d$)[+\-−]?\d[\d.,，]*\s?[%％]?$/;
/** A value with its unit, as it stands in no head; 65岁以上 and 10千伏 do. */
const POINTS = /^\d[\d.,]*[分名次元户人个]$/;
/** The head over the rows' numbers. */
const SERIAL = /^(?:序号?|编号|行次|No\.?|#)$/i;

/** Lines from this length on are no rows, in UTF-16 units. */
const LONGEST = 2000;

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
  const lines: RowCell[] = [];
  let tables = 0;
  let table: Table | null = null;
  let above = "";
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? text.length : stop;
    const line = end - start < LONGEST ? text.slice(start, end) : "";
    if (table === null || !TABLE_RULE.test(line)) {
      const cells = line.includes("\t") || BAR.test(line) ? splitRow(line, start) : [];
      const words = 0 < cells.length ? "" : line.trim();
      // a row of one word is one where its empty cells say so
      if (cells.length < (table?.width === columnsOf(cells) ? 1 : 2)) {
        table = null;
        if (words !== "" && !/^\s*[（(]?(?:计量)?单位[：:]/.test(line)) above = line;
      } else if (table === null || !readRow(table, cells, out)) table = begin(tables++, cells, above, out);
      const at = start + line.indexOf(words);
      // what is no cell by its length or its marks parts two tables
      if (words !== "" || 0 < cells.length || LONGEST <= end - start)
        lines.push({ text: words === "" ? "；" : words, start: at, end: at + words.length, column: 0, columns: 1 });
    }
    start = end + 1;
  }
  const flat = flatCells(lines, tables);
  return flat.length === 0 ? out : [...out, ...flat].sort((a, b) => a.start - b.start);
}

/** The cells of tables that were written one cell a line. `lines`: those of the text that are not blank. */
function flatCells(lines: readonly RowCell[], first: number): Cell[] {
  const out: Cell[] = [];
  for (const [i, { at, width, rows }] of flatTables(lines.map((line) => line.text)).entries()) {
    const rowAt = (from: number): RowCell[] =>
      lines.slice(from, from + width).map((cell, column) => ({ ...cell, column, columns: width }));
    const table = begin(first + i, rowAt(at), lines[at - 1]?.text ?? "", out);
    // which column a value of a row that lacks one is in nobody knows
    for (const row of rows) if (row.size === width) readRow(table, rowAt(row.at), out);
  }
  return out;
}

/** A table that begins with a head row below a line, or with a row of numbers, as one without heads does. */
function begin(number: number, cells: readonly RowCell[], above: string, out: Cell[]): Table {
  const [first, ...others] = cells;
  const headless = !PLAIN.test(first?.text ?? "") && 0 < others.length && others.every(({ text }) => PLAIN.test(text));
  const heads = [cells.map(({ text }) => (headless ? "" : text))];
  const labels = SERIAL.test(first?.text ?? "") && 1 < others.length ? 1 : 0;
  const caption = captionTime(above);
  const table = { number, rows: 0, heads, caption, labels, width: cells.length, body: false, filled: [] };
  if (headless) readRow(table, cells, out);
  return table;
}

/** Takes a row in; false where it belongs to no table that is open but begins one. */
function readRow(table: Table, cells: readonly RowCell[], out: Cell[]): boolean {
  const values = cells.some((cell, i) => (i === 0 ? 0 < cell.column : true) && VALUE.test(cell.text));
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
  const shift = placed ? 0 : shiftOf(table, cells, lacking);
  const named = labelOf(table, cells, placed, shift);
  let label = cells[named]?.text ?? "";
  const low = spread(heads.at(-1) ?? [], table.width);
  const high = 1 < heads.length ? spread(top, table.width) : null;
  if (low === null) return false;
  const measured = isMeasured(low.slice(1), high?.slice(1) ?? [], top[0] ?? "");
  const times = columnTimes(low, high ?? []);
  const when = rowTime(label, top[0] ?? "");
  for (const [i, { start, end, column }] of cells.entries()) {
    if (i <= named) continue;
    const at = placed ? column : i + shift;
    // 收入项目 | 决算数 | 支出项目 | 决算数: the right half has labels of its own
    if (1 < at && ITEM.test(low[at] ?? "") && !VALUE.test(cells[i]?.text ?? "")) label = cells[i]?.text ?? "";
    const [head, over] = [low[at] ?? "", high?.[at] ?? ""];
    out.push({
      start,
      end,
      table: table.number,
      row: table.rows,
      column: at,
      head,
      over,
      label,
      measured,
      when: when !== "" && !/\d/.test(times[at] ?? "") ? when : times[at] || when,
      caption: table.caption,
    });
  }
  table.rows++;
  return true;
}

/** Which cell of a row is its label; -1 where a label above reaches down and a value stands first. */
function labelOf({ labels }: Table, cells: readonly RowCell[], placed: boolean, shift: number): number {
  if (!placed) return Math.max(0, labels - shift);
  const own = cells.findIndex(({ column }) => column === labels);
  if (own !== -1) return own;
  return 0 < (cells[0]?.column ?? 0) && VALUE.test(cells[0]?.text ?? "") ? -1 : 0;
}

/**
 * How many columns a row's cells stand further right than they are told: all that it lacks where a label above reaches down
 * into it, none where its last cells are empty. Known by the cells of the row above that are values.
 *
 *     东片 | 城关镇 | 120          护理 | 120 | 4800
 *            东岭镇 | 230     1    合计 | 220           0
 */
function shiftOf(table: Table, cells: readonly RowCell[], lacking: number): number {
  const filled = cells.map((cell) => VALUE.test(cell.text));
  if (lacking === 0) table.filled = filled;
  const alike = (shift: number): number => filled.filter((value, i) => value === table.filled[i + shift]).length;
  return alike(lacking) < alike(0) ? 0 : lacking;
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
  const parts = line.split(BETWEEN);
  // bars may stand at a row's ends too
  const first = BAR.test(parts[1] ?? "") && parts[0]?.trim() === "" ? 1 : 0;
  const last = BAR.test(parts.at(-2) ?? "") && parts.at(-1)?.trim() === "" ? 1 : 0;
  const columns = (parts.length + 1) / 2 - first - last;
  const cells: RowCell[] = [];
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const text = i % 2 === 0 ? part.trim() : "";
    if (text !== "") {
      const start = offset + at + part.indexOf(text);
      const words = text.replace(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu, "");
      cells.push({ text: words, start, end: start + text.length, column: i / 2 - first, columns });
    }
    at += part.length;
  }
  return cells;
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
    return cell === undefined || figure.start < cell.start || (cell.head === "" && cell.label === "")
      ? figure
      : change(figure, cell);
  });
}

/** A figure in a cell is named by its column, or by its row where the columns only say when or how. */
export function nameCells(figures: readonly TextFigure[], cells: readonly Cell[]): TextFigure[] {
  return inCells(figures, cells, (figure, cell) => {
    const base =
      figure.comparison?.base === "" ? /(?:比|较)[^涨增减降]{1,6}|同比|环比/.exec(cell.head)?.[0] : undefined;
    // 第一名 | 王敏 | 98分 above 第二名 | 李强 | 95分 is no head
    const measured = cell.measured && !POINTS.test(cell.head);
    const period = cell.when || figure.period || cell.caption || null;
    return {
      ...figure,
      comparison: figure.comparison !== null && base !== undefined ? { ...figure.comparison, base } : figure.comparison,
      metric: measured ? columnName(cell) : rowName(cell),
      subject: measured ? cell.label : null,
      period,
      periodNormalized: period === null || period === figure.period ? figure.periodNormalized : normalizePeriod(period),
    };
  });
}

/** What a row is called in a column that says of which account it is: 教育支出|调整预算数 and 教育支出|执行数 are two things. */
function rowName({ head, label }: Cell): string {
  const account = ACCOUNT.exec(thingOf(head))?.[0] ?? "";
  return label === "" || /[合总小]计$/.test(label) || label.endsWith(account) ? label : label + account;
}

const ACCOUNT = /^(?:[^的]{0,4}(?:预算|决算|计划|目标|任务|执行|完成|实际)(?:数|额|金额)?|增减[量额数])$/;

/** What the heads above a cell name: the lower one, unless it only says when, how or in which unit. */
function columnName({ head, over }: Cell): string {
  const [low, high] = [thingOf(head), thingOf(over)];
  if (!GENERIC.test(low)) return low;
  return GENERIC.test(high) ? low || high || head : high;
}
