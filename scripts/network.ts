import { type Random, random } from "./corpus/random.ts";
import { type Example, numbered } from "./logistic.ts";

/** How a network is trained. */
export interface NetworkTraining {
  readonly about: string;
  /** Features that stand in fewer examples are left out. */
  readonly least: number;
  /** How many hidden units. */
  readonly units: number;
  /** Pull of each weight towards zero. */
  readonly decay: number;
  readonly passes: number;
  /** So often a hidden unit is left out of an example. */
  readonly deaf: number;
}

/** A network as its file has it: `share` to `"12 -3 0"`. */
export interface NetworkFile {
  readonly about: string;
  readonly bias: number;
  readonly hidden: string;
  readonly out: string;
  readonly weights: Readonly<Record<string, string>>;
}

const BATCH = 512;
const RATE = 3e-3;
/** Adam's memory of gradients and of their squares. */
const BETA = [0.9, 0.999] as const;

/** Numbers that are learnt by Adam. */
interface Weights {
  readonly values: Float64Array;
  readonly gradient: Float64Array;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

function weightsOf(size: number, spread: number, dice: Random): Weights {
  const empty = (): Float64Array => new Float64Array(size);
  const values = empty().map(() => spread * (dice.next() + dice.next() + dice.next() - 1.5));
  return { values, gradient: empty(), mean: empty(), square: empty() };
}

function update({ values, gradient, mean, square }: Weights, step: number, rate: number, decay: number): void {
  const [a, b] = BETA;
  const [first, second] = [1 - a ** step, 1 - b ** step];
  for (let i = 0; i < values.length; i++) {
    const g = (gradient[i] as number) + decay * (values[i] as number);
    mean[i] = a * (mean[i] as number) + (1 - a) * g;
    square[i] = b * (square[i] as number) + (1 - b) * g * g;
    values[i] =
      (values[i] as number) - (rate * (mean[i] as number)) / first / (Math.sqrt((square[i] as number) / second) + 1e-8);
  }
  gradient.fill(0);
}

/**
 * A network with one hidden layer beside a logistic regression, by Adam over sparse features; the same examples give the
 * same network, in whole hundredths.
 */
export function trainNetwork(
  examples: readonly Example[],
  { about, least, units, decay, passes, deaf }: NetworkTraining,
): NetworkFile {
  const { names, rows } = numbered(examples, least);
  const dice = random("network");
  // of each feature its own weight, then what it gives to each unit
  const wide = units + 1;
  const inner = weightsOf(names.length * wide, 0.2, dice);
  for (let id = 0; id < names.length; id++) inner.values[id * wide] = 0;
  const hidden = weightsOf(units, 0, dice);
  const out = weightsOf(units, 0.6, dice);
  const bias = weightsOf(1, 0, dice);
  const sums = new Float64Array(wide);
  const kept = new Float64Array(units);
  const order = [...rows.keys()];
  let step = 0;
  for (let pass = 0; pass < passes; pass++) {
    const rate = RATE * (pass < 0.6 * passes ? 1 : pass < 0.85 * passes ? 0.3 : 0.1);
    const shuffled = random(`pass ${pass}`).shuffle(order);
    for (let from = 0; from < shuffled.length; from += BATCH) {
      const batch = shuffled.slice(from, from + BATCH);
      for (const at of batch) {
        const { ids, y } = rows[at] as (typeof rows)[number];
        sums.fill(0);
        for (const id of ids)
          for (let k = 0; k < wide; k++) sums[k] = (sums[k] as number) + (inner.values[id * wide + k] as number);
        let total = (bias.values[0] as number) + (sums[0] as number);
        for (let k = 0; k < units; k++) {
          const heard = dice.next() < deaf ? 0 : 1 / (1 - deaf);
          const z = (sums[k + 1] as number) + (hidden.values[k] as number);
          kept[k] = 0 < z ? heard : 0;
          total += z * (kept[k] as number) * (out.values[k] as number);
        }
        const error = (1 / (1 + Math.exp(-total)) - y) / batch.length;
        bias.gradient[0] = (bias.gradient[0] as number) + error;
        for (let k = 0; k < units; k++) {
          const z = (sums[k + 1] as number) + (hidden.values[k] as number);
          out.gradient[k] = (out.gradient[k] as number) + error * z * (kept[k] as number);
          const back = error * (kept[k] as number) * (out.values[k] as number);
          hidden.gradient[k] = (hidden.gradient[k] as number) + back;
          sums[k + 1] = back;
        }
        sums[0] = error;
        for (const id of ids)
          for (let k = 0; k < wide; k++) {
            const place = id * wide + k;
            inner.gradient[place] = (inner.gradient[place] as number) + (sums[k] as number);
          }
      }
      step++;
      for (const weights of [inner, hidden, out, bias]) update(weights, step, rate, decay);
    }
  }
  const hundredths = (values: Float64Array): string =>
    [...values].map((value) => Math.round(100 * value) || 0).join(" ");
  return {
    about,
    bias: Math.round(100 * (bias.values[0] as number)),
    hidden: hundredths(hidden.values),
    out: hundredths(out.values),
    weights: Object.fromEntries(
      names.map((name, id) => [name, hundredths(inner.values.subarray(id * wide, (id + 1) * wide))]),
    ),
  };
}
