import { DOCUMENT_KINDS, type DocumentRecord, type PageRecord, type RunReport } from "@zongjie/document";

/** Counts documents by kind, length and year, and figures by the year of their period. */
export interface DocumentSums {
  readonly add: (document: DocumentRecord, page: PageRecord) => void;
  readonly finish: () => RunReport["documents"];
}

/** Where classes of lengths begin, in characters: each some half as long again as the one before. */
const LENGTHS: readonly number[] = [
  0,
  ...[100, 1_000, 10_000].flatMap((ten) => [1, 1.5, 2, 3, 5, 7].map((n) => n * ten)),
  100_000,
];

/** A document's date is that of its signature, else of its page, as the families of duplicates have it. */
export function documentSums(): DocumentSums {
  const kinds = new Map(DOCUMENT_KINDS.map((kind) => [kind, { kind, documents: 0, characters: 0 }]));
  const lengths = LENGTHS.map((from) => ({ from, documents: 0 }));
  const years = new Map<string, { year: string; documents: number; figures: number }>();
  const inYear = (year: string): { documents: number; figures: number } => {
    const found = years.get(year) ?? { year, documents: 0, figures: 0 };
    years.set(year, found);
    return found;
  };
  let [count, incomplete, characters, undated] = [0, 0, 0, 0];
  return {
    add({ kind, complete, signature, text, figures }, { meta }) {
      const length = text.match(/\S/gu)?.length ?? 0;
      count++;
      characters += length;
      if (!complete) incomplete++;
      const own = kinds.get(kind);
      if (own !== undefined) {
        own.documents++;
        own.characters += length;
      }
      const bin = lengths.findLast(({ from }) => from <= length);
      if (bin !== undefined) bin.documents++;
      const year = yearOf(signature?.date ?? meta.published);
      if (year === null) undated++;
      else inYear(year).documents++;
      for (const { periodNormalized } of figures) {
        const of = yearOf(periodNormalized);
        if (of !== null) inYear(of).figures++;
      }
    },
    finish: () => ({
      count,
      incomplete,
      characters,
      kinds: [...kinds.values()].filter(({ documents }) => 0 < documents).sort((a, b) => b.documents - a.documents),
      lengths,
      years: [...years.values()].sort((a, b) => (a.year < b.year ? -1 : 1)),
      undated,
    }),
  };
}

/** The year of `2023-12-28`, and the first of `2021/2025`. */
function yearOf(date: string | null): string | null {
  return /^\d{4}(?!\d)/.exec(date ?? "")?.[0] ?? null;
}
