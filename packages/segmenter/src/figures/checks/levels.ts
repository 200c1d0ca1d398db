import { firstIndex, type TextFigure } from "@zongjie/document";
import { cutRight } from "../metric.ts";
import { once } from "../vocabulary.ts";
import { coreOf, isWithin, withoutNeutral } from "./names.ts";
import { clauseOf, isAlike, type Passage, type Term } from "./term.ts";

/** A level with the words that name it, somewhere in a text. */
export interface Level {
  readonly term: Term;
  /** What is measured, without scope and period: 地区生产总值. */
  readonly name: string;
  /** The words of its clause, without its period. */
  readonly clause: string;
  readonly passage: Passage;
}

/** The levels of a text by the end of their names. */
export interface Levels {
  /** Those of the terms that fit; what does not fit is not named. */
  where(fits: (term: Term, passage: Passage) => boolean): readonly Level[];
  /** Those that a name leads to: alike in name, the same sort of unit, nearest before a place first. */
  named(name: string, like: TextFigure, at: number): readonly Level[];
  /** The levels of the year before that have the name of a level. */
  yearBefore(now: Term, passage: Passage): readonly Term[];
}

/** Of one ending so many levels are kept. */
const MOST = 24;
const ENDING = 2;
/** Shortest name that leads to another year. */
const SHORTEST = 4;

/** The levels of passages: 全县|户籍人口|38.4万人. They are named when they are asked for. */
export function levelsOf(passages: readonly Passage[]): Levels {
  const known = new Map<Term, Level | null>();
  const levelOf = (term: Term, passage: Passage): Level | null => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const made = named(term, passage);
    known.set(term, made);
    return made;
  };
  const where: Levels["where"] = (fits) =>
    passages.flatMap((passage) =>
      passage.terms.flatMap((term) => (fits(term, passage) ? (levelOf(term, passage) ?? []) : [])),
    );
  const byPeriod = once(() => {
    const periods = new Map<string, { term: Term; passage: Passage }[]>();
    for (const passage of passages)
      for (const term of passage.terms) {
        const period = term.figure.periodNormalized ?? "";
        const list = periods.get(period) ?? [];
        periods.set(period, list);
        list.push({ term, passage });
      }
    return periods;
  });
  const byEnding = once(() => {
    const endings = new Map<string, Level[]>();
    for (const level of where(() => true))
      for (const key of new Set([level.name.slice(-ENDING), coreOf(level.name).slice(-ENDING)])) {
        const list = endings.get(key) ?? [];
        endings.set(key, list);
        list.push(level);
      }
    return endings;
  });
  return {
    where,
    yearBefore(now, passage) {
      const year = /^\d{4}$/.exec(now.figure.periodNormalized ?? "")?.[0];
      const old = year === undefined ? undefined : byPeriod().get(String(Number(year) - 1));
      const name = old === undefined ? undefined : levelOf(now, passage)?.name;
      if (old === undefined || name === undefined || name.length < SHORTEST) return [];
      const alike = old.filter(({ term }) => isAlike(term.figure, now.figure)).slice(0, MOST);
      return alike.flatMap((old) => (levelOf(old.term, old.passage)?.name === name ? [old.term] : []));
    },
    named(name, like, at) {
      const core = coreOf(name);
      const endings = byEnding();
      const near = [name, core].flatMap((word) => lastBefore(endings.get(word.slice(-ENDING)) ?? [], at));
      return near
        .filter(
          ({ term }) =>
            term.figure !== like && (like.unit === "%" ? term.role === "level" : isAlike(term.figure, like)),
        )
        .filter(({ term }) => term.role !== "change")
        .map((level) => ({ level, fit: fitOf(name, core, level.name) }))
        .filter(({ fit }) => 0 < fit)
        .sort((a, b) => b.fit - a.fit || distance(a.level, at) - distance(b.level, at))
        .map(({ level }) => level);
    },
  };
}

function named(term: Term, passage: Passage): Level | null {
  if (Number.isNaN(term.value)) return null;
  const clause = passage.table ? term.figure.metric : withoutPeriod(term.name, term.figure);
  const name = withoutNeutral(cutRight(cutRight(clause).replace(/(?:预期|预计|计划|完成|实现|达到|突破|安排)$/, "")));
  return name.length < 2 ? null : { term, name, clause, passage };
}

/** The last levels before a place, all where there are few: looking at each one again and again would take too long. */
function lastBefore(list: readonly Level[], at: number): readonly Level[] {
  if (list.length <= MOST) return list;
  const end = firstIndex(list.length, (i) => (list[i] as Level).term.index < at);
  return list.slice(Math.max(0, end - MOST), end);
}

/** How well a name fits the words that call for it: 3 the same thing, 2 with more words before it, 1 with more between. */
function fitOf(called: string, core: string, name: string): number {
  if (coreOf(name) === core) return 3;
  // 新收|案件 calls for no |案件| of any sort
  const says = name.endsWith(called) || (called.endsWith(name) && called.length < 2 * name.length);
  if (SHORTEST < name.length + called.length && says) return 2;
  return SHORTEST <= called.length && name.length <= called.length + SHORTEST && isWithin(called, name) ? 1 : 0;
}

function distance({ term }: Level, at: number): number {
  return term.index < at ? at - term.index : 1000 + term.index - at;
}

/** The words of a name without its period: 2023年|招商引资金额. */
function withoutPeriod(words: string, { period }: TextFigure): string {
  const at = period === null ? -1 : words.indexOf(period);
  const rest = at === -1 ? words : words.slice(at + (period ?? "").length);
  return clauseOf(rest.replace(/^.*(?:\d年|\d月份?|年末|年底|月底|月末|以来|上半年|下半年|季度)/, ""));
}
