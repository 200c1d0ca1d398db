import { readFileSync } from "node:fs";
import { z } from "zod";
import { loadData } from "./load.ts";

/** A linear function over the features of a line: weights in hundredths. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** What tells a website's lines from a document's: `noise` says how likely, `reasons` of which sort. */
export interface NoiseModel {
  readonly about: string;
  readonly noise: LinearModel;
  readonly reasons: Readonly<Record<string, LinearModel>>;
}

/** A linear function in a file. */
export const linearSchema: z.ZodObject<{ bias: z.ZodNumber; weights: z.ZodRecord<z.ZodString, z.ZodNumber> }> =
  z.strictObject({ bias: z.number(), weights: z.record(z.string(), z.number()) });

const modelSchema: z.ZodType<NoiseModel> = z.strictObject({
  about: z.string(),
  noise: linearSchema,
  reasons: z.record(z.string(), linearSchema),
});

let model: NoiseModel | undefined;

/** The trained model of `data/noise-model.json`: `noiseModel().noise.weights["返回"]` is above 0. Read on first use. */
export function noiseModel(): NoiseModel {
  // JSON.parse, as a YAML parser takes half a second for the file
  model ??= modelSchema.parse(JSON.parse(readFileSync(new URL("../data/noise-model.json", import.meta.url), "utf8")));
  return model;
}

const linearFile = linearSchema.extend({ about: z.string() });
const linear = new Map<string, LinearModel>();

function readLinear(file: string): LinearModel {
  const known =
    linear.get(file) ?? linearFile.parse(JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8")));
  linear.set(file, known);
  return known;
}

/** The trained model of `data/split-model.json`: what speaks for a line to be the first of a document. Read on first use. */
export function splitModel(): LinearModel {
  return readLinear("split-model.json");
}

/** The trained model of `data/break-model.json`: what speaks for a sentence to go on in the next line. Read on first use. */
export function breakModel(): LinearModel {
  return readLinear("break-model.json");
}

/** The trained model of `data/name-model.json`: what speaks for words to name a figure. Read on first use. */
export function nameModel(): LinearModel {
  return readLinear("name-model.json");
}

/** The lines that the model was trained on, by reason (`noise`) or by what they are (`document`), one a line. */
export interface NoiseLines {
  readonly noise: Readonly<Record<string, readonly string[]>>;
  readonly document: Readonly<Record<string, readonly string[]>>;
}

const block: z.ZodType<string[]> = z.string().transform((text) => text.split("\n"));
const linesSchema: z.ZodType<NoiseLines> = z.strictObject({
  noise: z.record(z.string(), block),
  document: z.record(z.string(), block),
});

/** Reads `data/noise-lines.yaml`: `noiseLines().noise["pagination"]` holds 下一页. */
export function noiseLines(): NoiseLines {
  return loadData("noise-lines.yaml", linesSchema);
}
