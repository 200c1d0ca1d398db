import { alternatives, loadData, z } from "@zongjie/lexicon";
import { once } from "./vocabulary.ts";

const words = z.array(z.string().min(1));

const metricFile = z.strictObject({
  linkers: words,
  leaders: words,
  verbs: words,
  money: words,
  bare: words,
  bareLinks: words,
  whole: words,
  persons: words,
  counting: words,
});

const comparisonFile = z.strictObject({
  up: words,
  down: words,
  flat: words,
  shareDown: words,
  sums: words,
  based: words,
  between: words,
  adverbs: z.string(),
  base: z.string(),
  shares: words,
  growing: words,
  unbounded: words,
});

/** Word lists, compiled. A `…Tail` matches at the end of a text, a `…Head` at its beginning. */
export interface Phrases {
  readonly linkers: WordEnds;
  readonly leaders: WordEnds;
  readonly verbs: ReadonlySet<string>;
  readonly money: RegExp;
  readonly bare: RegExp;
  readonly whole: WordEnds;
  readonly persons: WordEnds;
  /** What counts at the beginning of a name and is no part of it, again and again. */
  readonly counting: RegExp;
}

/** Finds the longest word of a list at an end of a text. */
export interface WordEnds {
  /** Length of the longest word that the text ends with before `end`; 0 where there is none. */
  before(text: string, end: number): number;
  /** Length of the longest word that begins at an offset; 0 where there is none. */
  from(text: string, start: number): number;
}

/** `wordEnds(["达", "达到"]).before("率达到", 3)` is 2. */
export function wordEnds(list: readonly string[]): WordEnds {
  const known = new Set(list);
  const ending = longestBy(list, (word) => word.charCodeAt(word.length - 1));
  const beginning = longestBy(list, (word) => word.charCodeAt(0));
  return {
    before(text, end) {
      for (let size = Math.min(ending.get(text.charCodeAt(end - 1)) ?? 0, end); 0 < size; size--)
        if (known.has(text.slice(end - size, end))) return size;
      return 0;
    },
    from(text, start) {
      for (let size = Math.min(beginning.get(text.charCodeAt(start)) ?? 0, text.length - start); 0 < size; size--)
        if (known.has(text.slice(start, start + size))) return size;
      return 0;
    },
  };
}

/** The length of the longest word for each code of its character at one end. */
function longestBy(list: readonly string[], codeOf: (word: string) => number): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (const word of list) out.set(codeOf(word), Math.max(word.length, out.get(codeOf(word)) ?? 0));
  return out;
}

/** The word lists of `figures/metrics.yaml`. */
export const phrases: () => Phrases = once(() => {
  const file = loadData("figures/metrics.yaml", metricFile);
  return {
    linkers: wordEnds(file.linkers),
    leaders: wordEnds(file.leaders),
    verbs: new Set(file.verbs),
    whole: wordEnds(file.whole),
    persons: wordEnds(file.persons),
    money: new RegExp(alternatives(file.money)),
    counting: new RegExp(`^(?:${file.counting.join("|")})+(?=[\\p{Script=Han}“《]{2})`, "u"),
    bare: new RegExp(`(?:${alternatives(file.bare)})(?:了|约|已|仅|分别)?(?:${alternatives(file.bareLinks)})$`),
  };
});

/** How a text says change. */
export interface ChangeWords {
  readonly up: WordEnds;
  readonly down: WordEnds;
  readonly shareDown: WordEnds;
  readonly sums: WordEnds;
  readonly based: WordEnds;
  readonly between: WordEnds;
  /** At the end of what stands before a word of change. */
  readonly adverbs: RegExp;
  readonly base: RegExp;
  readonly shares: RegExp;
  readonly growing: RegExp;
  readonly unbounded: RegExp;
}

/** The word lists of `figures/comparisons.yaml`. */
export const changeWords: () => ChangeWords = once(() => {
  const file = loadData("figures/comparisons.yaml", comparisonFile);
  return {
    up: wordEnds(file.up),
    down: wordEnds(file.down),
    shareDown: wordEnds(file.shareDown),
    sums: wordEnds(file.sums),
    based: wordEnds(file.based),
    between: wordEnds(file.between),
    adverbs: new RegExp(`${file.adverbs}\\s?$`),
    base: new RegExp(file.base, "g"),
    shares: new RegExp(alternatives(file.shares)),
    growing: new RegExp(alternatives(file.growing)),
    unbounded: new RegExp(alternatives(file.unbounded)),
  };
});
