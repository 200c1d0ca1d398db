import { automaton } from "@zongjie/lexicon";
import { once } from "../vocabulary.ts";
import { claimWords, type Lists } from "./words.ts";

/** Which words of the lists of claims a name holds. */
export interface Held {
  readonly words: ReadonlySet<string>;
  /** The trait of people it speaks of, and that of things, by their place in the lists; -1 for none. */
  readonly trait: number;
  readonly traitOfThings: number;
}

/** So many names are kept: the parts of one list are asked for again and again. */
const KEPT = 1024;

const index = once(() => {
  const { partitions, divisions, classes, traits, traitsOfThings } = claimWords();
  const lists = [...partitions, ...divisions, ...classes.flat(), ...traits, ...traitsOfThings];
  const words = [...new Set(lists.flat())];
  const numbers = (lists: Lists): Map<string, number> =>
    // a word of two lists is of the first
    new Map([...lists.entries()].reverse().flatMap(([i, list]) => list.map((word) => [word, i] as const)));
  return { words, scanner: automaton(words), traits: numbers(traits), traitsOfThings: numbers(traitsOfThings) };
});

const known = new Map<string, Held>();

/** What a name holds: of 农村低保户, 农村 and 低保. */
export function heldBy(name: string): Held {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (KEPT <= known.size) known.clear();
  const { words, scanner, traits, traitsOfThings } = index();
  const held = new Set<string>();
  scanner.scan(name, (word) => held.add(words[word] as string));
  const first = (numbers: ReadonlyMap<string, number>): number => {
    let least = -1;
    for (const word of held) {
      const at = numbers.get(word) ?? -1;
      if (at !== -1 && (least === -1 || at < least)) least = at;
    }
    return least;
  };
  const made = { words: held, trait: first(traits), traitOfThings: first(traitsOfThings) };
  known.set(name, made);
  return made;
}
