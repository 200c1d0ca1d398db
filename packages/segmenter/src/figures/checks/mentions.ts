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
  const first = new Map<string, number>();
  const out: Check[] = [];
  figures.forEach((figure, i) => {
    const name = nameOf(text, figures, i);
    if (name === null) return;
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, i);
      return;
    }
    const other = figures[before] as TextFigure;
    if (!/[。；;！？\n]/.test(text.slice(other.end, figure.start))) return;
    const tolerance = Math.max(halfStep(other), halfStep(figure));
    out.push(
      check("same-metric", figure.value ?? 0, other.value ?? 0, halfStep(other) === halfStep(figure) ? 0 : tolerance, [
        i,
        before,
      ]),
    );
  });
  return out;
}

/** What a figure speaks of, with its unit and time; null where the words are no plain statement. */
function nameOf(text: string, figures: readonly TextFigure[], at: number): string | null {
  const f = figures[at] as TextFigure;
  if (
    f.value === null ||
    f.masked ||
    f.suspect !== null ||
    f.comparison !== null ||
    f.qualifier !== null ||
    f.period === null
  )
    return null;
  if (f.modality !== "stated" || /^(?:目前|近|每)/.test(f.period)) return null;
  const floor = Math.max(figures[at - 1]?.end ?? 0, f.start - REACH);
  const words = text.slice(floor, f.start);
  const clause = /[^，,。；;：:、！？\n（(）)|\t]*$/.exec(words)?.[0] ?? "";
  if (floor !== 0 && clause.length === words.length && !/^\n/.test(text.slice(floor - 1, floor))) return null;
  const own = clause.includes(f.period) ? clause.slice(clause.indexOf(f.period) + f.period.length) : clause;
  const name = cutRight(cutLeft(own));
  if (name.length < SHORTEST || f.metric.length < SHORTEST || !name.endsWith(f.metric)) return null;
  return `${name} ${f.unit} ${f.period}`;
}
