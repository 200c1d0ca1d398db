import { readFileSync, writeFileSync } from "node:fs";
import type { LinearModel } from "@zongjie/lexicon";
import { type Random, random } from "./corpus/random.ts";

/** What is known of something, by name, and whether it is what the model is to find. */
export interface Example {
  readonly features: readonly string[];
  readonly right: boolean;
}

/** How a model is trained. */
export interface Training {
  readonly about: string;
  /** Features that stand in fewer examples are left out. */
  readonly least: number;
  /** Pull of each weight towards zero. */
  readonly decay: number;
  readonly passes: number;
  /** Features that are passed over now and then, so that the model learns to do without them. */
  readonly deaf?: { readonly to: (feature: string) => boolean; readonly share: number };
}

/** Examples whose features are numbers, by their place among `names`. */
export interface Numbered {
  readonly names: readonly string[];
  readonly rows: readonly { readonly ids: Int32Array; readonly y: number }[];
}

/** Gives the features of examples numbers, but for those that stand in fewer than `least` of the lists `counted`. */
export function numbered(
  examples: readonly Example[],
  least: number,
  counted: readonly (readonly string[])[] = examples.map(({ features }) => features),
): Numbered {
  const counts = new Map<string, number>();
  for (const features of counted) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const names = [...counts]
    .filter(([, n]) => least <= n)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ features, right }) => ({
    ids: Int32Array.from(features.flatMap((f) => index.get(f) ?? [])),
    y: right ? 1 : 0,
  }));
  return { names, rows };
}

/**
 * Logistic regression by AdaGrad over sparse features; the same examples give the same model, in whole hundredths.
 * `counted`: the lists in which features are counted, those of the examples where left out.
 */
export function trainLogistic(
  examples: readonly Example[],
  { about, least, decay, passes, deaf }: Training,
  counted?: readonly (readonly string[])[],
): LinearModel & { about: string } {
  const { names, rows } = numbered(examples, least, counted);
  const passedOver = new Set([...names.keys()].filter((id) => deaf?.to(names[id] as string)));
  const heard = (ids: Int32Array, dice: Random): Int32Array =>
    deaf !== undefined && dice.chance(deaf.share) ? ids.filter((id) => !passedOver.has(id)) : ids;
  const size = names.length;
  const w = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(0.1);
  const step = (id: number, gradient: number, rate: number): void => {
    squares[id] = (squares[id] as number) + gradient * gradient;
    w[id] = (w[id] as number) - (rate * gradient) / Math.sqrt(squares[id] as number);
  };
  const order = [...rows.keys()];
  for (let pass = 0; pass < passes; pass++) {
    const rate = 0.3 / (1 + pass / 10);
    const dice = random(`pass ${pass}`);
    for (const at of dice.shuffle(order)) {
      const { ids: all, y } = rows[at] as (typeof rows)[number];
      const ids = heard(all, dice);
      let total = w[size] as number;
      for (const id of ids) total += w[id] as number;
      const error = 1 / (1 + Math.exp(-total)) - y;
      if (Math.abs(error) < 1e-4) continue;
      for (const id of ids) step(id, error + decay * (w[id] as number), rate);
      step(size, error, rate);
    }
  }
  const weights = names
    .map((name, i) => [name, Math.round(100 * (w[i] as number))] as const)
    .filter(([, weight]) => weight !== 0);
  return { about, bias: Math.round(100 * (w[size] as number)), weights: Object.fromEntries(weights) };
}

/**
 * Writes a model, or with `--check` compares it with the file: status 1 where that would change. Gives the model as it
 * is read from the file, null where it was compared.
 */
export function settleModel<T>(target: string, model: T): T | null {
  const text = `${JSON.stringify(model, null, 1)}\n`;
  if (process.argv.includes("--check")) {
    process.exitCode = readFileSync(target, "utf8") === text ? 0 : 1;
    return null;
  }
  writeFileSync(target, text);
  return JSON.parse(text) as T;
}
