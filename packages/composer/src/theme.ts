import type { Term, Theme, Wording } from "@zongjie/document";
import { groupSections, type Occurrence } from "./group.ts";
import { clausesOf, headingKey, isOpen, unstressed } from "./heading.ts";
import { pairsOf } from "./pairs.ts";
import { backing, note, type Tally, wordings } from "./tally.ts";
import { findTerms, termScanner } from "./term.ts";

const MOST_TERMS = 24;
const MOST_METRICS = 24;
const MOST_CHILDREN = 24;

/** Groups the sections of a family into themes; gives for each occurrence the index of its theme in `themes`. */
export function findThemes(
  occurrences: readonly Occurrence[],
  family: number,
  firstId: number,
): { themes: Theme[]; of: number[] } {
  const groups = groupSections(occurrences);
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
