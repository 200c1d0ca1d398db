import { bitsAt, LETTER, skipBlanksBack } from "./characters.ts";
import { phrases } from "./phrases.ts";
import type { Quantity } from "./quantity.ts";

/** Classifiers that make a word with a small numeral in Han characters: 三方协议, 三步走. */
const WORDY: ReadonlySet<string> = new Set(
  "方里角章句字行代步通单出讲把管首分度点口层排道面门转回班期米头尺寸课组围股域员双副",
);
/** Classifiers that 一 and 两 merely use for a or some. */
const SOME: ReadonlySet<string> = new Set([
  "个",
  "种",
  "类",
  "项",
  "次",
  "批",
  "级",
  "手",
  "面",
  "样",
  "条",
  "回",
  "头",
  "道",
  "起",
]);

/** Whether a quantity says something of the world: `31支` does, 三方 in 三方协议 does not. */
export function isFigure(text: string, q: Quantity): boolean {
  if (q.masked || q.suspect === "garbled") return true;
  const { numeral } = q;
  if (numeral === null || q.kind === "ratio" || (/^[%‰]$/.test(q.unit) && numeral.end < q.end)) return true;
  if (followsCurrency(text, q.start)) return true;
  if (isBetweenLetters(text, q)) return false;
  if (numeral.bare && !isRound(text, q)) return false;
  if (text[q.start - 1] === "每" && /^[十百千万亿]+$/.test(text.slice(numeral.start, numeral.end))) return false;
  if (q.unit === "") return hasMeaningAlone(text, q);
  if (q.kind === "duration" && !isDuration(text, q)) return false;
  if (q.unit === "分" && /[时点]\s?$/.test(text.slice(Math.max(0, q.start - 2), q.start))) return false;
  if (!numeral.han || q.range !== null) return true;
  if (Number.isNaN(numeral.value)) return false;
  return (
    isHanFigure(text, q, q.value ?? numeral.value) ||
    (numeral.value <= 2 && LIMIT.test(text.slice(Math.max(0, q.start - 3), q.start)))
  );
}

/** `￥12.5`, `HKD13.5`, `RMB 300`: whether the sign or code of a currency stands right before. */
export function followsCurrency(text: string, start: number): boolean {
  return /(?:[¥￥$€£]|(?<![A-Za-z])(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|MOP|TWD|US\$))\s?$/.test(
    text.slice(Math.max(0, start - 5), start),
  );
}

/** 期限一年, 为期一个月: one of a time, and no other. */
const LASTING = /(?:期限?|为期|满|历时|提前|不少于|不低于|至少)为?$/;

/** 不得超过两次 counts, 召开两次会议 as well may not. */
const LIMIT = /(?:超过|少于|低于|多于|至少|不足|不到|仅)$/;

function isHanFigure(text: string, q: Quantity, value: number): boolean {
  if (value === 1 && q.kind === "duration") return LASTING.test(text.slice(Math.max(0, q.start - 4), q.start));
  if (value === 1) return !q.discrete && q.kind !== "duration" && !WORDY.has(q.unit);
  if (value === 2) return !SOME.has(q.unit) && !WORDY.has(q.unit);
  if (/[a-zA-Z]/.test(q.unit)) return false;
  // 培训班八期，
  const closes = /[期班]/.test(q.unit) && /^[，,。；;、]/.test(text.slice(q.end, q.end + 1));
  return closes || !(value < 10 && WORDY.has(q.unit));
}

/** N95口罩, CT2台: a letter before is a model's unless a classifier follows a whole number, or money or 万 a word: 人均GDP8.6万元. */
function isBetweenLetters(text: string, q: Quantity): boolean {
  if (!(bitsAt(text, q.start - 1) & LETTER)) return /[A-Za-z]/.test(text[q.end] ?? "") && q.unit === "";
  const word = (bitsAt(text, q.start - 2) & LETTER) !== 0;
  if (word && (q.kind === "money" || (q.discrete && 1e4 <= (q.numeral?.scale ?? 1)))) return /[a-zA-Z]/.test(q.unit);
  return !q.discrete || (q.numeral?.decimal ?? true) || /[a-zA-Z]/.test(q.unit);
}

const ROUNDING = /(?:近|上|逾|超|超过|突破|过|约|成|达|高达|多达|不足|不到|将近|接近|以|获)$/;

/** 万元, 百人 are figures where a word says how many: 近万元, 万人以上, 千余名. */
function isRound(text: string, q: Quantity): boolean {
  if (isPer(text, q)) return false;
  if (q.numeral?.qualifier !== null || 1 < (q.numeral?.digits ?? 0)) return true;
  if (/^(?:以上|以下|以内|左右)/.test(text.slice(q.end, q.end + 2))) return true;
  if (q.discrete && /^(?:[，,。；;、）)\n]|$)/.test(text.slice(q.end, q.end + 1)) && q.numeral.digits === 1)
    return q.unit !== "个";
  return q.unit !== "" && ROUNDING.test(text.slice(Math.max(0, q.start - 3), q.start));
}

/** 每|百万人, 接待量（|万人次|）, a cell or a line that is |亿元|: the unit that other numbers are counted in. */
function isPer(text: string, { start, end }: Quantity): boolean {
  const [before, behind] = [
    text[skipBlanksBack(text, start) - 1] ?? "",
    /^[ \u3000]?(.)?/su.exec(text.slice(end, end + 2))?.[1] ?? "\n",
  ];
  return (
    before === "每" ||
    (/[（(]/.test(before) && /[）)]/.test(behind)) ||
    (/[\t|｜\n]/.test(before) && /[\t|｜\n]/.test(behind))
  );
}

/** 300余万, 二十多, 比例为0.38: what needs no unit. */
function hasMeaningAlone(text: string, q: Quantity): boolean {
  const { numeral } = q;
  if (numeral === null) return false;
  const next = text[q.end] ?? "";
  if (/[A-Za-z%‰]/.test(next)) return false;
  if (10000 <= numeral.scale && !numeral.bare) return !/[达里岁]/.test(next);
  if (numeral.qualifier === "at_least" && 10 <= numeral.value) return true;
  if (numeral.han || q.range !== null) return false;
  if (q.value === 0 && /[为是]\s?$/.test(text.slice(Math.max(0, q.start - 2), q.start)))
    return /^[，,。；;、]|^$/.test(next);
  const named = isNamed(text, q.start) || (numeral.decimal && RATE.test(text.slice(Math.max(0, q.start - 4), q.start)));
  return named && !/[-—/:：.、号月日年]/.test(next);
}

/** 死亡|率|0.032, 城乡居民收入|比|1.94: a number to so many places that has no unit. */
const RATE = /(?:(?<=[\p{Script=Han}]{2})率|[入额量数]比)\s?$/u;

/** Whether a metric and a linking word stand right before: `死亡率为|0`. */
function isNamed(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 14), skipBlanksBack(text, start));
  return (
    phrases().bare.test(before) ||
    /(?:系数|指数|极值比|比值|性别比|(?:下降|上升|提高|降低|回落)[至到为])\s?$/.test(before)
  );
}

/** 2020年 and 15日 are dates, 三年 and 15日内 are not. */
function isDuration(text: string, q: Quantity): boolean {
  const { numeral } = q;
  if (q.unit === "日")
    return (
      numeral?.decimal === true ||
      /以[上下内]$/.test(text.slice(q.start, q.end)) ||
      /^(?:[以之]?内|以上|以下|期限|游|[\p{Script=Han}]{0,3}假)/u.test(text.slice(q.end, q.end + 4)) ||
      /(?:为期|历时|提前|连续|超过|不足|不少于|每隔)$/.test(text.slice(Math.max(0, q.start - 2), q.start))
    );
  if (q.unit === "年" && numeral !== null && !numeral.han && numeral.scale === 1 && 4 <= numeral.digits) return false;
  if (q.unit === "年" && numeral?.han === true && 1000 < numeral.value) return numeral.qualifier !== null;
  if (q.unit === "学分") return true;
  return !(q.unit === "星期" || (q.unit === "周" && numeral?.han === true && numeral.value === 1));
}
