import type { Span, TextFigure } from "@zongjie/document";
import { changeWords } from "./phrases.ts";

/** How far back in its sentence words of intention are looked for, in UTF-16 units. */
const REACH = 120;

/**
 * Marks figures that are still to come: 力争建成30个, and all under a heading such as 明年工作打算 that say nothing of the
 * past. Figures and headings sorted.
 */
export function markTargets(text: string, figures: readonly TextFigure[], headings: readonly Span[]): TextFigure[] {
  let next = 0;
  let planned = false;
  return figures.map((figure) => {
    for (let heading = headings[next]; heading !== undefined && heading.end <= figure.start; heading = headings[++next])
      planned = changeWords().targetHeadings.test(text.slice(heading.start, heading.end));
    const words = sentenceBefore(text, figure.start);
    const target = changeWords().targets.test(words) || (planned && !/已|现有|目前|截至|以来|去年/.test(words));
    return target ? { ...figure, modality: "target" } : figure;
  });
}

function sentenceBefore(text: string, end: number): string {
  let start = end;
  while (Math.max(0, end - REACH) < start && !/[。！？!?\n；;]/.test(text[start - 1] as string)) start--;
  return text.slice(start, end);
}
