import type { Check } from "@zongjie/document";
import { isAlike, type Passage, type Term } from "./term.ts";
import { check, halfStep, isNear, relative } from "./tolerance.ts";

/** A part with its share, and what is known of them. */
export interface Pair {
  readonly share: Term;
  readonly part: Term;
  readonly check: Check | null;
}

/** So many pairs that tell of one whole are no chance; shares that tell it less exactly than this do not count. */
const FEWEST = 2;
const EXACT = 0.012;

/**
 * Checks of shares whose whole is not stated near them, against the whole that the others tell.
 *
 *     男性51人，占51%；女性49人，占49%     both tell of 100
 */
export function withImplied(passage: Passage, checks: readonly Check[], pairs: readonly Pair[]): Check[] {
  const out = [...checks];
  for (const pair of pairs) {
    if (pair.check?.holds) continue;
    const whole = tellOf(pair, pairs);
    if (whole === null) continue;
    const computed = (100 * pair.part.value) / whole.value;
    const tolerance = halfStep(pair.share.figure) + computed * (whole.off + relative(pair.part.figure));
    const made = check("percent-of", pair.share.value, computed, tolerance, [pair.share.index, pair.part.index]);
    const at = pair.check === null ? -1 : out.indexOf(pair.check);
    // a whole that is stated wrongly: near what all shares tell, while nothing else is
    const stated = passage.terms.some(({ value }) => Math.abs(value - whole.value) <= whole.value * whole.off);
    if (at !== -1 && made.holds && !stated && pair.check?.figures.length === 3 && isNear(pair.check)) continue;
    if (made.holds && at !== -1) out[at] = made;
    else if (at === -1) out.push(made);
  }
  return out;
}

/** A whole that shares tell, how far off it may be in itself, and how many tell it. */
export interface Told {
  readonly value: number;
  readonly off: number;
  readonly count: number;
}

/** The whole that most pairs tell, the pair itself among them or not; null where they do not agree. */
export function tellOf(pair: Pair, pairs: readonly Pair[]): Told | null {
  const like = pairs.filter(({ part }) => isAlike(part.figure, pair.part.figure));
  let best: Told | null = null;
  for (const { share, part } of like) {
    const value = (100 * part.value) / share.value;
    const off = halfStep(share.figure) / share.value;
    if (EXACT < off || !Number.isFinite(value)) continue;
    const count = like.filter((other) => {
      const told = (100 * other.part.value) / other.share.value;
      return (
        Math.abs(told - value) <=
        value * (off + halfStep(other.share.figure) / other.share.value + relative(other.part.figure))
      );
    }).length;
    if (best === null || best.count < count || (best.count === count && off < best.off)) best = { value, off, count };
  }
  return best === null || best.count < FEWEST || best.count * 2 <= like.length ? null : best;
}
