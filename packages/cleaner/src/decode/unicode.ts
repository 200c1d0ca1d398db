import { isUtf8 } from "node:buffer";

/** Bytes that are enough to tell UTF-16. */
const SAMPLE = 8192;

/**
 * Tells UTF-16 by its byte order mark, or by what its units are: text read in the right byte order has its units among
 * ASCII, CJK and Chinese punctuation; in the wrong order, or for another encoding, they lie anywhere. 工作 is 5DE5 4F5C.
 */
export function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length < 8 || bytes.length % 2 !== 0) return null;
  const little = usualUnits(bytes, 0);
  const big = usualUnits(bytes, 1);
  // GBK and UTF-8 bytes fall among CJK by chance in about half of the pairs, but give no ASCII and no U+3002 units.
  if (little.known < 0.95 && big.known < 0.95) return null;
  const best = big.known < little.known ? little : big;
  if (best.marks === 0) return null;
  return best === little ? "utf-16le" : "utf-16be";
}

/** Share of 16-bit units in usual blocks, and how many are ASCII or Chinese punctuation. */
function usualUnits(bytes: Uint8Array, order: 0 | 1): { known: number; marks: number } {
  const size = Math.min(bytes.length, SAMPLE) & ~1;
  let known = 0;
  let marks = 0;
  for (let i = 0; i < size; i += 2) {
    const low = bytes[i + order] as number;
    const high = bytes[i + 1 - order] as number;
    const mark =
      (high === 0 && 0x09 <= low && low < 0x7f) || (high === 0x30 && low <= 0x15) || (high === 0xff && low < 0x60);
    if (mark) marks++;
    if (mark || (0x4e <= high && high <= 0x9f)) known++;
  }
  return { known: known / (size / 2), marks };
}

/** Broken sequences among a hundred good ones that UTF-8 pages have (cut titles, pasted bytes); GBK text has more of both. */
const TOLERATED = 0.03;

/** Whether bytes are UTF-8, a few broken sequences forgiven: 总 is E6 80 BB. Pure ASCII is. One pass. */
export function looksLikeUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] as number;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const size = sequenceLength(bytes, i);
    if (size === 0) bad++;
    else good++;
    i += Math.max(1, size);
  }
  return bad === 0 || (bad <= Math.max(2, good * TOLERATED) && 8 <= good);
}

/** Length of the well-formed sequence at a place; 0 where there is none. One that the end cuts off counts as whole. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const second = bytes[at + 1];
  if (size === 0) return 0;
  if (
    (first === 0xe0 && second !== undefined && second < 0xa0) ||
    (first === 0xed && second !== undefined && 0x9f < second)
  )
    return 0;
  for (let i = 1; i < size; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return size;
    if ((byte & 0xc0) !== 0x80) return 0;
  }
  return size;
}
