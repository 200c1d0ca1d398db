import type { Part, Patterns, Term, Theme, Wording } from "@zongjie/document";
import type { CleanBrief } from "./brief.ts";
import { kindFrame } from "./frames.ts";
import { likeness, matterOf, widerField } from "./matter.ts";
import { backing, note, type Tally, wordings } from "./tally.ts";

/** Matters less alike than this are other matters: 双拥创建 is on 双拥, 教育扶贫 is not on 教育督导. */
const ON_TOPIC = 0.45;
/** What a document on another matter but of the same kind counts for the frame of a draft. */
const OFF_TOPIC = 0.1;
/** What a document of a neighbouring field counts: a hospital's for a clinic. */
const WIDER = 0.5;
/** Kinds further apart than this do not tell how many parts there are. */
const NEAR_KIND = 0.35;

/** The documents that a draft is made after. */
export interface Comparables {
  /** Weight of each source of the patterns: likeness of matter × nearness of kind. */
  readonly weights: readonly number[];
  /** Families on the matter. */
  readonly families: ReadonlySet<number>;
  /** Weight of each source for the frame: which parts, how many; 0 where it has no outline. */
  readonly frame: readonly number[];
}

/** Weighs the sources for a brief: 双拥总结 first, then 双拥汇报 and 双拥计划, last 总结 on other matters. */
export function compare(brief: CleanBrief, patterns: Patterns): Comparables {
  const { kin, kind: known } = kindFrame(brief.kind);
  const { alike, families } = kindred(brief, patterns);
  const kinship = (kind: string): number => (kind === known ? 1 : (kin[kind] ?? 0));
  const weights = patterns.sources.map(({ family, kind }) =>
    families.has(family) ? (alike[family] ?? 0) * kinship(kind) : 0,
  );
  const frame = patterns.sources.map(({ outline, kind }, i) => {
    if (outline.length < 2 || kinship(kind) < NEAR_KIND) return 0;
    return (weights[i] ?? 0) + (kind === known ? OFF_TOPIC : 0);
  });
  return { weights, families, frame };
}

/** The families on the matter of the topic; where there are none, those in the field of the unit, 税务 for a tax office, then in the wider field. */
function kindred({ kind, topic, unit }: CleanBrief, patterns: Patterns): { alike: number[]; families: Set<number> } {
  const found = (matter: string): { alike: number[]; families: Set<number> } => {
    const alike = patterns.families.map(({ matters }) =>
      Math.max(0, ...matters.map((other) => likeness(matter, other))),
    );
    return { alike, families: new Set(alike.flatMap((score, family) => (ON_TOPIC <= score ? [family] : []))) };
  };
  const first = found(matterOf(topic ?? "", unit));
  const backed = [...first.families].reduce((sum, family) => sum + (patterns.families[family]?.sources.length ?? 0), 0);
  if (2 <= backed || unit === null || !kindFrame(kind).broad) return first;
  const field = matterOf("", unit);
  const second = found(field);
  if (0 < second.families.size) return second;
  const wider = widerField(field);
  const near = patterns.families.map(({ matters }) =>
    wider !== null && matters.some((matter) => widerField(matter) === wider) ? WIDER : 0,
  );
  const third = { alike: near, families: new Set(near.flatMap((score, family) => (0 < score ? [family] : []))) };
  return third.families.size === 0 ? first : third;
}

/** Weighted share of the framing sources that hold a condition, 0–1; null where there is none. */
export function share(frame: readonly number[], holds: (source: number) => boolean): number | null {
  let all = 0;
  let some = 0;
  for (const [source, weight] of frame.entries()) {
    all += weight;
    if (holds(source)) some += weight;
  }
  return all === 0 ? null : some / all;
}

/**
 * All themes of a part as one: those on the matter where two documents have it, else those of like kinds on any matter. Null
 * where nobody has it.
 */
export function gather(part: Part, patterns: Patterns, { families, frame }: Comparables): Theme | null {
  const all = patterns.themes.filter((theme) => theme.part === part);
  const near = all.filter(({ family }) => families.has(family));
  const wide = backing(near.flatMap(({ sources }) => sources)).length < 2;
  const counts = (source: number): boolean => !wide || 0 < (frame[source] ?? 0);
  const themes = (wide ? all : near).filter(({ sources }) => sources.some(counts));
  const first = themes[0];
  if (first === undefined) return null;
  const merged = (pick: (theme: Theme) => readonly Wording[]): Wording[] =>
    union(themes.flatMap(pick).map(({ text, sources }) => ({ text, sources: sources.filter(counts) })));
  // a wording of one matter alone, 预算执行情况, is no heading for others
  const open = (list: readonly Wording[]): Wording[] =>
    list.filter(({ sources }) => !wide || 1 < new Set(sources.map((source) => patterns.sources[source]?.family)).size);
  const weight = themes.reduce((sum, { sources }) => sum + sources.length, 0);
  return {
    ...first,
    sources: backing(themes.flatMap(({ sources }) => sources.filter(counts))),
    headings: open(merged(({ headings }) => headings)),
    clauses: open(merged(({ clauses }) => clauses)),
    // Terms and metrics of other matters would mislead: 医保 in an outline on roads.
    terms: wide ? [] : unionTerms(themes.flatMap(({ terms }) => terms)),
    metrics: wide ? [] : merged(({ metrics }) => metrics),
    children: wide ? [] : merged(({ children }) => children),
    pairs: wide ? [] : [...new Set(themes.flatMap(({ pairs }) => pairs))],
    place: themes.reduce((sum, { place, sources }) => sum + place * sources.length, 0) / weight,
  };
}

function union(list: readonly Wording[]): Wording[] {
  const tally: Tally = new Map();
  for (const { text, sources } of list) for (const source of sources) note(tally, text, source);
  return wordings(tally);
}

function unionTerms(list: readonly Term[]): Term[] {
  const titled = new Map<string, number[]>();
  for (const term of list) titled.set(term.text, [...(titled.get(term.text) ?? []), ...term.titled]);
  return union(list).map((wording) => ({ ...wording, titled: backing(titled.get(wording.text) ?? []) }));
}
