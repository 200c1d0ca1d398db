import type { Edit } from "@zongjie/document";

/** `12、38` with what stands right behind it. */
const PAIR = /(?<![\d.]|\d[,，、])(\d{1,5})、(\d{1,4})(?![\d、.])(?=(.{0,4}))/gu;

const MULTIPLIER = /^[余多]?[\s\u3000]*(?:[万亿千百]|[%％‰﹪]|个百分点|\/(?:10万|万|千|百))/;
const UNIT =
  /^[\s\u3000]*(?:[元吨亩倍米]|平方|公里|千米|m|㎡|公顷|公斤|千克|分贝|分钟|分(?![之别为])|小时|个月|立方|倍|[:：]1(?!\d))/;

/** Units of measure that nobody lists beside each other without the unit: 1、38平方公里 is no 1 and 38. */
const MEASURE = /^[\s\u3000]*(?:吨|亩|平方|公里|千米|m(?:2|²)?|㎡|公顷|公斤|千克|立方)/;

/** What says that two numbers follow: 分别增长2、5个百分点. */
const EACH = /(?:分别|依次|各(?=[为是增降])|先后)[^\d和、，,。；;]{0,12}$/;

/** Other things that an average or a rate may count in parts: 平均年龄54.3岁, 每千人口床位5.62张. */
const COUNTED = /^[\s\u3000]*(?:[岁张名人个件次所家户台辆套篇天课]|百分)/;

/** What may be a part of one: 人均30.5张, 每千人口5.62张, 平均年龄54.3岁. */
const MEAN = /(?:均|每|率|年龄|比例|密度)[^，,。；;\d]{0,12}$/;

/** What never takes a decimal: dates, ordinals and their kin. */
const NO_DECIMAL = /^[\s\u3000]*(?:[月日号年届条楼班组期季级款项章节队区页点时]|小时前)/;

interface Found {
  readonly at: number;
  readonly certain: boolean;
  readonly likely: boolean;
}

/**
 * Decimal points that scraping turned into `、`, within one document. A pair is certain where it cannot be an
 * enumeration (`89、43%`, `22、5万元`); the rest (`1、2万元`, `6、5分钟`) only follows where the document shows the fault.
 *
 *     1、38亿元   → 1.38亿元
 *     3、4月      stays       2、3个 stays       1、2023年… stays
 */
export function findDecimals(text: string): Edit[] {
  const found: Found[] = [];
  for (const match of text.matchAll(PAIR)) {
    const [, whole = "", part = "", tail = ""] = match;
    const after = tail === "" ? text.slice(match.index + match[0].length, match.index + match[0].length + 4) : tail;
    if (
      NO_DECIMAL.test(after) ||
      startsLine(text, match.index) ||
      whole.startsWith("0") !== (whole === "0") ||
      text[match.index - 1] === "第"
    )
      continue;
    const strong = MULTIPLIER.test(after);
    const descending = Number(part) < Number(whole) || (part.length === 2 && Number(whole) + 3 < Number(part));
    const left = text.slice(Math.max(0, match.index - 16), match.index);
    if (!strong && !UNIT.test(after) && !(descending && COUNTED.test(after) && MEAN.test(left))) continue;
    const next = Number(part) === Number(whole) + 1;
    // two or three ten thousand may be 2、3万; 2、5万 is so only behind 分别
    const rising = part.length === 1 && whole.length === 1 && whole !== "0" && Number(whole) < Number(part);
    const each = EACH.test(left);
    const list = rising && (next || each);
    // 80、95平方米: two of a size are rather two
    const pair = 1 < whole.length && part.length === whole.length && Number(whole) < Number(part);
    const round = part.length === whole.length && Number(whole) < Number(part) && part.endsWith("0");
    const measured = MEASURE.test(after) && whole.length < part.length && !/[05]$/.test(part);
    const year = /^(?:19|20)\d\d$/.test(whole);
    found.push({
      at: match.index + whole.length,
      certain: (strong || measured) && !list && !round && !year,
      likely: !each && (strong || (!next && !pair && !round)),
    });
  }
  // where the fault is certain somewhere, an enumeration that looks like it is rarer than the fault
  if (found.every((f) => !f.certain)) return [];
  return found
    .filter((f) => f.certain || f.likely)
    .map(({ at }) => ({
      start: at,
      end: at + 1,
      insert: ".",
      rule: "number.decimal-comma",
      reason: "decimal-separator",
    }));
}

function startsLine(text: string, at: number): boolean {
  for (let i = at - 1; 0 <= i; i--) {
    const c = text[i] as string;
    if (c === "\n") return true;
    if (!/[\s\u3000]/.test(c)) return false;
  }
  return true;
}
