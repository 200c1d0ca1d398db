import type { Span } from "@zongjie/document";
import type { Change } from "./change.ts";
import { changeWords } from "./phrases.ts";
import type { Qualified } from "./qualify.ts";

const EDGE = /[，,。；;：:！？!?\n(（)）|｜\t]/;
/** How far a clause is looked at, in UTF-16 units. */
const REACH = 80;
/** Longest remark in brackets that belongs to a name: 执业（助理）医师. */
const REMARK = 12;

/** Where the clause of a place begins; not before `floor`, the end of the figure before it. */
export function clauseStart(text: string, end: number, floor: number): number {
  const least = Math.max(floor, end - REACH, 0);
  let at = end;
  while (least < at) {
    const c = text[at - 1] as string;
    if (c === ")" || c === "）") {
      const open = openingBracket(text, at - 1, Math.max(least, at - REMARK));
      if (open === -1) return at;
      at = open;
      continue;
    }
    if (EDGE.test(c)) return at;
    at--;
  }
  return at;
}

function openingBracket(text: string, from: number, least: number): number {
  for (let at = from - 1; least <= at; at--) if (text[at] === "(" || text[at] === "（") return at;
  return -1;
}

/** The words behind a figure up to the end of its clause or the thing that the next figure counts. */
export function wordsBehind(text: string, q: Qualified, next: Qualified | undefined): Span {
  const limit = Math.min(next?.outerStart ?? text.length, q.outerEnd + 40, text.length);
  let start = q.outerEnd;
  while (start < limit && /[ \u3000\u00a0]/.test(text[start] as string)) start++;
  let end = start;
  while (end < limit && !/[，,。；;：:！？!?\n|｜\t]/.test(text[end] as string)) end++;
  if (end < limit || next?.outerStart !== limit) return { start, end };
  // 临床、医技科室和|6个: what stands behind the last sign belongs to the next figure
  for (let cut = end - 1; start <= cut; cut--) if (/[、和与及]/.test(text[cut] as string)) return { start, end: cut };
  return { start, end };
}

/** 65.78%、46.24%和95.47%: nothing but joining signs stands between. */
export function isJoined(between: string): boolean {
  return between.length < 5 && !/[\t\n]/.test(between) && /^[\s、和与及]*(?:以及|分别|和)?[\s]*$/.test(between);
}

/** 较上年的1592万元减少106万元，|压减|6.7%: the same change, said again in another measure. */
export function goesOnAs(
  text: string,
  change: Change | null,
  before: Change | null,
  from: number,
  to: number,
): Change | null {
  if (change === null || before === null || change.comparison.base !== "") return change;
  const again = change.comparison.direction === before.comparison.direction && to - from < SAID_AGAIN;
  const words = again ? AGAIN.exec(text.slice(from, to))?.[1] : undefined;
  if (words === undefined) return change;
  const { up, down } = changeWords();
  const whole = Math.max(up.from(words, 0), down.from(words, 0)) === words.length;
  return whole ? joinedChange(change, before) : change;
}

/** ，降幅达: a sign and a word of change. */
const AGAIN = /^\s?[，,、（(]\s?(\p{Script=Han}+?)[了为达约]*\s?$/u;

/** Longest words between the two measures of one change, in UTF-16 units. */
const SAID_AGAIN = 8;

/** 同比增长5%、下降3%: what is joined shares the base. */
export function joinedChange(change: Change | null, before: Change | null): Change | null {
  if (change === null || before === null) return change ?? before;
  if (change.comparison.base !== "") return change;
  return { ...change, comparison: { ...change.comparison, base: before.comparison.base } };
}
