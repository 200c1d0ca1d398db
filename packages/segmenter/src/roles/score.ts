import type { Role } from "@zongjie/document";
import { roleWords } from "@zongjie/lexicon";

/** How strongly words speak for roles: `scoreHeading("存在的问题")` gives 问题 4 and more. */
export type RoleScores = ReadonlyMap<Role, number>;

/** What the words of a heading say. A longer word counts instead of the shorter ones inside it. */
export function scoreHeading(words: string): RoleScores {
  return score(words, "heading");
}

/** What the text under a heading says, each word counted once. */
export function scoreBody(words: string): RoleScores {
  return score(words, "body");
}

function score(words: string, part: "heading" | "body"): RoleScores {
  const scores = new Map<Role, number>();
  const plain = words.replace(/[\s　]+/gu, "");
  for (const entry of roleWords().roles) {
    const found = Object.keys(entry[part]).filter((word) => plain.includes(word));
    const longest = found.filter((word) => !found.some((other) => other !== word && other.includes(word)));
    const total = longest.reduce((sum, word) => sum + (entry[part][word] ?? 0), 0);
    if (total !== 0) scores.set(entry.role as Role, total);
  }
  return scores;
}

/** Whether a short line has a heading's own words: 下一步打算, 存在的问题. */
export function likesHeading(words: string): boolean {
  return words.length <= 18 && [...scoreHeading(words).values()].some((value) => 3 <= value);
}

/** How far a text speaks of work to come (above 0) or of work done (below 0), a number between −1 and 1. */
export function lean(words: string): number {
  const { future, past } = roleWords();
  const ahead = count(words, future);
  const behind = count(words, past);
  return ahead + behind === 0 ? 0 : (ahead - behind) / (ahead + behind + 1);
}

function count(words: string, weights: Readonly<Record<string, number>>): number {
  return Object.entries(weights).reduce((sum, [word, weight]) => sum + weight * (words.split(word).length - 1), 0);
}
