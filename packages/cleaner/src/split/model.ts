import { type LinearModel, splitModel } from "@zongjie/lexicon";
import type { Evidence } from "./evidence.ts";

let weights: ReadonlyMap<string, number> | undefined;

/** How much speaks for a document's beginning at a line: log-odds, above 0 more for than against. */
export function splitScore({ features }: Evidence): number {
  const model = splitModel();
  weights ??= new Map(Object.entries(model.weights));
  return sum(model.bias, weights, features);
}

/** The same by another model: for training and cross-validation. */
export function splitScoreOf(model: LinearModel): (evidence: Evidence) => number {
  const of = new Map(Object.entries(model.weights));
  return ({ features }) => sum(model.bias, of, features);
}

function sum(bias: number, of: ReadonlyMap<string, number>, features: readonly string[]): number {
  let total = bias;
  for (const feature of features) total += of.get(feature) ?? 0;
  return total / 100;
}
