import { slot } from "../brief.ts";
import { doubtWords, sentenceFrames } from "../sentence-frames.ts";
import { changeWords } from "./change.ts";
import type { Given } from "./given.ts";
import { tell } from "./metric.ts";

/** A clause that tells a figure, with the id of its wording. */
export interface FigureClause {
  readonly id: string;
  readonly text: string;
}

/**
 * Words a figure: 举办培训班8期 · 满意度达到95% · 力争满意度不低于95% · 门诊人次同比增长3.2%. `pick` chooses among the wordings that
 * fit; a figure in doubt is left open with the reason, its number is not told.
 */
export function figureClause(figure: Given, pick: number): FigureClause {
  const { clauses, qualified } = sentenceFrames();
  const { metric, sort, verbs } = tell(figure);
  const forms = clauses[sort][figure.modality];
  const at = pick % forms.length;
  const exact = exactly(figure, figure.modality === "stated" ? pick : sort === "level" ? 0 : 1);
  // 超过95% says itself how it stands to what is reached
  const bound = figure.modality === "stated" || sentenceFrames().bounds.some((word) => exact.startsWith(word));
  const told = exact !== figure.surface && bound && (sort === "level" || sort === "bare") ? qualified[sort] : null;
  const form = told ?? forms[at] ?? "";
  const values: Readonly<Record<string, string>> = {
    指标: metric,
    数: exact,
    动: verbs[Math.floor(pick / forms.length) % Math.max(1, verbs.length)] ?? "",
    变: figure.comparison === null ? "" : changeWords(figure.comparison, figure.unit, pick),
    待核: figure.doubt === null ? "" : slot(`${metric}（${doubtWords(figure.doubt)}）`),
  };
  const text = sort === "change" && isFlat(figure) ? `${metric}${values.变}` : put(form, values);
  return { id: `${sort}.${figure.modality}.${told === null ? at : "q"}`, text };
}

/** A change behind its figure: ，同比增长3.2%. */
export function changeClause(figure: Given, pick: number): string {
  if (figure.comparison === null) return "";
  return `${changeWords(figure.comparison, figure.unit, pick)}${isFlat(figure) ? "" : figure.surface}`;
}

function isFlat({ comparison, value }: Given): boolean {
  return comparison?.direction === "flat" && (value ?? 0) === 0;
}

/** The figure with how exact it is: 超过300人. */
function exactly({ surface, qualifier, modality, comparison }: Given, pick: number): string {
  const { qualifiers, own } = sentenceFrames();
  if (qualifier === null || comparison !== null || own.some((word) => surface.includes(word))) return surface;
  const forms = qualifiers[qualifier][modality];
  return put(forms[pick % forms.length] ?? "{数}", { 数: surface });
}

/** Fills {…} of a frame, in one pass: what is filled in is not read again. A name without a value is left out. */
export function put(frame: string, values: Readonly<Record<string, string>>): string {
  return frame.replace(/\{([^{}]+)\}/gu, (_, name: string) => values[name] ?? "");
}
