/** Odd, so that no bit of a letter is lost. */
const BASE = 0x9e3779b1;

/** The hashes of all runs of `width` letters, by the place where each begins; 全县教育 of width 3 has two. 32 bits, rolled: linear. */
export function hashGrams(codes: Uint16Array, width: number): Uint32Array {
  const out = new Uint32Array(Math.max(0, codes.length - width + 1));
  let top = 1;
  for (let i = 1; i < width; i++) top = Math.imul(top, BASE);
  let sum = 0;
  for (let i = 0; i < codes.length; i++) {
    if (width <= i) sum = (sum - Math.imul(top, codes[i - width] as number)) | 0;
    sum = (Math.imul(sum, BASE) + (codes[i] as number)) | 0;
    if (width <= i + 1) out[i + 1 - width] = mix(sum);
  }
  return out;
}

/** Spreads what tells two numbers apart over all bits (the end of MurmurHash3): 1 and 2 come to be far apart. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number of 53 bits for all letters of a text: two texts of a million have the same one by a chance of 1 to 20,000. */
export function contentKey(codes: Uint16Array): number {
  let [low, high] = [0x811c9dc5, codes.length];
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, BASE) ^ (high >>> 15);
  }
  return (mix(high) & 0x1fffff) * 2 ** 32 + mix(low);
}
