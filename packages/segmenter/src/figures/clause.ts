import type { Change } from "./change.ts";
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
export function wordsBehind(text: string, q: Qualified, next: Qualified | undefined): string {
  const far = Math.min(q.outerEnd + 40, text.length);
  const limit = Math.min(next?.outerStart ?? text.length, far);
  let end = q.outerEnd;
  while (end < limit && !/[，,。；;：:！？!?\n|｜\t]/.test(text[end] as string)) end++;
  const words = text.slice(q.outerEnd, end).trimStart();
  if (end < limit || next === undefined || next.outerStart !== limit) return words;
  // 临床、医技科室和|6个: what stands behind the last sign belongs to the next figure
  const cut = Math.max(
    words.lastIndexOf("、"),
    words.lastIndexOf("和"),
    words.lastIndexOf("与"),
    words.lastIndexOf("及"),
  );
  return 0 < cut ? words.slice(0, cut) : words;
}

/** 65.78%、46.24%和95.47%: nothing but joining signs stands between. */
export function isJoined(between: string): boolean {
  return between.length < 5 && /^[\s、和与及]*(?:以及|分别|和)?[\s]*$/.test(between);
}

/** 同比增长5%、下降3%: what is joined shares the base. */
export function joinedChange(change: Change | null, before: Change | null): Change | null {
  if (change === null || before === null) return change ?? before;
  if (change.comparison.base !== "") return change;
  return { ...change, comparison: { ...change.comparison, base: before.comparison.base } };
}
