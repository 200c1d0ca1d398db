import type { Term, Theme, Wording } from "@zongjie/document";
import { bigrams, cluster, frequencies, weigh } from "./cluster.ts";
import { clausesOf, headingKey, isOpen, unstressed } from "./heading.ts";
import { order } from "./names.ts";
import type { SectionReading } from "./reading.ts";
import { backing, note, type Tally, wordings } from "./tally.ts";
import { findTerms, termScanner } from "./term.ts";

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
/** A heading says more of its section than a word below it. */
const HEADING_WEIGHT = 4;
const MOST_TERMS = 24;
const MOST_METRICS = 24;
const MOST_CHILDREN = 24;
const MOST_PAIRS = 400;
const SHARED = 2;

/** Groups the sections of a family into themes; gives for each occurrence the index of its theme in `themes`. */
export function findThemes(
  occurrences: readonly Occurrence[],
  family: number,
  firstId: number,
): { themes: Theme[]; of: number[] } {
  const groups = group(occurrences);
  const parts = [...new Set(groups)];
  const terms = findTerms(
    [...occurrences]
      .sort((a, b) => a.source - b.source)
      .flatMap(({ section, source }) => [
        { source, text: section.heading },
        { source, text: section.body },
      ]),
  );
  const scan = termScanner(terms);
  const held = occurrences.map(({ section }) => ({
    titled: scan(section.heading),
    all: scan(`${section.heading}\n${section.body}`),
  }));
  const spread = terms.map(
    (_, term) =>
      new Set(occurrences.flatMap((o, i) => (held[i]?.all.has(term) ? [`${o.source} ${groups[i]}`] : []))).size,
  );
  const pairs = pairsOf(occurrences, groups);
  const themes = parts.map((key, index): Theme => {
    const members = occurrences.flatMap((occurrence, i) => (groups[i] === key ? [{ occurrence, i }] : []));
    const part = members[0]?.occurrence.section.part ?? "main";
    const tallies = tally(members.map(({ occurrence }) => occurrence));
    return {
      id: firstId + index,
      family,
      part,
      sources: backing(members.map(({ occurrence }) => occurrence.source)),
      headings: wordings(tallies.headings),
      clauses: wordings(tallies.clauses),
      terms: termsOf(
        members.map(({ occurrence, i }) => ({ source: occurrence.source, ...(held[i] as Held) })),
        terms,
        spread,
      ),
      metrics: wordings(tallies.metrics, MOST_METRICS),
      children: wordings(tallies.children, MOST_CHILDREN),
      pairs: pairs.get(key) ?? [],
      place: members.reduce((sum, { occurrence }) => sum + occurrence.place, 0) / members.length,
    };
  });
  return { themes, of: groups.map((key) => parts.indexOf(key)) };
}

/** Pairs of characters that at least two sources have in a theme, those first that are rare in the family's other themes. */
function pairsOf(occurrences: readonly Occurrence[], groups: readonly string[]): Map<string, string[]> {
  const here = new Map<string, Map<string, Set<number>>>();
  for (const [i, { section, source }] of occurrences.entries()) {
    const key = groups[i] as string;
    const found = here.get(key) ?? new Map<string, Set<number>>();
    for (const pair of bigrams(`${section.heading}\n${section.metrics.join("\n")}\n${section.body}`).keys())
      found.set(pair, (found.get(pair) ?? new Set()).add(source));
    here.set(key, found);
  }
  const all = new Map<string, number>();
  for (const found of here.values())
    for (const [pair, sources] of found) all.set(pair, (all.get(pair) ?? 0) + sources.size);
  return new Map(
    [...here].map(([key, found]) => [
      key,
      [...found]
        .filter(([, sources]) => SHARED <= sources.size)
        .map(([pair, sources]): [string, number] => [pair, (sources.size * sources.size) / (all.get(pair) ?? 1)])
        .sort((a, b) => b[1] - a[1] || order(a[0], b[0]))
        .slice(0, MOST_PAIRS)
        .map(([pair]) => pair),
    ]),
  );
}

/** Main sections by likeness, all others by what they do. */
function group(occurrences: readonly Occurrence[]): string[] {
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
  const keys = occurrences.map(({ section }): string => section.part);
  for (const [n, i] of mains.entries()) keys[i] = `main ${clusters[n]}`;
  return keys;
}

interface Tallies {
  readonly headings: Tally;
  readonly clauses: Tally;
  readonly metrics: Tally;
  readonly children: Tally;
}

/** Counts wordings by their bare form, so that 切实加强领导 and 加强领导 support one another. */
function tally(members: readonly Occurrence[]): Tallies {
  const tallies: Tallies = { headings: new Map(), clauses: new Map(), metrics: new Map(), children: new Map() };
  for (const { section, source } of members) {
    if (isOpen(section.heading)) note(tallies.headings, unstressed(section.heading), source);
    for (const clause of clausesOf(section.heading))
      if (isOpen(clause)) note(tallies.clauses, unstressed(clause), source);
    for (const metric of section.metrics) note(tallies.metrics, metric, source);
    for (const child of section.children)
      if (isOpen(child) && 4 <= child.length) note(tallies.children, unstressed(child), source);
  }
  return {
    ...tallies,
    headings: merged(tallies.headings),
    clauses: merged(tallies.clauses),
    children: merged(tallies.children),
  };
}

/** Wordings that differ in punctuation alone become one, in the form that most use. */
function merged(tally: Tally): Tally {
  const forms = new Map<string, Wording[]>();
  for (const wording of wordings(tally)) {
    const key = headingKey(wording.text);
    forms.set(key, [...(forms.get(key) ?? []), wording]);
  }
  return new Map(
    [...forms.values()].map((list) => [list[0]?.text ?? "", new Set(list.flatMap(({ sources }) => sources))]),
  );
}

interface Held {
  readonly titled: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

/** Terms that at least two documents have under this theme, those that stand here rather than elsewhere first. */
function termsOf(
  members: readonly (Held & { readonly source: number })[],
  terms: readonly string[],
  spread: readonly number[],
): Term[] {
  const found = new Map<number, { all: Set<number>; titled: Set<number> }>();
  for (const { source, titled, all } of members)
    for (const term of all) {
      const entry = found.get(term) ?? { all: new Set(), titled: new Set() };
      entry.all.add(source);
      if (titled.has(term)) entry.titled.add(source);
      found.set(term, entry);
    }
  const score = (term: number, here: number, titled: number): number =>
    ((here + 2 * titled) * here) / (spread[term] ?? 1);
  return [...found]
    .filter(([, { all }]) => 2 <= all.size)
    .sort(([a, x], [b, y]) => score(b, y.all.size, y.titled.size) - score(a, x.all.size, x.titled.size) || a - b)
    .slice(0, MOST_TERMS)
    .map(([term, { all, titled }]) => ({ text: terms[term] ?? "", sources: backing(all), titled: backing(titled) }));
}
