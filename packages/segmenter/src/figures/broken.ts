import type { Suspect, TextFigure } from "@zongjie/document";

/** What stands right before a figure when it is only the end of a broken number, and the damage. */
const BROKEN: readonly (readonly [RegExp, Suspect])[] = [
  // 10^8千瓦时: a power, whose value is not the exponent
  [/\d\^[-−]?$/, "malformed"],
  // 2O3人, 1l5件: a letter that was read for a digit
  [/\d[OoIl]$/, "garbled"],
  // 0，8个百分点
  [/(?<!\d)0[,，]$/, "malformed"],
];

/** Marks figures that are pieces of a broken number: the text stays, the value is not known. */
export function markBroken(text: string, figures: readonly TextFigure[]): TextFigure[] {
  return figures.map((figure) => {
    if (figure.suspect !== null || !/^\d/.test(figure.surface)) return figure;
    const before = text.slice(Math.max(0, figure.start - 4), figure.start);
    const damage = BROKEN.find(([pattern]) => pattern.test(before)) ?? ungrouped(before, figure.surface);
    return damage === undefined ? figure : { ...figure, value: null, range: null, suspect: damage[1] };
  });
}

/** 1,2345株: a comma with four digits or more behind it groups nothing. */
function ungrouped(before: string, surface: string): readonly [RegExp, Suspect] | undefined {
  return /(?<!\d)\d{1,3},$/.test(before) && /^\d{4,}/.test(surface) ? [/,/, "malformed"] : undefined;
}
