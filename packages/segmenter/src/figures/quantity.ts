import type { FigureKind, Qualifier, Suspect } from "@zongjie/document";
import { readBroken } from "./broken.ts";
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

/** What nothing is known of beyond its place. */
export const PLAIN = {
  value: null,
  range: null,
  discrete: false,
  qualifier: null,
  suspect: null,
  masked: false,
  numeral: null,
} as const;

const TO = /[-－–—―−~～〜至到]/;

/**
 * Reads the quantity whose numeral begins at an offset.
 *
 *     5~6|万元    6|人以上10|人以下    1|:|2    1|、|38|亿元
 */
export function readQuantity(text: string, at: number): Quantity | null {
  const numeral = readBroken(text, at) ?? readSeparated(text, at) ?? readNumeral(text, at);
  if (numeral === null) return null;
  const unit = readUnit(text, numeral.end);
  const ratio = readRatio(text, numeral);
  if (ratio !== null) return ratio;
  return readRange(text, numeral, unit) ?? signed(text, withRest(text, simple(numeral, unit)));
}

/** 两年|半, 两个|半小时: the half behind a unit. */
const HALVES = /半(?![径数壁导封决边夜路票天])/y;
const HALF_OF = /半(小时|钟头|月|学期|星期)/y;

function withRest(text: string, quantity: Quantity): Quantity {
  const { value, unit, kind, end } = quantity;
  if (value === null || text[end] !== "半") return withTimes(text, withCoins(text, quantity));
  if (unit === "个") {
    HALF_OF.lastIndex = end;
    const of = HALF_OF.exec(text)?.[1];
    if (of === undefined) return quantity;
    return { ...quantity, end: HALF_OF.lastIndex, value: value + 0.5, unit: of, kind: "duration", discrete: false };
  }
  HALVES.lastIndex = end;
  const measures = kind === "duration" || kind === "weight" || kind === "length" || kind === "area" || unit === "倍";
  if (!measures || quantity.numeral?.decimal === true || !HALVES.test(text)) return quantity;
  return { ...quantity, end: end + 1, value: value + 0.5 };
}

/** 123元|1角|1分: the smaller coins belong to the sum. */
function withCoins(text: string, quantity: Quantity): Quantity {
  if (quantity.value === null || !/^(?:元|圆|块|美元|欧元|日元)$/.test(quantity.unit)) return quantity;
  let { end, value } = quantity;
  // 12块5
  const tenths = /^[1-9一二三四五六七八九](?=[，,。；;、钱）)\s]|$)/.exec(
    quantity.unit === "块" ? text.slice(end, end + 2) : "",
  );
  if (tenths !== null)
    return {
      ...quantity,
      end: end + 1,
      value: exact(value + (readNumeral(tenths[0], 0)?.value ?? 0) / 10, 1),
      kind: "money",
    };
  for (const [coins, worth] of COINS) {
    const from = text[end] === "又" || text[end] === "零" ? end + 1 : end;
    const numeral = bitsAt(text, from) & (DIGIT | HAN_DIGIT) ? readNumeral(text, from) : null;
    const coin = numeral === null ? null : coins.exec(text.slice(numeral.end, numeral.end + 3));
    if (numeral === null || 100 <= numeral.value || numeral.range !== null || coin === null) continue;
    value = exact(value + numeral.value * worth, 1);
    end = numeral.end + coin[0].length;
  }
  return end === quantity.end ? quantity : { ...quantity, end, value: Number(value.toFixed(2)), kind: "money" };
}

const COINS: readonly (readonly [RegExp, number])[] = [
  [/^[角毛]/, 0.1],
  // 1.28亿元|一分未花
  [/^[美欧]?分(?![未没不也都])/, 0.01],
];

/** Units of time from the larger to the smaller, and how many of the next one has. */
const TIMES: readonly (readonly [units: RegExp, of: number])[] = [
  [/^年$/, 12],
  [/^个月$/, Number.NaN],
  [/^天$/, 24],
  [/^个?(?:小时|钟头)$/, 60],
  [/^(?:分钟|分)$/, 60],
  [/^秒钟?$/, Number.NaN],
];

/** 2小时|40分钟, 3年|6个月, 2分|16秒: one time, in its smallest unit. */
function withTimes(text: string, quantity: Quantity): Quantity {
  let whole = quantity;
  for (;;) {
    const { value, unit, end, range, numeral, qualifier } = whole;
    const rank = TIMES.findIndex(([units]) => units.test(unit));
    const many = TIMES[rank]?.[1] ?? Number.NaN;
    if (Number.isNaN(many) || value === null || range !== null || qualifier !== null || numeral?.decimal) return whole;
    const from = /[零又]/.test(text[end] ?? "") ? end + 1 : end;
    const next = bitsAt(text, from) & (DIGIT | HAN_DIGIT | SCALE) ? readNumeral(text, from) : null;
    if (next === null || next.decimal || next.range !== null || next.qualifier !== null || !(next.value < many))
      return whole;
    const below = readUnit(text, next.end);
    if (below === null || !TIMES[rank + 1]?.[0].test(below.name)) return whole;
    whole = { ...whole, end: below.end, value: value * many + next.value, unit: below.name, kind: "duration" };
  }
}

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

/** A minus: `-1.93‰`, `负三`, `负的百分之二`. After a digit or a letter it is a dash, in 担负 a verb. */
export function signed(text: string, quantity: Quantity): Quantity {
  const { start, value } = quantity;
  const at = value === null ? null : signBefore(text, quantity);
  return at === null || at === start || value === null ? quantity : { ...quantity, start: at, value: -value };
}

/** Where the minus of a quantity stands; null where there is none. */
function signBefore(text: string, { start, unit, kind, numeral }: Quantity): number | null {
  const behind = skipBlanksBack(text, start);
  const at = text[behind - 1] === "的" && /[负負]/.test(text[behind - 2] ?? "") ? behind - 2 : behind - 1;
  const sign = text[at] ?? "";
  const before = text[at - 1] ?? "";
  if (sign === "下") return before === "零" && DEGREES.test(unit) ? at - 1 : null;
  if (!/[-－−负負]/.test(sign)) return null;
  if (/[负負]/.test(sign)) return /[担肩胜欺抱自辜背正擔勝]/.test(before) ? null : at;
  const fits =
    kind === "percent" ||
    kind === "rate" ||
    numeral?.decimal === true ||
    DEGREES.test(unit) ||
    MAY_BE_LESS.test(text.slice(Math.max(0, at - 4), at)) ||
    (kind === "ratio" && unit === "") ||
    // a cell that is |-12|
    /(?:^|[\t\n]|[|｜] ?)$/.test(text.slice(Math.max(0, at - 2), at));
  if (!fits || at + 1 !== start) return null;
  const dash = /[\dA-Za-z%％‰年月日一二三四五六七八九十百千万亿]/.test(before);
  return dash && !/[上去]年$/.test(text.slice(Math.max(0, at - 2), at)) ? null : at;
}

const DEGREES = /^[℃°度摄华]/;

/** Names of what may be less than nothing, and words before a value: 净利润|-320万元, 较上年|-86户, 结余（|-12万元）. */
const MAY_BE_LESS =
  /(?:利润|盈亏|损益|亏损|收益|[结盈]余|[余差]额|净[额值增]|净?流[入出]|增[减长速幅量]|[同环]比|[上去]年|年初|变[化动]|[为是达：:（(])\s?$/;

/** `6-15个工作日`, `5万元以上10万元以下`: null where no second end follows. */
function readRange(text: string, first: Numeral, unit: Unit | null): Quantity | null {
  if (first.range !== null || first.suspect === "malformed") return null;
  let at = skipBlanks(text, unit?.end ?? first.end);
  const open = /^以[上下]/.test(text.slice(at, at + 2));
  if (open) at = skipBlanks(text, at + 2);
  // 1.2 ⇥ -3.0: two cells
  if (text[at - 1] === "\t") return null;
  const from = at;
  while (at < from + 2 && TO.test(text[at] ?? "")) at++;
  if (text[at - 1] === "至" && text[at] === "少") return null;
  if (at === from && (!open || /[、,，]/.test(text[at] ?? ""))) return null;
  at = skipBlanks(text, at);
  const sign = signBefore(text, simple(first, unit));
  const minus = sign !== null && /[-－−负負]/.test(text[at] ?? "") ? 1 : 0;
  at += minus;
  if (!(bitsAt(text, at) & (DIGIT | HAN_DIGIT | SCALE))) return null;
  const second = readNumeral(text, at);
  if (second === null || second.range !== null || second.suspect === "malformed") return null;
  const end = readUnit(text, second.end);
  if (unit !== null && (end === null || end.name !== unit.name)) return null;
  if (from === skipBlanks(text, first.end) && text[from - 1] === undefined) return null;
  if (sign === null) return spread(text, first, second, end, open);
  const [low, high] = [-first.value, minus === 1 ? -second.value : second.value];
  if (!(low < high)) return null;
  return { ...simple(second, end), start: sign, value: null, range: [low, high], numeral: first };
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
  const isTail = /[:：∶]/.test(text[first.start - 1] ?? "") && bitsAt(text, first.start - 2) & (DIGIT | HAN_DIGIT);
  if (parts.length < 2 || isTail || parts.some(Number.isNaN)) return null;
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
