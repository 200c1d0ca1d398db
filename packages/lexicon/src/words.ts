import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { loadData } from "./load.ts";

const require = createRequire(import.meta.url);

/** A common word: the natural logarithm of its probability, and its part of speech by jieba's first letter (n, v, d …). */
export interface CommonWord {
  readonly cost: number;
  readonly part: string;
}

/** A word of one to four characters is taken from this frequency on: rarer ones are names and oddities. */
const LEAST = [Number.POSITIVE_INFINITY, 100, 40, 80, 30];

/** Names of persons are no words of the genre, unless they are as common as one (双拥 stands among them). */
const NAMES = 500;

/** Characters that the frequencies were counted in, about. */
const COUNTED = 60_000_000;

let known: ReadonlyMap<string, CommonWord> | undefined;

/**
 * Common words of one to four characters, read on first use: 压力 is a noun and costs about -9, 力大 is none. They are those
 * of jieba's dictionary (MIT), which @node-rs/jieba ships.
 */
export function commonWords(): ReadonlyMap<string, CommonWord> {
  known ??= readWords(readFileSync(require.resolve("@node-rs/jieba/dict.txt"), "utf8"));
  return known;
}

/** Reads lines like `压力 8220 n`. */
function readWords(text: string): ReadonlyMap<string, CommonWord> {
  const out = new Map<string, CommonWord>();
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found === -1 ? text.length : found;
    const word = text.indexOf(" ", at);
    const count = text.indexOf(" ", word + 1);
    const times = Number(text.slice(word + 1, count));
    if ((LEAST[word - at] ?? Number.POSITIVE_INFINITY) <= times && !(text.startsWith("nr", count + 1) && times < NAMES))
      // in steps of a doubling: the counts are of old newspapers
      out.set(text.slice(at, word), {
        cost: Math.round(Math.log2(times)) * Math.LN2 - Math.log(COUNTED),
        part: text[count + 1] ?? "",
      });
    at = end + 1;
  }
  return out;
}

const LISTS = ["hanging", "clinging", "opening", "turning"] as const;

/** The file `line-words.yaml`: words that no line ends with (把), that none begins with (们), that many begin with (截至). */
export type LineWords = Readonly<Record<(typeof LISTS)[number], ReadonlySet<string>>>;

const list: z.ZodType<ReadonlySet<string>> = z
  .array(z.string().min(1))
  .min(1)
  .transform((words) => new Set(words));
const lineWordFile: z.ZodType<LineWords> = z.strictObject({
  hanging: list,
  clinging: list,
  opening: list,
  turning: list,
});

let ends: LineWords | undefined;

/** What a line of Chinese never ends or begins with, read on first use. @throws Error as `loadData` does */
export function lineWords(): LineWords {
  ends ??= loadData("line-words.yaml", lineWordFile);
  return ends;
}
