import { jaccard, links } from "@zongjie/composer";
import { candidatePairs, WIDE } from "./candidates.ts";
import { type NumberList, numberList } from "./numbers.ts";
import { recent } from "./recent.ts";
import { type AlikePair, starsOf } from "./stars.ts";

/** Jaccard likeness of shingles from which on two texts are near copies: the bound of `learn`. */
const COPY = 0.5;

/** Shingles that are kept at hand: 128 MB. */
const AT_HAND = 2 ** 25;

/** Texts that a key can tell apart. */
const TEXTS = 2 ** 21;

/** Texts that are alike, by their places in a list. */
export interface Similar {
  /** For each text the one that stands for its family. */
  readonly heads: Uint32Array;
  /** Pairs that were found alike, each once, the lesser place first; all among up to {@link WIDE} texts that they link. */
  readonly pairs: () => Generator<AlikePair>;
}

/**
 * The pairs of texts whose shingles are alike by {@link COPY}: candidates are found by their signatures, then the texts
 * are read again and compared in full, so that no pair is a guess. Texts of a family are read side by side.
 */
export function findSimilar(
  signatures: readonly Uint16Array[],
  shinglesOf: (text: number) => Uint32Array,
  least: number = COPY,
): Similar {
  const { keys, order } = neighboured(signatures);
  const shingles = recent(AT_HAND, shinglesOf, ({ length }) => length);
  const linked = links();
  const sizes = new Map<number, number>();
  const found: readonly NumberList[] = [numberList(), numberList(), numberList()];
  for (const key of keys) {
    const first = order[Math.floor(key / TEXTS)] as number;
    const second = order[key % TEXTS] as number;
    const [a, b] = [Math.min(first, second), Math.max(first, second)];
    const [x, y] = [linked.headOf(a), linked.headOf(b)];
    // of a family of thousands not all pairs can be looked at
    if (x === y && WIDE < (sizes.get(x) ?? 1)) continue;
    const similarity = jaccard(shingles(a), shingles(b));
    if (similarity < least) continue;
    for (const [i, value] of [a, b, Math.round(similarity * 1e6)].entries()) found[i]?.push(value);
    if (x === y) continue;
    linked.link(a, b);
    sizes.set(linked.headOf(a), (sizes.get(x) ?? 1) + (sizes.get(y) ?? 1));
  }
  const [as, bs, values] = found as [NumberList, NumberList, NumberList];
  function* pairs(): Generator<AlikePair> {
    for (let i = 0; i < as.size(); i++) yield { a: as.at(i), b: bs.at(i), similarity: values.at(i) / 1e6 };
  }
  return { heads: starsOf(signatures.length, pairs, least), pairs };
}

/** The candidates as sorted keys (place × 2²¹ + place) in an order of the texts that has those of a family side by side. */
function neighboured(signatures: readonly Uint16Array[]): { keys: Float64Array; order: readonly number[] } {
  const together = links();
  const [firsts, seconds] = [numberList(), numberList()];
  for (const [a, b] of candidatePairs(signatures)) {
    together.link(a, b);
    firsts.push(a);
    seconds.push(b);
  }
  const order = [...signatures.keys()].sort((a, b) => together.headOf(a) - together.headOf(b) || a - b);
  const places = new Uint32Array(order.length);
  for (const [place, text] of order.entries()) places[text] = place;
  const keys = new Float64Array(firsts.size());
  for (let i = 0; i < keys.length; i++) {
    const [a, b] = [places[firsts.at(i)] as number, places[seconds.at(i)] as number];
    keys[i] = Math.min(a, b) * TEXTS + Math.max(a, b);
  }
  return { keys: keys.sort(), order };
}
