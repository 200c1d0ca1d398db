import { spunWords } from "@zongjie/lexicon";
import { type Alignment, type Swap, similarityOf } from "./alignment.ts";

/**
 * What makes an aligned passage a spun copy. The bounds were chosen on the documents of the development corpus, spun with
 * the list of `scripts/corpus/spin.yaml`, and on hard negatives made of them: all digits changed (another year), all
 * words of a trade changed (another office), and on web pages that are no reports. `test/spun.test.ts` measures them.
 */
const SPUN = {
  /** Letters that align equal at least, in a passage that tells by itself and in one that fits in with others. */
  similarity: 0.5,
  partSimilarity: 0.6,
  /** Share of the equal letters that stand side by side with another, at least: whole words are left, not letters by chance. */
  anchored: 0.8,
  /** Letters of the copy that make a passage, words swapped in it, and such words to the letter: short and dense, or long. */
  letters: 40,
  words: 6,
  rate: 0.04,
  manyWords: 9,
  lowRate: 0.013,
  /** Changed letters that are no swap of a word for a word, at most: a rewritten passage has more. */
  odd: 0.45,
  /** Digits that stand for other digits, at most: another year, another office. */
  digits: 0.15,
  /** Swaps whose sides have a letter in common, as synonyms of Chinese often have: 走访 → 访问. */
  kin: 0.3,
} as const;

/**
 * What sets aligned sentences apart: `whole` tells a spun text by itself (认真 → 当真 and the like all over, all else kept),
 * `part` fits in with one and is spun where the rest of the document is.
 */
export type Verdict = "whole" | "part" | "none";

/** Whether aligned sentences differ as a text differs from its spun copy. */
export function judge(alignments: readonly Alignment[]): Verdict {
  const changed = alignments.filter(({ equal, letters }) => 2 * equal < letters);
  const swaps = [...new Map(changed.flatMap((a) => a.swaps).map((swap) => [`${swap.from}/${swap.to}`, swap])).values()];
  const sum = (value: (a: Alignment) => number): number => changed.reduce((n, a) => n + value(a), 0);
  const letters = sum((a) => a.letters) / 2;
  const words = swaps.reduce((n, swap) => n + wordsOf(swap), 0);
  const odd = sum((a) => a.odd);
  const swapped = sum((a) => a.swaps.reduce((n, { from, to }) => n + from.length + to.length, 0));
  const fits =
    SPUN.lowRate * letters <= words &&
    SPUN.similarity <= similarityOf(changed) &&
    SPUN.anchored * sum((a) => a.equal) <= sum((a) => a.anchored) &&
    odd <= SPUN.odd * (odd + swapped) &&
    sum((a) => a.otherDigits) <= SPUN.digits * sum((a) => a.digits) &&
    SPUN.kin * swaps.length <= swaps.filter(isKin).length;
  if (!fits || words === 0) return "none";
  const dense = SPUN.words <= words && SPUN.rate * letters <= words;
  if (SPUN.letters <= letters && (dense || SPUN.manyWords <= words)) return "whole";
  return SPUN.partSimilarity <= similarityOf(changed) ? "part" : "none";
}

/** Words in a swap, two letters each: two words side by side are one swap. */
function wordsOf({ from, to }: Swap): number {
  return Math.max(1, Math.round(Math.max(from.length, to.length) / 2));
}

/** Synonyms often share a letter. A lone letter for another belongs to a word that goes on unchanged: 认 → 当 in 认真. */
function isKin({ from, to }: Swap): boolean {
  if (from.length === 1 && to.length === 1) return !isLevel(from) && !isLevel(to);
  for (const letter of from) if (to.includes(letter)) return true;
  return false;
}

/** Letters in which names and numbers differ: 县 for 市 is no synonym, nor is 二 for 一. */
function isLevel(letter: string): boolean {
  return spunWords().levels.includes(letter);
}
