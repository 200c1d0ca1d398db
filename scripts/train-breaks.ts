import { readFileSync, writeFileSync } from "node:fs";
import { breakScoreOf } from "@zongjie/cleaner";
import type { LinearModel } from "@zongjie/lexicon";
import { type BreakSample, breakSamples } from "./break-samples.ts";
import { random } from "./corpus/random.ts";
import { score } from "./eval/tally.ts";

// Trains packages/lexicon/data/break-model.json: whether a sentence goes on behind a line end that has no stop.
//   (no flag)  writes the model        --check  status 1 where the file is not what would be written
//   --cross    leaves out a tenth of the documents after the other and reports precision and recall by threshold

const TARGET = "packages/lexicon/data/break-model.json";
const ABOUT =
  "Weights in hundredths of what speaks for a sentence to go on in the next line, written by scripts/train-breaks.ts; do not edit.";

/** Pull of each weight towards zero. */
const DECAY = 2e-4;
const PASSES = 30;

/** Logistic regression by AdaGrad; the same samples give the same model. */
function train(samples: readonly BreakSample[]): LinearModel & { about: string } {
  const counts = new Map<string, number>();
  for (const { features } of samples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const names = [...counts]
    .filter(([, n]) => 19 < n)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = samples.map(({ features, broken }) => ({
    ids: Int32Array.from(features.flatMap((f) => index.get(f) ?? [])),
    y: broken ? 1 : 0,
  }));
  const size = names.length;
  const w = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(0.1);
  const step = (id: number, gradient: number, rate: number): void => {
    squares[id] = (squares[id] as number) + gradient * gradient;
    w[id] = (w[id] as number) - (rate * gradient) / Math.sqrt(squares[id] as number);
  };
  const order = [...rows.keys()];
  for (let pass = 0; pass < PASSES; pass++) {
    const rate = 0.3 / (1 + pass / 10);
    for (const at of random(`pass ${pass}`).shuffle(order)) {
      const { ids, y } = rows[at] as (typeof rows)[number];
      let total = w[size] as number;
      for (const id of ids) total += w[id] as number;
      const error = 1 / (1 + Math.exp(-total)) - y;
      if (Math.abs(error) < 1e-4) continue;
      for (const id of ids) step(id, error + DECAY * (w[id] as number), rate);
      step(size, error, rate);
    }
  }
  const weights = names
    .map((name, i) => [name, Math.round(100 * (w[i] as number))] as const)
    .filter(([, weight]) => weight !== 0);
  return { about: ABOUT, bias: Math.round(100 * (w[size] as number)), weights: Object.fromEntries(weights) };
}

function report(scored: readonly (readonly [number, BreakSample])[]): void {
  for (const bound of [-2, -1, 0, 0.5, 1, 1.5, 2, 3, 4]) {
    const found = scored.filter(([s]) => bound < s);
    const hit = found.filter(([, { broken }]) => broken).length;
    const gold = scored.filter(([, { broken }]) => broken).length;
    const cells = [hit, found.length, gold];
    const percent = (c: readonly number[]): string => (100 * score(c)).toFixed(1);
    console.log(
      `${bound}: P ${percent([hit, found.length])} R ${percent([hit, gold])} F1 ${percent(cells)} (${cells.join("/")} of ${scored.length})`,
    );
  }
}

const samples = breakSamples();
if (process.argv.includes("--cross")) {
  const documents = [...new Set(samples.map(({ document }) => document))].sort();
  const scored: [number, BreakSample][] = [];
  for (let fold = 0; fold < 10; fold++) {
    const out = new Set(documents.filter((_d, i) => i % 10 === fold));
    const scoreOf = breakScoreOf(train(samples.filter(({ document }) => !out.has(document))));
    for (const sample of samples) if (out.has(sample.document)) scored.push([scoreOf(sample.features), sample]);
  }
  report(scored);
  if (process.argv.includes("--errors"))
    for (const [s, { broken, shown, features }] of scored.sort((a, b) => b[0] - a[0]))
      if (broken ? s < 0 : 0 < s)
        console.log(`${broken ? "MISSED" : "EXTRA "} ${s.toFixed(1)} ${shown}\n      ${features.join("; ")}`);
} else {
  const text = `${JSON.stringify(train(samples), null, 1)}\n`;
  if (process.argv.includes("--check")) process.exitCode = readFileSync(TARGET, "utf8") === text ? 0 : 1;
  else writeFileSync(TARGET, text);
}
