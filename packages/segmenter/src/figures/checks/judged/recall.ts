import type { Passage, Term } from "../term.ts";

/** Of each pair of characters the last figures that are named with it. */
const KEPT = 8;
/** Of a unit that a text has no more often than this all figures are kept in mind. */
const RARE = 6;
/** Most figures that a passage brings back, and how much of a name its words must say. */
const MOST = 12;
const SAID = 0.75;

/** The figures of a text by their names. */
export interface Memory {
  /**
   * Those from before a figure that the words of a passage name, in their order: 占|手术|台次的0.3% brings back 手术1323台;
   * and those in a unit that few have: 尚有112|宗| brings back 土地286宗.
   */
  recall(passage: Pick<Passage, "terms">, before: number): readonly Term[];
  keep(passage: Passage): void;
}

/** Keeps so many figures for each pair of characters that the time is linear in the length of a text. */
export function memory(): Memory {
  const byPair = new Map<number, Named[]>();
  const byUnit = new Map<string, Term[]>();
  return {
    recall({ terms }, before) {
      const said = new Map<Named, number>();
      const pairs = pairsOf(...wordsOf(terms));
      for (const pair of pairs) for (const named of byPair.get(pair) ?? []) said.set(named, (said.get(named) ?? 0) + 1);
      const named = [...said]
        .filter(([{ term, pairs: all }, count]) => term.index < before && SAID * all <= count)
        .sort(([a, x], [b, y]) => y - x || b.term.index - a.term.index)
        .slice(0, MOST)
        .map(([{ term }]) => term);
      const units = new Set(terms.map(({ figure }) => figure.unit));
      const rare = [...units].flatMap((unit) => {
        const kin = byUnit.get(unit) ?? [];
        return kin.length <= RARE ? kin : [];
      });
      return [...new Set([...named, ...rare.filter(({ index }) => index < before)])].sort((a, b) => a.index - b.index);
    },
    keep({ terms }) {
      for (const term of terms) {
        if ((term.role !== "level" && term.role !== "base") || !(0 < term.value)) continue;
        const kin = byUnit.get(term.figure.unit) ?? [];
        byUnit.set(term.figure.unit, kin);
        if (kin.length <= RARE) kin.push(term);
        const pairs = pairsOf(term.figure.metric);
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

/** The words of figures, before them and behind. */
export function wordsOf(terms: readonly Term[]): string[] {
  return terms.flatMap(({ lead, tail }) => [lead, tail]);
}

/** The pairs of characters in words, as numbers. */
export function pairsOf(...words: readonly string[]): Set<number> {
  const out = new Set<number>();
  for (const part of words) addPairs(part, out);
  return out;
}

/** Adds the pairs of Chinese characters and digits in words, by their codes: of 手术台次 those of 手术, 术台 and 台次. */
function addPairs(words: string, out: Set<number>): void {
  let last = 0;
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    const next = (FIRST <= code && code <= LAST) || (ZERO <= code && code <= NINE) ? code : 0;
    if (last !== 0 && next !== 0) out.add(UNITS * last + next);
    last = next;
  }
}

/** The Chinese characters, the digits, and how many codes a UTF-16 unit has. */
const FIRST = 0x3400;
const LAST = 0x9fff;
const ZERO = 0x30;
const NINE = 0x39;
const UNITS = 0x10000;
