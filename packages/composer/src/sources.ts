import type { DocumentRecord } from "@zongjie/document";
import { type Reading, read } from "./reading.ts";
import { readSentences, type SentenceReading } from "./sentences/clauses.ts";
import { collapse, shingle } from "./shingle.ts";

/** Texts whose 5-grams are alike by half are one text. */
const COPY = 0.5;
/** Shorter passages are alike by their form: they are nobody's copies. */
const SHORTEST_PASSAGE = 60;

/** For each text the first that is a near-copy of it, itself where none is. */
function headsOf(texts: readonly string[]): number[] {
  return collapse(texts.map(shingle), COPY);
}

/** Collapses near-copies: the copy with the most headed sections speaks for all, the first of those. `speaking`: their records. */
export function distinct(documents: readonly DocumentRecord[]): {
  readings: Reading[];
  speaking: DocumentRecord[];
  copies: string[][];
} {
  const groups = new Map<number, DocumentRecord[]>();
  const heads = headsOf(documents.map(({ text }) => text));
  for (const [i, document] of documents.entries()) {
    const group = groups.get(heads[i] as number) ?? [];
    group.push(document);
    groups.set(heads[i] as number, group);
  }
  const readings: Reading[] = [];
  const speaking: DocumentRecord[] = [];
  const copies: string[][] = [];
  for (const group of groups.values()) {
    const candidates = group.map(read);
    const best = candidates.reduce((a, b) => (a.sections.length < b.sections.length ? b : a));
    readings.push(best);
    speaking.push(group[candidates.indexOf(best)] as DocumentRecord);
    copies.push(candidates.filter((reading) => reading !== best).map(({ id }) => id));
  }
  return { readings, speaking, copies };
}

/** For each section the source that it speaks for: its own document, or the first that has the same passage. */
export function attribute(readings: readonly Reading[]): number[][] {
  const places = readings.flatMap(({ sections }, source) =>
    sections.flatMap(({ body }, index) => (body.length < SHORTEST_PASSAGE ? [] : [{ source, index, body }])),
  );
  const heads = headsOf(places.map(({ body }) => body));
  const speakers = readings.map(({ sections }, source) => sections.map(() => source));
  for (const [i, { source, index }] of places.entries())
    (speakers[source] as number[])[index] = places[heads[i] as number]?.source ?? source;
  return speakers;
}

/** The sentences of distinct documents; those of a copied paragraph speak for the first source that has it. */
export function sentencesOf(documents: readonly DocumentRecord[]): SentenceReading[] {
  const places = documents.flatMap((record, source) =>
    [...record.text.matchAll(/[^\n]+/gu)]
      .filter(([line]) => SHORTEST_PASSAGE <= line.length)
      .map((match) => ({ source, start: match.index, text: match[0] })),
  );
  const heads = headsOf(places.map(({ text }) => text));
  const speakers = documents.map(() => new Map<number, number>());
  for (const [i, { source, start }] of places.entries())
    speakers[source]?.set(start, places[heads[i] as number]?.source ?? source);
  return documents.flatMap((record, source) =>
    readSentences(record, (offset) => {
      const start = record.text.lastIndexOf("\n", offset - 1) + 1;
      return speakers[source]?.get(start) ?? source;
    }),
  );
}
