import { z } from "zod";
import { loadData } from "./load.ts";
import type { LinearModel } from "./noise.ts";

/** Sorts of decisions whose certainty was measured. */
export const DECISIONS = ["removal", "frame", "kept", "heading", "repair"] as const;
export type Decision = (typeof DECISIONS)[number];

/** The file `confidence.yaml`: weights in hundredths of what is known of a decision, by the sort of decision. */
export interface ConfidenceModel {
  readonly about: string;
  readonly decisions: Readonly<Record<Decision, LinearModel>>;
}

const linear: z.ZodType<LinearModel> = z.strictObject({
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
});

const modelSchema: z.ZodType<ConfidenceModel> = z.strictObject({
  about: z.string(),
  decisions: z.strictObject({ removal: linear, frame: linear, kept: linear, heading: linear, repair: linear }),
});

let model: ConfidenceModel | undefined;

/** No decision is certain, and none that was taken is worthless. */
const MOST = 0.99;

/**
 * How sure a decision is, 0–1 in hundredths: the share of decisions of which the same is known that were right on the
 * development pages. `confidenceOf("removal", ["rule", "noise:0.99"])` is 0.99. The file is read on first use.
 */
export function confidenceOf(decision: Decision, features: Iterable<string>): number {
  model ??= loadData("confidence.yaml", modelSchema);
  const { bias, weights } = model.decisions[decision];
  let sum = bias;
  for (const feature of features) sum += weights[feature] ?? 0;
  return Math.min(MOST, Math.round(100 / (1 + Math.exp(-sum / 100))) / 100);
}
