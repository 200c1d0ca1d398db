import type { Clause } from "./clauses.ts";
import { ANYTHING, slotsIn, weightOf } from "./code.ts";

/** A clause at its place: which sentence of the list, which clause of it. */
export interface ClausePlace {
  readonly clause: Clause;
  readonly source: number;
}

const LONGEST_SIDE = 8;
/** Characters of a frame outside its gap. */
const LEAST = 4;
/** What stands in the gap must begin and end in that many ways, else the frame cuts a word. */
const VARIETY = 3;

/**
 * Frames around what differs: clauses that begin and end alike. Each clause goes to the longest frame that `least` sources
 * share (the method is that of accessor variety, Feng et al. 2004, turned round: the sides are kept, the middle varies).
 *
 *     以数字赋能为抓手 · 以项目建设为抓手 · 以改革创新为抓手 → 以{内容}为抓手
 *
 * Gives for each clause its frame with the gap, null where there is none.
 */
export function findFrames(places: readonly ClausePlace[], least: number): (Gap | null)[] {
  const tallies = new Map<string, { sources: Set<number>; left: Set<string>; right: Set<string> }>();
  const visit = (place: ClausePlace, take: (key: string, gap: Gap) => boolean): void => {
    const { code } = place.clause;
    for (const [start, end] of gapsOf(code)) {
      const key = `${code.slice(0, start)}${ANYTHING}${code.slice(end)}`;
      if (take(key, { code: key, start, end })) return;
    }
  };
  for (const place of places)
    visit(place, (key, { start, end }) => {
      const { code } = place.clause;
      const tally = tallies.get(key) ?? { sources: new Set(), left: new Set(), right: new Set() };
      tally.sources.add(place.source);
      tally.left.add(code[start] as string);
      tally.right.add(code[end - 1] as string);
      tallies.set(key, tally);
      return false;
    });
  const good = (key: string): boolean => {
    const tally = tallies.get(key);
    return (
      tally !== undefined && least <= tally.sources.size && VARIETY <= tally.left.size && VARIETY <= tally.right.size
    );
  };
  return places.map((place) => {
    let found: Gap | null = null;
    visit(place, (key, gap) => {
      if (!good(key)) return false;
      found = gap;
      return true;
    });
    return found;
  });
}

/** A frame with the place of its gap in the code of the clause. */
export interface Gap {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** The places of a gap in a clause, smallest gap first: both sides are literal, and the gap holds no figure. */
function gapsOf(code: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let start = 1; start <= Math.min(LONGEST_SIDE, code.length - 2); start++) {
    for (let end = Math.max(start + 2, code.length - LONGEST_SIDE); end < code.length; end++) {
      const sides = code.slice(0, start) + code.slice(end);
      if (weightOf(sides) < LEAST || weightOf(sides) < sides.length - 2) continue;
      if (slotsIn(code.slice(start, end)).some(({ type }) => type === "figure" || type === "metric")) continue;
      found.push([start, end]);
    }
  }
  return found.sort((a, b) => a[1] - a[0] - (b[1] - b[0]) || a[0] - b[0]);
}
