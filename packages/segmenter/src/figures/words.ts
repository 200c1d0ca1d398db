import { BLANK, bitsAt, DIGIT, HAN_DIGIT, SCALE } from "./characters.ts";
import { readFraction, readSlash } from "./fraction.ts";
import { readNumeral } from "./numeral.ts";
import { PLAIN, type Quantity } from "./quantity.ts";

/** Quantities that are written in words: 三分之二, 九成, 过半, 翻一番. Null where none begins at the offset. */
export function readWords(text: string, at: number): Quantity | null {
  switch (text[at]) {
    case "翻":
      return readDoubling(text, at);
    case "过":
      return readMost(text, at);
    case "半":
      return readHalf(text, at);
    default:
      return readPart(text, at);
  }
}

/** Longest numeral in front of 分之, 成, 折 or a slash, in UTF-16 units. */
const LONGEST = 24;

/** What the character behind the numeral begins: most numerals are no part of anything, and are read once only. */
function readPart(text: string, at: number): Quantity | null {
  let end = at;
  while (
    end < at + LONGEST &&
    (bitsAt(text, end) & (DIGIT | HAN_DIGIT | SCALE | BLANK) || /[点.．]/.test(text[end] ?? ""))
  )
    end++;
  switch (text[end]) {
    case "分":
    case "又":
      return readFraction(text, at);
    case "成":
      return readTenths(text, at);
    case "折":
      return readDiscount(text, at);
    case "/":
    case "／":
      return readSlash(text, at);
    default:
      return null;
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
function readMost(text: string, at: number): Quantity | null {
  if (/(?:时间|任务)$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  if (text[at + 1] !== "半" || !/[,，。;；、的数)）\n]|^$/.test(text[at + 2] ?? "")) return null;
  return { ...PLAIN, start: at, end: at + 2, value: 50, unit: "%", kind: "percent", qualifier: "at_least" };
}

const HALF = /半个?(小时|钟头|月|公里|斤|吨|亩|年(?=[，,。；;、]|以[上内]|左右))(?![之以]?[前后])/y;
const KINDS: Readonly<Record<string, Quantity["kind"]>> = { 公里: "length", 斤: "weight", 吨: "weight", 亩: "area" };

/** `半小时` is 0.5 小时; never 上半年, 大半, 两个半小时. */
function readHalf(text: string, at: number): Quantity | null {
  HALF.lastIndex = at;
  const unit = HALF.exec(text)?.[1];
  if (unit === undefined || /[上下前后大小过一多数个年月天时每近这头\p{Nd}]/u.test(text[at - 1] ?? "")) return null;
  if (unit === "月" && text[at + 1] !== "个") return null;
  if (unit === "年" && !/\p{Script=Han}/u.test(text[at - 1] ?? "")) return null;
  return { ...PLAIN, start: at, end: HALF.lastIndex, value: 0.5, unit, kind: KINDS[unit] ?? "duration" };
}

const TENTHS =
  /([一二两三四五六七八九十]{1,2}(?:[点點][一二三四五六七八九])?|\d(?:\.\d)?|10|[０-９](?:[.．][\d０-９])?|１０)\s?成(半|多(?![个种年次名人元万])|[一二三四五六七八九])?(?![立为果功员本长绩效都年人品型分熟药语就套像风名千天])/y;

const OVER = { qualifier: "at_least" } as const;

/** `九成` is 90 %, `七成半` 75 %. */
function readTenths(text: string, at: number): Quantity | null {
  TENTHS.lastIndex = at;
  const hit = TENTHS.exec(text);
  if (hit === null) return null;
  const numeral = readNumeral(text, at);
  if (numeral === null) return null;
  const more = hit[2] === undefined || hit[2] === "多" ? 0 : hit[2] === "半" ? 5 : (readNumeral(hit[2], 0)?.value ?? 0);
  const range = numeral.range === null ? null : numeral.range.map((part) => part * 10);
  const value = Number.isNaN(numeral.value) ? null : Number((numeral.value * 10).toFixed(6)) + more;
  return {
    ...PLAIN,
    start: at,
    end: TENTHS.lastIndex,
    value,
    range,
    unit: "%",
    kind: "percent",
    numeral,
    ...(hit[2] === "多" ? OVER : {}),
  };
}

const DISCOUNT =
  /(?:[一二两三四五六七八九]{1,2}|[一二三四五六七八九陆柒捌玖]\s?[点點]\s?[一二三四五六七八九]|\d(?:[.．]\d)?|\d{2}|[０-９](?:[.．][０-９])?)\s?折(?![合算旧叠扣损断射纸返腾页中磨服])/y;

/** `七五折` is 75 % of the price. */
function readDiscount(text: string, at: number): Quantity | null {
  DISCOUNT.lastIndex = at;
  const hit = DISCOUNT.exec(text);
  if (hit === null) return null;
  const said = hit[0].normalize("NFKC").replace(/\s?折$/, "");
  const digits = [...said].map((c) => readNumeral(c, 0)?.value).filter((d) => d !== undefined);
  const value = digits.length === 1 ? (digits[0] as number) * 10 : Number(digits.join(""));
  return { ...PLAIN, start: at, end: DISCOUNT.lastIndex, value, unit: "%", kind: "percent" };
}
