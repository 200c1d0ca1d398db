import { score, type Tally } from "../eval/tally.ts";
import { measureText } from "../eval/text.ts";
import type { BenchPage } from "./extractors.ts";

/** Precision, recall and F1 of a page's text by 4-character shingles. */
export function measurePage(page: BenchPage, text: string): readonly [number, number, number] {
  const tally: Tally = new Map();
  measureText(tally, page.gold, text);
  const [common = 0, found = 0, gold = 0] = tally.get("main text") ?? [];
  const f1 = found + gold === 0 ? 1 : score([common, found, gold]);
  return [common / Math.max(1, found), common / Math.max(1, gold), f1];
}

/** The mean; of nothing 0. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Seconds of CPU time that this process has had: what else the machine does is not in it. */
export function secondsOf(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The least of several runs in seconds of CPU time: what the machine does besides only makes a run longer. */
export function shortest(runs: number, run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const begin = secondsOf();
    run();
    best = Math.min(best, secondsOf() - begin);
  }
  return best;
}
