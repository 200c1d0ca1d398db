import { bigrams } from "./cluster.ts";
import type { Occurrence } from "./group.ts";
import { order } from "./names.ts";
import { note, type Tally } from "./tally.ts";

const MOST_PAIRS = 400;
const SHARED = 2;

/** Pairs of characters that at least two sources have in a theme, those first that are rare in the family's other themes. */
export function pairsOf(occurrences: readonly Occurrence[], groups: readonly string[]): Map<string, string[]> {
  const here = new Map<string, Tally>();
  for (const [i, { section, source }] of occurrences.entries()) {
    const key = groups[i] as string;
    const found: Tally = here.get(key) ?? new Map();
    for (const pair of bigrams(`${section.heading}\n${section.metrics.join("\n")}\n${section.body}`).keys())
      note(found, pair, source);
    here.set(key, found);
  }
  const all = new Map<string, number>();
  for (const found of here.values())
    for (const [pair, sources] of found) all.set(pair, (all.get(pair) ?? 0) + sources.size);
  return new Map(
    [...here].map(([key, found]) => [
      key,
      [...found]
        .filter(([, sources]) => SHARED <= sources.size)
        .map(([pair, sources]): [string, number] => [pair, (sources.size * sources.size) / (all.get(pair) ?? 1)])
        .sort((a, b) => b[1] - a[1] || order(a[0], b[0]))
        .slice(0, MOST_PAIRS)
        .map(([pair]) => pair),
    ]),
  );
}
