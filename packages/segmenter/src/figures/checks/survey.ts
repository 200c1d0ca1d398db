import { type Check, firstIndex } from "@zongjie/document";
import { type Pair, tellOf } from "./implied.ts";
import { fills, isSample } from "./parts.ts";
import { ratio } from "./ratio.ts";
import type { Term } from "./term.ts";
import { halfStep, isNear, isShareSlip, isSlip, NEAREST, relative, SLIPS } from "./tolerance.ts";

/** How many pairs before and behind a pair are asked for the whole. */
const REACH = 6;
/** So many that tell of one stated whole are no chance; so many more make a claim of a pair that does not. */
const FEWEST = 2;
const CLAIMED = 3;
/** A share that tells its whole less exactly than this tells nothing. */
const EXACT = 0.02;

/**
 * Shares of a whole that is stated far off: of those who were asked, of all households.
 *
 *     发放问卷500份。……|320人|认为方便，占|64%|。……|45人|没有用过，占|9%|
 */
export function ofCommonWhole(pairs: readonly Pair[], levels: readonly Term[]): Check[] {
  if (pairs.length <= FEWEST || pairs.every(({ check }) => check !== null)) return [];
  const sorted = levels.filter(({ role, value }) => role === "level" && 1 < value).sort((a, b) => a.value - b.value);
  const told = pairs.map((pair) => wholesOf(pair, sorted));
  const samples = sorted.filter(isSample);
  return pairs.flatMap((pair, i) => {
    if (pair.check !== null) return [];
    const near = told.slice(Math.max(0, i - REACH), i + REACH + 1);
    const votes = new Map<Term, number>();
    for (const wholes of near)
      for (const whole of wholes) if (whole.index < pair.part.index) votes.set(whole, (votes.get(whole) ?? 0) + 1);
    const own = [...(told[i] ?? [])].find((whole) => FEWEST < (votes.get(whole) ?? 0));
    if (own !== undefined) return [ratio(pair.share, pair.part, own)];
    const asked = ofSample(pair, pairs.slice(Math.max(0, i - REACH), i + REACH + 1), samples, sorted);
    if (asked !== null) return [asked];
    const [most] = [...votes].sort((a, b) => b[1] - a[1]);
    if (most === undefined || most[1] < CLAIMED || 2 * most[1] < near.length) return [];
    const [whole] = most;
    const beside = [told[i - 1], told[i + 1]].filter((wholes) => wholes?.has(whole)).length;
    if (beside === 0) return [];
    const made = ratio(pair.share, pair.part, whole);
    const meant =
      (beside === 2 && isNear(made)) ||
      isShareSlip(made, pair.share.figure) ||
      isSlip(made, [pair.share.figure, pair.part.figure]);
    return meant ? [made] : [];
  });
}

/**
 * A share of those who answered, where their number is stated wrongly: shares tell one whole that is stated nowhere, and
 * there is one sample whose number is near it, or is it but for its point.
 */
function ofSample(pair: Pair, near: readonly Pair[], samples: readonly Term[], sorted: readonly Term[]): Check | null {
  const told = samples.length === 0 ? null : tellOf(pair, near);
  if (told === null || told.count < CLAIMED) return null;
  const off = told.off * told.value;
  if (between(sorted, told.value - off, told.value + off).length !== 0) return null;
  const meant = [
    ...between(samples, told.value / NEAREST.most, told.value / NEAREST.least),
    ...SLIPS.flatMap((by) => between(samples, (told.value - off) / by, (told.value + off) / by)),
  ].filter((sample) => sample.index < pair.part.index && fills(sample, pair.part));
  const [whole] = meant;
  return whole === undefined || meant.some(({ value }) => value !== whole.value)
    ? null
    : ratio(pair.share, pair.part, whole);
}

/** So many levels of one size are looked at. */
const MOST = 8;

/** The first levels of a sorted list from one value to another. */
function between(sorted: readonly Term[], least: number, most: number): Term[] {
  const first = firstIndex(sorted.length, (i) => (sorted[i] as Term).value < least);
  return sorted.slice(first, first + MOST).filter(({ value }) => value <= most);
}

/** The stated levels that a pair may be a share of, as exactly as it is written; the whole of its check, where it has one. */
function wholesOf({ share, part, check }: Pair, sorted: readonly Term[]): ReadonlySet<Term> {
  const value = (100 * part.value) / share.value;
  const off = halfStep(share.figure) / share.value + relative(part.figure);
  if (!Number.isFinite(value) || EXACT < off || (check !== null && !check.holds)) return new Set();
  const out = new Set<Term>();
  const first = firstIndex(sorted.length, (i) => (sorted[i] as Term).value < value * (1 - off));
  for (let i = first; i < sorted.length && (sorted[i] as Term).value <= value * (1 + off); i++) {
    const whole = sorted[i] as Term;
    if (whole.figure.kind === part.figure.kind && (check === null || check.figures.includes(whole.index)))
      out.add(whole);
  }
  return out;
}
