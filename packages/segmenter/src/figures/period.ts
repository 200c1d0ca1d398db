import type { Span } from "@zongjie/document";
import { BLANK, bitsAt } from "./characters.ts";
import type { Mark } from "./mark.ts";
import { normalizePeriod } from "./calendar.ts";

/** A period phrase of a text: `2020年1-10月`, `截至11月底`, `三年来`. */
export interface Period extends Span {
  readonly text: string;
  readonly normalized: string | null;
  /** 每年: governs its own clause only. */
  readonly each: boolean;
  /** 10月1日起: says when something began, and governs nothing. */
  readonly point: boolean;
}

/**
 * Joins the pieces that touch (blanks aside) to phrases.
 *
 *     截至|2020年|11月|底，共…
 *     before year  month after
 */
export function findPeriods(text: string, marks: readonly Mark[]): Period[] {
  const out: Period[] = [];
  for (let i = 0; i < marks.length; ) {
    const chain = chainFrom(text, marks, i);
    i = chain.next;
    const pieces = trimmed(chain.pieces);
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) continue;
    const span = { start: first.start, end: last.end };
    const words = text.slice(span.start, span.end);
    const closes = last.rule.label === "after" ? text.slice(last.start, last.end) : "";
    out.push({
      ...span,
      text: words,
      normalized: normalizePeriod(words),
      each: last.rule.label === "each",
      point: closes === "起" || (closes === "前" && pieces.some((piece) => piece.rule.label === "day")) || isBase(text, span),
    });
  }
  return out;
}

/** 比2018年翻一番, 是去年的1.6倍, 年初预算: what is measured against. */
function isBase(text: string, span: Span): boolean {
  return /[比较是同与跟]/.test(text[span.start - 1] ?? "") || /^预算/.test(text.slice(span.end, span.end + 2));
}

function chainFrom(text: string, marks: readonly Mark[], from: number): { pieces: Mark[]; next: number } {
  const pieces: Mark[] = [marks[from] as Mark];
  let next = from + 1;
  for (; next < marks.length; next++) {
    const mark = marks[next] as Mark;
    const last = pieces.at(-1) as Mark;
    if (mark.start < last.end) continue;
    if (!touches(text, last.end, mark.start)) break;
    // each begins a phrase of its own: 2020年|每季度
    if (mark.rule.label === "each" || last.rule.label === "each") break;
    pieces.push(mark);
  }
  return { pieces, next };
}

function touches(text: string, from: number, to: number): boolean {
  if (from + 3 < to) return false;
  for (let i = from; i < to; i++) if (!(bitsAt(text, i) & BLANK) && text[i] !== "-" && text[i] !== "—") return false;
  return true;
}

/** A phrase has a piece that says when; 截至 and 底 alone say nothing. */
function trimmed(pieces: readonly Mark[]): readonly Mark[] {
  const isCore = (mark: Mark): boolean => mark.rule.label !== "before" && mark.rule.label !== "after";
  const first = pieces.findIndex(isCore);
  if (first === -1) return [];
  let last = pieces.length - 1;
  while (pieces[last]?.rule.label === "before") last--;
  let start = first;
  while (0 < start && pieces[start - 1]?.rule.label === "before") start--;
  return pieces.slice(start, last + 1);
}

/**
 * Which phrase governs each place: the last one before it in its paragraph; 每年 only in its clause, 由上年的|486万元 only
 * the figure behind it. All lists sorted.
 */
export function governing(text: string, periods: readonly Period[], places: readonly Span[], breaks: readonly number[]): (Period | null)[] {
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
      else if (!period.point && !isRepeated(text, period, current)) current = period;
    }
    for (let at = breaks[nextBreak]; at !== undefined && at <= place.start; at = breaks[++nextBreak]) {
      if (current !== null && current.end <= at) current = null;
      if (each !== null && each.end <= at) each = null;
    }
    if (near !== null) return near;
    if (each !== null && isClause(text, each.end, place.start)) return each;
    return current;
  });
}

/** 由2022年的|86.3%: the phrase speaks of one figure. */
function isNear(text: string, period: Period, place: Span): boolean {
  return /[由从到至较比]/.test(text[period.start - 1] ?? "") && /^的?\s?$/.test(text.slice(period.end, place.start));
}

/** 2020年全市|全年: a year is said already in this clause. */
function isRepeated(text: string, period: Period, current: Period | null): boolean {
  return period.text === "全年" && current !== null && /年/.test(current.text) && isClause(text, current.end, period.start);
}

function isClause(text: string, from: number, to: number): boolean {
  return to - from < 30 && !/[，,。；;！？\n]/.test(text.slice(from, to));
}
