import { random } from "./corpus/random.ts";

/** Things to choose from, each with what is known of it by name, and what it is worth: above 0 where it is right. */
export interface Choice {
  readonly options: readonly { readonly features: readonly string[]; readonly worth: number }[];
}

/** How a ranking is trained. */
export interface RankingTraining {
  /** Pull of each weight towards zero. */
  readonly decay: number;
  readonly passes: number;
}

/** A choice with its features as numbers. */
interface Row {
  readonly options: readonly Int32Array[];
  readonly worth: Float64Array;
}

/** Features of choices as numbers, so that several rankings can be trained from one reading. */
export interface Rankable {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

/** Gathers choices that have a right option; features that stand in fewer than `least` of the `sources` are left out. */
export function rankable(choices: readonly Choice[], sources: readonly string[], least: number): Rankable {
  const ids = new Map<string, number>();
  const first: string[] = [];
  const spread: number[] = [];
  const idOf = (name: string, source: string): number => {
    let id = ids.get(name);
    if (id === undefined) {
      id = ids.size;
      ids.set(name, id);
    }
    if (first[id] !== source) {
      first[id] = source;
      spread[id] = (spread[id] ?? 0) + 1;
    }
    return id;
  };
  const rows = choices.map(({ options }, i) => ({
    options: options.map(({ features }) => Int32Array.from(features, (name) => idOf(name, sources[i] as string))),
    worth: Float64Array.from(options, ({ worth }) => worth),
  }));
  const common = (id: number): boolean => least <= (spread[id] as number);
  return {
    names: [...ids.keys()],
    rows: rows.map(({ options, worth }) => ({ options: options.map((list) => list.filter(common)), worth })),
  };
}

/**
 * Softmax regression over the options of each choice, by AdaGrad, the weights averaged over the later half of the passes:
 * weights in whole hundredths by feature. The same choices give the same weights.
 */
export function trainRanking(
  { names, rows }: Rankable,
  chosen: readonly number[],
  { decay, passes }: RankingTraining,
): Record<string, number> {
  const w = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(0.1);
  const total = new Float64Array(names.length);
  let added = 0;
  for (let pass = 0; pass < passes; pass++) {
    const rate = 0.15 / (1 + pass / 4);
    for (const at of random(`pass ${pass}`).shuffle(chosen)) {
      for (const [id, pull] of pullsOf(rows[at] as Row, w)) {
        const gradient = pull + decay * (w[id] as number);
        squares[id] = (squares[id] as number) + gradient * gradient;
        w[id] = (w[id] as number) - (rate * gradient) / Math.sqrt(squares[id] as number);
      }
    }
    if (2 * pass < passes) continue;
    added++;
    for (let id = 0; id < w.length; id++) total[id] = (total[id] as number) + (w[id] as number);
  }
  const weights = names
    .map((name, id) => [name, Math.round((100 * (total[id] as number)) / added)] as const)
    .filter(([, weight]) => SLIGHT <= Math.abs(weight))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(weights);
}

/** Weights below so many hundredths are left out. */
const SLIGHT = 3;

/** Smaller shares move nothing. */
const LITTLE = 1e-4;

/** How much each feature of a choice is too strong: its belief goes to the right options, by their worth and as it stands. */
function pullsOf({ options, worth }: Row, w: Float64Array): Map<number, number> {
  const belief = Float64Array.from(options, (ids) => ids.reduce((sum, id) => sum + (w[id] as number), 0));
  const top = belief.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let [all, right] = [0, 0];
  for (let i = 0; i < belief.length; i++) {
    belief[i] = Math.exp((belief[i] as number) - top);
    all += belief[i] as number;
    right += (belief[i] as number) * (worth[i] as number);
  }
  const pulls = new Map<number, number>();
  for (const [i, ids] of options.entries()) {
    const mass = belief[i] as number;
    const pull = mass / all - (mass * (worth[i] as number)) / right;
    if (Math.abs(pull) < LITTLE) continue;
    for (const id of ids) pulls.set(id, (pulls.get(id) ?? 0) + pull);
  }
  return pulls;
}
