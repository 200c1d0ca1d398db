import type { Qualifier } from "@zongjie/document";
import { bitsAt, DIGIT, HAN_DIGIT, SCALE } from "./characters.ts";
import { valueHan } from "./hanvalue.ts";
import { exact, type Numeral, readScale, type Scaled } from "./multiplier.ts";
import { numerals } from "./vocabulary.ts";

/** Longest numeral in Han characters that is valued; a longer run is no number anybody wrote. */
const LONGEST = 40;

/** 数十 and 几十 mean more than one and less than ten of them. */
const VAGUE: readonly string[] = ["数", "几"];

/**
 * Reads a numeral in Han characters.
 *
 *     二十|多|万       digits and multipliers, infix, multiplier
 *     一|点|五|亿      decimals
 *     两三|千          two digits in a row: a range
 *     数|十   十|几    vague
 */
export function readHan(text: string, at: number): Numeral | null {
  if (VAGUE.includes(text[at] ?? "")) return readVague(text, at);
  let end = at;
  while (end < at + LONGEST && isNumeral(text, end)) end++;
  if (isNumeral(text, end) || end === at || isWord(text, at, end)) return null;
  // 三十|两 weighs, 三十两|千 is no number
  if (at + 1 < end && text[end - 1] === "两") end--;
  const run = text.slice(at, end);
  if (text[end] === "几") return readTeens(text, at, end, run);
  if (/[点點]/.test(text[end] ?? "") && bitsAt(text, end + 1) & HAN_DIGIT) return readDecimal(text, at, end, run);
  const value = valueHan(run);
  const tailed = readTailed(text, end, run);
  const scaled = tailed ?? readScale(text, end);
  const bare = (numerals().scales.get(run.slice(0, 1)) ?? 0) >= 100;
  const shared = { start: at, end: scaled.end, qualifier: scaled.qualifier, suspect: null, han: true, bare };
  const rest = { decimal: false, digits: run.length, coefficient: 0, scale: 1 };
  if (typeof value === "number") {
    const own = lastScale(run);
    if (tailed !== null) return { ...shared, ...rest, value: value + tailed.rest, range: null };
    return {
      ...shared,
      ...rest,
      value: exact(value, scaled.scale),
      range: null,
      coefficient: scaled.scale === 1 ? value / own : value,
      scale: scaled.scale === 1 ? own : scaled.scale,
    };
  }
  const range: [number, number] = [exact(value[0], scaled.scale), exact(value[1], scaled.scale)];
  return { ...shared, ...rest, value: Number.NaN, range, qualifier: scaled.qualifier };
}

/** 登|陆|部队, |拾|起: characters of sums in full that make words alone. */
function isWord(text: string, at: number, end: number): boolean {
  return (
    at + 1 === end &&
    1 < text.length &&
    /[伍陆拾佰仟]/.test(text[at] as string) &&
    !/[元圆角万亿分]/.test(text[end] ?? "")
  );
}

/** 四千|230: digits that fill up a multiplier. */
function readTailed(text: string, end: number, run: string): (Scaled & { readonly rest: number }) | null {
  const scale = numerals().scales.get(run.slice(-1)) ?? 0;
  if (scale < 100 || run.length < 2 || !(bitsAt(text, end) & DIGIT)) return null;
  let last = end;
  while (last < end + 9 && bitsAt(text, last) & DIGIT) last++;
  const rest = Number(text.slice(end, last).normalize("NFKC"));
  if (scale <= rest || /[.．,，万亿年月日]/.test(text[last] ?? "")) return null;
  const more = readScale(text, last);
  return more.scale === 1 ? { ...more, rest } : null;
}

function isNumeral(text: string, at: number): boolean {
  const c = text[at] ?? "";
  // 二十五|千克, 三十|千瓦
  if (/[千兆]/.test(c) && /[瓦克米帕伏卡焦赫字]/.test(text[at + 1] ?? "") && bitsAt(text, at - 1) & (HAN_DIGIT | SCALE))
    return false;
  return (bitsAt(text, at) & (HAN_DIGIT | SCALE)) !== 0 && !/[数几半过翻]/.test(c);
}

/** 万 of 三万, 千 of 三千: what a range may share (三至五万). */
function lastScale(run: string): number {
  if (run.length < 2) return 1;
  return numerals().scales.get(run.slice(-1)) ?? 1;
}

/** 数十, 几百: from one fewer than two of them to one more than nine (guide: 数十 is 20 to 99). */
function readVague(text: string, at: number): Numeral | null {
  const scaled = readPlainScale(text, at + 1);
  if (scaled === null) return null;
  const { scale } = scaled;
  return vague(at, scaled.end, [2 * scale, 10 * scale - 1]);
}

function readPlainScale(text: string, at: number): { end: number; scale: number } | null {
  let end = at;
  let scale = 1;
  for (let by = numerals().scales.get(text[end] ?? ""); by !== undefined; by = numerals().scales.get(text[end] ?? "")) {
    scale *= by;
    end++;
  }
  return end === at ? null : { end, scale };
}

/** 十几, 二十几(万): 几 is an infix as 多 is. */
function readTeens(text: string, at: number, end: number, run: string): Numeral | null {
  const base = valueHan(run);
  if (typeof base !== "number" || !/[十百千拾佰仟]$/.test(run)) return null;
  const scaled = readScale(text, end + 1);
  const qualifier: Qualifier = "at_least";
  return {
    ...vague(at, scaled.end, [0, 0]),
    range: null,
    value: exact(base, scaled.scale),
    coefficient: base,
    qualifier,
  };
}

function vague(start: number, end: number, range: readonly [number, number]): Numeral {
  const qualifier: Qualifier = "approx";
  return {
    start,
    end,
    value: Number.NaN,
    coefficient: 0,
    scale: 1,
    range,
    qualifier,
    suspect: null,
    han: true,
    bare: false,
    decimal: false,
    digits: 0,
  };
}

function readDecimal(text: string, at: number, point: number, run: string): Numeral | null {
  const whole = valueHan(run);
  let end = point + 1;
  let digits = "";
  for (; end < point + LONGEST && bitsAt(text, end) & HAN_DIGIT; end++)
    digits += numerals().digits.get(text[end] ?? "") ?? "";
  if (typeof whole !== "number") return null;
  const coefficient = Number(`${whole}.${digits}`);
  const scaled = readScale(text, end);
  return {
    start: at,
    end: scaled.end,
    value: exact(coefficient, scaled.scale),
    coefficient,
    scale: scaled.scale,
    range: null,
    qualifier: scaled.qualifier,
    suspect: null,
    han: true,
    bare: false,
    decimal: true,
    digits: run.length,
  };
}
