import { fills } from "../parts.ts";
import { HOLDS, type Term } from "../term.ts";
import type { Place } from "./claim.ts";

/** Most figures from a whole to its parts. */
const REACH = 14;

export function isLevel({ role, value }: Term): boolean {
  return role === "level" && 0 < value;
}

/** 因公出国费|0万元|: a part may be nothing. */
export function isPart({ role, value }: Term): boolean {
  return (role === "level" || role === "base") && 0 <= value;
}

/** Where a list may begin: behind its whole, or behind a sign that divides; or some figures before a whole that comes last. */
export function startsOf(place: Place, at: number): number[] {
  const { terms, own } = place;
  const whole = terms[at] as Term;
  const out: number[] = [];
  const from = at < own ? own : Math.max(own, at - 8);
  const to = Math.min(terms.length, Math.max(at, own) + REACH);
  const closes = closesList(terms, at) || (/^\s?[、和]\s?$/.test(whole.lead) && closesList(terms, at - 1));
  let divided = true;
  for (let i = from; i < to; i++) {
    const term = terms[i] as Term;
    divided ||= i === at || (term.holds & HOLDS.begins) !== 0;
    if (i === at || !fills(whole, term) || (!isPart(term) && term.role !== "each")) continue;
    if (at < i ? divided : closes || (i < at - 1 && at - i <= UNCLOSED && isBeside(terms, i, at))) out.push(i);
    if (at < i) divided = false;
  }
  return out;
}

/** How many parts stand before a total that is not told as one: 3座固定献血屋，加上新设的1座，已有|4座|. */
const UNCLOSED = 3;

/** Whether nothing but figures of one sort stands from one to another of a sentence. */
function isBeside(terms: readonly Term[], from: number, to: number): boolean {
  const [first, last] = [terms[from] as Term, terms[to] as Term];
  return first.sentence === last.sentence && terms.slice(from, to).every((term) => fills(last, term) && isPart(term));
}

/** What a total behind its parts is told with: 共, 相加, 这三类损房涉及. */
const SUMS =
  /[共总合计]|相加|加起来|加在一起|之和|凑|就是|以上|可[用供]|[两三四五六七八九十几][类项种者块个笔批家样部]|这些|全[市县镇村校院厂]/;

/** Whether a figure is told as a total: |这|三类|损房涉及|880户. */
export function closesList(terms: readonly Term[], at: number): boolean {
  const [term, before] = [terms[at], terms[at - 1]];
  if (term === undefined) return false;
  const counts = before !== undefined && /^[类项种者块笔批]$/.test(before.figure.unit) && !/[，,。；;]/.test(term.lead);
  return SUMS.test(term.lead) || counts;
}
