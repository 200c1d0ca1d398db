import type { Comparison, TextFigure } from "@zongjie/document";
import { type Cell, inCells } from "./table.ts";

/** A head over changes; 新增 and 增加值 are things of their own. */
const CHANGE = /(?:(?<!新)增[长减幅速加]|净增|涨[跌幅]|上升|提高|下降|减少|[降减升]幅|升降|变动|变化|同比|环比)(?!值)/;
const DOWN = /(?:下降|减少|[降减]幅)(?!.*(?:增|升|涨))/;
const BASE =
  /同比|环比|(?:(?<![占同环百])比(?![例重率值])|较)[^（(±%％]{1,8}?(?=增|涨|减|下降|上升|升|提|变|±|[（(]|$)/;
/** A head over what is still to come, and one over what has come about. */
const AIM = /计划|目标/;
const DONE = /完成|实际|执行|实绩|达成|进度|情况/;

/**
 * Says of figures in cells what their column heads say: that they are changes, that they are still to come. What a cell
 * says itself (下降6.6%) stands. Figures and cells sorted.
 *
 *     指标 | 2022年 | 2023年计划 | 比上年增长
 *     产量 | 310    | 330 target | 6.5% 比上年 up
 */
export function markColumns(text: string, figures: readonly TextFigure[], cells: readonly Cell[]): TextFigure[] {
  return inCells(figures, cells, (figure, cell) => {
    const aimed = AIM.test(cell.head) && !DONE.test(cell.head);
    return {
      ...figure,
      comparison: figure.comparison ?? changeUnder(text, cell),
      modality: aimed ? "target" : figure.modality,
    };
  });
}

function changeUnder(text: string, { head, start, end }: Cell): Comparison | null {
  const hit = CHANGE.exec(head);
  // 增长贡献率 is a share
  if (hit === null || /(?:贡献率|比重|占比|排名|位次)/.test(head)) return null;
  const direction = /持平/.test(text.slice(start, Math.min(end, start + 12)))
    ? "flat"
    : DOWN.test(head) || /[-−－]/.test(text[start] ?? "")
      ? "down"
      : "up";
  return { base: BASE.exec(head)?.[0] ?? "", direction };
}
