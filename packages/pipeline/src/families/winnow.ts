import { hashGrams } from "./gram.ts";

/** Letters of a fingerprint, and how many fingerprints in a row one is chosen of. */
export const PRINT = 16;
const WINDOW = 27;

/** Fingerprints of a text at most, those of the least hashes: what texts of more than some 14,000 letters share is found in samples. */
const MOST = 1024;

/** A fingerprint, and the place of its first letter. */
export interface Prints {
  readonly hashes: Uint32Array;
  readonly places: Uint32Array;
}

/**
 * Chooses fingerprints of a text so that two texts which share 42 letters in a row share one, and two where they share
 * 69 (Schleimer, Wilkerson and Aiken 2003, Winnowing: the least hash of each window, the rightmost of equal ones). One
 * of fourteen is chosen. Linear.
 */
export function winnow(codes: Uint16Array): Prints {
  const grams = hashGrams(codes, PRINT);
  const places: number[] = [];
  let least = -1;
  for (let end = Math.min(WINDOW, grams.length) - 1; 0 <= end && end < grams.length; end++) {
    const start = Math.max(0, end - WINDOW + 1);
    const before = least;
    // the least one has left the window: the others are looked at again
    if (least < start) least = start;
    for (let i = before < start ? start : end; i <= end; i++)
      if ((grams[i] as number) <= (grams[least] as number)) least = i;
    if (least !== before) places.push(least);
  }
  const kept = MOST < places.length ? sample(places, grams) : places;
  return { hashes: Uint32Array.from(kept, (place) => grams[place] as number), places: Uint32Array.from(kept) };
}

function sample(places: readonly number[], grams: Uint32Array): number[] {
  const bound = Uint32Array.from(places, (place) => grams[place] as number).sort()[MOST - 1] as number;
  return places.filter((place) => (grams[place] as number) <= bound).slice(0, MOST);
}
