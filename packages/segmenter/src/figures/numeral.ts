import { BLANK, bitsAt, DIGIT, digitAt, HAN_DIGIT, SCALE } from "./characters.ts";
import { readHan } from "./han.ts";
import { exact, type Numeral, readScale } from "./multiplier.ts";

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

/** What follows a multiplier and is smaller: `3万|4000`, `1亿|2000万`. */
function readTail(text: string, at: number, scale: number): Numeral | null {
  if (bitsAt(text, at) & BLANK || !(bitsAt(text, at) & (DIGIT | HAN_DIGIT))) return null;
  const tail = readNumeral(text, /[零〇]/.test(text[at] as string) && bitsAt(text, at + 1) & DIGIT ? at + 1 : at);
  return tail !== null && tail.value < scale && tail.range === null ? tail : null;
}
