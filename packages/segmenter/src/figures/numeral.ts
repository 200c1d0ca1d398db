import { BLANK, bitsAt, DIGIT, digitAt, HAN_DIGIT, SCALE } from "./characters.ts";
import { readHan } from "./han.ts";
import { exact, type Numeral, readScale } from "./multiplier.ts";
import { readUnit } from "./unit.ts";

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
  if (bitsAt(text, end) & BLANK || (/[,，.．]/.test(text[end] ?? "") && bitsAt(text, end + 1) & BLANK)) {
    const loose = readLoose(text, at, end);
    if (loose !== null) {
      digits += loose.digits;
      end = loose.end;
      if (loose.fraction !== "") return scaledNumeral(text, at, end, digits, loose.fraction, 1);
    }
  }
  let points = 0;
  let fraction = "";
  while (POINT.test(text[end] ?? "") && bitsAt(text, end + 1) & DIGIT) {
    const part = readDigits(text, end + 1);
    fraction += part.text;
    end = part.end;
    points++;
  }
  return scaledNumeral(text, at, end, digits, fraction, points);
}

function scaledNumeral(
  text: string,
  at: number,
  end: number,
  digits: string,
  fraction: string,
  points: number,
): Numeral {
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

/** Blanks beside the commas between groups of three digits, or in their place: `1 950`, `1, 234`, `12 ,345`. */
const LOOSE = /(?:(?:[ \u3000\u00a0][,，]?|[,，] )[\d０-９]{3}(?![\d０-９]))+/y;
/** Blanks beside a decimal point: `12. 5`, `12 .5`. */
const LOOSE_POINT = /(?: [.．]|[.．] )([\d０-９]{1,2})(?=[%％‰万亿])/y;

interface Loose {
  readonly end: number;
  readonly digits: string;
  readonly fraction: string;
}

/**
 * What belongs to a number though a blank divides it.
 *
 *     诊治1 950人次     增长12. 5%     表1 200人以上单位
 *         ^^^^^            ^^^^^      two numbers: 表1 is a name
 */
function readLoose(text: string, at: number, end: number): Loose | null {
  const before = text[at - 1] ?? "";
  if (/[\d０-９.．|｜\t\n表图第例式章节页号年月卷期№]/.test(before)) return null;
  if (/[,，、]/.test(before) && bitsAt(text, at - 2) & DIGIT) return null;
  if (/\s/.test(before) && /[\s\d０-９|｜]|^$/.test(text[at - 2] ?? "")) return null;
  LOOSE_POINT.lastIndex = end;
  const point = LOOSE_POINT.exec(text);
  if (point !== null)
    return at === 0 ? null : { end: LOOSE_POINT.lastIndex, digits: "", fraction: (point[1] ?? "").normalize("NFKC") };
  LOOSE.lastIndex = end;
  const hit = end - at <= 3 ? LOOSE.exec(text) : null;
  if (hit === null) return null;
  const scaled = readScale(text, LOOSE.lastIndex);
  if (scaled.scale === 1 && scaled.qualifier === null && readUnit(text, scaled.end) === null) return null;
  return { end: LOOSE.lastIndex, digits: hit[0].normalize("NFKC").replace(/[ ,]/g, ""), fraction: "" };
}

/** What follows a multiplier and is smaller: `3万|4000`, `1亿|2000万`. */
function readTail(text: string, at: number, scale: number): Numeral | null {
  if (bitsAt(text, at) & BLANK || !(bitsAt(text, at) & (DIGIT | HAN_DIGIT))) return null;
  const tail = readNumeral(text, /[零〇]/.test(text[at] as string) && bitsAt(text, at + 1) & DIGIT ? at + 1 : at);
  return tail !== null && tail.value < scale && tail.range === null ? tail : null;
}
