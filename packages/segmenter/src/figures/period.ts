import type { Span } from "@zongjie/document";
import type { RuleSource } from "@zongjie/lexicon";
import { normalizePeriod } from "./calendar.ts";
import type { Mark } from "./mark.ts";
import type { Quantity } from "./quantity.ts";

/** A period phrase of a text: `2020年1-10月`, `截至11月底`, `三年来`. */
export interface Period extends Span {
  readonly text: string;
  readonly normalized: string | null;
  /** 每年: governs its own clause only. */
  readonly each: boolean;
  /** 10月1日起: says when something began, and governs nothing. */
  readonly point: boolean;
  /** 比2018年: what something is measured against. */
  readonly base: boolean;
}

/** Words that belong to a phrase where they touch one of its pieces. */
interface Edges {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** The edges that rules with the labels before and after name. */
export function periodEdges(rules: readonly RuleSource[]): Edges {
  const words = (label: string): string =>
    rules
      .flatMap((rule) => (rule.label === label ? rule.cue : []))
      .sort((a, b) => b.length - a.length)
      .join("|");
  // 达到2020年 and 提高至 are verbs
  return {
    before: new RegExp(`(?<![达提增加升降少缩直乃甚涉高低长大小短])(?:${words("before")})$`),
    after: new RegExp(`[ \u3000]?(?:${words("after")})`, "y"),
  };
}

/** How far the gap between two pieces of a phrase may be: 年底|至|次年. */
const GAP = /^[ \u3000\u00a0-]*[-—–~～至到]?[ \u3000\u00a0]*$/;

/**
 * Joins the pieces that touch (blanks aside) to phrases.
 *
 *     截至|2020年|11月|底，共…
 *     before year  month after
 */
export function findPeriods(text: string, marks: readonly Mark[], edges: Edges): Period[] {
  const out: Period[] = [];
  for (let i = 0; i < marks.length; ) {
    const first = marks[i] as Mark;
    let last = first;
    let end = withAfter(text, first, edges);
    for (i++; i < marks.length; i++) {
      const mark = marks[i] as Mark;
      if (mark.start < last.end) {
        end = Math.max(end, mark.end);
        continue;
      }
      if (6 < mark.start - end || mark.rule.label === "each" || last.rule.label === "each") break;
      // 2020年|前三季度: what looks like the end of a phrase may begin its next piece
      if (end <= mark.start && !GAP.test(text.slice(end, mark.start))) break;
      last = mark;
      end = withAfter(text, mark, edges);
    }
    const lead = edges.before.exec(text.slice(Math.max(0, first.start - 5), first.start).trimEnd())?.[0] ?? "";
    const start = first.rule.label === "each" || lead === "" ? first.start : text.lastIndexOf(lead, first.start - 1);
    out.push(phrase(text, { start, end }, last, text.slice(last.end, end).trim()));
  }
  return out;
}

function withAfter(text: string, mark: Mark, edges: Edges): number {
  edges.after.lastIndex = mark.end;
  return mark.rule.label !== "each" && edges.after.test(text) ? edges.after.lastIndex : mark.end;
}

function phrase(text: string, span: Span, last: Mark, closes: string): Period {
  const words = text.slice(span.start, span.end);
  const base = last.rule.label === "base" || isBase(text, span);
  const point = base || closes === "起" || (closes === "前" && last.rule.label === "day");
  return { ...span, text: words, normalized: normalizePeriod(words), each: last.rule.label === "each", point, base };
}

/** 比2018年翻一番, 是去年的1.6倍, 年初预算: what is measured against. */
function isBase(text: string, span: Span): boolean {
  return (
    /[比较是同与跟]/.test(text[span.start - 1] ?? "") ||
    text.startsWith("预算", span.end) ||
    (/[由从]/.test(text[span.start - 1] ?? "") && text[span.end] === "的")
  );
}

/**
 * Which phrase governs each place: the last one before it in its paragraph; 每年 only in its clause, 由上年的|486万元 only
 * the figure behind it. All lists sorted.
 */
export function governing(
  text: string,
  periods: readonly Period[],
  places: readonly Quantity[],
  breaks: readonly number[],
): (Period | null)[] {
  let next = 0;
  let nextBreak = 0;
  let current: Period | null = null;
  let each: Period | null = null;
  return places.map((place) => {
    let near: Period | null = null;
    for (let period = periods[next]; period !== undefined && period.start < place.start; period = periods[++next]) {
      near = null;
      if (period.each) each = period;
      else if (isNear(text, period, place)) near = period;
      if (!period.each && !period.point && !isRepeated(text, period, current)) {
        current = period;
        each = null;
      }
    }
    for (let at = breaks[nextBreak]; at !== undefined && at <= place.start; at = breaks[++nextBreak]) {
      if (current !== null && current.end <= at) current = null;
      if (each !== null && each.end <= at) each = null;
    }
    if (near !== null) return near;
    // 每人每月300元 is a rate, 每人每月两次 a frequency
    if (each !== null && isEach(text, each, place.start))
      return place.kind === "money" && /[人户亩由从按为]/.test(text[each.start - 1] ?? "") ? null : each;
    return current;
  });
}

/** 由2022年的|86.3%, 较上年的|31件: the phrase speaks of one figure; 是上年的|1.6倍 of none. */
function isNear(text: string, period: Period, place: Span): boolean {
  if (!/^的\s?$/.test(text.slice(period.end, place.start))) return false;
  return (
    /[由从到至较比为]/.test(text[period.start - 1] ?? "") &&
    !/[倍%％成]$/.test(
      period.base && !/[由从较比]/.test(text[period.start - 1] ?? "") ? text.slice(place.start, place.end) : "",
    )
  );
}

/** 每天 reaches over its clause, and over the next one where it opens the sentence: 每天开设一节课，运动|1小时. */
function isEach(text: string, each: Period, to: number): boolean {
  if (isClause(text, each.end, to)) return true;
  const opens = each.start === 0 || /[。；;：:\n]/.test(text[each.start - 1] ?? "");
  return opens && to - each.end < 30 && !/[。；;！？\n]|[，,].*[，,]/.test(text.slice(each.end, to));
}

/** 2020年全市|全年: a year is said already in this clause. */
function isRepeated(text: string, period: Period, current: Period | null): boolean {
  return (
    period.text === "全年" && current !== null && /年/.test(current.text) && isClause(text, current.end, period.start)
  );
}

function isClause(text: string, from: number, to: number): boolean {
  return to - from < 30 && !/[，,。；;！？\n]/.test(text.slice(from, to));
}
