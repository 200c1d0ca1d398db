import { bitsAt, DIGIT, HAN_DIGIT, MASK, SCALE, skipBlanks } from "./characters.ts";
import { readScale } from "./multiplier.ts";
import { readNumeral } from "./numeral.ts";
import type { Quantity } from "./quantity.ts";
import { readUnit } from "./unit.ts";

const PLAIN = {
  value: null,
  range: null,
  discrete: false,
  qualifier: null,
  suspect: null,
  masked: false,
  numeral: null,
} as const;

/** Quantities that are written in words: 三分之二, 九成, 过半, 翻一番. Null where none begins at the offset. */
export function readWords(text: string, at: number): Quantity | null {
  switch (text[at]) {
    case "翻":
      return readDoubling(text, at);
    case "过":
      return readHalf(text, at);
    default:
      return readFraction(text, at) ?? readTenths(text, at);
  }
}

const DOUBLING = /翻了?([一两二三四五])[番倍]/y;

/** `翻一番` is 2 倍, `翻两番` 4 倍. */
function readDoubling(text: string, at: number): Quantity | null {
  DOUBLING.lastIndex = at;
  const hit = DOUBLING.exec(text);
  if (hit === null) return null;
  const times = "一两三四五".indexOf((hit[1] ?? "").replace("二", "两")) + 1;
  return { ...PLAIN, start: at, end: DOUBLING.lastIndex, value: 2 ** times, unit: "倍", kind: "ratio" };
}

/** `过半` says more than 50 %. */
function readHalf(text: string, at: number): Quantity | null {
  if (/(?:时间|任务)$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  if (text[at + 1] !== "半" || !/[,，。;；、的数)）\n]|^$/.test(text[at + 2] ?? "")) return null;
  return { ...PLAIN, start: at, end: at + 2, value: 50, unit: "%", kind: "percent", qualifier: "at_least" };
}

const PARTS: Readonly<Record<number, readonly [unit: string, kind: "percent" | "rate"]>> = {
  100: ["%", "percent"],
  1000: ["‰", "rate"],
};

/** `三分之二` is 0.6667 without unit, `一又二分之一` 1.5, `百分之五` 5 %, `千分之三` 3 ‰. */
function readFraction(text: string, at: number): Quantity | null {
  if (!(bitsAt(text, at) & (DIGIT | HAN_DIGIT | SCALE))) return null;
  const first = readNumeral(text, at);
  if (first === null || first.range !== null) return null;
  const and = skipBlanks(text, first.end);
  const below = text[and] === "又" ? readNumeral(text, skipBlanks(text, and + 1)) : first;
  if (below === null || below.range !== null || below.value === 0) return null;
  OVER.lastIndex = below.end;
  if (!OVER.test(text)) return null;
  const above = readNumeral(text, OVER.lastIndex);
  if (above === null) return null;
  const parts = /^[百千]/.test(text.slice(below.start, below.end)) && below === first ? PARTS[below.value] : undefined;
  const whole = below === first ? 0 : first.value;
  const by = parts === undefined ? below.value : 1;
  const value = Number.isNaN(above.value)
    ? null
    : Number((whole + above.value / by).toFixed(parts === undefined ? 4 : 12));
  const [unit, kind] = parts ?? ["", "ratio"];
  return {
    ...PLAIN,
    start: at,
    end: above.end,
    value,
    range: above.range,
    unit,
    kind,
    qualifier: above.qualifier,
    numeral: below,
  };
}

const OVER = /[ \u3000]{0,2}分[ \u3000]{0,2}之[ \u3000]{0,2}/y;

const TENTHS =
  /([一二两三四五六七八九十]{1,2}(?:[点點][一二三四五六七八九])?|\d(?:\.\d)?|10|[０-９](?:[.．][\d０-９])?|１０)\s?成(半|[一二三四五六七八九])?(?![立为果功员本长绩效都年人品型分熟药语就套像风名千天])/y;

/** `九成` is 90 %, `七成半` 75 %. */
function readTenths(text: string, at: number): Quantity | null {
  TENTHS.lastIndex = at;
  const hit = TENTHS.exec(text);
  if (hit === null) return null;
  const numeral = readNumeral(text, at);
  if (numeral === null) return null;
  const more = hit[2] === undefined ? 0 : hit[2] === "半" ? 5 : (readNumeral(hit[2], 0)?.value ?? 0);
  const range = numeral.range === null ? null : numeral.range.map((part) => part * 10);
  const value = Number.isNaN(numeral.value) ? null : Number((numeral.value * 10).toFixed(6)) + more;
  return { ...PLAIN, start: at, end: TENTHS.lastIndex, value, range, unit: "%", kind: "percent", numeral };
}

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
    else if (0 < masks && /[.。．]/.test(text[end] ?? "") && bitsAt(text, end + 1) & (DIGIT | MASK)) continue;
    else break;
  }
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
