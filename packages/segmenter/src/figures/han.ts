import type { Qualifier } from "@zongjie/document";
import { bitsAt, HAN_DIGIT, SCALE } from "./characters.ts";
import { exact, type Numeral, readScale } from "./numeral.ts";
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
  if (isNumeral(text, end) || end === at) return null;
  const run = text.slice(at, end);
  if (text[end] === "几") return readTeens(text, at, end, run);
  if (text[end] === "点" && bitsAt(text, end + 1) & HAN_DIGIT) return readDecimal(text, at, end, run);
  const value = valueHan(run);
  const scaled = readScale(text, end);
  const bare = (numerals().scales.get(run.slice(0, 1)) ?? 0) >= 100;
  const shared = { start: at, end: scaled.end, qualifier: scaled.qualifier, suspect: null, han: true, bare };
  const rest = { decimal: false, digits: run.length, coefficient: 0, scale: 1 };
  if (typeof value === "number") {
    const own = lastScale(run);
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
  return { ...shared, ...rest, value: Number.NaN, range, qualifier: scaled.qualifier ?? "approx" };
}

function isNumeral(text: string, at: number): boolean {
  const c = text[at] ?? "";
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
  if (typeof base !== "number" || !/[十百]$/.test(run)) return null;
  const scaled = readScale(text, end + 1);
  const qualifier: Qualifier = "at_least";
  return { ...vague(at, scaled.end, [0, 0]), range: null, value: exact(base, scaled.scale), coefficient: base, qualifier };
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
  for (; end < point + LONGEST && bitsAt(text, end) & HAN_DIGIT; end++) digits += numerals().digits.get(text[end] ?? "");
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

/**
 * What a run of numeral characters is worth: `一百一十一万` is 1110000, `二〇二一` 2021, `三四十` [30, 40], `一百二` 120.
 */
export function valueHan(run: string): number | readonly [number, number] {
  const { digits, scales } = numerals();
  let low = 0; // finished sections of 万 and 亿
  let section = 0;
  let digit: number | null = null;
  let alternative: number | null = null; // 三四: the second reading
  let last = 1;
  let zero = false;
  let range: [number, number] | null = null;
  for (let i = 0; i < run.length; i++) {
    const c = run[i] as string;
    const scale = scales.get(c);
    if (scale === undefined) {
      const d = digits.get(c) ?? 0;
      if (digit === null || digit === 0) digit = d;
      else if (alternative === null && isStep(digit, d) && !/[0-9零〇○一二三四五六七八九]/.test(run[i + 1] ?? "")) alternative = d;
      else return positional(run);
      if (d === 0) zero = true;
      continue;
    }
    const add = (d: number): number =>
      scale < 10000 ? low + section + d * scale : low + (section + d) * scale;
    if (alternative !== null && digit !== null) range = [add(digit), add(alternative)];
    const d = digit ?? (section === 0 || scale < 1000 ? (scale < 10000 && (last !== 1 || section === 0) ? 1 : 0) : 0);
    if (scale < 10000) section += d * scale;
    else if (1e8 <= scale && low !== 0 && section + d !== 0 && low < scale) {
      low = (low + section + d) * scale;
      section = 0;
    } else if (section + (digit ?? 0) === 0) {
      low = low === 0 ? scale : low * scale;
      section = 0;
    } else {
      low += (section + (digit ?? 0)) * scale;
      section = 0;
    }
    if (range !== null && i + 1 < run.length) range = growRange(run, i, range);
    if (range !== null) return range;
    digit = null;
    alternative = null;
    last = scale;
    zero = false;
  }
  if (alternative !== null && digit !== null) return [low + section + digit, low + section + alternative];
  // 一百二 is 120, 一百零二 is 102
  const tail = digit === null ? 0 : 100 <= last && !zero ? (digit * last) / 10 : digit;
  return low + section + tail;
}

/** The multipliers behind a range belong to both ends: 三四十|万. */
function growRange(run: string, at: number, range: readonly [number, number]): [number, number] {
  let scale = 1;
  for (let i = at + 1; i < run.length; i++) scale *= numerals().scales.get(run[i] as string) ?? 1;
  return [exact(range[0], scale), exact(range[1], scale)];
}

function isStep(a: number, b: number): boolean {
  return b - a === 1 || (a === 3 && b === 5);
}

/** 二〇二一: digit by digit. A multiplier in it makes it no number. */
function positional(run: string): number {
  // 九三 in 七、八、九三个年级 is two numbers
  if (run.length < 3 && !/[零〇○]/.test(run)) return Number.NaN;
  let value = 0;
  for (const c of run) {
    const d = numerals().digits.get(c);
    if (d === undefined) return Number.NaN;
    value = value * 10 + d;
  }
  return value;
}
