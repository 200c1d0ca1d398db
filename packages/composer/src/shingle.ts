import { fnv } from "./hash.ts";
import { links } from "./links.ts";

/** Characters of a shingle. Five is what is common for near-duplicates of Chinese text without word breaks. */
const WIDTH = 5;
/** Hashes of a sketch: two texts alike by half share some 64 of them; the chance to share fewer than 32 is nil. */
const SKETCH = 128;
/** A text so like an earlier one is not looked for itself: its copies find the earlier one. Else many copies cost squares. */
const SAME = 0.95;
/** Texts whose sketches are alike by less are not compared in full. */
const CANDIDATE = 0.25;

/** The shingles of a text: sorted distinct 32-bit hashes. */
export type Shingles = Uint32Array;

/**
 * Hashed 5-grams of the letters of a text: digits, blanks and punctuation are left out, so that a copy with another year
 * is a copy (2021年双拥 and 2022年双拥 are alike). Texts shorter than five letters give one shingle, the text itself.
 */
export function shingle(text: string): Shingles {
  const letters = text.normalize("NFKC").replace(/[^\p{L}]+/gu, "");
  const hashes = new Set<number>();
  const last = Math.max(letters.length - WIDTH, 0);
  if (letters.length > 0)
    for (let i = 0; i <= last; i++) hashes.add(hash(letters, i, Math.min(i + WIDTH, letters.length)));
  return Uint32Array.from(hashes).sort();
}

/** FNV-1a with a final mix, so that the smallest hashes are a fair sample. */
function hash(text: string, start: number, end: number): number {
  let h = fnv(text, start, end);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Jaccard likeness of two sets of shingles, 0–1; 0 where both are empty. */
export function jaccard(a: Shingles, b: Shingles): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * Groups texts that are alike: `groups[i]` is the index of the first text of the group of text `i`. Two texts are linked
 * where the Jaccard likeness of their full sets of shingles is at least `threshold`; a group is what links hold together.
 * Candidates are found by bottom-k sketches (Broder 1997: the k smallest hashes of a set are a uniform sample of it), then
 * compared in full, so that no link is a guess. Independent of the order of the texts but for the choice of the first.
 */
export function collapse(texts: readonly Shingles[], threshold: number): number[] {
  const { link, headOf } = links();
  const holders = new Map<number, number[]>();
  for (const [index, set] of texts.entries()) {
    const shared = new Map<number, number>();
    const sketch = set.subarray(0, SKETCH);
    for (const h of sketch) for (const other of holders.get(h) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    let same = false;
    for (const [other, count] of shared) {
      const before = texts[other] as Shingles;
      if (count < CANDIDATE * Math.min(sketch.length, before.length, SKETCH)) continue;
      const likeness = jaccard(set, before);
      if (likeness < threshold) continue;
      same ||= SAME <= likeness;
      link(other, index);
    }
    if (!same) for (const h of sketch) append(holders, h, index);
  }
  return texts.map((_, i) => headOf(i));
}

function append(holders: Map<number, number[]>, key: number, index: number): void {
  const list = holders.get(key);
  if (list === undefined) holders.set(key, [index]);
  else list.push(index);
}
