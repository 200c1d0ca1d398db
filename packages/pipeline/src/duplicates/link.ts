import { type Alignment, align, sameText, similarityOf } from "./alignment.ts";
import { fingerprintIndex } from "./fingerprint.ts";
import type { Unit } from "./unit.ts";

/** Units that share most fingerprints with a unit, of which so many are aligned with it. */
const CANDIDATES = 3;

/** Share of letters that align in runs of two and more, for a unit to be a copy of another at all. */
const LEAST = 0.3;

/** Share of letters that align equal from which on a unit is a near copy. */
const NEAR = 0.8;

/** A unit is not held against one so many times as long. */
const LONGER = 2.5;

/** A unit and the earlier one that it copies. */
export interface Link {
  readonly unit: Unit;
  readonly original: Unit;
  readonly alignment: Alignment;
}

/**
 * Links each unit to the earliest one that it copies, exactly or in part. The unit behind the last original is tried first:
 * copies keep the order. Cost is linear: a unit is aligned with few others, and units have few letters.
 */
export function findLinks(units: readonly Unit[]): Link[] {
  const links: Link[] = [];
  const seen = new Map<string, number>();
  const index = fingerprintIndex(units.reduce((n, { bare }) => n + bare.length, 0));
  let follower = -1;
  for (const [i, unit] of units.entries()) {
    const same = seen.get(unit.bare);
    if (same === undefined) seen.set(unit.bare, i);
    const candidates = same === undefined ? [follower, ...index.nearest(unit.bare, CANDIDATES)] : [same];
    const best = closest(units, unit, candidates);
    if (best !== null) links.push(best.link);
    follower = best !== null && best.at + 1 < i ? best.at + 1 : -1;
    if (best === null || !isNear(best.link)) index.add(i, unit.bare);
  }
  return links;
}

/** True for a unit that says nearly the same as its original. */
export function isNear({ alignment }: Link): boolean {
  return NEAR <= similarityOf([alignment]);
}

/** True where not a letter differs. */
export function isExact({ alignment: { equal, letters } }: Link): boolean {
  return 2 * equal === letters;
}

/** The candidate with which most letters align, and its place among the units. */
function closest(units: readonly Unit[], unit: Unit, candidates: readonly number[]): { link: Link; at: number } | null {
  let best: { link: Link; at: number } | null = null;
  for (const at of new Set(candidates)) {
    const original = units[at];
    if (original === undefined) continue;
    const { length } = original.bare;
    if (LONGER * length < unit.bare.length || LONGER * unit.bare.length < length) continue;
    const alignment = original.bare === unit.bare ? sameText(unit.bare) : align(original.bare, unit.bare);
    if (2 * alignment.anchored < LEAST * alignment.letters) continue;
    if (best === null || best.link.alignment.anchored < alignment.anchored)
      best = { link: { unit, original, alignment }, at };
  }
  return best;
}
