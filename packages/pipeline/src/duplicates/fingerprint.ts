/** Units that a bucket remembers: the earliest ones. */
const WAYS = 4;

/** Buckets at most, 2 to this power. */
const LARGEST = 21;

/** Share of a unit's fingerprints that another must hold, two at least; fewer agree by chance in texts of the genre. */
const SHARED = 0.02;

/** Remembers which units hold which fingerprints, in a table of fixed size. */
export interface FingerprintIndex {
  add(unit: number, bare: string): void;
  /** Units that share fingerprints, those that share most first, at most `most`. */
  nearest(bare: string, most: number): number[];
}

/**
 * An index for texts of about `letters` letters together. What a synonym in place of a word leaves whole: two words that stand side by
 * side (four letters), two words around a replaced one (letters 1, 2, 5, 6), a number with the words at both sides.
 *
 *     巩固军民团结，多年来   →   坚固军民联合，多年来
 *       ‾‾ ‾‾ (gone)             ‾‾  ‾‾   军民□□多年 is still there
 */
export function fingerprintIndex(letters: number): FingerprintIndex {
  const bits = Math.min(LARGEST, Math.max(10, Math.ceil(Math.log2(letters * 2 + 1))));
  const slots = new Int32Array(WAYS << bits).fill(-1);
  const bucket = (hash: number): number => (hash >>> (32 - bits)) * WAYS;
  return {
    add(unit, bare) {
      for (const hash of fingerprints(bare)) {
        const at = bucket(hash);
        for (let i = at; i < at + WAYS; i++) {
          if (slots[i] === unit) break;
          if (slots[i] !== -1) continue;
          slots[i] = unit;
          break;
        }
      }
    },
    nearest(bare, most) {
      const votes = new Map<number, number>();
      const prints = fingerprints(bare);
      for (const hash of prints) {
        const at = bucket(hash);
        for (let i = at; i < at + WAYS && slots[i] !== -1; i++) {
          const unit = slots[i] as number;
          votes.set(unit, (votes.get(unit) ?? 0) + 1);
        }
      }
      return [...votes]
        .filter(([, count]) => Math.max(2, SHARED * prints.size) <= count)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, most)
        .map(([unit]) => unit);
    },
  };
}

/** The fingerprints of a text, each once. */
function fingerprints(bare: string): Set<number> {
  const out = new Set<number>();
  const at = (i: number): number => bare.charCodeAt(i);
  for (let i = 0; i + 4 <= bare.length; i++) {
    out.add(mix(at(i), at(i + 1), at(i + 2), at(i + 3), 1));
    if (i + 6 <= bare.length) out.add(mix(at(i), at(i + 1), at(i + 4), at(i + 5), 2));
  }
  return out;
}

function mix(...values: number[]): number {
  let hash = 0;
  for (const value of values) {
    hash = Math.imul(hash ^ value, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0x85ebca6b) >>> 0;
}
