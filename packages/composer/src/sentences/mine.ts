import { createHash } from "node:crypto";
import type { PatternPlace, PatternSlot, Role, SentencePattern } from "@zongjie/document";
import { namesPlace, order } from "../names.ts";
import { backing, note, type Tally } from "../tally.ts";
import { findFrames } from "./anchor.ts";
import type { Filling, SentenceReading } from "./clauses.ts";
import { ANYTHING, labelled, slotsIn, weightOf } from "./code.ts";

/** Clauses that one pattern may hold. */
const MOST_CLAUSES = 4;
/** Han characters outside the slots: less says nothing. */
const LEAST_BESIDE_FIGURE = 2;
const LEAST_ALONE = 6;
const MOST_WORDS = 12;

/** A pattern at a place of its source: what the source has in its slots. */
export interface Occurrence {
  readonly pattern: number;
  readonly source: number;
  readonly role: Role;
  readonly place: PatternPlace;
  /** The clauses as the source has them. */
  readonly text: string;
  readonly fillings: readonly Filling[];
}

interface Candidate {
  readonly code: string;
  readonly role: Role;
  readonly place: PatternPlace;
  readonly source: number;
  readonly text: string;
  readonly fillings: readonly Filling[];
}

/**
 * Sentence patterns that at least `least` sources share. The method: what belongs to one document is masked as typed slots
 * (`findMasks`); runs of one to four clauses are grouped by role and skeleton; clauses that find no company are aligned by
 * what they begin and end with (`findFrames`) and grouped again; what recurs in enough sources is kept, within a role or,
 * where no role has enough, over all. A run whose sources all have the longer run around it is left out.
 */
export function mineSentences(
  sentences: readonly SentenceReading[],
  least: number,
): { patterns: SentencePattern[]; occurrences: Occurrence[] } {
  const framed = align(sentences, least);
  const groups = new Map<string, Candidate[]>();
  for (const candidate of framed) {
    const key = candidate.code;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  const kept: Candidate[][] = [];
  for (const group of groups.values()) {
    if (sourcesOf(group).size < least) continue;
    const byRole = new Map<Role, Candidate[]>();
    for (const candidate of group) byRole.set(candidate.role, [...(byRole.get(candidate.role) ?? []), candidate]);
    const roles = [...byRole.values()].filter((members) => least <= sourcesOf(members).size);
    kept.push(...(roles.length === 0 ? [group] : roles));
  }
  const closed = withoutParts(kept).sort(
    (a, b) => sourcesOf(b).size - sourcesOf(a).size || order((a[0] as Candidate).code, (b[0] as Candidate).code),
  );
  return {
    patterns: closed.map((group) => patternOf(group, least)),
    occurrences: closed.flatMap((group, pattern) =>
      group.map(({ source, role, place, text, fillings }) => ({ pattern, source, role, place, text, fillings })),
    ),
  };
}

/** All runs of clauses, those without company reduced to their frame. */
function* align(sentences: readonly SentenceReading[], least: number): Generator<Candidate> {
  const places = sentences.flatMap(({ clauses, source }) =>
    clauses.filter(({ open }) => open).map((clause) => ({ clause, source })),
  );
  const company: Tally = new Map();
  for (const { clause, source } of places) note(company, clause.code, source);
  const alone = places.filter(({ clause }) => (company.get(clause.code)?.size ?? 0) < least);
  const frames = findFrames(alone, least);
  const frameOf = new Map(alone.map(({ clause }, i) => [clause, frames[i] ?? null]));
  for (const { clauses, source, role, place } of sentences)
    for (let from = 0; from < clauses.length; from++) {
      let code = "";
      let text = "";
      const fillings: Filling[] = [];
      for (let to = from; to < Math.min(clauses.length, from + MOST_CLAUSES); to++) {
        const clause = clauses[to] as (typeof clauses)[number];
        if (!clause.open) break;
        const gap = frameOf.get(clause);
        if (gap === null) break;
        const own = clause.fillings;
        if (gap === undefined) {
          code += clause.code;
          fillings.push(...own);
        } else {
          const before = slotsIn(clause.code.slice(0, gap.start)).length;
          const behind = slotsIn(clause.code.slice(gap.end)).length;
          code += gap.code;
          const middle = filled(clause.code.slice(gap.start, gap.end), own.slice(before, own.length - behind));
          fillings.push(...own.slice(0, before), { text: middle, figure: null }, ...own.slice(own.length - behind));
        }
        text += filled(clause.code, own);
        const whole = from === 0 && to === clauses.length - 1;
        if (isTelling(code) || (whole && place === "closing" && isFormula(code)))
          yield { code, role, place, source, text, fillings: [...fillings] };
        code += clause.stop;
        text += clause.stop;
      }
    }
}

/** A coded text with its slots filled. */
function filled(code: string, fillings: readonly Filling[]): string {
  let next = 0;
  return [...code].map((c) => (slotsIn(c).length === 0 ? c : (fillings[next++]?.text ?? ""))).join("");
}

/** Whether a skeleton says anything: a figure with a word beside it, or a phrase of its own. */
function isTelling(code: string): boolean {
  const slots = slotsIn(code);
  const weight = weightOf(code);
  if (slots.some(({ type }) => type === "figure")) return LEAST_BESIDE_FIGURE <= weight;
  return !slots.some(({ type }) => type === "metric") && LEAST_ALONE - (code.includes(ANYTHING) ? 2 : 0) <= weight;
}

/** 特此{文件}: short, and all that a text closes with. */
function isFormula(code: string): boolean {
  return slotsIn(code).length === 1 && slotsIn(code)[0]?.type === "document" && 2 <= weightOf(code);
}

function sourcesOf(group: readonly Candidate[]): Set<number> {
  return new Set(group.map(({ source }) => source));
}

/** Leaves out runs of clauses whose sources all have the same longer run. */
function withoutParts(groups: readonly Candidate[][]): Candidate[][] {
  const longer = new Map<string, Set<number>[]>();
  for (const group of groups) {
    const { code, role } = group[0] as Candidate;
    const clauses = code.split(/(?<=[，；：。！？])/u);
    for (let from = 0; from < clauses.length; from++)
      for (let to = from + 1; to <= clauses.length; to++) {
        if (to - from === clauses.length) continue;
        const part = `${role} ${clauses
          .slice(from, to)
          .join("")
          .replace(/[，；：。！？]$/u, "")}`;
        longer.set(part, [...(longer.get(part) ?? []), sourcesOf(group)]);
      }
  }
  return groups.filter((group) => {
    const { code, role } = group[0] as Candidate;
    const own = sourcesOf(group);
    return !(longer.get(`${role} ${code}`) ?? []).some((other) => [...own].every((source) => other.has(source)));
  });
}

function patternOf(group: readonly Candidate[], least: number): SentencePattern {
  const { code } = group[0] as Candidate;
  const sources = backing(sourcesOf(group));
  const roles = new Set(group.map(({ role }) => role));
  const role = roles.size === 1 ? ([...roles][0] as Role) : null;
  const slots = slotsIn(code).map((slot, i): PatternSlot => {
    const fillings = group.map(({ fillings, source }) => ({ ...(fillings[i] as Filling), source }));
    const figures = fillings.flatMap(({ figure }) => (figure === null ? [] : [figure]));
    const [first] = figures;
    return {
      type: slot.type,
      words: slot.type === "metric" ? sharedEnds(fillings) : [],
      figure:
        slot.type !== "figure"
          ? null
          : {
              kind: slot.kind,
              modality: slot.modality,
              qualifier: same(figures.map(({ qualifier }) => qualifier)) ? (first?.qualifier ?? null) : null,
              direction: same(figures.map(({ comparison }) => comparison?.direction ?? null))
                ? (first?.comparison?.direction ?? null)
                : null,
            },
    };
  });
  return {
    id: `s${createHash("sha256").update(`${role} ${code}`).digest("hex").slice(0, 8)}`,
    role,
    place: placeOf(group, least),
    text: labelled(code),
    slots,
    support: sources.length,
    sources,
  };
}

function same(list: readonly unknown[]): boolean {
  return new Set(list).size <= 1;
}

/** Where a pattern mostly stands. */
function placeOf(group: readonly Candidate[], least: number): PatternPlace {
  if (group.every(({ place }) => place === "opening")) return "opening";
  for (const place of ["closing", "transition"] as const) {
    const own = group.filter((candidate) => candidate.place === place);
    if (least <= sourcesOf(own).size && group.length < 2 * own.length) return place;
  }
  return "body";
}

/** Ends of two and three characters that two sources share: 培训班, 病人. Names do not end so. */
function sharedEnds(fillings: readonly (Filling & { readonly source: number })[]): string[] {
  const ends: Tally = new Map();
  for (const { text, source } of fillings)
    for (const size of [2, 3]) {
      const end = text.slice(-size);
      if (end.length === size && /^\p{Script=Han}+$/u.test(end) && !namesPlace(end)) note(ends, end, source);
    }
  return [...ends]
    .filter(([, sources]) => 2 <= sources.size)
    .sort((a, b) => b[1].size - a[1].size || order(a[0], b[0]))
    .slice(0, MOST_WORDS)
    .map(([end]) => end);
}
