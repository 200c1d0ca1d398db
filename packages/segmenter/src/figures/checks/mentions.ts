import type { Check, TextFigure } from "@zongjie/document";
import { cutLeft, cutRight } from "../metric.ts";
import { check, halfStep } from "./tolerance.ts";

/** Shortest name, in UTF-16 units, that may speak of one thing in two places. */
const SHORTEST = 4;
/** How far before a figure its name is read. */
const REACH = 40;

/**
 * One thing in one time with two values.
 *
 *     2023年招商引资金额3.2亿元。……2023年招商引资金额达3.6亿元
 */
export function sameMetric(text: string, figures: readonly TextFigure[]): Check[] {
  const first = new Map<string, readonly [index: number, name: string]>();
  const out: Check[] = [];
  figures.forEach((figure, i) => {
    const name = nameOf(text, figures, i);
    if (name === null) return;
    const key = `${figure.metric} ${figure.unit} ${figure.period}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, [i, name]);
      return;
    }
    const other = figures[before[0]] as TextFigure;
    if (!name.endsWith(before[1]) && !before[1].endsWith(name)) return;
    if (!/[。；;！？\n]/.test(text.slice(other.end, figure.start))) return;
    const [a, b] = [halfStep(other), halfStep(figure)];
    out.push(check("same-metric", figure.value ?? 0, other.value ?? 0, a === b ? 0 : Math.max(a, b), [i, before[0]]));
  });
  return out;
}

/** The words that name a plain statement, null for any other figure. */
function nameOf(text: string, figures: readonly TextFigure[], at: number): string | null {
  const f = figures[at] as TextFigure;
  if (
    f.value === null ||
    f.masked ||
    f.suspect !== null ||
    f.comparison !== null ||
    f.qualifier !== null ||
    f.period === null ||
    f.periodNormalized === null
  )
    return null;
  if (f.modality !== "stated" || /^(?:目前|近|每)/.test(f.period) || f.metric.length < SHORTEST) return null;
  const floor = Math.max(figures[at - 1]?.end ?? 0, f.start - REACH);
  const clause = /[^，,。；;：:、！？\n（(）)|\t]*$/.exec(text.slice(floor, f.start))?.[0] ?? "";
  if (/第[一二三四五六七八九十]/.test(clause)) return null;
  if (!sentenceBefore(text, f.start).includes(f.period)) return null;
  const from = clause.indexOf(f.period);
  const name = cutRight(cutLeft(from === -1 ? clause : clause.slice(from + f.period.length)));
  return name.endsWith(f.metric) ? name : null;
}

/** What stands in the sentence before an offset: a period that only carries over from elsewhere claims nothing. */
function sentenceBefore(text: string, at: number): string {
  return /[^。；;！？\n]*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? "";
}
