/** Two things that are alike, by their numbers. */
export interface AlikePair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/**
 * Puts things that are alike into families: `heads[i]` is the centre of the family of thing i, itself where it has none.
 * Each is alike to its centre, so that one text which holds two others does not make one family of them (star clustering,
 * Aslam, Pelekhov and Rus 2004; the strongest centre first, then each goes to the likest). What links would hold together:
 *
 *     甲 ── 甲′ ── 甲+乙 ── 乙 ── 乙′      one chain, two families
 */
export function starsOf(count: number, pairs: () => Iterable<AlikePair>, least: number): Uint32Array {
  const strength = new Float64Array(count);
  const starts = new Uint32Array(count + 1);
  for (const { a, b, similarity } of pairs())
    for (const one of [a, b]) {
      strength[one] = (strength[one] as number) + similarity - least;
      starts[one + 1] = (starts[one + 1] as number) + 1;
    }
  for (let i = 1; i <= count; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const ends = starts.slice();
  const others = new Uint32Array(starts[count] as number);
  for (const { a, b } of pairs()) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const at = ends[one] as number;
      others[at] = other;
      ends[one] = at + 1;
    }
  }
  const heads = new Uint32Array(count).fill(NONE);
  const order = [...heads.keys()].sort((a, b) => (strength[b] as number) - (strength[a] as number) || a - b);
  for (const one of order) {
    if (heads[one] !== NONE) continue;
    heads[one] = one;
    for (let i = starts[one] as number; i < (starts[one + 1] as number); i++)
      if (heads[others[i] as number] === NONE) heads[others[i] as number] = one;
  }
  return likest(heads, pairs);
}

const NONE = 0xffffffff;

/** Each thing that is no centre with the centre that it is likest to. */
function likest(heads: Uint32Array, pairs: () => Iterable<AlikePair>): Uint32Array {
  const out = heads.slice();
  const best = new Float64Array(heads.length);
  for (const { a, b, similarity } of pairs())
    for (const [one, head] of [
      [a, b],
      [b, a],
    ] as const)
      if (heads[head] === head && heads[one] !== one) {
        const before = best[one] as number;
        if (similarity < before || (similarity === before && (out[one] as number) < head)) continue;
        best[one] = similarity;
        out[one] = head;
      }
  return out;
}
