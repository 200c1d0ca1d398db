import type { Qualifier, Suspect } from "@zongjie/document";
import { BLANK, bitsAt, DIGIT, digitAt, HAN_DIGIT, SCALE, skipBlanks } from "./characters.ts";
import { readHan } from "./han.ts";
import { numerals } from "./vocabulary.ts";

/** A numeral with its multiplier: `4.5万余` reaches to the end of 余 and is worth 45000. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The number before its multiplier (4.5), so that a range may share it: 5~6万. */
  readonly coefficient: number;
  /** What the multiplier is worth; 1 where there is none. */
  readonly scale: number;
  /** 三四十, 数十: the numeral itself names a range. */
  readonly range: readonly [number, number] | null;
  /** What an infix says: 余, 多, 几. */
  readonly qualifier: Qualifier | null;
  readonly suspect: Suspect | null;
  /** Written in Han characters. */
  readonly han: boolean;
  /** It is nothing but a multiplier: 万(元). */
  readonly bare: boolean;
  readonly decimal: boolean;
  /** How many Arabic digits stand before the decimal point. */
  readonly digits: number;
}

const GROUP = /[,，]/;
const POINT = /[.．]/;

/** Reads the numeral that begins at an offset, or null: `readNumeral("约20 多万元", 1)`. */
export function readNumeral(text: string, at: number): Numeral | null {
  const bits = bitsAt(text, at);
  if (bits & DIGIT) return readArabic(text, at);
  if (bits & (HAN_DIGIT | SCALE)) return readHan(text, at);
  return null;
}

/**
 *     1,100.5 万 余
 *     ^     ^ ^  ^
 *     |     | |  infix behind the multiplier
 *     |     | multiplier
 *     |     decimals; a second point makes it malformed
 *     groups of three
 */
function readArabic(text: string, at: number): Numeral {
  const whole = readDigits(text, at);
  let end = whole.end;
  let digits = whole.text;
  while (digits.length > 0 && whole.end - at <= 3 && GROUP.test(text[end] ?? "")) {
    const group = readDigits(text, end + 1);
    if (group.end - end !== 4) break;
    digits += group.text;
    end = group.end;
  }
  let points = 0;
  let fraction = "";
  while (POINT.test(text[end] ?? "") && bitsAt(text, end + 1) & DIGIT) {
    const part = readDigits(text, end + 1);
    fraction += part.text;
    end = part.end;
    points++;
  }
  const coefficient = Number(points === 0 ? digits : `${digits}.${fraction}`);
  const scaled = readScale(text, end);
  const tail = scaled.scale === 1 || scaled.qualifier !== null ? null : readTail(text, scaled.end, scaled.scale);
  const value = exact(coefficient, scaled.scale) + (tail?.value ?? 0);
  return {
    start: at,
    end: tail?.end ?? scaled.end,
    value: points < 2 ? value : Number.NaN,
    coefficient,
    scale: tail === null ? scaled.scale : 1,
    range: null,
    qualifier: tail?.qualifier ?? scaled.qualifier,
    suspect: points < 2 ? null : "malformed",
    han: false,
    bare: false,
    decimal: points !== 0,
    digits: digits.length,
  };
}

/** Multiplies so that 1.38 × 10⁸ is 138000000 to the last digit. */
export function exact(value: number, scale: number): number {
  return scale === 1 ? value : Number.parseFloat((value * scale).toPrecision(15));
}

function readDigits(text: string, at: number): { text: string; end: number } {
  let end = at;
  let ascii = true;
  while (bitsAt(text, end) & DIGIT) {
    if (0xff00 < text.charCodeAt(end)) ascii = false;
    end++;
  }
  if (ascii) return { text: text.slice(at, end), end };
  let digits = "";
  for (let i = at; i < end; i++) digits += digitAt(text, i);
  return { text: digits, end };
}

interface Scaled {
  readonly end: number;
  readonly scale: number;
  readonly qualifier: Qualifier | null;
}

/** Multipliers behind a numeral, with an infix before or behind them: `多万`, `万余`, `千万`. Ends at `at` where none stand. */
export function readScale(text: string, at: number): Scaled {
  const { scales, infixes } = numerals();
  let end = at;
  let scale = 1;
  let qualifier: Qualifier | null = null;
  let next = skipBlanks(text, end);
  const before = infixes.get(text[next] ?? "");
  if (before !== undefined && (text[next] !== "来" || /[个名种件条岁年天]/.test(text[next + 1] ?? ""))) {
    qualifier = before;
    end = next + 1;
    next = skipBlanks(text, end);
  }
  for (let by = scales.get(text[next] ?? ""); by !== undefined && 100 <= by; by = scales.get(text[next] ?? "")) {
    // 千瓦时, 兆瓦, 千克 are units
    if (/[千兆]/.test(text[next] as string) && /[瓦克米帕伏卡焦赫字]/.test(text[next + 1] ?? "")) break;
    scale *= by;
    end = next + 1;
    next = skipBlanks(text, end);
  }
  if (scale === 1 && qualifier === null && /^[kK](?![A-Za-z\d])/.test(text.slice(at, at + 2)))
    return { end: at + 1, scale: 1000, qualifier };
  if (scale === 1 || qualifier !== null) return { end, scale, qualifier };
  const behind = infixes.get(text[next] ?? "");
  if (behind === undefined || text[next] === "来" || text[next] === "几") return { end, scale, qualifier };
  return { end: next + 1, scale, qualifier: behind };
}

/** What follows a multiplier and is smaller: `3万|4000`, `1亿|2000万`. */
function readTail(text: string, at: number, scale: number): Numeral | null {
  if (bitsAt(text, at) & BLANK || !(bitsAt(text, at) & (DIGIT | HAN_DIGIT))) return null;
  const tail = readNumeral(text, /[零〇]/.test(text[at] as string) && bitsAt(text, at + 1) & DIGIT ? at + 1 : at);
  return tail !== null && tail.value < scale && tail.range === null ? tail : null;
}
