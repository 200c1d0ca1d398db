import type { TextFigure } from "@zongjie/document";
import { cutRight } from "../metric.ts";
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
  readonly all: readonly Level[];
  /** Those that a name leads to: alike in name, the same sort of unit, nearest before a place first. */
  named(name: string, like: TextFigure, at: number): readonly Level[];
  /** The levels of the year before that have the name of a level. */
  yearBefore(now: Term): readonly Term[];
}

/** Of one ending so many levels are kept. */
const MOST = 24;
const ENDING = 2;
/** Shortest name that leads to another year. */
const SHORTEST = 4;

/** The levels of passages: 全县|户籍人口|38.4万人. */
export function levelsOf(passages: readonly Passage[]): Levels {
  const all = passages.flatMap((passage) =>
    passage.terms.flatMap((term) => {
      const table = /[\t|｜]/.test(passage.text.slice(0, 400));
      const clause = table ? term.figure.metric : withoutPeriod(term.name, term.figure);
      const name = withoutNeutral(
        cutRight(cutRight(clause).replace(/(?:预期|预计|计划|完成|实现|达到|突破|安排)$/, "")),
      );
      return 2 <= name.length && !Number.isNaN(term.value) ? [{ term, name, clause, passage }] : [];
    }),
  );
  const endings = new Map<string, Level[]>();
  for (const level of all)
    for (const key of new Set([level.name.slice(-ENDING), coreOf(level.name).slice(-ENDING)])) {
      const list = endings.get(key) ?? [];
      endings.set(key, list);
      list.push(level);
    }
  const byIndex = new Map(all.map((level) => [level.term.index, level]));
  return {
    all,
    yearBefore(now) {
      const level = byIndex.get(now.index);
      const year = /^\d{4}$/.exec(now.figure.periodNormalized ?? "")?.[0];
      if (level === undefined || year === undefined || level.name.length < SHORTEST) return [];
      const list = (endings.get(level.name.slice(-ENDING)) ?? []).slice(0, MOST);
      return list
        .map(({ term, name }) => ({ term, same: name === level.name }))
        .filter(
          ({ term, same }) =>
            same && term.figure.periodNormalized === String(Number(year) - 1) && isAlike(term.figure, now.figure),
        )
        .map(({ term }) => term);
    },
    named(name, like, at) {
      const core = coreOf(name);
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

/** The last levels before a place, all where there are few: looking at each one again and again would take too long. */
function lastBefore(list: readonly Level[], at: number): readonly Level[] {
  if (list.length <= MOST) return list;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Level).term.index < at) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - MOST), low);
}

/** How well a name fits the words that call for it: 3 the same thing, 2 with more words before it, 1 with more between. */
function fitOf(called: string, core: string, name: string): number {
  if (coreOf(name) === core) return 3;
  if (SHORTEST < name.length + called.length && (name.endsWith(called) || called.endsWith(name))) return 2;
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
