import type { Check } from "@zongjie/document";
import { likeness } from "./names.ts";
import { behindLast, PART } from "./signs.ts";
import { isComparable, type Passage, type Term } from "./term.ts";
import { isNear } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** How many figures before a change, and behind it, its two levels are looked for. */
const BEFORE = 5;
const BEHIND = 2;
/** So alike are the names of two levels of one thing. */
const ALIKE = 0.5;

/** Two levels of one thing. */
export interface Levels {
  readonly now: Term;
  readonly old: Term;
}

/**
 * The two levels of a change, told apart by the words of time at one of them, wherever the change stands among them;
 * with `make` the first two that hold, else the first two that the words claim.
 *
 *     办案320件。|上年同期|为280件，增长14.3%
 *     余额26.8亿元，比年初增加3.2亿元；|年初|余额为23.6亿元
 *     较|年初|152.3亿元增加18.2亿元，达到170.5亿元
 */
export function byEarlier(passage: Passage, at: number, make: (levels: Levels) => Check | null): Check | null {
  const { terms } = passage;
  const change = terms[at] as Term;
  const beside = besideOf(passage, at);
  const near = terms.filter(
    (term, i) => i !== at && at - BEFORE <= i && i <= at + BEHIND && isLevel(term) && isReached(change, term),
  );
  let wrong: Check | null = null;
  for (const old of near)
    for (const now of near) {
      if (old === now || !isPair(now, old) || (old !== beside && now !== beside)) continue;
      const made = make({ now, old });
      if (made?.holds) return made;
      // 甲3万元。与去年的9万元相比，今年压缩1万元: another sentence may be about another thing
      if (isClaimed(now, old, change) && (now.sentence === change.sentence || (made !== null && isNear(made))))
        wrong ??= made;
    }
  return wrong;
}

/** The level right before a change, other changes passed over. */
function besideOf({ terms }: Passage, at: number): Term | undefined {
  let i = at - 1;
  while (terms[i]?.role === "change") i--;
  return terms[i];
}

function isLevel({ role, value, figure }: Term): boolean {
  return role !== "none" && role !== "change" && !Number.isNaN(value) && figure.qualifier === null;
}

/** In the change's sentence or the one before; behind it only as what goes on: ，上年为…, ，达到…. */
function isReached(change: Term, term: Term): boolean {
  if (term.index < change.index) return change.sentence - term.sentence <= 1;
  if (term.sentence !== change.sentence) return false;
  // 比|2022年|末减少0.4万人，|2022年|末为57.2万人
  const year = /((?:19|20)\d{2})年/.exec(term.name)?.[0];
  return isEarlier(term) || REACHED.test(term.lead) || (year !== undefined && change.lead.includes(year));
}

const REACHED =
  /^[，,；;]?\s?(?:总[量数额])?(?:已)?(?:达到?|增至|升至|降至|减至|增加到|减少到|提高到|上升到|下降到)\s?$/;

/** The words of a term in its part of the sentence. */
function wordsOf({ lead }: Term): string {
  return behindLast(lead, PART);
}

function yearOf(term: Term): number {
  const said = [...wordsOf(term).matchAll(/((?:19|20)\d{2})年(?!代)/g)].at(-1)?.[1];
  return Number(said ?? /^\d{4}$/.exec(term.figure.periodNormalized ?? "")?.[0] ?? Number.NaN);
}

function isEarlier(term: Term): boolean {
  return claimWords().earlier.test(wordsOf(term));
}

/** Whether one level is of a year and the other of a part of one: 今年|一季度|8.6亿元, 去年|全年|36亿元. */
export function isPartOfYear(now: Term, old: Term): boolean {
  const [a, b] = [wordsOf(now), wordsOf(old)];
  return (/全年/.test(a) && PART_OF_YEAR.test(b)) || (/全年/.test(b) && PART_OF_YEAR.test(a));
}

const PART_OF_YEAR = /季度|半年|\d月/;

/** Whether one level is of the time before the other, and of the same thing. */
function isPair(now: Term, old: Term): boolean {
  if (!isComparable(now, old) || isPartOfYear(now, old)) return false;
  // 较2020年的|120家|增加30家，达到150家
  const based = /[较比与][^，,。；;]{1,14}的\s?$/.test(old.lead) && REACHED.test(now.lead);
  const earlier = (isEarlier(old) || based) && !isEarlier(now);
  const dated = yearOf(old) < yearOf(now) && /(?:19|20)\d{2}年/.test(wordsOf(old) + wordsOf(now));
  return (earlier || dated) && isOneThing(now, old);
}

/** 上年同期|为, 去年|: no other thing is named than that of the level now. */
function isOneThing(now: Term, old: Term): boolean {
  const [a, b] = [now, old].map(bareName);
  if (a === undefined || b === undefined) return false;
  return a === "" || b === "" || a.endsWith(b) || b.endsWith(a) || ALIKE <= likeness(a, b);
}

/** The name without its time and without words of being and doing. */
function bareName({ name }: Term): string {
  return name
    .replace(/^.*?(?:19|20)\d{2}年(?:[末底初]|同期)?/, "")
    .replace(claimWords().time, "")
    .replace(/^(?:[的为是则共有已达到]|同期|水平|仅|只有|完成|实现|全[市县区镇院校]|现有|执行数?)+/, "")
    .replace(/(?:的|仅为|[为是至有]|达到?|执行数?|完成|实现|突破|增加到|发展到|提高到|下降到|上升到)+\s?$/, "");
}

/** No list member, and nothing but the levels and the change between. */
function isClaimed(now: Term, old: Term, change: Term): boolean {
  const list = (term: Term): boolean => /^\s?[、和与及]/.test(term.lead);
  const span = Math.max(now.index, old.index, change.index) - Math.min(now.index, old.index, change.index);
  return !list(now) && !list(old) && span <= BEHIND + 1;
}
