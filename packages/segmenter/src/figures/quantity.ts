import type { FigureKind, Qualifier, Suspect } from "@zongjie/document";
import { bitsAt, DIGIT, HAN_DIGIT, SCALE, skipBlanks, skipBlanksBack } from "./characters.ts";
import { exact, type Numeral } from "./multiplier.ts";
import { readNumeral } from "./numeral.ts";
import { readSeparated } from "./separator.ts";
import { readUnit, type Unit } from "./unit.ts";

/** A quantity as read: numerals, unit and where it stands, before anybody asks whether it is a figure. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly range: readonly number[] | null;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly discrete: boolean;
  readonly qualifier: Qualifier | null;
  readonly suspect: Suspect | null;
  readonly masked: boolean;
  /** The numeral that it begins with; null for words such as 过半. */
  readonly numeral: Numeral | null;
}

const TO = /[-－–—―−~～〜至到]/;

/**
 * Reads the quantity whose numeral begins at an offset.
 *
 *     5~6|万元    6|人以上10|人以下    1|:|2    1|、|38|亿元
 */
export function readQuantity(text: string, at: number): Quantity | null {
  const numeral = readSeparated(text, at) ?? readNumeral(text, at);
  if (numeral === null) return null;
  const unit = readUnit(text, numeral.end);
  const ratio = readRatio(text, numeral);
  if (ratio !== null) return ratio;
  return readRange(text, numeral, unit) ?? signed(text, withCoins(text, simple(numeral, unit)));
}

/** 123元|1角|1分: the smaller coins belong to the sum. */
function withCoins(text: string, quantity: Quantity): Quantity {
  if (quantity.value === null || !/^(?:元|圆|块)$/.test(quantity.unit)) return quantity;
  let { end, value } = quantity;
  for (const [coins, worth] of COINS) {
    const numeral = bitsAt(text, end) & (DIGIT | HAN_DIGIT) ? readNumeral(text, end) : null;
    if (numeral === null || 100 <= numeral.value || numeral.range !== null || !coins.test(text[numeral.end] ?? ""))
      continue;
    value = exact(value + numeral.value * worth, 1);
    end = numeral.end + 1;
  }
  return end === quantity.end ? quantity : { ...quantity, end, value: Number(value.toFixed(2)) };
}

const COINS: readonly (readonly [RegExp, number])[] = [
  [/[角毛]/, 0.1],
  [/分/, 0.01],
];

function simple(numeral: Numeral, unit: Unit | null): Quantity {
  const { value, range } = numeral;
  return {
    start: numeral.start,
    end: unit?.end ?? numeral.end,
    value: Number.isNaN(value) ? null : value,
    range,
    unit: unit?.name ?? "",
    kind: unit?.kind ?? "count",
    discrete: unit?.discrete ?? false,
    qualifier: numeral.qualifier,
    suspect: numeral.suspect,
    masked: false,
    numeral,
  };
}

/** A minus: `-1.93‰`, `负三`. After a digit or a letter it is a dash, in 担负 a verb. */
export function signed(text: string, quantity: Quantity): Quantity {
  const { start, value, numeral, kind } = quantity;
  const at = skipBlanksBack(text, start) - 1;
  const sign = text[at] ?? "";
  const before = text[at - 1] ?? "";
  if (value === null || !/[-－−负負]/.test(sign)) return quantity;
  if (/[负負]/.test(sign))
    return /[担肩胜欺抱自辜背正擔勝]/.test(before) ? quantity : { ...quantity, start: at, value: -value };
  const fits =
    kind === "percent" ||
    kind === "rate" ||
    numeral?.decimal === true ||
    /^[℃°度]/.test(quantity.unit) ||
    before === "";
  if (!fits || at + 1 !== start || /[\dA-Za-z%％‰年月日一二三四五六七八九十百千万亿]/.test(before)) return quantity;
  return { ...quantity, start: at, value: -value };
}

/** `6-15个工作日`, `5万元以上10万元以下`: null where no second end follows. */
function readRange(text: string, first: Numeral, unit: Unit | null): Quantity | null {
  if (first.range !== null || first.suspect === "malformed") return null;
  let at = skipBlanks(text, unit?.end ?? first.end);
  const open = /^以[上下]/.test(text.slice(at, at + 2));
  if (open) at = skipBlanks(text, at + 2);
  const from = at;
  while (at < from + 2 && TO.test(text[at] ?? "")) at++;
  if (text[at - 1] === "至" && text[at] === "少") return null;
  if (at === from && (!open || /[、,，]/.test(text[at] ?? ""))) return null;
  at = skipBlanks(text, at);
  if (!(bitsAt(text, at) & (DIGIT | HAN_DIGIT | SCALE))) return null;
  const second = readNumeral(text, at);
  if (second === null || second.range !== null || second.suspect === "malformed") return null;
  const end = readUnit(text, second.end);
  if (unit !== null && (end === null || end.name !== unit.name)) return null;
  if (from === skipBlanks(text, first.end) && text[from - 1] === undefined) return null;
  return spread(text, first, second, end, open);
}

function spread(text: string, first: Numeral, second: Numeral, unit: Unit | null, open: boolean): Quantity | null {
  // 5~6万 and 三至五千 share the multiplier; 二十至三十 has none to share
  const shares = first.scale < second.scale && 100 <= second.scale && first.value < second.coefficient;
  const low = shares ? exact(first.value, second.scale) : first.value;
  if (!(low < second.value)) return null;
  let end = unit?.end ?? second.end;
  if (open) {
    const close = skipBlanks(text, end);
    if (!/^以[下内上]/.test(text.slice(close, close + 2))) return null;
    end = close + 2;
  }
  const base = simple(second, unit);
  return { ...base, start: first.start, end, value: null, range: [low, second.value], numeral: first };
}

const COLON = /[:：∶比]/;

/** `1:2`, `1.1:50.3:48.6`, `1比3`; never a time of day. */
function readRatio(text: string, first: Numeral): Quantity | null {
  if (!COLON.test(text[first.end] ?? "") || first.range !== null || first.scale !== 1) return null;
  const parts = [first.value];
  let last = first;
  while (COLON.test(text[last.end] ?? "") && parts.length < 6) {
    const next = readNumeral(text, last.end + 1);
    if (next === null || next.range !== null || next.scale !== 1 || next.han !== first.han) break;
    parts.push(next.value);
    last = next;
  }
  if (parts.length < 2 || COLON.test(text[first.start - 1] ?? "") || parts.some(Number.isNaN)) return null;
  // two long numbers are ports or counters
  if (parts.every((part) => 1000 <= part)) return null;
  const isWord = text[first.end] === "比";
  if (
    isWord &&
    (!/^(?:的|$|[,，。;；、)）])/.test(text.slice(last.end, last.end + 1)) || readUnit(text, last.end) !== null)
  )
    return null;
  if (!isWord && parts.length < 4 && looksLikeTime(text, first, last, parts)) return null;
  const base = simple(first, null);
  return { ...base, end: last.end, value: null, range: parts, unit: ":", kind: "ratio" };
}

/** 9:30 is a time unless words around say ratio: two digits below 60 behind an hour. */
function looksLikeTime(text: string, first: Numeral, last: Numeral, parts: readonly number[]): boolean {
  if (last.decimal || first.decimal || first.han) return false;
  const minute = parts[1] ?? 60;
  if (last.end - last.start !== 2 || 60 <= minute || 24 < (parts[0] ?? 99)) return false;
  const before = text.slice(Math.max(0, first.start - 20), first.start).replace(/.*[。；;\n]/s, "");
  const after = text.slice(last.end, last.end + 5);
  return !/[比按率例配]/.test(before) && !/^的?\s?(?:比|配)/.test(after);
}
