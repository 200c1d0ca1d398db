import { bigrams, cluster, frequencies, weigh } from "./cluster.ts";
import { unstressed } from "./heading.ts";
import { links } from "./links.ts";
import type { SectionReading } from "./reading.ts";
import { note, type Tally } from "./tally.ts";

/** A section with the distinct document that it speaks for and its place in it, 0–1. */
export interface Occurrence {
  readonly section: SectionReading;
  readonly source: number;
  readonly place: number;
}

/**
 * How alike main sections of a family must be to be one theme. Swept over reports on 双拥 by eye: at 0.22 sections on 宣传
 * fall into three themes, at 0.18 those on 共建 find none, at 0.14 宣传, 优抚 and 共建 stand apart, at 0.1 two of them merge.
 */
const LIKENESS = 0.14;
const FEATURES = 80;
/** Themes are one where they hold this share of all headings with a word that most headings of each have. */
const CONCENTRATION = 0.7;
/** A word of more headings of the family is its matter: 双拥 among reports on 双拥. */
const BROAD = 0.25;
/** A heading says more of its section than a word below it. */
const HEADING_WEIGHT = 4;
const SHARED = 2;

/** Main sections by likeness, all others by what they do. */
export function groupSections(occurrences: readonly Occurrence[]): string[] {
  const mains = occurrences.flatMap(({ section }, i) => (section.part === "main" ? [i] : []));
  const bags = mains.map((i) => {
    const { heading, body } = (occurrences[i] as Occurrence).section;
    const bag = bigrams(body);
    for (const [pair, count] of bigrams(unstressed(heading)))
      bag.set(pair, (bag.get(pair) ?? 0) + HEADING_WEIGHT * count);
    return bag;
  });
  // What one document alone says likens its own sections to one another, not to those of others.
  const voices = new Map<string, Set<number>>();
  for (const [n, i] of mains.entries())
    for (const pair of (bags[n] as Map<string, number>).keys())
      note(voices, pair, (occurrences[i] as Occurrence).source);
  for (const bag of bags) for (const pair of bag.keys()) if ((voices.get(pair)?.size ?? 0) < 2) bag.delete(pair);
  const df = frequencies(bags);
  const clusters = cluster(
    bags.map((bag) => weigh(bag, df, bags.length, FEATURES)),
    LIKENESS,
  );
  const joined = joinLikeHeaded(
    clusters,
    mains.map((i) => occurrences[i] as Occurrence),
  );
  const keys = occurrences.map(({ section }): string => section.part);
  for (const [n, i] of mains.entries()) keys[i] = `main ${joined[n]}`;
  return keys;
}

/**
 * Joins clusters whose headings turn on one word: 推进双拥共建 and 以军民共建为主 where hardly any other heading has 共建. A heading says
 * what a section is about, its text what happened there. One of two has to be backed by several sources.
 */
export function joinLikeHeaded(clusters: readonly number[], members: readonly Occurrence[]): number[] {
  const all: Tally = new Map();
  const own = new Map<
    number,
    { headings: number; readonly sources: Set<number>; readonly pairs: Map<string, number> }
  >();
  for (const [n, home] of clusters.entries()) {
    const { section, source } = members[n] as Occurrence;
    const entry = own.get(home) ?? { headings: 0, sources: new Set(), pairs: new Map() };
    entry.headings++;
    entry.sources.add(source);
    for (const pair of bigrams(unstressed(section.heading)).keys()) {
      note(all, pair, n);
      entry.pairs.set(pair, (entry.pairs.get(pair) ?? 0) + 1);
    }
    own.set(home, entry);
  }
  const { link, headOf } = links();
  const marks = new Map<string, number[]>();
  for (const [home, { headings, pairs }] of own)
    for (const [pair, count] of pairs) if (headings < 2 * count) marks.set(pair, [...(marks.get(pair) ?? []), home]);
  for (const [pair, homes] of marks) {
    const [first, ...rest] = homes as [number, ...number[]];
    const held = homes.reduce((sum, home) => sum + (own.get(home)?.pairs.get(pair) ?? 0), 0);
    const backed = homes.some((home) => SHARED <= (own.get(home)?.sources.size ?? 0));
    const everywhere = all.get(pair)?.size ?? 0;
    if (!backed || held < CONCENTRATION * everywhere || BROAD * clusters.length < everywhere) continue;
    for (const home of rest) link(first, home);
  }
  return clusters.map(headOf);
}
