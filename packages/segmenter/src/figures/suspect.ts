import type { TextFigure } from "@zongjie/document";
import { skipBlanksBack } from "./characters.ts";
import { clauseStart } from "./clause.ts";
import { changeWords } from "./phrases.ts";
import { readQuantity } from "./quantity.ts";

/** No plan is outdone so far: a rate of ten times the whole has lost its point too. */
const ABSURD = 1000;
/** Rates that may lie somewhat above the whole, but never at a multiple of it. */
const GROSS = /毛入[学园]率|利用率|使用率|产销率/;
const GROSS_ABSURD = 300;
/** Nothing falls by more than all of it. */
const FALLS = /(?:下降|减少|降低|下滑|缩减|压缩|降幅(?:达|为)?|减幅(?:达|为)?|回落)了?(?:约|近|达)?$/;
/** 提高到 names a level, no growth. */
const LEVELS = /(?:提高|提升|增加|上升|上涨|增长|扩大)[到至为]/g;

/** Marks percentages that have lost their decimal point: 占总数的482%. A growth rate may be of any size. */
export function markLost(text: string, figures: readonly TextFigure[]): TextFigure[] {
  return figures.map((figure, i) =>
    isLost(text, figure) ? { ...figure, suspect: "decimal-lost", likely: likelyShare(text, figures, i) } : figure,
  );
}

function isLost(text: string, figure: TextFigure): boolean {
  if (figure.unit !== "%" || figure.suspect !== null || figure.value === null || figure.value <= 100) return false;
  if (FALLS.test(text.slice(Math.max(0, figure.start - 6), skipBlanksBack(text, figure.start)))) return true;
  if (figure.comparison !== null) return false;
  const said =
    figure.metric + text.slice(clauseStart(text, figure.start, Math.max(0, figure.start - 24)), figure.start);
  const { shares, growing, unbounded } = changeWords();
  if (!shares.test(said) || growing.test(said.replace(LEVELS, ""))) return false;
  return !unbounded.test(said) || (GROSS.test(said) ? GROSS_ABSURD : ABSURD) <= figure.value;
}

/** How many figures before are looked at for part and whole. */
const NEAR = 4;

/** 共2500件，其中新案120件，占48%: part and whole in the sentence settle what the share must have been (4.8). */
function likelyShare(text: string, figures: readonly TextFigure[], at: number): number | null {
  const lost = figures[at] as TextFigure;
  const near = figures
    .slice(Math.max(0, at - NEAR), at)
    .filter((figure) => !/[。！？\n]/.test(text.slice(figure.end, lost.start)));
  for (const part of near)
    for (const whole of near) {
      if (part.unit !== whole.unit || part.value === null || whole.value === null || whole.value <= part.value)
        continue;
      const share = (100 * part.value) / whole.value;
      for (const by of [10, 100, 1000])
        if (Math.abs((lost.value ?? 0) / by - share) <= 0.6 / by) return (lost.value ?? 0) / by;
    }
  return null;
}

/** Gives broken figures the value that they can only have had: 2O3人 was 203人, 12..5% was 12.5 %. */
export function markBroken(figures: readonly TextFigure[]): TextFigure[] {
  return figures.map((figure) => {
    if (figure.suspect !== "garbled" && figure.suspect !== "malformed") return figure;
    const mended = mend(figure.surface);
    const quantity = mended === null ? null : readQuantity(mended, 0);
    if (quantity === null || quantity.suspect !== null || quantity.end !== mended?.length) return figure;
    return { ...figure, likely: quantity.value };
  });
}

/** A surface with its letters as digits and one sign for two; null where that leaves more than one reading. */
function mend(surface: string): string | null {
  const number = /^[\dOoIl][\dOoIl.．。,，]*/.exec(surface)?.[0];
  if (number === undefined || number.includes("^")) return null;
  const mended = number
    .replace(/[Oo]/g, "0")
    .replace(/[Il]/g, "1")
    .replace(/[.．。]{2}/, ".")
    .replace(/[,，]{2}/, ",")
    .replace(/[.．]$/, "");
  return mended === number || !/^\d+(?:,\d{3})*(?:\.\d+)?$/.test(mended) ? null : mended + surface.slice(number.length);
}
