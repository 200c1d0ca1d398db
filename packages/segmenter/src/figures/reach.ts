import type { Span } from "@zongjie/document";
import { BEFORE, HANDED, type Period, SAME_DAY } from "./period.ts";
import type { Quantity } from "./quantity.ts";

/** What governs at a place, and how it came to be. */
interface Scope {
  /** What the paragraph is about so far. */
  current: Period | null;
  /** What reaches to the end of a clause or a bracket only. */
  local: { readonly period: Period; readonly until: number } | null;
  each: Period | null;
  /** How many figures the phrase of the paragraph has had. */
  count: number;
}

/**
 * Which phrase governs each place: the last one before it in its paragraph; 每年 only in its clause, 由上年的|486万元 only
 * the figure behind it, 上年为 only its clause, and one in brackets the figure before it. All lists sorted.
 */
export function governing(
  text: string,
  periods: readonly Period[],
  places: readonly Quantity[],
  breaks: readonly number[],
): (Period | null)[] {
  const scope: Scope = { current: null, local: null, each: null, count: 0 };
  let next = 0;
  let nextBreak = 0;
  return places.map((place, i) => {
    let near: Period | null = null;
    for (let period = periods[next]; period !== undefined && period.start < place.start; period = periods[++next]) {
      near = isNear(text, period, place) ? period : null;
      take(text, scope, period, places[i - 1]);
    }
    for (let at = breaks[nextBreak]; at !== undefined && at <= place.start; at = breaks[++nextBreak]) {
      if (scope.current !== null && scope.current.end <= at) scope.current = null;
      if (scope.each !== null && scope.each.end <= at) scope.each = null;
    }
    const behind = periods[next];
    if (behind !== undefined && remark(text, behind, place)) return behind;
    return near ?? ruling(text, scope, place);
  });
}

/** Takes a phrase in. */
function take(text: string, scope: Scope, period: Period, last: Quantity | undefined): void {
  if (period.reach === "each") scope.each = period;
  if (period.reach === "each" || period.reach === "none" || isRepeated(text, period, scope.current)) return;
  if (last !== undefined && remark(text, period, last)) return;
  const until = reachEnd(text, scope, period);
  if (until !== null) scope.local = { period, until };
  else {
    scope.current = period;
    scope.local = null;
    scope.count = 0;
  }
  scope.each = null;
}

/** Where a phrase stops before its paragraph does; null where it does not. */
function reachEnd(text: string, { current }: Scope, period: Period): number | null {
  const close = bracketEnd(text, period);
  if (close !== null) return close;
  if (current !== null && (SAME_DAY.test(period.text) || isPartOfName(text, current, period))) return period.end;
  if (SAME_DAY.test(period.text)) return sentenceEnd(text, period.end);
  if (isPointOfTime(text, current, period))
    return /[。\n]/.test(text[period.start - 1] ?? "") ? sentenceEnd(text, period.end) : listEnd(text, period.end);
  if (isCohort(text, period)) return clauseEnd(text, period.end);
  if (current !== null && isSeason(text, period)) return clauseEnd(text, period.end);
  if (isFlood(text, current, period)) return sentenceEnd(text, period.end);
  if (isEarlier(text, current, period)) return earlierEnd(text, period);
  if ((period.reach === "sentence" || isPart(text, period)) && isWithin(text, current, period))
    return isAlone(text, period) ? sentenceEnd(text, period.end) : clauseEnd(text, period.end);
  if (period.reach === "clause" || isAside(text, period, current)) return clauseEnd(text, period.end);
  return null;
}

function ruling(text: string, scope: Scope, place: Quantity): Period | null {
  const { each, current } = scope;
  if (scope.local !== null && scope.local.until <= place.start) scope.local = null;
  const outer = scope.local?.period ?? current;
  // 2023年筹资标准提高到每人每月|300元 is a rate of that year, 每人每月两次 a frequency
  if (each !== null && isEach(text, each, place.start)) return isRate(text, each, place, outer) ? outer : each;
  if (outer === null || outer !== current || current.members.length === 0) return outer;
  // 2021年、2022年分别培训30人、40人
  const own = current.members[scope.count++ % current.members.length] ?? current;
  const said = text.slice(current.end, Math.min(place.start, current.end + REACH));
  return /分别|各自/.test(said) && !/[。\n]/.test(said) ? own : current;
}

/** 每人每月|300元: what is paid for each, in the time that the sentence speaks of. */
function isRate(text: string, each: Period, place: Quantity, outer: Period | null): boolean {
  return (
    outer !== null &&
    place.kind === "money" &&
    /[人户亩名个村乡镇校班岗由从按]/.test(text[each.start - 1] ?? "") &&
    each.start - outer.end < REACH &&
    !/[。！？!?\n]/.test(text.slice(outer.end, each.start))
  );
}

/** How far the words between a phrase and a figure are read, in UTF-16 units. */
const REACH = 120;

/** 3.2万人（截至6月底）: the phrase fills the brackets behind the figure. */
function remark(text: string, period: Period, place: Span): boolean {
  return (
    /^(?:以[上下内])?[（(]$/.test(text.slice(place.end, Math.min(period.start, place.end + 5))) &&
    /^(?:数据?|口径|止)?[）)]/.test(text.slice(period.end, period.end + 3))
  );
}

/** （2022年为7.4亿元）: what stands in brackets with other words stays there. */
function bracketEnd(text: string, period: Period): number | null {
  if (!/[（(][^（()）\n]*$/.test(text.slice(Math.max(0, period.start - 16), period.start))) return null;
  const close = /^[^（()）\n]+[）)]/.exec(text.slice(period.end, period.end + REACH));
  return close === null ? null : period.end + close[0].length;
}

/** 2022年…。汛期降水量|571.2毫米，全年…: a part of the time that is spoken of, named by the way. */
function isSeason(text: string, { text: words, end }: Period): boolean {
  return (
    /^(?:主?汛期|节[前后]|[暑寒]假|暑期|历年)$/.test(words) &&
    /^\s?[^，,。；;：:\n\d]{0,3}\s?\d/.test(text.slice(end, end + 7))
  );
}

/** 全年…；汛期成功抵御|4轮|强降雨，…。: holds for its sentence. */
function isFlood(text: string, current: Period | null, period: Period): boolean {
  return /^主?汛期$/.test(period.text) && isWithin(text, current, period);
}

/** |上年|结转3.35亿元, |本年|收入合计: accounts have names that begin so, of whatever year they are. */
function isPartOfName(text: string, current: Period, { text: words, end }: Period): boolean {
  const behind = text.slice(end, end + 2);
  return (
    (words === "上年" && /^(?:结转|滚存)/.test(behind)) ||
    (words === "本年" && /^(?:收入|支出)/.test(behind) && !RELATIVE.test(current.text))
  );
}

/** 全年查补税款4.1亿元；|年末|欠税1.36亿元，压降两成|；核查留抵…: a day of the time that the paragraph is about. */
function isPointOfTime(text: string, current: Period | null, period: Period): boolean {
  return (
    current !== null &&
    !/^(?:年[内初中]|当年)/.test(current.text) &&
    /^(?:[到至]?(?:年[末底终]|[期季月]末|月底)|当年|[到至]?\d{1,2}月(?:\d{1,2}日|底|末)前)$/.test(period.text) &&
    isWithin(text, current, period) &&
    !/^[，,：:\s]?$/.test(text[period.end] ?? "")
  );
}

/** Where an item of a list, or the sentence, ends. */
function listEnd(text: string, from: number): number {
  const hit = /[。；;！？!?\n]/.exec(text.slice(from, from + SENTENCE));
  return hit === null ? from + SENTENCE : from + hit.index;
}

/** 就业率88.6%，|2023届|为87.2%: another class, by the way. */
function isCohort(text: string, { text: words, end }: Period): boolean {
  return /届(?:同期)?$/.test(words) && /^(?:仅|只)?[为是有]\s?\d/.test(text.slice(end, end + 4));
}

/** 全年完成5.7亿元，上年为5.3亿元，增长…: a time before the one that the sentence is about is mentioned by the way. */
function isAside(text: string, period: Period, current: Period | null): boolean {
  if (current === null || /^[，,：:]/.test(text.slice(period.end, period.end + 1))) return false;
  if (REACH < period.start - current.end || /[。！？!?\n]/.test(text.slice(current.end, period.start))) return false;
  if (/^(?:上年|去年|前年|上月|上季|上学[年期]|上周)/.test(period.text)) return !/^(?:去年|前年)/.test(current.text);
  const year = yearOf(period);
  return (
    year !== null &&
    year < (yearOf(current) ?? "9") &&
    !/[年月]来|近/.test(current.text) &&
    /^\s?(?:这一数[字据])?(?:仅?为|是|只有|仅)?\s?\d/.test(text.slice(period.end, period.end + 9))
  );
}

/** 上年，…: what opens a sentence with a comma is what it is about; without one a time before is mentioned by the way. */
function isEarlier(text: string, current: Period | null, period: Period): boolean {
  if (!RELATIVE.test(period.text) || /[，,：:]/.test(text[period.end] ?? "")) return false;
  // 公益诉讼立案|74件|，去年同期立案65件。: where no time is named the paragraph is about its own
  const from = current === null ? Math.max(0, period.start - FAR) : current.end;
  if (FAR < period.start - from || (current !== null && RELATIVE.test(current.text))) return false;
  const before = text.slice(from, period.start);
  if (current !== null) return !before.includes("\n");
  // 去年全村…: what it is about
  if (!/同期|^上一?年/.test(period.text)) return false;
  return /\d/.test(before.slice(before.lastIndexOf("\n") + 1));
}

const RELATIVE = /^(?:年初|上一?年|去年|前一?年|后一年|上月|上季|上学[年期]|上周|上[期届])/;

/** How far before a time of before the time that the paragraph is about may stand, in UTF-16 units. */
const FAR = 600;

/**
 * Where a time of before stops: 非税收入1564万元，上年|1633万元|，下降4.2% with its clause, and where it opens a sentence with
 * that, or with what has changed since: 。上年同期售水2792万立方米，产销差率15.88%|。
 */
function earlierEnd(text: string, { start, end }: Period): number {
  if (!/[。；;\n]/.test(text[start - 1] ?? "")) return clauseEnd(text, end);
  const stop = SINCE.exec(text.slice(end, end + REACH));
  return stop === null ? end + REACH : end + stop.index;
}

const SINCE = /[。；;！？!?\n]|[，,](?=[^，,。；;！？!?\n]{0,14}(?:同比|比|较|增|减|下降|上升|提高|回落))/;

function yearOf(period: Period): string | null {
  return /^\d{4}/.exec(period.normalized ?? "")?.[0] ?? null;
}

function clauseEnd(text: string, from: number): number {
  const hit = /[，,。；;！？!?\n]/.exec(text.slice(from, from + REACH));
  return hit === null ? from + REACH : from + hit.index;
}

/** 其中|12月新增26户: a part of what the sentence tells. */
function isPart(text: string, { start }: Period): boolean {
  return /其中[，,]?\s?$/.test(text.slice(Math.max(0, start - 4), start));
}

/** 春节期间…, 旺季，…: holds for the sentence; 旺季|日均接待36桌，… for its clause. */
function isAlone(text: string, { text: words, end }: Period): boolean {
  return /[，,]/.test(text[end] ?? "") || /期间|假|节|前夕|前$|[年月]/.test(words);
}

/** 2023年…。春节期间，…: the paragraph is about a time already. */
function isWithin(text: string, current: Period | null, { start }: Period): boolean {
  return current !== null && start - current.end < SENTENCE && !text.slice(current.end, start).includes("\n");
}

function sentenceEnd(text: string, from: number): number {
  const hit = /[。！？!?\n]/.exec(text.slice(from, from + SENTENCE));
  return hit === null ? from + SENTENCE : from + hit.index;
}

/** Longest rest of a sentence, in UTF-16 units. */
const SENTENCE = 400;

/** 由2022年的|86.3%, 较上年的|31件: the phrase speaks of one figure; 是上年的|1.6倍 of none. */
function isNear(text: string, period: Period, place: Span): boolean {
  if (BEFORE.test(period.text)) return isClause(text, period.end, place.start);
  if (period.reach === "each") return false;
  const between = text.slice(period.end, Math.min(place.start, period.end + 24));
  if (HANDED.test(between)) return false;
  if (period.base && isLevel(between, text.slice(place.end, place.end + 8))) return true;
  if (/^(?:全年|年度|本年度?|今年)$/.test(period.text) && AIM.test(between)) return true;
  const before = text[period.start - 1] ?? "";
  if (!(/[由从]/.test(before) ? /^的?\s?$/ : /^的\s?$/).test(between)) return false;
  const compared = period.base && !/[由从较比]/.test(before);
  return /[由从到至较比为于]/.test(before) && !/[倍番%％成]$/.test(compared ? text.slice(place.start, place.end) : "");
}

/** 占全年|计划|3.85亿元: what is aimed at is of its own time. */
const AIM = /^度?(?:总体|预期)?(?:目标任务|目标|任务|计划|指标|预算)(?:总?[数量额值])?[为是]?\s?$/;

/** 比1998年|最高水位34.91米|还高, 与上年的|16起|相比: the level that something is compared with. */
function isLevel(between: string, behind: string): boolean {
  return (
    (/^[^，,。；;：:\n\d]{0,10}$/.test(between) &&
      /^(?:还|又)?(?:增|提|上升|高|多|扩|下|减|降|少|低|缩|压|延|回)/.test(behind)) ||
    (/^的?[^，,。；;：:\n\d]{0,8}$/.test(between) && /^的?基础上/.test(behind)) ||
    (/^[^，,。；;：:\n]{0,20}的\s?$/.test(between) && /^(?:、[^，,。；;]{1,5})?相?比/.test(behind))
  );
}

/** 每天 reaches over its clause, and over the next one where it opens the sentence: 每天开设一节课，运动|1小时. */
function isEach(text: string, each: Period, to: number): boolean {
  if (isClause(text, each.end, to)) return true;
  const opens = each.start === 0 || /[。；;：:\n]/.test(text[each.start - 1] ?? "");
  return opens && to - each.end < 30 && !/[。；;！？\n]|[，,].*[，,]/.test(text.slice(each.end, to));
}

/** 2020年全市|全年, 2023年，|全年: a year is said already. */
function isRepeated(text: string, period: Period, current: Period | null): boolean {
  return (
    period.text === "全年" &&
    current !== null &&
    /年/.test(current.text) &&
    (isClause(text, current.end, period.start) || /^[，,]$/.test(text.slice(current.end, period.start)))
  );
}

function isClause(text: string, from: number, to: number): boolean {
  return to - from < 30 && !/[，,。；;！？\n]/.test(text.slice(from, to));
}
