import type { Draft, DraftFigure, DraftSection } from "@zongjie/document";
import { frames } from "./frames.ts";

/** The guide of a section and the figures that belong there: 可用的数据：门诊人次485000人次。 */
export function guideLines(section: DraftSection, draft: Draft): string[] {
  const own = new Set(section.figures);
  const figures = draft.figures.filter(({ id }) => own.has(id));
  if (figures.length === 0) return [...section.guide];
  const { figures: line } = frames().guide;
  return [...section.guide, line.replace("{数据}", () => figuresWords(figures))];
}

/** Figures at hand, a change behind its figure: 走访户数128户，同比增长6%、义诊4场. */
function figuresWords(figures: readonly DraftFigure[]): string {
  return figures.reduce((text, figure, i) => {
    const before = figures[i - 1];
    const follows = figure.comparison !== null && before?.metric === figure.metric && before.comparison === null;
    if (!follows) return `${text}${i === 0 ? "" : "、"}${figureWords(figure)}`;
    return `${text}，${figureWords({ ...figure, metric: "", period: null })}`;
  }, "");
}

/** A figure at hand in a few words: 门诊人次同比增长5.3%（2024年）. */
export function figureWords({ metric, surface, period, modality, comparison }: DraftFigure): string {
  const { aim, directions } = frames().guide;
  const change = comparison === null ? "" : `${against(comparison.base)}${directions[comparison.direction]}`;
  const notes = [period, modality === "target" ? aim : null].filter((note) => note !== null);
  return `${metric}${change}${surface}${notes.length === 0 ? "" : `（${notes.join("，")}）`}`;
}

/** What a change is against, in words: 上年 is 比上年; 同比 and 较年初 say so already. */
function against(base: string): string {
  return /^(?:上|去年|前一?年|年初|[期月]初|学期初|原[来先])/.test(base) ? `比${base}` : base;
}
