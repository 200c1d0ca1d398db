import type { Check, TextFigure } from "@zongjie/document";
import { readingCopy } from "../reading.ts";
import { countList, outOfRange, tableSums } from "./lists.ts";
import { sameMetric } from "./mentions.ts";
import { growth, percentOf, product } from "./rates.ts";
import { partsSum, type Sentence, sharesSum } from "./sums.ts";

/** Most figures of a sentence that are looked at: a longer one is a table, not a statement. */
const MOST = 60;

/**
 * Arithmetic that the text itself states: `共12人，其中男7人、女5人` gives a parts-sum that holds. What is merely near is
 * left alone: only what a sentence claims is checked.
 */
export function findChecks(text: string, figures: readonly TextFigure[]): Check[] {
  const copy = readingCopy(text);
  const stated = sentencesOf(copy, figures).flatMap((sentence) =>
    [partsSum, sharesSum, percentOf, growth, product].flatMap((find) => find(sentence)),
  );
  return [...stated, ...[sameMetric, countList, tableSums, outOfRange].flatMap((find) => find(copy, figures))];
}

/** The figures of each sentence that has two or more. */
function sentencesOf(text: string, figures: readonly TextFigure[]): Sentence[] {
  const out: Sentence[] = [];
  let current: (readonly [number, TextFigure])[] = [];
  let from = 0;
  let at = 0;
  const close = (): void => {
    if (1 < current.length && current.length <= MOST) {
      const last = current.at(-1)?.[1].end ?? from;
      out.push({ text: text.slice(from, last), start: from, figures: current });
    }
    current = [];
  };
  figures.forEach((figure, index) => {
    for (; at < figure.start; at++)
      // 。其中 goes on with the sentence before
      if (/[。！？!?\n]/.test(text[at] as string) && !text.startsWith("其中", at + 1)) {
        close();
        from = at + 1;
      }
    at = figure.end;
    if (!figure.masked) current.push([index, figure]);
  });
  close();
  return out;
}
