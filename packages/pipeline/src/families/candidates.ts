import { BANDS, BINS, bandsOf } from "./signature.ts";

/** Texts of a bucket that are all held against each other; in a larger one each is held against the first few. */
export const WIDE = 1024;
const HEADS = 8;

/**
 * Share of a signature that agrees at least, for two texts to be read and compared. At a likeness of 0.5 the share is
 * 0.5 ± 0.03, of short texts ± 0.06: three such steps and more below.
 */
const AGREEING = 0.3;

/**
 * Pairs of texts that may be alike, each once, as they stand in the list: those with the same band (locality-sensitive
 * hashing; 80 bands of 4 find a likeness of 0.5 with a chance of 0.994, 0.1 with 0.008). Empty signatures are nobody's.
 */
export function* candidatePairs(signatures: readonly Uint16Array[]): Generator<readonly [number, number]> {
  const bands = signatures.map((signature) => (signature.length === 0 ? signature : bandsOf(signature)));
  const rows = [...bands.keys()].filter((i) => bands[i]?.length === BANDS);
  const sorted = new Float64Array(rows.length);
  for (let band = 0; band < BANDS; band++) {
    for (const [k, i] of rows.entries()) sorted[k] = (bands[i]?.[band] ?? 0) * TEXTS + i;
    sorted.sort();
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const key = Math.floor((sorted[from] as number) / TEXTS);
      while (to < sorted.length && Math.floor((sorted[to] as number) / TEXTS) === key) to++;
      for (let j = from + 1; j < to; j++) {
        const second = (sorted[j] as number) % TEXTS;
        for (let i = from; i < (to - from <= WIDE ? j : Math.min(j, from + HEADS)); i++) {
          const first = (sorted[i] as number) % TEXTS;
          if (isFirstBand(bands[first] as Uint32Array, bands[second] as Uint32Array, band))
            if (AGREEING * BINS <= agreeing(signatures[first] as Uint16Array, signatures[second] as Uint16Array))
              yield [first, second];
        }
      }
    }
  }
}

/** Texts that a key can tell apart. */
const TEXTS = 2 ** 21;

/** True where no earlier band is the same: the pair came up there. */
function isFirstBand(a: ArrayLike<number>, b: ArrayLike<number>, band: number): boolean {
  for (let i = 0; i < band; i++) if (a[i] === b[i]) return false;
  return true;
}

function agreeing(a: Uint16Array, b: Uint16Array): number {
  let count = 0;
  for (let i = 0; i < BINS; i++) if (a[i] === b[i]) count++;
  return count;
}
