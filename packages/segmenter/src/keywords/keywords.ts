import type { Keyword } from "@zongjie/document";
import { functionWords } from "@zongjie/lexicon";
import { rarity } from "./frequencies.ts";
import { loadTokenizer, type Tokenizer } from "./tokenizer.ts";
import { weighWords } from "./weights.ts";

/**
 * The words that tell a document from others, heaviest first: `findKeywords(text, 3)` → 双拥, 优抚, 征兵. Weights come
 * from a shipped table, never from the run, so a page's keywords do not depend on the pages beside it.
 */
export function findKeywords(text: string, count = 10, tokenizer?: Tokenizer): Keyword[] {
  if (!/[\u4e00-\u9fffA-Za-z]{2}/u.test(text)) return []; // no reason to load a dictionary
  const { cut } = tokenizer ?? loadTokenizer();
  const words = text.split("\n").flatMap((line) => cut(line));
  const telling = words.filter(tells);
  if (telling.length === 0) return [];
  const weighed = weighWords(telling, rarity).sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  return weighed.slice(0, count).map(({ word, weight }) => ({ word, weight: Math.round(weight * 1e4) / 1e4 }));
}

/** Whether a word can be a keyword: two characters and more, Han or Latin letters, none of the words all reports use. */
function tells(word: string): boolean {
  return (
    2 <= word.length && /^[\u4e00-\u9fffA-Za-z]+$/u.test(word) && !functionWords().has(word) && !NUMERAL.test(word)
  );
}

const NUMERAL = /^[一二三四五六七八九十百千万亿两几多xX]+[是个名项次年月日人条件家户所元天位批种类届]?$/u;
