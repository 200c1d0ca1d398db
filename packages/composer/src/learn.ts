import type { DocumentRecord, PageRecord } from "@zongjie/document";
import { findFamilies } from "./family.ts";
import { findKindPatterns } from "./grammar.ts";
import type { Family, Patterns, Source, Theme } from "./patterns.ts";
import { type Reading, read } from "./reading.ts";
import { collapse, shingle } from "./shingle.ts";
import { backing } from "./tally.ts";
import { findThemes, type Occurrence } from "./theme.ts";

/** Texts whose 5-grams are alike by half are one text. */
const COPY = 0.5;
/** Shorter passages are alike by their form: they are nobody's copies. */
const SHORTEST_PASSAGE = 60;

/**
 * Learns how the documents of a collection are built: which sections follow which, what they are called, what they give.
 * Near-copies count once (Jaccard likeness of character 5-grams ≥ 0.5, see `collapse`), as do copied passages: one report
 * put up twenty times is one source, and a section lifted from another report speaks for that report. Kept is what can be
 * used without telling whose it was: names, years and numbers are slots.
 */
export function learnPatterns(records: Iterable<PageRecord>): Patterns {
  const documents: DocumentRecord[] = [];
  for (const record of records) documents.push(...record.documents.filter(({ text }) => text.trim() !== ""));
  const { readings, copies } = distinct(documents);
  const families = findFamilies(readings);
  const speakers = attribute(readings);
  const themes: Theme[] = [];
  const themeOf = readings.map(({ sections }) => sections.map(() => -1));
  const count = Math.max(-1, ...families) + 1;
  const familyList = Array.from({ length: count }, (_, family): Family => {
    const members = readings.flatMap((_, i) => (families[i] === family ? [i] : []));
    const places = members.flatMap((source) =>
      (readings[source]?.sections ?? []).map((_, index) => ({ source, index })),
    );
    const occurrences = places.map(({ source, index }): Occurrence => {
      const sections = (readings[source] as Reading).sections;
      const section = sections[index] as (typeof sections)[number];
      return {
        section,
        source: speakers[source]?.[index] ?? source,
        place: sections.length === 1 ? 0.5 : index / (sections.length - 1),
      };
    });
    const found = findThemes(occurrences, family, themes.length);
    for (const [i, { source, index }] of places.entries())
      (themeOf[source] as number[])[index] = themes.length + (found.of[i] ?? 0);
    const first = themes.length;
    themes.push(...found.themes);
    const matters = [...new Set(members.map((i) => readings[i]?.matter ?? ""))].filter((matter) => matter !== "");
    return { matters, sources: backing(members), themes: found.themes.map((_, i) => first + i) };
  });
  const sources = readings.map((reading, i) => sourceOf(reading, copies[i] ?? [], families[i] ?? 0, themeOf[i] ?? []));
  return {
    schema: "zongjie/patterns@1",
    documents: documents.length,
    distinct: readings.length,
    sections: readings.reduce((sum, { sections }) => sum + sections.length, 0),
    sources,
    families: familyList,
    themes,
    kinds: findKindPatterns(sources, readings, speakers),
  };
}

/** Collapses near-copies: the copy with the most headed sections speaks for all, the first of those. */
function distinct(documents: readonly DocumentRecord[]): { readings: Reading[]; copies: string[][] } {
  const groups = new Map<number, DocumentRecord[]>();
  const heads = collapse(
    documents.map(({ text }) => shingle(text)),
    COPY,
  );
  for (const [i, document] of documents.entries()) {
    const group = groups.get(heads[i] as number) ?? [];
    group.push(document);
    groups.set(heads[i] as number, group);
  }
  const readings: Reading[] = [];
  const copies: string[][] = [];
  for (const group of groups.values()) {
    const candidates = group.map(read);
    const best = candidates.reduce((a, b) => (a.sections.length < b.sections.length ? b : a));
    readings.push(best);
    copies.push(candidates.filter((reading) => reading !== best).map(({ id }) => id));
  }
  return { readings, copies };
}

/** For each section the source that it speaks for: its own document, or the first that has the same passage. */
function attribute(readings: readonly Reading[]): number[][] {
  const places = readings.flatMap(({ sections }, source) =>
    sections.flatMap(({ body }, index) => (body.length < SHORTEST_PASSAGE ? [] : [{ source, index, body }])),
  );
  const heads = collapse(
    places.map(({ body }) => shingle(body)),
    COPY,
  );
  const speakers = readings.map(({ sections }, source) => sections.map(() => source));
  for (const [i, { source, index }] of places.entries())
    (speakers[source] as number[])[index] = places[heads[i] as number]?.source ?? source;
  return speakers;
}

function sourceOf(reading: Reading, copies: readonly string[], family: number, themes: readonly number[]): Source {
  const { id, kind, matter, tops, wrapped, sections } = reading;
  const outline = sections.map(({ role, part }, i) => ({ role, part, theme: themes[i] ?? -1 }));
  return { id, copies, kind, matter, family, tops, wrapped, outline };
}
