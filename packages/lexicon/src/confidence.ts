import { z } from "zod";
import { loadData } from "./load.ts";
import { type LinearModel, linearSchema } from "./noise.ts";

/** Sorts of decisions whose certainty was measured. */
export const DECISIONS = ["removal", "frame", "kept", "heading", "repair"] as const;
export type Decision = (typeof DECISIONS)[number];

/** The file `confidence.yaml`: weights in hundredths of what is known of a decision, by the sort of decision. */
export interface ConfidenceModel {
  readonly about: string;
  readonly decisions: Readonly<Record<Decision, LinearModel>>;
}

const modelSchema: z.ZodType<ConfidenceModel> = z.strictObject({
  about: z.string(),
  decisions: z.strictObject({
    removal: linearSchema,
    frame: linearSchema,
    kept: linearSchema,
    heading: linearSchema,
    repair: linearSchema,
  }),
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
  return certainty(model.decisions[decision], features);
}

/** How sure a model is of what has these features, 0–1 in hundredths. */
export function certainty({ bias, weights }: LinearModel, features: Iterable<string>): number {
  let sum = bias;
  for (const feature of features) sum += weights[feature] ?? 0;
  return Math.min(MOST, Math.round(100 / (1 + Math.exp(-sum / 100))) / 100);
}
