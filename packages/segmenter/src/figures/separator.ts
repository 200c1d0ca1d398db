import { bitsAt, DIGIT, skipBlanks, skipBlanksBack } from "./characters.ts";
import { exact, type Numeral, readScale } from "./multiplier.ts";
import { readNumeral } from "./numeral.ts";
import { readUnit } from "./unit.ts";

/** Signs that scraped pages put for the decimal point. */
const SIGNS = /[、。·,，;；]/;

/** Longest run of decimals behind a wrong sign. */
const DECIMALS = 4;

/**
 * Reads a decimal number whose point became another sign: `1、38亿元` is 1.38亿. Null for 3、4月, 2、3个 and for a list
 * number at the beginning of a line.
 */
export function readSeparated(text: string, at: number): Numeral | null {
  if (!(bitsAt(text, at) & DIGIT)) return null;
  let point = at;
  while (point < at + 7 && bitsAt(text, point) & DIGIT) point++;
  if (!SIGNS.test(text[point] ?? "") || !(bitsAt(text, point + 1) & DIGIT)) return null;
  let end = point + 1;
  while (end < point + 2 + DECIMALS && bitsAt(text, end) & DIGIT) end++;
  const size = end - point - 1;
  if (DECIMALS < size || /[.．、。·,，][\d０-９]/.test(text.slice(end, end + 2))) return null;
  if (/[、。·,，.．]/.test(text[at - 1] ?? "") && bitsAt(text, at - 2) & DIGIT) return null;
  const digits = text.slice(at, end).normalize("NFKC");
  const whole = digits.slice(0, point - at);
  const decimals = digits.slice(point - at + 1);
  const scaled = readScale(text, end);
  if (!isDecimal(text, at, scaled, whole, decimals, text[point] as string)) return null;
  const coefficient = Number(`${whole}.${decimals}`);
  const base = readNumeral(text, at) as Numeral;
  return {
    ...base,
    end: scaled.end,
    coefficient,
    scale: scaled.scale,
    value: exact(coefficient, scaled.scale),
    qualifier: scaled.qualifier,
    suspect: "decimal-separator",
    decimal: true,
  };
}

function isDecimal(
  text: string,
  at: number,
  scaled: { end: number; scale: number },
  whole: string,
  decimals: string,
  sign: string,
): boolean {
  const unit = readUnit(text, scaled.end);
  if (unit === null && scaled.scale === 1) return false;
  const before = skipBlanksBack(text, at) - 1;
  const opens = before < 0 || /[\n\r]/.test(text[before] ?? "");
  // 1、38亿元的项目 at the beginning of a line is a list number; alone on its line it can only be a number
  if (opens && !/^\s*(?:[\n\r]|$)/.test(text.slice(unit?.end ?? scaled.end, (unit?.end ?? scaled.end) + 3)))
    return false;
  // a comma divides groups and clauses: it is a point in 0，8 and before a percent sign only
  if (/[,，]/.test(sign) && (2 < decimals.length || (whole !== "0" && (3 < whole.length || unit?.name !== "%"))))
    return false;
  if (/[。;；]/.test(sign) && scaled.scale === 1 && unit?.kind !== "percent" && unit?.kind !== "rate") return false;
  if (unit?.kind === "percent" || unit?.kind === "rate" || scaled.scale !== 1)
    return !isList(whole, decimals, text, scaled);
  if (unit === null || unit.discrete || /^[年月日]/.test(unit.name)) return false;
  return unit.kind !== "duration" || Number(decimals) < Number(whole) || isHalf(whole, decimals);
}

/** 2、5课时 is 2.5; 4、5天 and 3、5年 are two steps. */
function isHalf(whole: string, decimals: string): boolean {
  return decimals === "5" && !/^[345]$/.test(whole);
}

/** 10、20万元 are two steps of a scale: round numbers, the second larger. */
function isList(whole: string, decimals: string, text: string, scaled: { end: number }): boolean {
  if (decimals.length < 2 || decimals.startsWith("0")) return false;
  if (/[、和及]/.test(text[skipBlanks(text, readUnit(text, scaled.end)?.end ?? scaled.end)] ?? "")) return false;
  return whole.endsWith("0") && decimals.endsWith("0") && Number(whole) < Number(decimals);
}
