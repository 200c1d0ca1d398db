import type { Check, Span, TextFigure } from "@zongjie/document";
import { attach } from "./attach.ts";
import { findQuantities } from "./find.ts";
import { marker } from "./mark.ts";
import { markTargets } from "./modality.ts";
import { findPeriods, governing } from "./period.ts";
import { qualify } from "./qualify.ts";
import { markLost } from "./suspect.ts";
import { once } from "./vocabulary.ts";

const nonFigures = once(() => marker("non-figures.yaml"));
const periodPieces = once(() => marker("periods.yaml"));

/**
 * The figures of a text, sorted and apart: `findFigures("诊治患者1950人次")`. Offsets count in the text. `headings` are
 * spans whose ends also end the reach of a period phrase.
 */
export function findFigures(text: string, context: { readonly headings?: readonly Span[] } = {}): TextFigure[] {
  // 1. close what holds no figure: dates and periods, names, list numbers
  const periods = findPeriods(text, periodPieces()(text));
  const closed = merge([...nonFigures()(text), ...periods]);
  // 2. find and value
  const quantities = findQuantities(text, closed);
  // 3. qualify
  const qualified = quantities.map((quantity) => qualify(text, quantity));
  // 4. attach
  const governors = governing(text, periods, qualified, breaksOf(text, context.headings ?? []));
  const figures = attach(text, qualified, governors, periods);
  // 5. what the words around say of its truth: still to come, a decimal point lost
  return markLost(text, markTargets(text, figures, context.headings ?? []));
}

/** Arithmetic that the text states about its figures. */
export function findChecks(_text: string, _figures: readonly TextFigure[]): Check[] {
  return [];
}

/** Joins spans that overlap. */
function merge(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** Line ends and heading ends, sorted: no period phrase reaches over them. */
function breaksOf(text: string, headings: readonly Span[]): number[] {
  const out = headings.map((heading) => heading.end);
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) out.push(at);
  return out.sort((a, b) => a - b);
}
