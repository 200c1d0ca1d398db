/** A sparse vector: feature → weight, of length 1. */
export type Vector = ReadonlyMap<string, number>;

/** Overlapping pairs of characters, none across a slot or a sign: 国防教育 → 国防 防教 教育. */
export function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (HAN.test(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

const HAN = /^\p{Script=Han}{2}$/u;

/** How many keys two bags share. */
export function sharedKeys(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const key of a.keys()) if (b.has(key)) shared++;
  return shared;
}

/** In how many of the bags a feature stands. */
export function frequencies(bags: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const df = new Map<string, number>();
  for (const bag of bags) for (const feature of bag.keys()) df.set(feature, (df.get(feature) ?? 0) + 1);
  return df;
}

/**
 * TF-IDF with logarithmic counts, cut to the `size` heaviest features and set to length 1. A feature of every bag weighs
 * nothing: among reports on 双拥 the word 双拥 tells nothing apart. A feature of one bag alone is left out: it can liken
 * nothing, and would only make the bag unlike all others.
 */
export function weigh(
  bag: ReadonlyMap<string, number>,
  df: ReadonlyMap<string, number>,
  bags: number,
  size: number,
): Vector {
  const weighed = [...bag]
    .map(([feature, count]): [string, number] => [
      feature,
      Math.log(1 + count) * Math.log((bags + 1) / (df.get(feature) ?? 1)),
    ])
    .filter(([feature, weight]) => 0 < weight && 2 <= (df.get(feature) ?? 0))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size);
  const length = Math.sqrt(weighed.reduce((sum, [, w]) => sum + w * w, 0));
  return new Map(weighed.map(([feature, w]) => [feature, w / length]));
}

interface Centre {
  /** Sums of the members' vectors, by feature; kept in `postings` for all centres. */
  square: number;
}

/**
 * Clusters vectors by likeness to the sum of a cluster's members (cosine): each joins the likest cluster where it reaches
 * `threshold`, else it opens one; a second round lets each choose again among all. Returns the cluster of each vector,
 * numbered by first appearance. Postings keep it near linear. Leader clustering with one refinement, Hartigan 1975.
 */
export function cluster(vectors: readonly Vector[], threshold: number): number[] {
  const centres: Centre[] = [];
  const postings = new Map<string, Map<number, number>>();
  const home: number[] = [];
  for (const vector of vectors) home.push(settle(vector, centres, postings, threshold, null));
  for (const [i, vector] of vectors.entries()) {
    move(vector, home[i] as number, centres, postings, -1);
    home[i] = settle(vector, centres, postings, threshold, home[i] as number);
  }
  const numbers = new Map<number, number>();
  return home.map((c) => {
    if (!numbers.has(c)) numbers.set(c, numbers.size);
    return numbers.get(c) as number;
  });
}

function settle(
  vector: Vector,
  centres: Centre[],
  postings: Map<string, Map<number, number>>,
  threshold: number,
  back: number | null,
): number {
  const dots = new Map<number, number>();
  for (const [feature, weight] of vector)
    for (const [centre, sum] of postings.get(feature) ?? []) dots.set(centre, (dots.get(centre) ?? 0) + weight * sum);
  let best = -1;
  let most = threshold;
  for (const [centre, dot] of [...dots].sort((a, b) => a[0] - b[0])) {
    const square = centres[centre]?.square ?? 0;
    const likeness = square <= 1e-9 ? 0 : dot / Math.sqrt(square);
    if (most + 1e-12 < likeness) [best, most] = [centre, likeness];
  }
  if (best === -1)
    best = back !== null && (centres[back]?.square ?? 1) <= 1e-9 ? back : centres.push({ square: 0 }) - 1;
  move(vector, best, centres, postings, 1);
  return best;
}

function move(
  vector: Vector,
  to: number,
  centres: Centre[],
  postings: Map<string, Map<number, number>>,
  sign: 1 | -1,
): void {
  const centre = centres[to] as Centre;
  for (const [feature, weight] of vector) {
    const sums = postings.get(feature) ?? new Map<number, number>();
    const before = sums.get(to) ?? 0;
    const after = before + sign * weight;
    centre.square += after * after - before * before;
    if (Math.abs(after) <= 1e-9) sums.delete(to);
    else sums.set(to, after);
    postings.set(feature, sums);
  }
}
