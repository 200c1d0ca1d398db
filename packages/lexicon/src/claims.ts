import { readFileSync } from "node:fs";
import { z } from "zod";

/**
 * A network over features with one layer of hidden units, all numbers in hundredths. What speaks for something is
 * `bias`, the first number of each of its features, and what comes out of the hidden units.
 */
export interface NetworkModel {
  readonly bias: number;
  /** Of each hidden unit: its bias, and what its output counts. */
  readonly hidden: readonly number[];
  readonly out: readonly number[];
  /** Of each feature: its own weight, then what it gives to each hidden unit. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** Numbers of one feature stand in one string, so that a line of the file is a feature. */
const numbers: z.ZodType<number[]> = z
  .string()
  .regex(/^-?\d+(?: -?\d+)*$/)
  .transform((text) => text.split(" ").map(Number));

const file: z.ZodType<NetworkModel & { readonly about: string }> = z
  .strictObject({
    about: z.string(),
    bias: z.number(),
    hidden: numbers,
    out: numbers,
    weights: z.record(z.string(), numbers).transform((weights) => new Map(Object.entries(weights))),
  })
  .refine(
    ({ hidden, out, weights }) =>
      hidden.length === out.length && [...weights.values()].every((row) => row.length === 1 + hidden.length),
    "rows of other lengths",
  );

/** A network as its file has it. Throws a ZodError where it is none. */
export function readNetwork(data: unknown): NetworkModel {
  return file.parse(data);
}

let model: NetworkModel | undefined;

/** The trained model of `data/claim-model.json`: what speaks for figures to be claimed to fit together. Read on first use. */
export function claimModel(): NetworkModel {
  model ??= readNetwork(JSON.parse(readFileSync(new URL("../data/claim-model.json", import.meta.url), "utf8")));
  return model;
}
