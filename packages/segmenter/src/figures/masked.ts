import { bitsAt, DIGIT, MASK, skipBlanks } from "./characters.ts";
import { readScale } from "./multiplier.ts";
import { PLAIN, type Quantity } from "./quantity.ts";
import { readUnit } from "./unit.ts";

/** Units of places and times: xx镇, XX年 hide a name or a date, no quantity. */
const NAMES = /^(?:[年月日里线岁号道门路班组级位点场方周天期处所片段面口]|人民|家庄)/;

/**
 * Quantities with masked digits.
 *
 *     ____元  xx个     masked: no digit is left
 *     620__元 XX。5万元  garbled: some are
 */
export function readMasked(text: string, at: number): Quantity | null {
  let end = at;
  let digits = 0;
  let masks = 0;
  for (; end < at + 16; end++) {
    const bits = bitsAt(text, end);
    if (bits & MASK) masks++;
    else if (bits & DIGIT) digits++;
    else if (isHidden(text, end, digits)) masks++;
    else if (
      /[.。．]/.test(text[end] ?? "") &&
      (bitsAt(text, end + 1) & MASK || (0 < masks && bitsAt(text, end + 1) & DIGIT))
    )
      continue;
    else break;
  }
  // a lost character alone may have been any letter
  if (digits === 0 && /^[□■\ufffd]+$/.test(text.slice(at, end))) return null;
  // 10×20厘米 is a size
  if (masks === 1 && /^[\d０-９]+[xX×*＊Ｘｘ][\d０-９]/.test(text.slice(at, end))) return null;
  if (masks === 1 && isTimes(text, at)) return null;
  if (masks === 0 || /[A-Za-z\d]/.test(text[at - 1] ?? "") || end === at + 16) return null;
  const scaled = readScale(text, skipBlanks(text, end));
  const unit = readUnit(text, scaled.end);
  if (unit === null && scaled.scale === 1) return null;
  if (
    unit !== null &&
    scaled.scale === 1 &&
    unit.kind !== "money" &&
    NAMES.test(text.slice(unit.start, unit.start + 2))
  )
    return null;
  return {
    ...PLAIN,
    start: at,
    end: unit?.end ?? scaled.end,
    unit: unit?.name ?? "",
    kind: unit?.kind ?? "count",
    discrete: unit?.discrete ?? false,
    suspect: 0 < digits ? "garbled" : null,
    masked: digits === 0,
  };
}

/** 300元|×|12人: between two quantities stands a sign of multiplication. */
function isTimes(text: string, at: number): boolean {
  return (
    /^[xX×*＊Ｘｘ]\s?[\d０-９]/.test(text.slice(at, at + 3)) &&
    /[\d０-９]\s?[万亿]?(?:[\p{Script=Han}㎡%％/]{1,4}(?<![年月日第为]))?\s?$/u.test(
      text.slice(Math.max(0, at - 10), at),
    )
  );
}

/** A question mark between two digits, ## for a number. */
function isHidden(text: string, at: number, digits: number): boolean {
  const c = text[at] ?? "";
  if (c === "#" || c === "＃") return text[at + 1] === c || text[at - 1] === c;
  return (c === "?" || c === "？") && 0 < digits && (bitsAt(text, at + 1) & DIGIT) !== 0;
}
