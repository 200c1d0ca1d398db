import { type Part, readPattern, type Sequence } from "./pattern.ts";

/** Steps that a pattern may take on one line: a few milliseconds. */
const MOST = 1_000_000;

/** Longest pattern, in characters. */
const LONGEST = 1000;

/** Characters by which it is told whether two parts can match the same one; those that the pattern names come to them. */
const SAMPLE = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("")}\t\n\u00a0\u3000中的一龥，。、：；（）【】《》“”‘’！？％０９ＡｚあアΩяé한😀`;

/** The characters of the sample that may stand at a place; null: any, or none that could be told. */
type Firsts = ReadonlySet<string> | null;

/** What `$` looks for: no character is it. */
const END = "";

interface Reading {
  readonly sample: readonly string[];
  readonly length: number;
  readonly sets: Map<string, ReadonlySet<string>>;
}

/**
 * Why a pattern is refused, or null: `(甲+)+$` can match one line in countless ways. The bound counts, from the outside
 * and on the safe side, the ways in which the parts can share a text of `length` characters; it does not run the pattern.
 */
export function refusalOf(source: string, length: number): string | null {
  if (LONGEST < source.length) return `the pattern is longer than ${LONGEST} characters`;
  let choices: readonly Sequence[];
  try {
    choices = readPattern(source);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const named = source.replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const reading = { sample: [...new Set([...SAMPLE, ...named])], length, sets: new Map() };
  const starts = choices.every(isAnchored) ? 1 : length;
  const steps = starts * choices.reduce((sum, sequence) => sum + waysOf(reading, sequence, new Set()), 0);
  if (steps <= MOST) return null;
  const about = Number.isFinite(steps) ? steps.toExponential(0) : "countless";
  return `the pattern may take ${about} steps on a line of ${length} characters: begin it with ^, set an upper bound ({0,20} instead of *) or max, do not repeat what is repeated inside`;
}

function isAnchored(sequence: Sequence): boolean {
  const first = sequence[0]?.what;
  return first?.type === "place" && first.source === "^";
}

/** In how many ways a sequence can match from one place, `behind` being what may follow it. */
function waysOf(reading: Reading, sequence: Sequence, behind: Firsts): number {
  let ways = 1;
  let follow = behind;
  for (const part of [...sequence].reverse()) {
    ways *= waysOfPart(reading, part, follow);
    follow = firstsOf(reading, part, follow);
  }
  return ways;
}

function waysOfPart(reading: Reading, { what, min, max }: Part, follow: Firsts): number {
  if (what.type === "place") return 1;
  const times = Math.min(max, reading.length);
  const sizes = Math.max(1, times - min + 1);
  // where what follows cannot be one more of the part there is one way to end the repetition
  if (what.type === "character") return areApart(charactersOf(reading, what.source), follow) ? 1 : sizes;
  const firsts = what.choices.map((choice) => firstsOfSequence(reading, choice, null));
  const all = firsts.reduce(joined, new Set<string>());
  const ways = (behind: Firsts): number => {
    const each = what.choices.map((choice) => waysOf(reading, choice, behind));
    return eachApart(firsts) ? Math.max(...each) : each.reduce((sum, one) => sum + one, 0);
  };
  if (what.around) return ways(null);
  const ends = areApart(all, follow) ? 1 : sizes;
  return ends * ways(follow) * (times <= 1 ? 1 : ways(all) ** (times - 1));
}

/** What a part can begin with, and what follows it where it may be left out. A place and a look around only narrow that. */
function firstsOf(reading: Reading, { what, min }: Part, follow: Firsts): Firsts {
  if (what.type === "place") return what.source === "$" ? new Set([END]) : follow;
  if (what.type === "group" && what.around) return follow;
  const own =
    what.type === "character"
      ? charactersOf(reading, what.source)
      : what.choices.map((choice) => firstsOfSequence(reading, choice, follow)).reduce(joined, new Set<string>());
  return min === 0 ? joined(own, follow) : own;
}

function firstsOfSequence(reading: Reading, sequence: Sequence, behind: Firsts): Firsts {
  let follow = behind;
  for (const part of [...sequence].reverse()) follow = firstsOf(reading, part, follow);
  return follow;
}

/** The characters of the sample that a single one of a pattern matches: `\d` the digits. */
function charactersOf({ sample, sets }: Reading, source: string): ReadonlySet<string> {
  let found = sets.get(source);
  if (found === undefined) {
    const one = new RegExp(`^${source}$`, "u");
    found = new Set(sample.filter((character) => one.test(character)));
    sets.set(source, found);
  }
  return found;
}

function joined(a: Firsts, b: Firsts): Firsts {
  return a === null || b === null ? null : new Set([...a, ...b]);
}

function areApart(a: Firsts, b: Firsts): boolean {
  return a !== null && b !== null && [...a].every((character) => !b.has(character));
}

/** True where choices begin with characters of their own, so that only one of them can match. */
function eachApart(firsts: readonly Firsts[]): boolean {
  return firsts.every((one, i) => firsts.slice(i + 1).every((other) => areApart(one, other)));
}
