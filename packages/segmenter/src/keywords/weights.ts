import { createRequire } from "node:module";

/** What is used of natural's TfIdf. Its root import starts database clients, so only this file of it is loaded. */
interface TfIdf {
  _idfCache: Record<string, number>;
  addDocument(words: readonly string[]): void;
  listTerms(document: number): { readonly term: string; readonly tfidf: number }[];
}

const require = createRequire(import.meta.url);

/**
 * TF-IDF of the words of one document, heaviest first, with given rarities instead of those of a collection:
 * `weighWords(["双拥", "双拥", "慰问"], rarity)`. Weights are shares of the document's words.
 */
export function weighWords(
  words: readonly string[],
  rarity: (word: string) => number,
): { readonly word: string; readonly weight: number }[] {
  const Model = require("natural/lib/natural/tfidf/tfidf.js") as new () => TfIdf;
  const model = new Model();
  model.addDocument(words);
  for (const word of new Set(words)) model._idfCache[word] = rarity(word);
  return model.listTerms(0).map(({ term, tfidf }) => ({ word: term, weight: tfidf / words.length }));
}
