import { roleWords } from "@zongjie/lexicon";
import { readWords } from "./vocabulary.ts";

/** Whether a short line has a heading's own words: 下一步打算, 存在的问题. */
export function likesHeading(words: string): boolean {
  return words.length <= 18 && [...readWords(words, "heading").roles.values()].some((value) => 3 <= value);
}

/** How often a text speaks of work to come and of work done, by weight. */
export interface Tense {
  readonly ahead: number;
  readonly behind: number;
}

/** Counts the words of a tense: `力争年内建成` speaks ahead, `已完成` behind. */
export function readTense(words: string): Tense {
  const { future, past } = roleWords();
  return { ahead: count(words, future), behind: count(words, past) };
}

/** How far a text speaks of work to come (above 0) or of work done (below 0), a number between −1 and 1. */
export function lean(words: string): number {
  return leanOf([readTense(words)]);
}

/** The same of several texts together. */
export function leanOf(tenses: readonly Tense[]): number {
  let [forth, back] = [0, 0];
  for (const { ahead, behind } of tenses) {
    forth += ahead;
    back += behind;
  }
  return forth + back === 0 ? 0 : (forth - back) / (forth + back + 1);
}

function count(words: string, weights: Readonly<Record<string, number>>): number {
  return Object.entries(weights).reduce((sum, [word, weight]) => sum + weight * (words.split(word).length - 1), 0);
}
