import { type LinearModel, splitModel } from "@zongjie/lexicon";
import type { Evidence } from "./evidence.ts";

/** Lists whose sums are remembered. */
const MOST = 10_000;

let shipped: ((evidence: Evidence) => number) | undefined;

/** How much speaks for a document's beginning at a line: log-odds, above 0 more for than against. */
export function splitScore(evidence: Evidence): number {
  shipped ??= splitScoreOf(splitModel());
  return shipped(evidence);
}

/** Puts another model in the place of the shipped one: for training, whose samples must not depend on the last one. */
export function useSplitModel(model: LinearModel): void {
  shipped = splitScoreOf(model);
}

/** The same by another model. */
export function splitScoreOf(model: LinearModel): (evidence: Evidence) => number {
  const of = new Map(Object.entries(model.weights));
  // lines of which the same is said have the same list
  const known = new Map<readonly string[], number>();
  return ({ features }) => {
    let score = known.get(features);
    if (score === undefined) {
      let total = model.bias;
      for (const feature of features) total += of.get(feature) ?? 0;
      score = total / 100;
      if (MOST <= known.size) known.clear();
      known.set(features, score);
    }
    return score;
  };
}
