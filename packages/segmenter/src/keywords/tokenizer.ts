import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Cuts a text into words, digits kept together: `48.5|万人次`. */
export interface Tokenizer {
  readonly name: "nodejieba" | "@node-rs/jieba";
  cut(text: string): string[];
}

const require = createRequire(import.meta.url);

let tokenizer: Tokenizer | undefined;

/**
 * The tokenizer that is installed: nodejieba, else the prebuilt @node-rs/jieba. Loaded on first use, because its
 * dictionary takes half a second.
 */
export function loadTokenizer(): Tokenizer {
  tokenizer ??= tryNodejieba() ?? nodeRsJieba();
  return tokenizer;
}

/** The name of the tokenizer that was loaded; null where no word was cut yet. */
export function tokenizerInUse(): Tokenizer["name"] | null {
  return tokenizer?.name ?? null;
}

function tryNodejieba(): Tokenizer | null {
  try {
    const jieba = require("nodejieba") as { cut(text: string, strict: boolean): string[] };
    jieba.cut("双拥", true); // the package may stand there unbuilt: only the first word loads what was compiled
    // Without the flag nodejieba cuts numbers into digits.
    return { name: "nodejieba", cut: (text) => jieba.cut(text, true) };
  } catch {
    return null; // an optional dependency that is not there or could not be built here
  }
}

/** The fallback: `@node-rs/jieba` with its own dictionary. */
export function nodeRsJieba(): Tokenizer {
  const { Jieba } = require("@node-rs/jieba") as {
    Jieba: { withDict(dict: Uint8Array): { cut(text: string, hmm: boolean): string[] } };
  };
  const jieba = Jieba.withDict(readFileSync(require.resolve("@node-rs/jieba/dict.txt")));
  return { name: "@node-rs/jieba", cut: (text) => jieba.cut(text, true) };
}
