import { breakModel, type LinearModel } from "@zongjie/lexicon";

let shipped: ((features: readonly string[]) => number) | undefined;

/** Log-odds that a sentence goes on in the next line, from the facts about its end. */
export function breakScore(features: readonly string[]): number {
  shipped ??= breakScoreOf(breakModel());
  return shipped(features);
}

/** The same by another model. */
export function breakScoreOf(model: LinearModel): (features: readonly string[]) => number {
  const of = new Map(Object.entries(model.weights));
  return (features) => features.reduce((sum, name) => sum + (of.get(name) ?? 0), model.bias) / 100;
}
