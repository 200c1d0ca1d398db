import { NOWHERE, START, trie } from "./trie.ts";
import { type CommonWord, commonWords } from "./words.ts";

/** Longest common word, in UTF-16 units. */
const LONGEST = 4;

/** A common word with its text. */
interface IndexedWord extends CommonWord {
  readonly text: string;
}

/** Finds common words in a text without cutting it up. A word is told by its number in `words`; -1 is none. */
export interface WordIndex {
  readonly words: readonly IndexedWord[];
  /** The longest word of two to four characters that begins at an offset. */
  from(text: string, start: number): number;
  /** The longest word of two to four characters that ends at an offset. */
  before(text: string, end: number): number;
  /** The word of one to four characters that just fills a piece of a text. */
  at(text: string, start: number, end: number): number;
}

let index: WordIndex | undefined;

/** The index of `commonWords`, made on first use: `from("新增就业", 2)` is the number of 就业. */
export function wordIndex(): WordIndex {
  index ??= indexOf(Array.from(commonWords(), ([text, word]) => ({ text, ...word })));
  return index;
}

function indexOf(words: readonly IndexedWord[]): WordIndex {
  const tree = trie(words.map(({ text }) => text));
  // how long the words are that end with a character, by its code: bits 2, 3 and 4
  const sizes = new Uint8Array(0x10000);
  for (const { text } of words) {
    const last = text.charCodeAt(text.length - 1);
    sizes[last] = (sizes[last] as number) | (1 << text.length);
  }
  const at = (text: string, start: number, end: number): number => {
    let state = START;
    for (let i = start; state !== NOWHERE && i < end; i++) state = tree.step(state, text.charCodeAt(i));
    return tree.ending(state);
  };
  return {
    words,
    at,
    from(text, start) {
      const end = Math.min(text.length, start + LONGEST);
      let found = -1;
      let state = start < end ? tree.step(START, text.charCodeAt(start)) : NOWHERE;
      for (let i = start + 1; state !== NOWHERE && i < end; i++) {
        state = tree.step(state, text.charCodeAt(i));
        if (tree.ending(state) !== -1) found = tree.ending(state);
      }
      return found;
    },
    before(text, end) {
      const bits = end === 0 ? 0 : (sizes[text.charCodeAt(end - 1)] as number);
      for (let size = Math.min(LONGEST, end); 1 < size; size--) {
        const found = bits & (1 << size) ? at(text, end - size, end) : -1;
        if (found !== -1) return found;
      }
      return -1;
    },
  };
}
