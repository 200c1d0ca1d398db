import { hashGrams, mix } from "./gram.ts";

/** Letters of a shingle: those of `learn`; a changed letter touches five. */
const SHINGLE = 5;

/** Values of a signature, and how many of them make a band: two texts are compared where a band is the same. */
export const BINS = 320;
const ROWS = 4;
export const BANDS: number = BINS / ROWS;

/** The shingles of a text, sorted, each once. */
export function shinglesOf(codes: Uint16Array): Uint32Array {
  const all = hashGrams(codes, SHINGLE).sort();
  let size = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[size++] = all[i] as number;
  return all.subarray(0, size);
}

/**
 * The MinHash signature of a text, 16 bits a value: the share of values in which two signatures agree estimates the
 * Jaccard likeness of their shingles. One hash a shingle: it chooses the bin, and the least in a bin stands for it; an
 * empty bin borrows from one that all texts choose alike (Shrivastava 2017, Optimal Densification). Empty for a text
 * shorter than a shingle.
 */
export function signatureOf(codes: Uint16Array): Uint16Array {
  const grams = hashGrams(codes, SHINGLE);
  if (grams.length === 0) return new Uint16Array(0);
  const least = new Float64Array(BINS).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < grams.length; i++) {
    const gram = grams[i] as number;
    const bin = ((gram >>> 16) * BINS) >>> 16;
    const value = mix(gram ^ 0x5bd1e995);
    if (value < (least[bin] as number)) least[bin] = value;
  }
  const out = new Uint16Array(BINS);
  for (let bin = 0; bin < BINS; bin++) {
    let from = bin;
    for (let turn = 1; least[from] === Number.POSITIVE_INFINITY; turn++)
      from = mix(Math.imul(bin + 1, 0x9e3779b1) + turn) % BINS;
    // the least of many is a small number: mixed again it fills its 16 bits
    out[bin] = mix(least[from] as number);
  }
  return out;
}

/** The keys of a signature's bands, 32 bits each. */
export function bandsOf(signature: Uint16Array): Uint32Array {
  const out = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let key = band;
    for (let i = band * ROWS; i < (band + 1) * ROWS; i++) key = mix(Math.imul(key, 31) ^ (signature[i] as number));
    out[band] = key;
  }
  return out;
}
