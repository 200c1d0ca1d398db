import { type PairTable, pairTable, type WordIndex, wordIndex } from "@zongjie/lexicon";
import { classOf, costOf, EDGE_SIGNS, NO_WORD, partOf, visitEdge } from "./evidence.ts";

/** What a place weighs as the beginning and as the end of a name, in hundredths of a log-weight. */
export type EdgeWeight = readonly [start: number, end: number];

/** Weights by what is seen around a place, for each of `EDGE_SIGNS`. */
export type EdgeWeights = readonly ReadonlyMap<string, EdgeWeight>[];

/** Weighs a place: its weight as a beginning goes into `out[2 * slot]`, as an end into `out[2 * slot + 1]`. */
export type EdgeScale = (text: string, at: number, out: Int32Array, slot: number) => void;

/** So many codes has a UTF-16 unit. */
const UNITS = 0x10000;

/**
 * Weighs what `visitEdge` tells of a place, without cutting the text up: weights are summed beforehand by the code of a
 * character, by pair of characters and by word, those of a part of speech with the words that have it.
 */
export function edgeScale(weights: EdgeWeights): EdgeScale {
  const index = wordIndex();
  const of = (sign: (typeof EDGE_SIGNS)[number]): ReadonlyMap<string, EdgeWeight> =>
    weights[EDGE_SIGNS.indexOf(sign)] ?? new Map();
  const twoBefore = ofPairs(of("-2"));
  const twoBehind = ofPairs(of("+2"));
  const left = ofWords(index, of("-w"), of("-p"), of("-1"), (word) => word.charCodeAt(word.length - 1));
  const right = ofWords(index, of("+w"), of("+p"), of("+1"), (word) => word.charCodeAt(0));
  const classes = ofKinds(of("c"), classOf);
  const parts = ofKinds(of("pp"), (c) => partOf(index, c));
  const wordParts = Uint8Array.from(index.words, ({ part }) => parts.kinds.get(part) ?? 0);
  const costs = [...of("x").keys()];
  const across = table(costs.length + 1);
  for (const [i, cost] of costs.entries()) add(across, i + 1, of("x").get(cost));
  const wordCosts = Uint8Array.from(index.words, (word) => costs.indexOf(costOf(word)) + 1);
  const long = table(2);
  add(long, 1, of("x3").get("1"));
  return (text, at, out, slot) => {
    if (at < 2 || text.length - 2 < at) {
      weighOutermost(weights, text, at, out, slot);
      return;
    }
    const [a, b] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
    const [leftWord, rightWord] = [index.before(text, at), index.from(text, at)];
    const leftRow = leftWord === -1 ? a : UNITS + leftWord;
    const rightRow = rightWord === -1 ? b : UNITS + rightWord;
    const classRow = (classes.ofUnit[a] as number) * classes.count + (classes.ofUnit[b] as number);
    const leftPart = (leftWord === -1 ? parts.ofUnit[a] : wordParts[leftWord]) as number;
    const rightPart = (rightWord === -1 ? parts.ofUnit[b] : wordParts[rightWord]) as number;
    const partRow = leftPart * parts.count + rightPart;
    const beforeRow = twoBefore.rows.get(text.charCodeAt(at - 2), a);
    const behindRow = twoBehind.rows.get(b, text.charCodeAt(at + 1));
    const acrossWord = index.at(text, at - 1, at + 1);
    const acrossRow = acrossWord === -1 ? 0 : (wordCosts[acrossWord] as number);
    const longRow = index.at(text, at - 2, at + 1) === -1 && index.at(text, at - 1, at + 2) === -1 ? 0 : 1;
    for (let side = 0; side < 2; side++)
      out[2 * slot + side] =
        (twoBefore.weights[2 * beforeRow + side] as number) +
        (twoBehind.weights[2 * behindRow + side] as number) +
        (left[2 * leftRow + side] as number) +
        (right[2 * rightRow + side] as number) +
        (classes.weights[2 * classRow + side] as number) +
        (parts.weights[2 * partRow + side] as number) +
        (across[2 * acrossRow + side] as number) +
        (long[2 * longRow + side] as number);
  };
}

/** Near the ends of a text, where pairs are cut off. */
function weighOutermost(weights: EdgeWeights, text: string, at: number, out: Int32Array, slot: number): void {
  out.fill(0, 2 * slot, 2 * slot + 2);
  visitEdge(text, at, (sign, seen) => add(out, slot, weights[sign]?.get(seen)));
}

/** Two weights a row, of 16 bits each, for a processor's cache. */
function table(rows: number): Int16Array {
  return new Int16Array(2 * rows);
}

function add(to: Int16Array | Int32Array, row: number, weight: EdgeWeight | undefined): void {
  if (weight === undefined) return;
  to[2 * row] = (to[2 * row] as number) + weight[0];
  to[2 * row + 1] = (to[2 * row + 1] as number) + weight[1];
}

/** The row of each pair; 0 is the row of all others, which weigh nothing. */
function ofPairs(weights: ReadonlyMap<string, EdgeWeight>): { readonly rows: PairTable; readonly weights: Int16Array } {
  const rows = pairTable(weights.size);
  const out = table(weights.size + 1);
  let row = 0;
  for (const [pair, weight] of weights) {
    if (pair.length !== 2) continue;
    add(out, ++row, weight);
    rows.set(pair.charCodeAt(0), pair.charCodeAt(1), row);
  }
  return { rows, weights: out };
}

/**
 * By the code of a character that stands alone, then by the number of a word: what the word, its part of speech and the
 * character `touching` the place weigh.
 */
function ofWords(
  index: WordIndex,
  words: ReadonlyMap<string, EdgeWeight>,
  parts: ReadonlyMap<string, EdgeWeight>,
  units: ReadonlyMap<string, EdgeWeight>,
  touching: (word: string) => number,
): Int16Array {
  const out = table(UNITS + index.words.length);
  const unknown = parts.get(`${NO_WORD}1`);
  for (let unit = 0; unit < UNITS; unit++) add(out, unit, unknown);
  for (const { text, part } of index.words) {
    if (text.length !== 1) continue;
    const unit = text.charCodeAt(0);
    out.fill(0, 2 * unit, 2 * unit + 2);
    add(out, unit, parts.get(`${part}1`));
  }
  for (const [word, weight] of words) if (word.length === 1) add(out, word.charCodeAt(0), weight);
  const alone = new Int16Array(2 * UNITS);
  for (const [c, weight] of units) if (c.length === 1) add(alone, c.charCodeAt(0), weight);
  for (let i = 0; i < alone.length; i++) out[i] = (out[i] as number) + (alone[i] as number);
  for (const [i, { text, part }] of index.words.entries()) {
    if (text.length === 1) continue;
    const unit = touching(text);
    add(out, UNITS + i, [alone[2 * unit] as number, alone[2 * unit + 1] as number]);
    add(out, UNITS + i, parts.get(part + text.length));
    add(out, UNITS + i, words.get(text));
  }
  return out;
}

/** Weights of two kinds side by side. */
interface Kinds {
  /** Numbers of the kinds that weigh something, from 1 on; 0 is any other. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly ofUnit: Uint8Array;
  readonly count: number;
  /** By the number of the left kind times `count`, plus that of the right. */
  readonly weights: Int16Array;
}

/** Kinds are told by one sign each: `n9` is a noun before a digit. */
function ofKinds(weights: ReadonlyMap<string, EdgeWeight>, kindOf: (c: string) => string): Kinds {
  const kinds = new Map<string, number>();
  for (const pair of weights.keys()) for (const kind of pair) if (!kinds.has(kind)) kinds.set(kind, kinds.size + 1);
  const count = kinds.size + 1;
  const out = table(count * count);
  for (const [pair, weight] of weights)
    add(out, (kinds.get(pair[0] as string) as number) * count + (kinds.get(pair[1] as string) as number), weight);
  const ofUnit = new Uint8Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) ofUnit[unit] = kinds.get(kindOf(String.fromCharCode(unit))) ?? 0;
  return { kinds, ofUnit, count, weights: out };
}
