import type { Line } from "../line.ts";

/** Characters that are compared on either side of a line's beginning, at least. */
const WINDOW = 400;

const BUCKETS = 4096;

/** Counts of character pairs on two sides, with their cosine kept up to date at every step. */
interface Sides {
  readonly above: Int32Array;
  readonly below: Int32Array;
  dot: number;
  squaresAbove: number;
  squaresBelow: number;
}

/**
 * How alike the words above and below each line's beginning are, 0–1: the cosine of character-pair counts of about 400
 * characters on either side. Low where the topic changes. Linear in the text.
 */
export function topicCosines(lines: readonly Line[]): Float64Array {
  const out = new Float64Array(lines.length);
  const sides: Sides = {
    above: new Int32Array(BUCKETS),
    below: new Int32Array(BUCKETS),
    dot: 0,
    squaresAbove: 0,
    squaresBelow: 0,
  };
  let top = 0;
  let end = 0;
  let sizeAbove = 0;
  let sizeBelow = 0;
  const text = (i: number): string => (lines[i] as Line).text;
  for (let i = 0; i < lines.length; i++) {
    while (end < lines.length && sizeBelow < WINDOW) {
      countBelow(sides, text(end), 1);
      sizeBelow += Math.min(text(end).length, WINDOW);
      end++;
    }
    const norm = Math.sqrt(sides.squaresAbove * sides.squaresBelow);
    out[i] = norm === 0 ? 0 : sides.dot / norm;
    if (end === i) continue;
    countBelow(sides, text(i), -1);
    sizeBelow -= Math.min(text(i).length, WINDOW);
    countAbove(sides, text(i), 1);
    sizeAbove += Math.min(text(i).length, WINDOW);
    while (top < i && WINDOW <= sizeAbove - Math.min(text(top).length, WINDOW)) {
      countAbove(sides, text(top), -1);
      sizeAbove -= Math.min(text(top).length, WINDOW);
      top++;
    }
  }
  return out;
}

function countAbove(sides: Sides, text: string, by: 1 | -1): void {
  for (const h of pairs(text)) {
    const n = sides.above[h] as number;
    sides.squaresAbove += by === 1 ? 2 * n + 1 : 1 - 2 * n;
    sides.dot += by * (sides.below[h] as number);
    sides.above[h] = n + by;
  }
}

function countBelow(sides: Sides, text: string, by: 1 | -1): void {
  for (const h of pairs(text)) {
    const n = sides.below[h] as number;
    sides.squaresBelow += by === 1 ? 2 * n + 1 : 1 - 2 * n;
    sides.dot += by * (sides.above[h] as number);
    sides.below[h] = n + by;
  }
}

/** Hashes of pairs of Chinese characters; of a long line those of its head. */
function* pairs(text: string): Generator<number> {
  const end = Math.min(text.length, WINDOW) - 1;
  for (let i = 0; i < end; i++) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    if (0x4e00 <= a && a <= 0x9fff && 0x4e00 <= b && b <= 0x9fff)
      yield (Math.imul(a, 31) ^ Math.imul(b, 0x9e3b)) & (BUCKETS - 1);
  }
}
