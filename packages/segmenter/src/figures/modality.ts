import type { Span, TextFigure } from "@zongjie/document";
import { changeWords } from "./phrases.ts";

/** How far back in its sentence words of intention are looked for, in UTF-16 units. */
const REACH = 120;

/** Words that say that something has been done or is there. */
const PAST = /已|现有|实有|目前|截至|以来|去年|上年|完成了|达到了|不满|以上的|累计/;
/** Titles and headings of passages that look back, in a plan too. */
const BACK = /现状|回顾|基本情况|总结|背景|完成情况|成效|问题|形势/;

/**
 * Marks figures that are still to come: 力争建成30个, and what stands under a heading such as 明年工作打算 or in a plan and
 * says nothing of the past. Figures and headings sorted.
 */
export function markTargets(text: string, figures: readonly TextFigure[], headings: readonly Span[]): TextFigure[] {
  let next = 0;
  const title = (/[^\n]{1,60}/.exec(text.slice(0, 200))?.[0] ?? "").trim();
  const plan = 1 < headings.length && PLAN.test(title);
  let planned = plan;
  return figures.map((figure) => {
    for (
      let heading = headings[next];
      heading !== undefined && heading.end <= figure.start;
      heading = headings[++next]
    ) {
      const words = text.slice(heading.start, heading.end);
      planned = changeWords().targetHeadings.test(words) || (plan && !BACK.test(words));
    }
    const words = sentenceBefore(text, figure.start);
    const target = changeWords().targets.test(words) || (planned && !PAST.test(words));
    return target ? { ...figure, modality: "target" } : figure;
  });
}

/** A plan by its title: 2024年工作计划. */
const PLAN = /^(?!.*(?:总结|汇报|情况|报告|演练|应急)).*(?:计划|要点|打算|安排|方案)(?:[（(].{1,8}[)）])?$/;

function sentenceBefore(text: string, end: number): string {
  let start = end;
  while (Math.max(0, end - REACH) < start && !/[。！？!?\n；;]/.test(text[start - 1] as string)) start--;
  return text.slice(start, end);
}
