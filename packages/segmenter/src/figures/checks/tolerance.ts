import type { Check, CheckCode, TextFigure } from "@zongjie/document";

const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

/** Half a unit of the last place that a figure is written to: 0.05 for 19.9%, 500 for 48.5万. */
export function halfStep(figure: TextFigure): number {
  const digits = figure.surface.normalize("NFKC");
  const decimals = /[.、。点]([\d一二三四五六七八九零]+)/.exec(digits)?.[1]?.length ?? 0;
  const scale = SCALES[/[\d余多一二三四五六七八九十百]\s?([千万亿])/.exec(digits)?.[1] ?? ""] ?? 1;
  return (0.5 * scale) / 10 ** decimals;
}

/** A check of what `figures[0]` (or the whole) states against what was computed. Rounds away the noise of binary fractions. */
export function check(
  code: CheckCode,
  stated: number,
  computed: number,
  tolerance: number,
  figures: readonly number[],
): Check {
  const round = (value: number): number => Number(value.toPrecision(12));
  return {
    code,
    holds: Math.abs(stated - computed) <= tolerance * (1 + 1e-9) + Math.abs(stated) * 1e-9,
    stated: round(stated),
    computed: round(computed),
    tolerance: round(tolerance),
    figures,
  };
}
