import { loadData, z } from "@zongjie/lexicon";
import { once } from "./vocabulary.ts";

const words = z.array(z.string().min(1));

const metricFile = z.strictObject({
  linkers: words,
  leaders: words,
  verbs: words,
  nouns: words,
  scenes: words,
  stops: words,
  qualities: words,
  money: words,
  bare: words,
  abstract: z.string(),
  bareLinks: words,
  whole: words,
  bodies: words,
  places: words,
  persons: words,
  sums: words,
});

const comparisonFile = z.strictObject({
  up: words,
  down: words,
  flat: words,
  between: words,
  base: z.string(),
  targets: z.string(),
  targetHeadings: words,
  shares: words,
  growing: words,
  unbounded: words,
});

/** Word lists, compiled. A `…Tail` matches at the end of a text, a `…Head` at its beginning. */
export interface Phrases {
  readonly linkers: WordEnds;
  readonly leaders: WordEnds;
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly stops: WordEnds;
  readonly qualities: RegExp;
  readonly money: RegExp;
  readonly bare: RegExp;
  readonly abstract: RegExp;
  readonly whole: WordEnds;
  readonly bodies: WordEnds;
  readonly places: WordEnds;
  readonly persons: WordEnds;
  readonly sums: WordEnds;
}

/** Finds the longest word of a list at an end of a text. */
interface WordEnds {
  /** Length of the longest word that the text ends with before `end`; 0 where there is none. */
  before(text: string, end: number): number;
  /** Length of the longest word that begins at an offset; 0 where there is none. */
  from(text: string, start: number): number;
}

/** `wordEnds(["达", "达到"]).before("率达到", 3)` is 2. */
function wordEnds(list: readonly string[]): WordEnds {
  const known = new Set(list);
  const longest = Math.max(...list.map((word) => word.length));
  return {
    before(text, end) {
      for (let size = Math.min(longest, end); 0 < size; size--) if (known.has(text.slice(end - size, end))) return size;
      return 0;
    },
    from(text, start) {
      for (let size = Math.min(longest, text.length - start); 0 < size; size--)
        if (known.has(text.slice(start, start + size))) return size;
      return 0;
    },
  };
}

function alternatives(list: readonly string[]): string {
  return [...list].sort((a, b) => b.length - a.length).join("|");
}

/** The word lists of `figures/metrics.yaml`. */
export const phrases: () => Phrases = once(() => {
  const file = loadData("figures/metrics.yaml", metricFile);
  return {
    linkers: wordEnds(file.linkers),
    leaders: wordEnds(file.leaders),
    verbs: new Set(file.verbs),
    nouns: new Set(file.nouns),
    stops: wordEnds(file.stops),
    abstract: new RegExp(file.abstract),
    whole: wordEnds(file.whole),
    bodies: wordEnds(file.bodies),
    places: wordEnds(file.places),
    persons: wordEnds(file.persons),
    sums: wordEnds(file.sums),
    qualities: new RegExp(`(?:${alternatives(file.qualities)})$`),
    money: new RegExp(alternatives(file.money)),
    bare: new RegExp(`(?:${alternatives(file.bare)})(?:了|约|已|仅|分别)?(?:${alternatives(file.bareLinks)})$`),
  };
});

/** How a text says change and intention. */
export interface ChangeWords {
  readonly up: WordEnds;
  readonly down: WordEnds;
  readonly between: WordEnds;
  readonly base: RegExp;
  readonly targets: RegExp;
  readonly targetHeadings: RegExp;
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
    between: wordEnds(file.between),
    base: new RegExp(file.base, "g"),
    targets: new RegExp(file.targets),
    targetHeadings: new RegExp(alternatives(file.targetHeadings)),
    shares: new RegExp(alternatives(file.shares)),
    growing: new RegExp(alternatives(file.growing)),
    unbounded: new RegExp(alternatives(file.unbounded)),
  };
});
