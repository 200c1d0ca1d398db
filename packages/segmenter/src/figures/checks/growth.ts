import type { Check } from "@zongjie/document";
import { changeOf, levelBeside } from "./between.ts";
import { byDifference, fromBase } from "./difference.ts";
import { byEarlier, isPartOfYear, type Levels } from "./earlier.ts";
import { clauses, isChange, MORE, REAL } from "./rises.ts";
import { isComparable, type Passage, type Term } from "./term.ts";
import { isNear, SLIPS } from "./tolerance.ts";
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
    if (Number.isNaN(term.value) || passage.terms.length < 2 || !mayChange(term) || REAL.test(term.lead)) return [];
    const known = levelsOf(passage, i) ?? saidAfter(passage, i);
    if (known !== null) {
      const made = plausible(changeOf(term, known), term, known);
      if (made === null) return [];
      if (made.holds) return [made];
      // 甲县由2万户增加到3万户；乙县增长12%: of another's levels nothing is said
      if (isElsewhere(passage.terms, term, known.now) || isPlanned(term, known.old)) return [];
      // 上线1956人，其中一本652人、二本1304人；比上年的1820人增加136人: all of them
      const before = passage.terms.slice(Math.max(0, i - 2 * REACH), i);
      const among = before.some(({ lead }) => /其中/.test(lead));
      // 租金15万元、分红8.2万元，比上年的36万元增长30%: all of the list
      const listed = /^\s?[、和与及]/.test(known.now.lead) && term.figure.unit === "%";
      if (!(among || MORE.test(term.lead))) return listed ? [] : [made];
      // 药占比24.3%，核定的上限是26%，低了1.7个百分点: the one that was told first is lower
      const turned = changeOf(term, { now: known.old, old: known.now });
      if (turned?.holds) return [turned];
      // 水位35.27米，超警戒水位1.27米，比最高水位34.91米还高0.36米: of what is said first
      const held = before
        .slice(among ? 0 : -REACH)
        .map((now) => (isComparable(now, known.old) ? changeOf(term, { ...known, now }) : null))
        .find((other) => other?.holds);
      return [held ?? made];
    }
    if (/年均|平均/.test(term.lead)) return [];
    const both = byDifference(passage, i) ?? fromBase(passage, i);
    if (both !== null) return [both];
    if (isChange(term) || MORE.test(term.lead)) {
      const marked = byEarlier(passage, i, (levels) => plausible(changeOf(term, levels), term, levels));
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

/** Whether a level stands in another part of the sentence, and a new one is spoken of. `terms` hold both in their order. */
export function isElsewhere(terms: readonly Term[], change: Term, now: Term): boolean {
  const from = terms.indexOf(now);
  const to = terms.indexOf(change);
  if (to < from || now.cell !== undefined) return false;
  const words = terms
    .slice(from + 1, to + 1)
    .map(({ lead }) => lead)
    .join("0");
  const own = words.slice(1 + Math.max(words.lastIndexOf("；"), words.lastIndexOf(";")));
  return own.length < words.length && ANOTHER.test(own);
}

const ANOTHER = /^\s?(?!同比|比|较|增|下降|减|提高|上升)[\p{Script=Han}]{2}/u;

/** 收入28.6亿元（年初|预算|45亿元），|同比|下降26.9%: not from what was planned. */
export function isPlanned({ figure: { comparison } }: Term, { name }: Term): boolean {
  return /^[同环]比|[上去]年/.test(comparison?.base ?? "") && claimWords().plan.test(name);
}

/** Whether anything says that a figure is a change, or so many times another. */
function mayChange(term: Term): boolean {
  const { role, figure, lead } = term;
  return role === "change" || figure.unit === "倍" || MORE.test(lead) || DIFFERENCE.test(lead) || isChange(term);
}

/** Levels that are so many times off what the change makes of them are another's, unless one is out by its point or its 万. */
const FAR = 2.5;

function plausible(made: Check | null, change: Term, { now, old }: Levels): Check | null {
  if (made === null || made.holds) return made;
  if (isPartOfYear(now, old)) return null;
  const much = levelBeside(change, now, old);
  if (1 / FAR < much && much < FAR) return made;
  const meant = SLIPS.some((by) => {
    const other = changeOf(change, { now: { ...now, value: now.value * by }, old });
    return other !== null && (other.holds || isNear(other));
  });
  return meant ? made : null;
}

const BESIDE = /^[，,]?\s?(?:(?:同比|比上年|较上年|比去年|较去年)(?:同期)?)?(?:增长|增加|下降|减少|上升|提高)[了]?\s?$/;

const BESIDE_LESS = /^[，,]?\s?(?:同比|[比较][^，,]{1,6})?(?:[净多少]?[增减多少升降高低](?:[收支产出]出?)?)[了]?\s?$/;

const FROM = /(?:由|从)(?![^，,。；;]*[，,。；;])/;
const TO = /[到至为]\s?(?:[^，,。；;]{0,10}的)?\s?$/;

/** The two levels that a change lies between, where the words say so. */
function levelsOf(passage: Passage, at: number): Levels | null {
  const { terms } = passage;
  const term = terms[at] as Term;
  if (/年均|平均/.test(term.lead)) return null;
  if (term.figure.unit === "倍" && /^的$/.test(term.lead)) return asTimes(passage, at);
  if (DIFFERENCE.test(term.lead)) {
    const planned = againstPlan(passage, at);
    if (planned !== null) return planned;
  }
  if (OF_LEVEL.test(term.lead)) return aboveLevel(passage, at);
  if (!isChange(term) && !MORE.test(term.lead) && !EXTENT.test(term.lead)) return null;
  const near: Term[] = [];
  for (let i = isLasting(passage, at - 1) ? at - 2 : at - 1; Math.max(0, at - REACH) <= i && near.length < 4; i--) {
    const other = terms[i] as Term;
    if (other.sentence !== term.sentence) break;
    if (other.role === "none") return null;
    if (MORE.test(other.lead) && isAgainst(terms[i - 1])) continue;
    // 主体48260户（企业13320户），上年同期为45100户: what was told in brackets is not what grows
    if (other.aside && !term.aside && 0 < near.length) continue;
    if (other.role !== "change" || /[到至]\s?$/.test(other.lead)) near.push(other);
  }
  const [second, first] = near;
  if (second === undefined || first === undefined || !isComparable(second, first)) return spoken(term, near);
  if (FROM.test(first.lead) && TO.test(second.lead) && clauses(term.lead) <= 1) return { now: second, old: first };
  // 比去年同期4700万元|多出|564万元
  if (term.role !== "change" && !MORE.test(term.lead)) return null;
  // 由上年的23亿元|增长|16%, 在120家|的基础上增加|30家
  if (
    clauses(term.lead) === 0 &&
    (/[由从在][^，,。；;]{0,12}[的年期末初]\s?$/.test(second.lead) || /^的?基础上/.test(term.lead))
  )
    return { now: first, old: second };
  if (AGAINST.test(second.lead) && clauses(term.lead) <= 1) return { now: first, old: second };
  if (clauses(term.lead) === 0 && AGAINST_TIME.test(second.lead)) return { now: first, old: second };
  if (/比[^，,。；;]{2,18}$/.test(second.lead) && MORE.test(term.lead)) return { now: first, old: second };
  return spoken(term, near);
}

/** 由640元调整为680元，|提标幅度|6.25%. */
const EXTENT = /幅度?[为达是约]?\s?$/;

/** 187件，|较上年的|236件下降20.8%, and without 的 where a time stands there: |较上学年|18000人增加450人. */
const AGAINST = /[较比与同].{1,20}的\s?$/;
const AGAINST_TIME = /[较比][^，,。；;]{0,12}[年期末初底届度月]\s?$/;

const OF_LEVEL = /^的?(?:平均)?(?:水平|标准|均值|线)\s?$/;

/** 94.9%，高出全市平均|92.6%|的水平2.3个百分点. */
function aboveLevel({ terms }: Passage, at: number): Levels | null {
  const [now, old] = [terms[at - 2], terms[at - 1]];
  if (now === undefined || old === undefined || !isComparable(now, old) || now.sentence !== old.sentence) return null;
  return /(?:[高低][出于过]|超[出过])[^，,。；;]{0,12}$/.test(old.lead) ? { now, old } : null;
}

/** What a level is measured against: 比去年同期|4700万元, 较上年的|236件. */
function isAgainst(term: Term | undefined): boolean {
  return term !== undefined && (AGAINST.test(term.lead) || AGAINST_TIME.test(term.lead));
}

/** 由12亿元增加到15亿元，|三年|增长25%: how long it took, right before the change. */
function isLasting({ terms }: Passage, at: number): boolean {
  const [lasting, change] = [terms[at], terms[at + 1]];
  return (
    lasting?.figure.kind === "duration" &&
    clauses(change?.lead ?? "，") === 0 &&
    /^[，,；;][^，,]{0,3}$/.test(lasting.lead)
  );
}

const DIFFERENCE =
  /^[，,]?\s?(?:还|仍|尚|比[^，,]{2,6})?(?:超额|超[出过]?|多|少|差|相差|缺口?|缺[席编额]|高|低|节约|节省|节支|结余|剩余|剩|余)[\p{Script=Han}]{0,3}\s?$/u;
const PLANNED = /计划|目标|任务|预算|预计|[应原]|标准|限额|警戒|设计|编制|核定|概算|控制/;

/** 计划造林3000亩，完成3200亩，|超额|200亩: what was meant, what came of it, and how far apart they are. */
function againstPlan({ terms }: Passage, at: number): Levels | null {
  const [term, now, old] = [terms[at] as Term, terms[at - 1], terms[at - 2]];
  if (
    now === undefined ||
    old === undefined ||
    term.figure.unit !== now.figure.unit ||
    now.figure.unit !== old.figure.unit
  )
    return null;
  if (old.sentence !== term.sentence || now.role === "change" || old.role === "change") return null;
  // 计划培训3200人次，比上年实际完成的|2560人次|多640人次: what stands behind 比 was first
  if (isAgainst(now) || PLANNED.test(old.name) === PLANNED.test(now.name)) return null;
  return PLANNED.test(old.name) ? { now, old } : { now: old, old: now };
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
  if ((term.role !== "change" && !MORE.test(term.lead)) || second === undefined || 1 < clauses(term.lead)) return null;
  const dated = byYear(near, term);
  if (dated !== null) return dated;
  if (!claimWords().earlier.test(second.name) && !/^(?:20)?\d{2}年[^，,]{0,6}[为是]?\s?$/.test(second.name))
    return null;
  const old = second;
  const now = near.slice(1).find((other) => isComparable(other, old) && other.role !== "base");
  return now === undefined ? null : { now, old };
}

/** 2022年140亿元，2023年158亿元，增长12.9%: the years say which was first. */
function byYear([second, first]: readonly Term[], change: Term): Levels | null {
  if (second === undefined || first === undefined || !isComparable(second, first)) return null;
  if (/环比|比(?:[上一二三四前]|\d{1,2}月)/.test(change.lead)) {
    const [x, y] = [first, second].map(({ name }) => partOfYear(name)) as [number, number];
    if (x !== y && x * y !== 0) return x < y ? { now: second, old: first } : { now: first, old: second };
  }
  const [a, b] = [first, second].map(({ name }) => /((?:19|20)\d{2})年(?!代)/.exec(name)?.[1]);
  const late = /^(?:今年|本年|本期)/.test(second.name);
  if (claimWords().earlier.test(first.name) && (late || b !== undefined)) return { now: second, old: first };
  if (a === undefined || b === undefined || a === b) return null;
  return a < b ? { now: second, old: first } : { now: first, old: second };
}

/** The month in which a quarter, a half or a month that a name opens with ends; 0 where it opens with none. */
function partOfYear(name: string): number {
  const [, quarter, month, half] = /^(?:第?([一二三四])季度|(\d{1,2})月份?|([上下])半年)/.exec(name) ?? [];
  if (quarter !== undefined) return 3 * (1 + "一二三四".indexOf(quarter));
  return half === undefined ? Number(month ?? 0) : half === "上" ? 6 : 12;
}

/** 1260万元，较上年增加|400万元|，增长47%，上年为860万元: the earlier level comes last. */
function saidAfter({ terms }: Passage, at: number): Levels | null {
  const [term, old, last] = [terms[at] as Term, terms[at + 1], terms[at + 2]];
  // 比上年减少33人，由1286人|降至1253人
  if (/年均|平均/.test(term.lead)) return null;
  if (term.role === "change" && old !== undefined && last !== undefined && isComparable(old, last))
    if (
      /^[，,（(]\s?[由从](?:[上去]年|年初)?(?:同期|末|底)?的?$/.test(old.lead) &&
      TO.test(last.lead) &&
      last.sentence === term.sentence
    )
      return { now: last, old };
  if (term.role !== "change" && !MORE.test(term.lead) && !BESIDE_LESS.test(term.lead)) return null;
  if (!BESIDE.test(term.lead) && !BESIDE_LESS.test(term.lead)) return null;
  const now = beyond(terms, at, -1);
  const then = beyond(terms, at, 1);
  if (now?.role !== "level" || now.sentence !== term.sentence || then === undefined) return null;
  return isComparable(now, then) && then.sentence - now.sentence <= 1 && LATER.test(then.lead)
    ? { now, old: then }
    : null;
}

/** The nearest figure on one side that is neither a change nor a share. */
function beyond(terms: readonly Term[], at: number, step: 1 | -1): Term | undefined {
  let i = at + step;
  while (Math.abs(i - at) < REACH && isBesides(terms[i])) i += step;
  return terms[i];
}

function isBesides(term: Term | undefined): boolean {
  if (term === undefined) return false;
  // 为调整预算|98500万元|的100.9%
  return ["change", "share"].includes(term.role) || BESIDE_LESS.test(term.lead) || /^[）)]?的/.test(term.tail);
}

/** 。上一年度，这一数字为|1124万元. */
const LATER =
  /^[，,（(。；;]\s?而?(?:上一?年度?|去年)?(?:同期)?(?<=[年度期])[^，,。；;（()）]{0,4}(?:[，,]?(?:这[一个]{0,2})?[^，,。；;\d]{0,4}数[字据]?)?(?:则?为|是|仅有?|只有)?\s?$/;
