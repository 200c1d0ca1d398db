import type { Line } from "../line.ts";

/** Characters that are compared on either side of a line's beginning, at least. */
const WINDOW = 400;

const BUCKETS = 4096;

/** Counts of character pairs on one side of a place. */
interface Side {
  readonly counts: Int32Array;
  squares: number;
  /** Characters counted, of a long line no more than the window. */
  size: number;
}

/**
 * How alike the words above and below each line's beginning are, 0–1: the cosine of character-pair counts of about 400
 * characters on either side, kept up to date line by line. Low where the topic changes. Linear in the text.
 */
export function topicCosines(lines: readonly Line[]): Float64Array {
  const out = new Float64Array(lines.length);
  const above: Side = { counts: new Int32Array(BUCKETS), squares: 0, size: 0 };
  const below: Side = { counts: new Int32Array(BUCKETS), squares: 0, size: 0 };
  let dot = 0;
  let top = 0;
  let end = 0;
  const text = (i: number): string => (lines[i] as Line).text;
  for (let i = 0; i < lines.length; i++) {
    while (end < lines.length && below.size < WINDOW) dot += count(below, above, text(end++), 1);
    const norm = Math.sqrt(above.squares * below.squares);
    out[i] = norm === 0 ? 0 : dot / norm;
    if (end === i) continue;
    dot += count(below, above, text(i), -1);
    dot += count(above, below, text(i), 1);
    while (top < i && WINDOW <= above.size - Math.min(text(top).length, WINDOW))
      dot += count(above, below, text(top++), -1);
  }
  return out;
}

/** Adds the pairs of a text (of a long line its head) to one side, or takes them away; the cosine follows. */
function count(side: Side, other: Side, text: string, by: 1 | -1): number {
  let dot = 0;
  const end = Math.min(text.length, WINDOW) - 1;
  for (let i = 0; i < end; i++) {
    const h = pairAt(text, i);
    if (h === -1) continue;
    const n = side.counts[h] as number;
    side.squares += by === 1 ? 2 * n + 1 : 1 - 2 * n;
    dot += by * (other.counts[h] as number);
    side.counts[h] = n + by;
  }
  side.size += by * Math.min(text.length, WINDOW);
  return dot;
}

/** The hash of a pair of Chinese characters; -1 where none stands. */
function pairAt(text: string, i: number): number {
  const a = text.charCodeAt(i);
  const b = text.charCodeAt(i + 1);
  if (a < 0x4e00 || 0x9fff < a || b < 0x4e00 || 0x9fff < b) return -1;
  return (Math.imul(a, 31) ^ Math.imul(b, 0x9e3b)) & (BUCKETS - 1);
}
