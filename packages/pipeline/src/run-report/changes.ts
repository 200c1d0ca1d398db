import { type LedgerEntry, type PageRecord, REMOVALS, type ReasonTotal, type RunReport } from "@zongjie/document";

/** Sums up what was taken out of pages and what was repaired in them. */
export interface ChangeSums {
  readonly add: (record: PageRecord) => void;
  readonly finish: () => RunReport["text"];
}

type Sums = { -readonly [K in keyof Omit<ReasonTotal, "share">]: ReasonTotal[K] };

/** Reasons of what is taken out; `other` is told by its stage. */
const REMOVED: ReadonlySet<string> = new Set(["markup", "whitespace", ...REMOVALS]);

/**
 * Sums of the ledgers by reason. A record does not say how long its source is; by the contract's third law all of it is in a
 * document, in the ledger or white space, so that shares are of what the documents and the ledger hold.
 */
export function changeSums(): ChangeSums {
  const removed = new Map<string, Sums>();
  const repaired = new Map<string, Sums>();
  let [characters, kept, withoutLedger] = [0, 0, 0];
  return {
    add(record) {
      const { ledger, documents } = record;
      if (ledger.length === 0 && 0 < documents.length) withoutLedger++;
      join(removed, pageSums(ledger.filter(isRemoval)));
      join(repaired, pageSums(ledger.filter((entry) => !isRemoval(entry))));
      const source = lengthOf(documents.map(({ raw }) => raw)) + lengthOf(outside(record));
      characters += source;
      kept += Math.max(0, source - lengthOf(ledger));
    },
    finish: () => ({
      characters,
      kept,
      withoutLedger,
      removed: totals(removed, characters),
      repaired: totals(repaired, characters),
    }),
  };
}

function isRemoval({ reason, stage }: LedgerEntry): boolean {
  return reason === "other" ? stage === "boilerplate" : REMOVED.has(reason);
}

function pageSums(ledger: readonly LedgerEntry[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { reason, start, end } of ledger) {
    const own = sums.get(reason) ?? { reason, entries: 0, pages: 1, characters: 0 };
    own.entries++;
    own.characters += end - start;
    sums.set(reason, own);
  }
  return sums;
}

function join(all: Map<string, Sums>, page: ReadonlyMap<string, Sums>): void {
  for (const [reason, { entries, characters }] of page) {
    const sum = all.get(reason) ?? { reason, entries: 0, pages: 0, characters: 0 };
    sum.entries += entries;
    sum.pages++;
    sum.characters += characters;
    all.set(reason, sum);
  }
}

/** The entries that stand between documents; both lists are in raw order. */
function outside({ ledger, documents }: PageRecord): LedgerEntry[] {
  let next = 0;
  return ledger.filter(({ start }) => {
    while ((documents[next]?.raw.end ?? Infinity) <= start) next++;
    return start < (documents[next]?.raw.start ?? Infinity);
  });
}

function lengthOf(spans: readonly { readonly start: number; readonly end: number }[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function totals(sums: ReadonlyMap<string, Sums>, all: number): ReasonTotal[] {
  return [...sums.values()]
    .sort((a, b) => b.characters - a.characters || b.entries - a.entries || (a.reason < b.reason ? -1 : 1))
    .map((sum) => ({ ...sum, share: all === 0 ? 0 : sum.characters / all }));
}
