import type { Candidate } from "./candidates.ts";

/** A level of numbering that is open: （一）（二） has reached 2. */
interface Open {
  readonly series: string;
  readonly rank: number;
  readonly ordinal: number;
}

interface Link {
  readonly candidate: Candidate;
  readonly before: Link | null;
}

/** A reading of the text so far: which levels are open, what was accepted, how well it fits. */
interface Reading {
  readonly score: number;
  readonly stack: readonly Open[];
  readonly key: string;
  readonly path: Link | null;
}

/** Readings kept at each step; 4 give the same outlines on the development pages, 10 leave room. */
const BEAM = 10;

/**
 * Chooses the markers that form numbering series over the whole document: each candidate is taken or left, a taken one
 * costs what it breaks (a gap, a repeat, a series that begins in the middle). Dynamic programming over the open levels,
 * the best readings kept; linear in the candidates.
 *
 *     一、…  （一）…  3、4月…  （二）…  二、…      3、 is left: it would begin a series at 3
 */
export function decode(candidates: readonly Candidate[]): Candidate[] {
  let readings: Reading[] = [{ score: 0, stack: [], key: "", path: null }];
  for (const candidate of candidates) {
    const best = new Map<string, Reading>();
    for (const reading of readings) {
      keep(best, reading);
      keep(best, take(reading, candidate));
    }
    readings = [...best.values()].sort((a, b) => b.score - a.score).slice(0, BEAM);
  }
  const out: Candidate[] = [];
  for (let link = readings[0]?.path ?? null; link !== null; link = link.before) out.push(link.candidate);
  return out.reverse();
}

function keep(best: Map<string, Reading>, reading: Reading): void {
  const rival = best.get(reading.key);
  if (rival === undefined || rival.score < reading.score) best.set(reading.key, reading);
}

function take(reading: Reading, candidate: Candidate): Reading {
  const { series, ordinal, style } = candidate.marker;
  const at = reading.stack.findIndex((open) => open.series === series);
  const kept = at === -1 ? reading.stack.filter((open) => open.rank < style.rank) : reading.stack.slice(0, at);
  const cost = at === -1 ? startCost(candidate) : stepCost(reading.stack[at]?.ordinal ?? 0, ordinal);
  const stack = [...kept, { series, rank: style.rank, ordinal }];
  return {
    score: reading.score + candidate.evidence - cost,
    stack,
    key: stack.map((open) => `${open.series}${open.ordinal}`).join(" "),
    path: { candidate, before: reading.path },
  };
}

/** What it costs that a series begins here. Clauses of rules count on over chapters. */
function startCost({ marker }: Candidate): number {
  if (marker.ordinal === 1) return 0;
  return marker.style.heading === "clause" ? 0.5 : 1.5 + 0.5 * Math.min(marker.ordinal - 1, 6);
}

/** What it costs that a series goes on from one ordinal to another. */
function stepCost(last: number, ordinal: number): number {
  const step = ordinal - last;
  if (step === 1) return 0;
  if (1 < step) return 2 + 0.5 * Math.min(step - 1, 6);
  if (step === 0) return 3;
  return ordinal === 1 ? 3.5 : 5;
}
