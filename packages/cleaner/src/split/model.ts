import { type LinearModel, splitModel } from "@zongjie/lexicon";
import type { Evidence } from "./evidence.ts";

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
  return ({ features }) => {
    let total = model.bias;
    for (const feature of features) total += of.get(feature) ?? 0;
    return total / 100;
  };
}
