import type { TextFigure } from "@zongjie/document";
import { type Cell, findCells } from "../table.ts";

/** A figure in a cell. */
export interface Entry {
  /** Among the text's figures. */
  readonly index: number;
  readonly figure: TextFigure;
  readonly value: number;
  /** A share or a rate, by its sign or by its head: 占比 | 24.0. */
  readonly percent: boolean;
}

/** A row of a table: its label, its entries and its other words by column. */
export interface Row {
  readonly label: string;
  readonly entries: ReadonlyMap<number, Entry>;
  readonly words: ReadonlyMap<number, string>;
}

/** A table as columns and rows. */
export interface Grid {
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  /** Where its first cell begins in the text. */
  readonly start: number;
}

/** Most columns of a table that are compared with each other. */
const WIDEST = 14;
const PERCENT = /%|％|率|占(?!用|地|床)|比重|比例|进度|增长|增幅|增减|涨跌|同比|环比/;
/** 增减（人）, 增长额（万元）: a head that names another unit than points of a hundred. */
const UNIT = /[（(][^（()）%％‰]*(?:[人元户件起例个台辆次亩吨米页名只份所家处宗项]|时)[）)]$/;

/**
 * The tables of a text with their figures, the column of labels left out.
 *
 *     片区 | 户数 | 占比        heads 户数, 占比
 *     东片 | 120户 | 60%       row 东片
 */
export function gridsOf(text: string, figures: readonly TextFigure[]): Grid[] {
  let next = 0;
  return tablesOf(text).map((lines) => {
    const heads: string[] = [];
    const rows = lines.map((line) => {
      const entries = new Map<number, Entry>();
      const words = new Map<number, string>();
      for (const cell of line) {
        const column = cell.column - 1;
        const name = cell.over === "" ? cell.head : `${cell.over} ${cell.head}`;
        if (column < 0 || WIDEST <= column) continue;
        heads[column] ??= name;
        while (next < figures.length && (figures[next] as TextFigure).start < cell.start) next++;
        const figure = figures[next];
        if (figure === undefined || cell.end < figure.end) words.set(column, text.slice(cell.start, cell.end));
        if (figure === undefined || cell.end < figure.end || figure.value === null) continue;
        const percent = figure.unit === "%" || (figure.unit === "" && PERCENT.test(name) && !UNIT.test(name));
        entries.set(column, { index: next, figure, value: figure.value, percent });
      }
      return { label: line[0]?.label ?? "", entries, words };
    });
    return { heads, rows: rows.filter((row) => 0 < row.entries.size), start: lines[0]?.[0]?.start ?? 0 };
  });
}

/** The cells of each table, row by row. */
function tablesOf(text: string): Cell[][][] {
  const out: Cell[][][] = [];
  let before: Cell | undefined;
  for (const cell of findCells(text)) {
    if (cell.table !== before?.table) out.push([[]]);
    else if (cell.row !== before.row) out.at(-1)?.push([]);
    out.at(-1)?.at(-1)?.push(cell);
    before = cell;
  }
  return out;
}
