import type { TextFigure } from "@zongjie/document";

/** A cell of a table in plain text: cells stand between tabs or bars, rows are lines. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** What stands above: the first row of the table. */
  readonly head: string;
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

/**
 * The cells of the tables in a text, head row and label column left out.
 *
 *     指标 | 2021年 | 2022年
 *     门诊人次 | 88412 | 95630
 */
export function findCells(text: string): Cell[] {
  const out: Cell[] = [];
  let heads: readonly string[] | null = null;
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? text.length : stop;
    const line = end - start < 2000 ? text.slice(start, end) : "";
    const cells = /[\t|｜]/.test(line) ? splitRow(line, start) : [];
    if (cells.length < 2) heads = null;
    else if (heads === null || heads.length !== cells.length) heads = cells.map((cell) => cell.text);
    else
      for (let i = 1; i < cells.length; i++)
        out.push({
          start: cells[i]?.start ?? 0,
          end: cells[i]?.end ?? 0,
          head: heads[i] ?? "",
          label: cells[0]?.text ?? "",
          corner: heads[0] ?? "",
        });
    start = end + 1;
  }
  return out;
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
    const isWhen = WHEN.test(cell.head) || (ITEM.test(cell.corner) && !WHOLE.test(cell.label));
    const period = /年|月|季度/.test(cell.head) && isWhen && !/比|涨|增/.test(cell.head) ? cell.head : figure.period;
    const base =
      figure.comparison !== null && figure.comparison.base === ""
        ? /(?:比|较)[^涨增减降]{1,6}|同比|环比/.exec(cell.head)?.[0]
        : undefined;
    const comparison =
      figure.comparison !== null && base !== undefined ? { ...figure.comparison, base } : figure.comparison;
    return {
      ...figure,
      comparison,
      metric: isWhen ? cell.label : cell.head,
      subject: isWhen ? null : cell.label,
      period,
    };
  });
}
