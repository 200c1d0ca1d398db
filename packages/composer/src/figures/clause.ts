import { slot } from "../brief.ts";
import { type ClauseSort, doubtWords, sentenceFrames } from "../sentence-frames.ts";
import { changeWords, linkedBase } from "./change.ts";
import type { Given } from "./given.ts";
import { isShare, tell } from "./metric.ts";

/** A clause that tells a figure, with the id of its wording. */
export interface FigureClause {
  readonly id: string;
  readonly text: string;
}

/** Sorts whose figure needs no link where it says how exact it is: 满意度不低于95%. */
const QUALIFIED: ReadonlySet<ClauseSort> = new Set(["level", "plain", "bare", "sum"] as const);
/** Sorts that say how exact a figure is behind it: 占四成以上. */
const BEHIND: ReadonlySet<ClauseSort> = new Set(["share", "those", "part"] as const);

/**
 * Words a figure: 举办培训班8期 · 满意度达到95% · 力争满意度不低于95% · 门诊人次同比增长3.2%. `pick` chooses among the wordings that
 * fit; a figure in doubt is left open with the reason, its number is not told.
 */
export function figureClause(figure: Given, pick: number): FigureClause {
  const { clauses, qualified } = sentenceFrames();
  const { metric, sort, verbs } = tell(figure);
  const all = clauses[sort][figure.modality];
  // one thing is not counted up, nor is 3—5万元
  const single = figure.value === 1 || figure.value === null;
  const forms = single ? all.filter((form) => !/共|累计|计\{数\}/u.test(form)) : all;
  const at = pick % forms.length;
  const exact = exactly(figure, BEHIND.has(sort) ? 1 : figure.modality === "stated" ? pick : sort === "level" ? 0 : 1);
  // 超过95% says itself how it stands to what is reached
  const bound = figure.modality === "stated" || sentenceFrames().bounds.some((word) => exact.startsWith(word));
  const told = exact !== figure.surface && bound && QUALIFIED.has(sort) ? qualified : null;
  const form = told ?? forms[at] ?? "";
  const values: Readonly<Record<string, string>> = {
    指标: metric,
    数: sort === "change" && isFlat(figure) ? "" : exact,
    动: verbs[Math.floor(pick / forms.length) % Math.max(1, verbs.length)] ?? "",
    变: changeOf(figure, pick),
    待核: figure.doubt === null ? rivalWords(figure, metric) : slot(`${metric}（${doubtWords(figure.doubt)}）`),
  };
  return { id: `${sort}.${figure.modality}.${told === null ? at : "q"}`, text: put(form, values) };
}

/** What is told behind a figure of the same metric: 同比增长3.2% · 占40.1% · 计15天; empty for what its open place names. */
export function behindClause(figure: Given, pick: number): string {
  const { follows } = sentenceFrames();
  if (figure.comparison !== null) return `${changeOf(figure, pick)}${isFlat(figure) ? "" : exactly(figure, 0)}`;
  if (0 < figure.rivals.length) return "";
  return put(isShare(figure.surface) ? follows.share : follows.more, { 数: exactly(figure, 1) });
}

/** 同比增长; 比上年 before 翻一番, which says the rest. */
function changeOf({ comparison, unit, surface }: Given, pick: number): string {
  if (comparison === null) return "";
  return surface.startsWith("翻") ? linkedBase(comparison) : changeWords(comparison, unit, pick);
}

const RIVALS_NAMED = 3;

/** The place of a metric that its text gave several amounts: 【待补：办理时限（原材料有20个工作日、7个工作日，需核实）】. */
function rivalWords({ surface, rivals }: Given, metric: string): string {
  if (rivals.length === 0) return "";
  const named = [surface, ...rivals].slice(0, RIVALS_NAMED).join("、");
  const more = RIVALS_NAMED <= rivals.length ? "等" : "";
  return slot(put(sentenceFrames().rivals, { 指标: metric, 数: `${named}${more}` }));
}

function isFlat({ comparison, value }: Given): boolean {
  return comparison?.direction === "flat" && (value ?? 0) === 0;
}

/** The figure with how exact it is: 超过300人. */
function exactly({ surface, qualifier, modality, comparison }: Given, pick: number): string {
  const { qualifiers, own } = sentenceFrames();
  if (qualifier === null || own.some((word) => surface.includes(word))) return surface;
  // 增长超过20%, whether it is done or to be done
  if (comparison !== null) return put(qualifiers[qualifier].stated[0] ?? "{数}", { 数: surface });
  const forms = qualifiers[qualifier][modality];
  return put(forms[pick % forms.length] ?? "{数}", { 数: surface });
}

/** Fills {…} of a frame, in one pass: what is filled in is not read again. A name without a value is left out. */
export function put(frame: string, values: Readonly<Record<string, string>>): string {
  return frame.replace(/\{([^{}]+)\}/gu, (_, name: string) => values[name] ?? "");
}
