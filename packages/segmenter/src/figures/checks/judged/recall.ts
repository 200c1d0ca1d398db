import type { Passage, Term } from "../term.ts";

/** Of each pair of characters the last figures that are named with it. */
const KEPT = 8;
/** Most figures that a passage brings back, and how much of a name its words must say. */
const MOST = 12;
const SAID = 0.75;

/** The figures of a text by their names. */
export interface Memory {
  /** Those from before a figure that the words of a passage name, in their order: 占|手术|台次的0.3% brings back 手术1323台. */
  recall(passage: Passage, before: number): readonly Term[];
  keep(passage: Passage): void;
}

/** Keeps so many figures for each pair of characters that the time is linear in the length of a text. */
export function memory(): Memory {
  const byPair = new Map<string, Named[]>();
  return {
    recall({ terms }, before) {
      const said = new Map<Named, number>();
      const pairs = new Set(terms.flatMap(({ lead, tail }) => [...pairsOf(lead), ...pairsOf(tail)]));
      for (const pair of pairs) for (const named of byPair.get(pair) ?? []) said.set(named, (said.get(named) ?? 0) + 1);
      return [...said]
        .filter(([{ term, pairs: all }, count]) => term.index < before && SAID * all <= count)
        .sort(([a, x], [b, y]) => y - x || b.term.index - a.term.index)
        .slice(0, MOST)
        .map(([{ term }]) => term)
        .sort((a, b) => a.index - b.index);
    },
    keep({ terms }) {
      for (const term of terms) {
        if ((term.role !== "level" && term.role !== "base") || !(0 < term.value)) continue;
        const pairs = new Set(pairsOf(term.figure.metric));
        const named = { term, pairs: pairs.size };
        for (const pair of pairs) {
          const list = byPair.get(pair) ?? [];
          byPair.set(pair, list);
          list.push(named);
          if (KEPT < list.length) list.shift();
        }
      }
    },
  };
}

interface Named {
  readonly term: Term;
  /** How many pairs of characters its name has. */
  readonly pairs: number;
}

/** The pairs of Chinese characters in words: 手术台次 has 手术, 术台, 台次. */
function pairsOf(words: string): string[] {
  const out: string[] = [];
  for (let i = 0; i + 2 <= words.length; i++) {
    const pair = words.slice(i, i + 2);
    if (/^[\u3400-\u9fff]{2}$/.test(pair)) out.push(pair);
  }
  return out;
}
