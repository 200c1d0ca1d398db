import type { DocumentKind, DocumentRecord, PageRecord, Role, Section, Span } from "@zongjie/document";
import { headingText } from "./outline.ts";
import type { Pattern } from "./pattern.ts";
import { type Place, placesIn } from "./places.ts";

/** Which sentences are looked at. */
export interface SentenceQuery {
  /** In sections of these roles, and in those inside them; everywhere where it is left out. */
  readonly roles?: readonly Role[];
  /** In documents of these kinds only. */
  readonly kinds?: readonly DocumentKind[];
  /** Sentences before and behind that come with each one found. */
  readonly context: number;
}

/** A sentence of a document. */
export interface FoundSentence extends Span, Place {
  readonly text: string;
  /** The headings above it, the highest one first. */
  readonly headings: readonly string[];
  /** Role of the deepest section that holds it; null outside of all: title, salutation. */
  readonly role: Role | null;
  /** What the pattern matched, by offsets in the sentence; none for a sentence of context. */
  readonly matches: readonly Span[];
}

/** The sentences of a document that a pattern found, in reading order. */
export interface FoundDocument {
  readonly document: DocumentRecord;
  readonly index: number;
  /** Sentences found. */
  readonly count: number;
  /** Stretches of neighbouring sentences, with their context. */
  readonly groups: readonly (readonly FoundSentence[])[];
}

/**
 * The sentences of a record that match a pattern, where the query says:
 * `findMatches(record, null, plainPattern("护理员"), { roles: ["问题"], context: 0 })`. Documents without one are left out.
 * @throws SlowPatternError
 */
export function findMatches(
  record: PageRecord,
  source: string | null,
  pattern: Pattern,
  query: SentenceQuery,
): FoundDocument[] {
  const { roles, kinds, context } = query;
  let placeOf: ReturnType<typeof placesIn> | undefined;
  return record.documents.flatMap((document, index) => {
    if (kinds !== undefined && !kinds.includes(document.kind)) return [];
    const { sentences, text } = document;
    const paths = pathsOf(document);
    const asked = sentences.flatMap((_, i) =>
      roles === undefined || paths[i]?.some(({ role }) => roles.includes(role)) ? [i] : [],
    );
    const found = pattern(asked.map((i) => text.slice(sentences[i]?.start, sentences[i]?.end)));
    const matches = new Map(asked.flatMap((i, n) => (0 < (found[n]?.length ?? 0) ? [[i, found[n] as Span[]]] : [])));
    if (matches.size === 0) return [];
    placeOf ??= placesIn(record, source);
    const place = placeOf;
    const groups = groupsAround([...matches.keys()], context, sentences.length).map((group) =>
      group.map((i): FoundSentence => {
        const { start, end } = sentences[i] as Span;
        // a heading does not stand below itself
        const path = (paths[i] ?? []).filter(({ heading }) => heading?.start !== start);
        return {
          start,
          end,
          ...place(document, { start, end }),
          text: text.slice(start, end),
          headings: path.flatMap((section) => headingText(section, text) ?? []),
          role: paths[i]?.at(-1)?.role ?? null,
          matches: matches.get(i) ?? [],
        };
      }),
    );
    return [{ document, index, count: matches.size, groups }];
  });
}

/** For each sentence the sections that hold its first character, from the top. One pass over both. */
function pathsOf({ sentences, sections }: DocumentRecord): Section[][] {
  const out: Section[][] = sentences.map(() => []);
  let first = 0;
  const walk = (own: readonly Section[]): void => {
    for (const section of own) {
      while (first < sentences.length && (sentences[first] as Span).start < section.span.start) first++;
      for (let i = first; i < sentences.length && (sentences[i] as Span).start < section.span.end; i++)
        out[i]?.push(section);
      walk(section.children);
    }
  };
  walk(sections);
  return out;
}

/** Indexes with their neighbours; what touches is one group. */
function groupsAround(indexes: readonly number[], context: number, count: number): number[][] {
  const out: number[][] = [];
  for (const index of indexes) {
    const from = Math.max(0, index - context);
    const next = (out.at(-1)?.at(-1) ?? -1) + 1;
    if (out.length === 0 || next < from) out.push([]);
    for (let i = Math.max(from, next); i <= Math.min(count - 1, index + context); i++) out.at(-1)?.push(i);
  }
  return out;
}
