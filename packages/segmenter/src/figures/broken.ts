import type { Suspect } from "@zongjie/document";
import { bitsAt, DIGIT, LETTER, LOOKALIKE } from "./characters.ts";
import { type Numeral, readScale } from "./multiplier.ts";
import { readUnit } from "./unit.ts";

/** Runs of digits and signs that are no number, and what befell them. */
const BROKEN: readonly (readonly [RegExp, Suspect])[] = [
  // 2O3人, l2000元: a letter that was read for a digit
  [/(?=[\d.．]{0,12}[OoIl])(?=[OoIl.．]{0,12}\d)[\dOoIl]{1,12}(?:[.．][\dOoIl]{1,6})?(?![A-Za-z\d.．,，])/y, "garbled"],
  // 10^8千瓦时: a power, whose value is not the exponent
  [/\d{1,3}\^[-−]?\d{1,3}/y, "malformed"],
  // 12..5%, 1,,200元
  [/\d{1,9}(?:[.．。]{2}\d{1,6}|[,，]{2}\d{3})(?![\d.．。,，])/y, "malformed"],
  // 12.3.万吨
  [/\d{1,9}(?:[.．]\d{1,6})?[.．](?=[万亿%％‰])/y, "malformed"],
  // 1,2345株: a comma with four digits or more behind it groups nothing
  [/\d{1,3},\d{4,9}(?:\.\d{1,6})?(?![\d,，])/y, "malformed"],
  // 12,34,567元
  [/\d{1,3}(?:,\d{3}){0,3},\d{2}(?:,\d{2}){0,3},\d{3}(?![\d,，])(?=元|[万亿])/y, "malformed"],
  // 1,23万人次
  [/\d{1,3},\d{2}(?=[万亿])/y, "malformed"],
];

/** Reads a number that is damaged beyond its value, or null: `readBroken("补助l2000元", 2)`. */
export function readBroken(text: string, at: number): Numeral | null {
  const bits = bitsAt(text, at);
  if (!(bits & (DIGIT | LOOKALIKE)) || !mayBreak(text, at)) return null;
  const before = bitsAt(text, at - 1);
  if (before & (LETTER | DIGIT) || /[.．,，^/]/.test(text[at - 1] ?? "")) return null;
  for (const [pattern, suspect] of BROKEN) {
    pattern.lastIndex = at;
    if (!pattern.test(text)) continue;
    const scaled = readScale(text, pattern.lastIndex);
    const unit = readUnit(text, scaled.end);
    if (unit === null ? scaled.scale === 1 : bits & LETTER && bitsAt(text, unit.start) & LETTER) return null;
    return {
      start: at,
      end: scaled.end,
      value: Number.NaN,
      coefficient: Number.NaN,
      scale: scaled.scale,
      range: null,
      qualifier: scaled.qualifier,
      suspect,
      han: false,
      bare: false,
      decimal: true,
      digits: 1,
    };
  }
  return null;
}

/** Whether the run of digits ends at a sign or letter that breaks numbers: most do not. */
function mayBreak(text: string, at: number): boolean {
  if (bitsAt(text, at) & LOOKALIKE) return true;
  let end = at;
  while (end < at + 10 && bitsAt(text, end) & DIGIT) end++;
  return bitsAt(text, end) & LOOKALIKE ? true : /[.．。,，^]/.test(text[end] ?? "");
}
