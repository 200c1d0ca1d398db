import type { Check } from "@zongjie/document";
import { byEarlier, type Levels } from "./earlier.ts";
import { clauseOf, isAlike, type Passage, type Term } from "./term.ts";
import { check, halfStep, relative, slack } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** How many figures back the levels of a change are looked for. */
const REACH = 5;

/** The level of the time before that a text states elsewhere for the same thing. */
export type FindEarlier = (now: Term) => readonly Term[];

/**
 * A change beside both levels.
 *
 *     由340元提高到390元，提高|50元
 *     187件，较上年的236件下降|20.8%
 *     收入2.37亿元，上年为2.15亿元，同比增长|10.2%
 *     收入18.9亿元，同比增加2.1亿元，增长|12.5%
 */
export function growth(passage: Passage, earlier: FindEarlier): Check[] {
  return passage.terms.flatMap((term, i) => {
    if (Number.isNaN(term.value)) return [];
    const known = levelsOf(passage, i) ?? saidAfter(passage, i);
    if (known !== null) {
      const made = changeOf(term, known);
      // 租金15万元、分红8.2万元，比上年的36万元增长30%: all of the list
      const listed = /^\s?[、和与及]/.test(known.now.lead) && term.figure.unit === "%";
      if (made === null || made.holds || !MORE.test(term.lead))
        return made === null || (listed && !made.holds) ? [] : [made];
      // 水位35.27米，超警戒水位1.27米，比最高水位34.91米还高0.36米: of what is said first
      const held = passage.terms
        .slice(Math.max(0, i - REACH), i)
        .map((now) => (isComparable(now, known.old) ? changeOf(term, { ...known, now }) : null))
        .find((other) => other?.holds);
      return [held ?? made];
    }
    if (/年均|平均/.test(term.lead)) return [];
    const both = byDifference(passage, i);
    if (both !== null) return [both];
    if (isChange(term) || MORE.test(term.lead)) {
      const marked = byEarlier(passage, i, (levels) => changeOf(term, levels));
      if (marked !== null) return [marked];
    }
    if (term.role !== "change") return [];
    const now = passage.terms[i - 1];
    if (now === undefined || now.role !== "level" || now.sentence !== term.sentence || !BESIDE.test(term.lead))
      return [];
    for (const old of earlier(now)) {
      const made = changeOf(term, { now, old });
      if (made !== null) return [made];
    }
    return [];
  });
}

const BESIDE = /^[，,]?\s?(?:(?:同比|比上年|较上年|比去年|较去年)(?:同期)?)?(?:增长|增加|下降|减少|上升|提高)[了]?\s?$/;

/** Longest words before a change that name no other subject. */
const OWN = 4;

/** The words of a change right before its figure, and no more than one clause of them: ，三年|净增|9所. */
function isChange({ lead }: Term): boolean {
  const { changes } = claimWords();
  if (!changes.test(lead) || 24 < lead.length || 1 < clauses(lead)) return false;
  // ；近视率同比下降: what has a subject of its own speaks of that
  const words = clauseOf(lead)
    .replace(changes, "")
    .replace(/[比较与][^，,]{1,10}$|同比|环比|总体|累计|分别|.年[间来]?/g, "");
  return words.length <= OWN;
}

/** 比1998年最高水位34.91米|还高|0.36米. */
const MORE = /^[，,]?\s?[还又]?(?:高|低|多|少)[出了]?\s?$/;
const FROM = /(?:由|从)(?![^，,。；;]*[，,。；;])/;
const TO = /[到至为]\s?(?:[^，,。；;]{0,10}的)?\s?$/;

/** The two levels that a change lies between, where the words say so. */
function levelsOf(passage: Passage, at: number): Levels | null {
  const { terms } = passage;
  const term = terms[at] as Term;
  if (/年均|平均/.test(term.lead)) return null;
  if (term.figure.unit === "倍" && /^的$/.test(term.lead)) return asTimes(passage, at);
  if (!isChange(term) && !MORE.test(term.lead)) return null;
  const near: Term[] = [];
  for (let i = at - 1; Math.max(0, at - REACH) <= i && near.length < 4; i--) {
    const other = terms[i] as Term;
    if (other.sentence !== term.sentence) break;
    if (other.role === "none") return null;
    if (other.role !== "change" || /[到至]\s?$/.test(other.lead)) near.push(other);
  }
  const [second, first] = near;
  if (second === undefined || first === undefined || !isComparable(second, first)) return spoken(term, near);
  if (FROM.test(first.lead) && TO.test(second.lead) && clauses(term.lead) <= 1) return { now: second, old: first };
  if (term.role !== "change") return null;
  if (/[较比与同].{1,20}的\s?$/.test(second.lead) && clauses(term.lead) <= 1) return { now: first, old: second };
  if (/比[^，,。；;]{2,18}$/.test(second.lead) && MORE.test(term.lead)) return { now: first, old: second };
  return spoken(term, near);
}

/** 1.44亿元，是上年|1.2亿元|的1.2倍. */
function asTimes({ terms }: Passage, at: number): Levels | null {
  const [old, now] = [terms[at - 1], terms[at - 2]];
  if (old === undefined || now === undefined || !isComparable(now, old) || now.sentence !== old.sentence) return null;
  return /^[，,]\s?(?:已?是|为|相当于|达到?)/.test(old.lead) ? { now, old } : null;
}

/** 收入2.37亿元，上年为|2.15亿元，同比增长10.2%: the earlier level says when it was. */
function spoken(term: Term, near: readonly Term[]): Levels | null {
  const [second] = near;
  if (term.role !== "change" || second === undefined || 1 < clauses(term.lead)) return null;
  const dated = byYear(near);
  if (dated !== null) return dated;
  if (!claimWords().earlier.test(second.name) && !/^(?:20)?\d{2}年[^，,]{0,6}[为是]?\s?$/.test(second.name))
    return null;
  const old = second;
  const now = near.slice(1).find((other) => isComparable(other, old) && other.role !== "base");
  return now === undefined ? null : { now, old };
}

/** 2022年140亿元，2023年158亿元，增长12.9%: the years say which was first. */
function byYear([second, first]: readonly Term[]): Levels | null {
  if (second === undefined || first === undefined || !isComparable(second, first)) return null;
  const [a, b] = [first, second].map(({ name }) => /((?:19|20)\d{2})年(?!代)/.exec(name)?.[1]);
  const late = /^(?:今年|本年|本期)/.test(second.name);
  if (claimWords().earlier.test(first.name) && (late || b !== undefined)) return { now: second, old: first };
  if (a === undefined || b === undefined || a === b) return null;
  return a < b ? { now: second, old: first } : { now: first, old: second };
}

/** 1260万元，较上年增加|400万元|，上年为860万元: the earlier level comes last. */
function saidAfter({ terms }: Passage, at: number): Levels | null {
  const [now, term, old, last] = [terms[at - 1], terms[at] as Term, terms[at + 1], terms[at + 2]];
  // 比上年减少33人，由1286人|降至1253人
  if (term.role === "change" && old !== undefined && last !== undefined && isComparable(old, last))
    if (/^[，,（(]\s?[由从]$/.test(old.lead) && TO.test(last.lead) && last.sentence === term.sentence)
      return { now: last, old };
  if (term.role !== "change" || now?.role !== "level" || old === undefined || !BESIDE.test(term.lead)) return null;
  if (now.sentence !== old.sentence || !isComparable(now, old)) return null;
  return /^[，,（(]\s?(?:上年|去年|上年同期|去年同期|同期)[为是]?\s?$/.test(old.lead) ? { now, old } : null;
}

function isComparable(a: Term, b: Term): boolean {
  return isAlike(a.figure, b.figure) || (a.role === "share" && b.role === "share");
}

function clauses(lead: string): number {
  return lead.match(/[，,；;。：:]/g)?.length ?? 0;
}

function changeOf(change: Term, { now, old }: Levels): Check | null {
  const { figure, value } = change;
  if (now.figure.qualifier !== null || old.figure.qualifier !== null) return null;
  const points = figure.unit === now.figure.unit || (figure.unit.endsWith("百分点") && now.figure.unit === "%");
  const times = figure.unit === "倍";
  if (!points && ((figure.unit !== "%" && !times) || old.value <= 0)) return null;
  const sign = figure.comparison === null ? 0 : figure.comparison.direction === "down" ? -1 : 1;
  const difference = sign === 0 || value < 0 ? Math.abs(now.value - old.value) : sign * (now.value - old.value);
  const share = (100 * difference) / old.value;
  const about = figure.qualifier === null ? 0 : 0.06 * value;
  const made = (computed: number, blur: number): Check =>
    check("growth", value, computed, halfStep(figure) * (points && slack(figure) === 0 ? 0 : 1) + blur + about, [
      change.index,
      now.index,
      old.index,
    ]);
  if (points && figure.unit !== "%") return made(difference, slack(now.figure) + slack(old.figure));
  const blur = (100 + share) * (relative(now.figure) + relative(old.figure));
  if (!times) return made(share, blur);
  const rise = made(share / 100, blur / 100);
  const ratio = made(now.value / old.value, blur / 100);
  return ratio.holds ? ratio : rise;
}

/** 收入18.9亿元，同比增加|2.1亿元|，增长12.5%: the difference tells the earlier level. */
function byDifference(passage: Passage, at: number): Check | null {
  const { terms } = passage;
  const [rate, difference, now] = [terms[at] as Term, terms[at - 1], terms[at - 2]];
  if (difference?.role !== "change" || now?.role !== "level" || rate.figure.unit !== "%") return null;
  if (difference.figure.unit === "%" || !isAlike(difference.figure, now.figure) || now.sentence !== rate.sentence)
    return null;
  if (
    !/^[、，,]?\s?(?:同比|比上年|较上年|比去年|较去年)?(?:增长|下降|上升|减少|增加|增幅|降幅|增速|增长率)(?:为|达)?\s?$/.test(
      rate.lead,
    )
  )
    return null;
  if (
    !/^[，,（(]?\s?(?:同比|比上年|较上年|比去年|较去年|比上年同期|较上年同期)?(?:同期)?(?:净)?(?:增加|增长|减少|下降|增收|减收|多|少)了?\s?$/.test(
      difference.lead,
    )
  )
    return null;
  const up = difference.figure.comparison?.direction !== "down";
  const old = now.value - (up ? difference.value : -difference.value);
  if (old <= 0) return null;
  const computed = (100 * difference.value) / old;
  const blur = computed * (relative(difference.figure) + (slack(now.figure) + slack(difference.figure)) / old);
  return check("growth", rate.value, computed, halfStep(rate.figure) + blur, [rate.index, difference.index, now.index]);
}
