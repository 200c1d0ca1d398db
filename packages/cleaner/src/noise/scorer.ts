import { type LinearModel, type NoiseModel, noiseModel } from "@zongjie/lexicon";
import { boundedLine, lineFeatures, lineShape } from "./features.ts";
import { type Grams, grams } from "./grams.ts";

/** Judges single lines by their words and shape. */
export interface NoiseScorer {
  /** How likely it is that a website added the line, 0–1. */
  readonly probability: (text: string) => number;
  /** The likeliest reason of the ledger for a line that goes: `返回目录` → `toc-marker`. */
  readonly reason: (text: string) => string;
}

/** Longest line whose reason is remembered, for a site says the same often; and how many are. */
const TINY = 12;
const KNOWN = 5000;

interface Weights {
  readonly bias: number;
  readonly of: ReadonlyMap<string, number>;
}

/** A scorer over a model; the features of a line count by the root of their number, so that long lines do not weigh more. */
export function noiseScorer(model: NoiseModel): NoiseScorer {
  const noise = weigh(model.noise);
  const runs = grams(noise.of);
  const reasons = Object.entries(model.reasons).map(([name, { bias }]) => [name, bias / 100] as const);
  const table = tabulate(Object.values(model.reasons));
  const reasonOf = (text: string): string => {
    const features = lineFeatures(text);
    const totals = new Float64Array(reasons.length);
    for (const feature of features)
      for (const [i, weight] of table.get(feature) ?? []) totals[i] = (totals[i] as number) + weight;
    const root = Math.sqrt(Math.max(1, features.size));
    let best = "other";
    let most = Number.NEGATIVE_INFINITY;
    for (const [i, [name, bias]] of reasons.entries()) {
      const score = bias + (totals[i] as number) / root;
      if (most < score) {
        best = name;
        most = score;
      }
    }
    return best;
  };
  const known = new Map<string, string>();
  return {
    probability: (text) => 1 / (1 + Math.exp(-sumFast(noise, runs, text))),
    reason: (text) => {
      if (TINY < text.length) return reasonOf(text);
      let reason = known.get(text);
      if (reason === undefined) {
        reason = reasonOf(text);
        if (KNOWN <= known.size) known.clear();
        known.set(text, reason);
      }
      return reason;
    },
  };
}

let shipped: NoiseScorer | undefined;

/** The scorer over the shipped model, made on first use: `加入收藏 设为首页` is noise, `一、基本情况` is not. */
export function shippedScorer(): NoiseScorer {
  shipped ??= noiseScorer(noiseModel());
  return shipped;
}

/** Lets another model judge from now on: one that has not seen a site, for measuring what the shipped one is worth there. */
export function useScorer(scorer: NoiseScorer): void {
  shipped = scorer;
}

function weigh(model: LinearModel): Weights {
  return {
    bias: model.bias / 100,
    of: new Map(Object.entries(model.weights).map(([name, weight]) => [name, weight / 100])),
  };
}

/** For each feature the models that know it, by number, and its weight there. */
function tabulate(models: readonly LinearModel[]): ReadonlyMap<string, (readonly [number, number])[]> {
  const out = new Map<string, (readonly [number, number])[]>();
  for (const [i, { weights }] of models.entries())
    for (const [name, weight] of Object.entries(weights)) {
      const known = out.get(name);
      if (known === undefined) out.set(name, [[i, weight / 100]]);
      else known.push([i, weight / 100]);
    }
  return out;
}

function sum(weights: Weights, features: ReadonlySet<string>): number {
  let total = 0;
  for (const feature of features) total += weights.of.get(feature) ?? 0;
  return weights.bias + total / Math.sqrt(Math.max(1, features.size));
}

/** The sum over `lineFeatures`, to the last bit, without the strings. */
function sumFast(weights: Weights, runs: Grams, text: string): number {
  const weighed = runs.weigh(boundedLine(text));
  if (weighed === null) return sum(weights, lineFeatures(text));
  let { total } = weighed;
  const shape = lineShape(text);
  for (const feature of shape) total += weights.of.get(feature) ?? 0;
  return weights.bias + total / Math.sqrt(Math.max(1, weighed.count + shape.length));
}
