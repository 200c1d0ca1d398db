import { readFileSync } from "node:fs";
import { automaton } from "@zongjie/lexicon";
import { parse } from "yaml";
import { type Random, random } from "./random.ts";

/** What may stand for a word: 认真 → 当真, 细致. */
export type SpinWords = ReadonlyMap<string, readonly string[]>;

/** How a text is spun; shares are of the words that the list knows, and of the sentences. */
export interface SpinOptions {
  /** Chance that a word of the list is replaced at all, all through the text: tools replace word for word. */
  readonly share: number;
  /** Chance, for each sentence, that a function word is dropped or a filler put in. */
  readonly noise: number;
}

/** The words of `spin.yaml`. */
export function spinWords(): SpinWords {
  const file = parse(readFileSync(new URL("spin.yaml", import.meta.url), "utf8")) as {
    words: Record<string, string[]>;
  };
  return new Map(Object.entries(file.words));
}

/**
 * Spins a text as a rewriting tool does, word by word, headings and all, digits untouched: 认真开展检查 → 当真展开查抄. Lines
 * stay lines. The same seed gives the same text.
 */
export function spin(text: string, words: SpinWords, seed: string, { share, noise }: SpinOptions): string {
  const chance = random(seed);
  const chosen = new Map<string, string>();
  for (const [word, others] of words) if (chance.chance(share)) chosen.set(word, chance.pick(others));
  return stir(replace(text, chosen), chance, noise);
}

/** Replaces words from left to right, the longest first. */
function replace(text: string, chosen: ReadonlyMap<string, string>): string {
  const words = [...chosen.keys()];
  const longest = new Map<number, string>();
  automaton(words).scan(text, (cue, start) => {
    const word = words[cue] as string;
    if ((longest.get(start)?.length ?? 0) < word.length) longest.set(start, word);
  });
  const out: string[] = [];
  for (let i = 0; i < text.length; ) {
    const word = longest.get(i);
    out.push(word === undefined ? (text[i] as string) : (chosen.get(word) as string));
    i += word?.length ?? 1;
  }
  return out.join("");
}

/** Drops a 的, 了 or 并 here, puts in a 还 or 都 there. */
function stir(text: string, chance: Random, noise: number): string {
  return text.replace(/[^。\n]+/g, (sentence) => {
    if (!chance.chance(noise)) return sentence;
    if (chance.chance(0.5)) return sentence.replace(/(?<=\p{Script=Han}{2})[的了并]/u, "");
    return sentence.replace(/[，,]/, (mark) => `${mark}${chance.pick(["还", "也", "并且", "都"])}`);
  });
}
