import type { LinearModel, NoiseModel } from "@zongjie/lexicon";
import { lineFeatures } from "./features.ts";

/** A line whose truth is known: `reason` of the ledger, or null where it is the document's. */
export interface NoiseSample {
  readonly text: string;
  readonly reason: string | null;
  /** How much it counts. */
  readonly weight: number;
}

/** Passes over the samples; the held-out precision does not move after twenty. */
const PASSES = 24;

/** Pull of each weight towards zero, per touch. */
const DECAY = 2e-5;

/** Features that the two parts of the model may keep. */
const KEPT = 11_000;
const KEPT_EACH = 260;

interface Example {
  readonly ids: Int32Array;
  readonly y: number;
  readonly weight: number;
}

/**
 * Trains the noise model: logistic regression for noise against document, one-vs-rest among the noise for the reason.
 * The same samples in the same order give the same model.
 */
export function trainNoise(samples: readonly NoiseSample[], about: string): NoiseModel {
  const rows = samples.map((sample) => lineFeatures(sample.text));
  const names = vocabulary(rows);
  const index = new Map(names.map((name, i) => [name, i]));
  const ids = rows.map((row) => Int32Array.from([...row].flatMap((name) => index.get(name) ?? [])));
  const roots = rows.map((row) => Math.sqrt(row.size));
  const fit = (kept: number, among: readonly number[], isHit: (i: number) => boolean): LinearModel => {
    const examples = among.map((i) => ({
      ids: ids[i] as Int32Array,
      root: roots[i] as number,
      y: isHit(i) ? 1 : 0,
      weight: samples[i]?.weight ?? 1,
    }));
    return prune(names, regress(names.length, examples), kept);
  };
  const all = [...samples.keys()];
  const noisy = all.filter((i) => samples[i]?.reason !== null);
  const found = [...new Set(noisy.map((i) => samples[i]?.reason as string))].sort();
  const reasons = Object.fromEntries(
    found.map((name) => [name, fit(KEPT_EACH, noisy, (i) => samples[i]?.reason === name)]),
  );
  return { about, noise: fit(KEPT, all, (i) => samples[i]?.reason !== null), reasons };
}

/** Features that two lines have at least, in the order of their names. */
function vocabulary(rows: readonly ReadonlySet<string>[]): string[] {
  const seen = new Map<string, number>();
  for (const row of rows) for (const name of row) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen]
    .filter(([, count]) => 1 < count)
    .map(([name]) => name)
    .sort();
}

/** Logistic regression by AdaGrad (Duchi et al. 2011); the last weight is the bias. */
function regress(size: number, examples: readonly (Example & { readonly root: number })[]): Float64Array {
  const w = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(0.1);
  const order = [...examples.keys()];
  const random = generator(2023);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let i = order.length - 1; 0 < i; i--) {
      const k = Math.floor(random() * (i + 1));
      [order[i], order[k]] = [order[k] as number, order[i] as number];
    }
    for (const at of order) {
      const { ids, y, weight, root } = examples[at] as Example & { root: number };
      let sum = 0;
      for (const id of ids) sum += w[id] as number;
      const error = weight * (1 / (1 + Math.exp(-(w[size] as number) - sum / root)) - y);
      for (const id of ids) step(w, squares, id, error / root + DECAY * (w[id] as number));
      step(w, squares, size, error);
    }
  }
  return w;
}

function step(w: Float64Array, squares: Float64Array, id: number, gradient: number): void {
  squares[id] = (squares[id] as number) + gradient * gradient;
  w[id] = (w[id] as number) - (0.5 * gradient) / Math.sqrt(squares[id] as number);
}

/** The heaviest weights, in hundredths, by name. */
function prune(names: readonly string[], w: Float64Array, kept: number): LinearModel {
  const heavy = names
    .map((name, i) => [name, Math.round(100 * (w[i] as number))] as const)
    .filter(([, weight]) => weight !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, kept)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return { bias: Math.round(100 * (w.at(-1) as number)), weights: Object.fromEntries(heavy) };
}

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
