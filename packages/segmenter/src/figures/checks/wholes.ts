import { coreOf, likeness } from "./names.ts";
import { isPartition, nameOf } from "./parts.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { claimWords } from "./words.ts";

/** How many figures back a whole is looked for. */
const REACH = 12;
/** So alike is the name of a whole to the words that name it. */
const ALIKE = 0.6;

/** A whole elsewhere in the text that a name leads to. */
export type FindLevel = (name: string, part: Term) => readonly Term[];

/** The figures that may be the whole of a part, likeliest first. */
export interface Wholes {
  readonly terms: readonly Term[];
  /** Whether the wording says that the first is the whole. */
  readonly sure: boolean;
  /** Whether none of them has the name that the words give the whole. */
  readonly other?: boolean;
  /** The part with the other that makes a whole with it: 税收 and 非税. */
  readonly sum: Term | null;
}

/**
 * What a part may be a share of.
 *
 *     党员80人，|其中|青年20人，占25%              the whole of the list that the part is in
 *     职工120人。……党员30人，|占职工总数的|25%     what the words name
 */
export function wholesOf(
  passage: Passage,
  place: number,
  share: number,
  named: string,
  elsewhere: FindLevel,
  last: Term | null,
): Wholes {
  const part = passage.terms[place] as Term;
  const { near, opened } = nearOf(passage, place);
  const { anyWhole, plan, earlier } = claimWords();
  if (named !== "" && !anyWhole.test(named)) {
    // 占火灾总数的46.9% is not taken of 去年同期的|371起|
    const now = near.filter((term) => term.role === "level" || earlier.test(named) || !earlier.test(nameOf(term)));
    const fits = now.filter((term) =>
      plan.test(named) ? plan.test(nameOf(term) + term.figure.metric) : ALIKE <= likeness(named, nameOf(term)),
    );
    const exact = fits.filter((term) => plan.test(named) || isNamed(term, named));
    if (0 < exact.length) return { terms: exact, sure: true, sum: null };
    if (0 < fits.length) return { terms: [...fits, ...elsewhere(named, part)], sure: false, sum: null };
    // 完成年度任务的100%: a plan that is not stated is none of the levels near it
    if (plan.test(named)) return { terms: [], sure: false, sum: null };
    const far = elsewhere(named, part);
    return { terms: [...far, ...now], sure: 0 < far.length, sum: null, other: far.length === 0 };
  }
  const beside = passage.terms.slice(Math.max(0, place - REACH), share);
  const sum = siblingSum(
    beside.filter(({ sentence }) => sentence === part.sentence),
    part,
  );
  if (opened !== null) return { terms: [opened, ...(last === null ? [] : [last]), ...near], sure: true, sum: null };
  const large = near.filter((term) => term.sentence === part.sentence && !hasShare(passage, term));
  if (last !== null && isAlike(last.figure, part.figure)) return { terms: [last, ...near], sure: true, sum };
  const far = near.filter((term) => !hasShare(passage, term) && !term.aside);
  return { terms: [...large, ...far], sure: large.length === 1 && sum === null, sum };
}

/** 出口总值 names 出口|246.8亿元 and not 进出口总值|352.7亿元. */
function isNamed(term: Term, named: string): boolean {
  const [a, b] = [coreOf(nameOf(term)), coreOf(named)];
  return a === b || (b.length <= a.length && a.startsWith(b));
}

/** The levels before a part, nearest first, and the one whose list it is in. */
function nearOf(passage: Passage, place: number): { near: Term[]; opened: Term | null } {
  const part = passage.terms[place] as Term;
  const near: Term[] = [];
  let opened: Term | null = null;
  let opens = false;
  for (let i = place; Math.max(0, place - REACH) < i; i--) {
    const term = passage.terms[i - 1] as Term;
    const behind = passage.terms[i] as Term;
    if (1 < part.sentence - term.sentence) break;
    opens ||= /其中|包括|[：:]|中[，,有]/.test(behind.lead);
    if ((term.role !== "level" && term.role !== "base") || !isAlike(term.figure, part.figure)) continue;
    near.push(term);
    if (opens && opened === null) opened = term;
  }
  return { near, opened };
}

/** A level with a share of its own is a part like the other: 男性51人，占51%；女性49人，占49%. */
export function hasShare(passage: Passage, term: Term): boolean {
  const at = passage.terms.indexOf(term);
  const next = passage.terms.slice(at + 1, at + 3).find(({ role }) => role !== "change");
  return next?.role === "share" && /占/.test(next.lead);
}

/** 税收收入9.6亿元，非税收入4.7亿元，税收占比67%: the whole is not stated, but what else it has. */
function siblingSum(near: readonly Term[], part: Term): Term | null {
  const other = near.find(
    (term) => term !== part && term.role === "level" && isAlike(term.figure, part.figure) && isPartition([part, term]),
  );
  return other === undefined ? null : { ...part, value: part.value + other.value };
}
