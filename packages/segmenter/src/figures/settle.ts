import type { TextFigure } from "@zongjie/document";
import { normalizePeriod, resolvePeriod } from "./calendar.ts";
import type { Period } from "./period.ts";
import type { Setting } from "./setting.ts";

/**
 * Says in ISO form when a figure was where its own phrase does not name the year but the paragraph does, or the document:
 * in 2023年工作总结 上半年 is 2023-01/2023-06. A plan speaks of another year than it is written in, so it settles nothing.
 * Figures and periods sorted.
 *
 *     2023年，…投资36亿元，上半年新开工12个
 *     anchor            2023-01/2023-06
 */
export function settlePeriods(
  text: string,
  figures: readonly TextFigure[],
  periods: readonly Period[],
  { kind, year }: Setting,
): TextFigure[] {
  const written = kind === "计划" || kind === "方案" ? null : year;
  let next = 0;
  let anchor: { readonly year: number; readonly at: number } | null = null;
  return figures.map((figure) => {
    for (let period = periods[next]; period !== undefined && period.start < figure.start; period = periods[++next]) {
      const of = yearOf(period);
      if (of !== null) anchor = { year: of, at: period.end };
    }
    if (figure.period === null) return figure;
    const said = figure.periodNormalized ?? normalizePeriod(figure.period.replace(/[（(].*$/, ""));
    const settled =
      said ??
      (anchor === null || !isParagraph(text, anchor.at, figure.start)
        ? null
        : resolvePeriod(figure.period, anchor.year, false)) ??
      (written === null || figure.modality === "target" ? null : resolvePeriod(figure.period, written, true));
    return settled === figure.periodNormalized ? figure : { ...figure, periodNormalized: settled };
  });
}

/** How far a year is carried in its paragraph, in UTF-16 units. */
const REACH = 400;

function isParagraph(text: string, from: number, to: number): boolean {
  return to - from <= REACH && !text.slice(from, to).includes("\n");
}

/** The one year of a phrase that the paragraph goes on about: not that of 到2025年 or 比2018年. */
function yearOf({ text, normalized, reach }: Period): number | null {
  if (reach !== "paragraph" || normalized === null || /^[到至]/.test(text)) return null;
  const [from = "", to = from] = normalized.split("/");
  return from.slice(0, 4) === to.slice(0, 4) ? Number(from.slice(0, 4)) : null;
}
