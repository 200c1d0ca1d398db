import { firstIndex, type Overlap, type Patterns } from "@zongjie/document";
import { fnv } from "./hash.ts";

/** Characters of a run that is hashed. */
const GRAM = 8;
/** A longer run shared with one source alone is a copy. */
export const LONGEST_RUN = 15;
/** Sources that an index can tell apart. */
const STEP = 2 ** 24;

/** Text by which runs are compared: normal width, without blanks. */
function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

/** FNV-1a of a run, folded to 24 bits. */
function hashAt(text: string, start: number): number {
  let h = fnv(text, start, start + GRAM);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return ((h >>> 8) ^ h) & 0xffffff;
}

/** The print of a source: the hashes of all its runs of eight characters, sorted, three bytes each, in base64. */
export function printOf(text: string): string {
  const plain = bare(text);
  const hashes = new Set<number>();
  for (let i = 0; i + GRAM <= plain.length; i++) hashes.add(hashAt(plain, i));
  const sorted = Uint32Array.from(hashes).sort();
  const bytes = Buffer.alloc(3 * sorted.length);
  for (const [i, hash] of sorted.entries()) bytes.writeUIntBE(hash, 3 * i, 3);
  return bytes.toString("base64");
}

/** The prints of a collection, made to be searched: which sources have a run of eight characters. */
export interface PrintIndex {
  /** hash × 2²⁴ + source, sorted. */
  readonly entries: Float64Array;
  readonly ids: readonly string[];
  readonly least: number;
}

/** Makes the index of a collection's prints. */
export function printIndex({ sources, least }: Pick<Patterns, "sources" | "least">): PrintIndex {
  const prints = sources.map(({ print }) => Buffer.from(print, "base64"));
  const entries = new Float64Array(prints.reduce((sum, { length }) => sum + Math.floor(length / 3), 0));
  let at = 0;
  for (const [source, bytes] of prints.entries())
    for (let i = 0; i + 3 <= bytes.length; i += 3) entries[at++] = bytes.readUIntBE(i, 3) * STEP + source;
  return { entries: entries.sort(), ids: sources.map(({ id }) => id), least };
}

/**
 * The longest run of a text that fewer sources than `least` share, and one of those. A run that enough sources share is
 * formula and counts for nothing; a formula that goes on as one source alone has it counts whole. Blanks do not count.
 */
export function overlapOf(text: string, index: PrintIndex): Overlap {
  const plain = bare(text);
  let best: Overlap = { length: 0, source: null, text: "" };
  let runs = new Map<number, number>();
  for (let i = 0; i + GRAM <= plain.length; i++) {
    const next = new Map<number, number>();
    for (const source of holders(index, hashAt(plain, i))) next.set(source, (runs.get(source) ?? GRAM - 1) + 1);
    runs = next;
    let [longest, by] = [best.length, -1];
    for (const [source, length] of runs) if (longest < length) [longest, by] = [length, source];
    if (by === -1) continue;
    const sharing = [...runs.values()].filter((length) => longest <= length).length;
    if (sharing < index.least)
      best = {
        length: longest,
        source: index.ids[by] ?? null,
        text: plain.slice(i + GRAM - longest, i + GRAM),
      };
  }
  return best;
}

function* holders({ entries }: PrintIndex, hash: number): Generator<number> {
  for (let i = firstIndex(entries.length, (i) => (entries[i] as number) < hash * STEP); i < entries.length; i++) {
    const entry = entries[i] as number;
    if ((hash + 1) * STEP <= entry) return;
    yield entry - hash * STEP;
  }
}
