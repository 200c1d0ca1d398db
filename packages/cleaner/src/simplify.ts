import { createRequire } from "node:module";
import type { Edit } from "@zongjie/document";

/** What is used of opencc-js: its dictionaries and its tree of words. */
interface OpenCC {
  readonly Trie: new () => Tree;
  readonly Locale: {
    readonly configs: Readonly<
      Record<"t2s", { readonly normalizationChain: readonly string[][]; readonly conversionChain: readonly string[][] }>
    >;
  };
}

interface Tree {
  readonly addWord: (from: string, to: string) => void;
  readonly loadDictGroup: (dictionaries: readonly string[]) => void;
  readonly matchPrefix: (text: string, at: number) => { readonly end: number; readonly value: string } | null;
}

const require = createRequire(import.meta.url);

let known: Tree | undefined;

/**
 * The dictionaries of OpenCC's `t2s` (phrases before characters), loaded on first use: wording stays, so that 軟體 becomes
 * 软体 and not 软件. Its own converter is not used: it gives no places, and recurses into signs of description (⿰).
 */
function dictionary(): Tree {
  if (known !== undefined) return known;
  const { Trie, Locale } = require("opencc-js/t2cn") as OpenCC;
  const { normalizationChain, conversionChain } = Locale.configs.t2s;
  const tree = new Trie();
  for (const group of conversionChain) tree.loadDictGroup(group);
  for (const pair of normalizationChain.flat().flatMap((words) => words.split("|"))) {
    const [from = "", to = ""] = pair.split(" ");
    if (from !== "") tree.addWord(from, tree.matchPrefix(to, 0)?.value ?? to);
  }
  known = tree;
  return tree;
}

/** Below it no character has a simplified form. */
const FIRST_HAN = 0x3400;

/**
 * Edits that write traditional characters simplified, each over the characters alone that differ: of `乾隆年間` the last
 * one. Offsets in `text`. Linear: the longest phrase of the dictionary has a dozen characters.
 */
export function findTraditional(text: string): Edit[] {
  const tree = dictionary();
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; ) {
    const found = text.charCodeAt(at) < FIRST_HAN ? null : tree.matchPrefix(text, at);
    if (found === null) {
      at++;
      continue;
    }
    addDifferences(edits, at, text.slice(at, found.end), found.value);
    at = found.end;
  }
  return edits;
}

/** One edit a character, so that a span that ends between two of them stays exact. All pairs are of one length. */
function addDifferences(edits: Edit[], start: number, from: string, to: string): void {
  const after = Array.from(to);
  let at = start;
  for (const [i, character] of Array.from(from).entries()) {
    const end = at + character.length;
    const insert = after[i] ?? character;
    if (character !== insert) edits.push({ start: at, end, insert, rule: "simplified", reason: "character" });
    at = end;
  }
}
