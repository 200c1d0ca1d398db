import type { Check, CheckCode, TextFigure } from "@zongjie/document";

const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 };
/** How far off a figure may be that is said to be about so much. */
const ABOUT = 0.05;

/** How far off at most a figure is that is written with 千, 万 or 亿: 2万 is no 2.4万, which has a digit to say so. */
const ROUND = 0.03;

/** Half a unit of the last place that a figure is written to: 0.05 for 19.9%, 500 for 48.5万, 5 for 八成. */
export function halfStep(figure: TextFigure): number {
  const known = steps.get(figure);
  if (known !== undefined) return known;
  const step = stepOf(figure);
  steps.set(figure, step);
  return step;
}

/** A figure is asked for its step by every claim that it may be part of. */
const steps = new WeakMap<TextFigure, number>();

const WIDE = /[\uff00-\uffef]/;

function stepOf(figure: TextFigure): number {
  const digits = WIDE.test(figure.surface) ? figure.surface.normalize("NFKC") : figure.surface;
  if (figure.unit === "%" && digits.endsWith("成")) return 5;
  const decimals = /[.、。点]([\d一二三四五六七八九零]+)/.exec(digits)?.[1]?.length ?? 0;
  const scale = SCALES[/[\d余多一二三四五六七八九十百]\s?([千万亿])/.exec(digits)?.[1] ?? ""] ?? 1;
  const step = (0.5 * scale) / 10 ** decimals;
  return scale === 1 || figure.value === null ? step : Math.min(step, Math.max(0.5, ROUND * Math.abs(figure.value)));
}

/** How far a figure may be from the truth: its rounding, more where it is only about so much. Counts are exact: 0. */
export function slack(figure: TextFigure): number {
  const step = halfStep(figure);
  if (figure.qualifier !== null) return Math.max(step, ABOUT * Math.abs(figure.value ?? 0));
  return step === 0.5 && figure.unit !== "%" ? 0 : step;
}

/** How far off in itself: 0.05 in 10 is 0.005. */
export function relative(figure: TextFigure): number {
  return slack(figure) / Math.max(1e-9, Math.abs(figure.value ?? 1));
}

/** A check of what `figures[0]` (or the whole) states against what was computed. */
export function check(
  code: CheckCode,
  stated: number,
  computed: number,
  tolerance: number,
  figures: readonly number[],
): Check {
  return { code, holds: isWithin(stated, computed, tolerance), stated, computed, tolerance, figures };
}

/** Whether a computed number is what is stated, but for so much and the noise of binary fractions. */
export function isWithin(stated: number, computed: number, tolerance: number): boolean {
  return Math.abs(stated - computed) <= tolerance * (1 + 1e-9) + Math.abs(stated) * 1e-9;
}

/** A check without the noise of binary fractions. */
export function rounded({ code, holds, stated, computed, tolerance, figures }: Check): Check {
  const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)));
  return { code, holds, stated: round(stated), computed: round(computed), tolerance: round(tolerance), figures };
}

/** So much of what is stated what is meant for it comes to. */
export const NEAREST = { least: 0.6, most: 1.65 };

/** Whether what is stated is near enough to what was computed to be meant for it: an error, and not another thing. */
export function isNear({ stated, computed }: Check): boolean {
  return NEAREST.least * stated <= computed && computed <= NEAREST.most * stated;
}

/** A point moved by one place, a 万 too much or too little. */
export const SLIPS: readonly number[] = [10, 0.1, 1e4, 1e-4];
/** A fit closer than this is no chance; that a figure is just ten thousand times too large is none at all. */
const CLOSE = 0.02;
const CLOSE_FAR = 0.06;

/**
 * Whether what is stated would be right but for the place of one point: 化解89万件 of 94件, 化解率94.7%. `members` are
 * the figures whose rounding counts; a 万 too much rounds nothing.
 */
export function isSlip({ stated, computed }: Check, members: readonly TextFigure[]): boolean {
  if (stated <= 0 || computed <= 0 || !Number.isFinite(stated * computed)) return false;
  const near = members.reduce((all, figure) => all + digitsOff(figure), 1e-9);
  const far = computed < stated / 1000 || 1000 * stated < computed;
  return near <= (far ? CLOSE_FAR : CLOSE) && SLIPS.some((by) => Math.abs(stated * by - computed) <= near * computed);
}

/** Whether a check is one that the words can have meant: it holds, it is near, or one moved point among `members` would mend it. */
export function isMeant(made: Check, members: readonly TextFigure[]): boolean {
  return made.holds || isNear(made) || isSlip(made, members);
}

/** Whether a share would be right with its point moved by one place, as exactly as it is written: 10% of 95%. */
export function isShareSlip({ stated, computed, tolerance }: Check, share: TextFigure): boolean {
  return [10, 0.1].some((by) => Math.abs(stated * by - computed) <= by * halfStep(share) + tolerance);
}

/** How far off in itself by its digits alone: 0.05 in 4.6, nothing in 89万. */
export function digitsOff(figure: TextFigure): number {
  const known = offs.get(figure);
  if (known !== undefined) return known;
  const off = offOf(figure);
  offs.set(figure, off);
  return off;
}

const offs = new WeakMap<TextFigure, number>();

function offOf(figure: TextFigure): number {
  const digits = /[\d,，]*\d(?:[.．]\d+)?/.exec(figure.surface.normalize("NFKC"))?.[0].replace(/[,，]/g, "");
  const decimals = digits?.split(".")[1]?.length;
  if (digits === undefined || (decimals === undefined && figure.unit !== "%")) return 0;
  return (0.5 * 10 ** -(decimals ?? 0)) / Math.max(1e-9, Number(digits));
}
