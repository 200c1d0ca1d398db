import type {
  DocumentRecord,
  Family,
  KindPattern,
  PageRecord,
  Patterns,
  Source,
  Theme,
  Wording,
} from "@zongjie/document";
import { findFamilies } from "./family.ts";
import { findKindPatterns } from "./grammar.ts";
import type { Occurrence } from "./group.ts";
import { printOf } from "./overlap.ts";
import type { Reading } from "./reading.ts";
import { mineSentences } from "./sentences/mine.ts";
import { attribute, distinct, sentencesOf } from "./sources.ts";
import { backing } from "./tally.ts";
import { findThemes } from "./theme.ts";

/** Independent sources that a sentence pattern needs where nobody says otherwise. */
const LEAST = 3;
/** What headings, terms and metrics need to be nobody's own. */
const SHARED = 2;

export interface LearnOptions {
  /** Independent sources that a sentence pattern needs at least. */
  readonly least?: number;
}

/**
 * Learns how the documents of a collection are built: which sections follow which, what they are called, what they give.
 * Near-copies count once (Jaccard likeness of character 5-grams ≥ 0.5, see `collapse`), as do copied passages: one report
 * put up twenty times is one source, and a section lifted from another report speaks for that report. Kept is what can be
 * used without telling whose it was: names, years and numbers are slots.
 */
export function learnPatterns(records: Iterable<PageRecord>, { least = LEAST }: LearnOptions = {}): Patterns {
  const documents: DocumentRecord[] = [];
  for (const record of records) documents.push(...record.documents.filter(({ text }) => text.trim() !== ""));
  const { readings, speaking, copies } = distinct(documents);
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
  const sources = readings.map((reading, i) => ({
    ...sourceOf(reading, copies[i] ?? [], families[i] ?? 0, themeOf[i] ?? []),
    print: printOf(speaking[i]?.text ?? ""),
  }));
  const own = Math.min(SHARED, least);
  return {
    schema: "zongjie/patterns@1",
    documents: documents.length,
    distinct: readings.length,
    sections: readings.reduce((sum, { sections }) => sum + sections.length, 0),
    sources,
    families: familyList,
    themes: themes.map((theme) => shared(theme, own)),
    kinds: findKindPatterns(sources, readings, speakers).map((kind) => sharedKind(kind, own)),
    least,
    sentences: mineSentences(sentencesOf(speaking), least).patterns,
  };
}

/** Leaves out the wordings that fewer sources have than `own`: they are somebody's own. */
function withoutOwn<T extends Wording>(list: readonly T[], own: number): T[] {
  return list.filter(({ sources }) => own <= sources.length);
}

function shared(theme: Theme, own: number): Theme {
  return {
    ...theme,
    headings: withoutOwn(theme.headings, own),
    clauses: withoutOwn(theme.clauses, own),
    terms: withoutOwn(theme.terms, own),
    metrics: withoutOwn(theme.metrics, own),
    children: withoutOwn(theme.children, own),
  };
}

function sharedKind(kind: KindPattern, own: number): KindPattern {
  const roles = kind.roles.map((role) => ({
    ...role,
    headings: role.headings
      .map((cluster) => ({ ...cluster, wordings: withoutOwn(cluster.wordings, own) }))
      .filter(({ wordings }) => 0 < wordings.length),
    metrics: withoutOwn(role.metrics, own),
  }));
  return { ...kind, roles };
}

function sourceOf(
  reading: Reading,
  copies: readonly string[],
  family: number,
  themes: readonly number[],
): Omit<Source, "print"> {
  const { id, kind, matter, tops, wrapped, sections } = reading;
  const outline = sections.map(({ role, part }, i) => ({ role, part, theme: themes[i] ?? -1 }));
  return { id, copies, kind, matter, family, tops, wrapped, outline };
}
