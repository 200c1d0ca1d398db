import { breakScoreOf } from "@zongjie/cleaner";
import type { LinearModel } from "@zongjie/lexicon";
import { type BreakSample, breakSamples } from "./break-samples.ts";
import { score } from "./eval/tally.ts";
import { settleModel, trainLogistic } from "./logistic.ts";

// Trains packages/lexicon/data/break-model.json: whether a sentence goes on behind a line end that has no stop.
//   (no flag)  writes the model        --check  status 1 where the file is not what would be written
//   --cross    leaves out a tenth of the documents after the other and reports precision and recall by threshold

const TARGET = "packages/lexicon/data/break-model.json";
const ABOUT =
  "Weights in hundredths of what speaks for a sentence to go on in the next line, written by scripts/train-breaks.ts; do not edit.";

function train(samples: readonly BreakSample[]): LinearModel & { about: string } {
  const examples = samples.map(({ features, broken }) => ({ features, right: broken }));
  return trainLogistic(examples, { about: ABOUT, least: 20, decay: 2e-4, passes: 30 });
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
} else settleModel(TARGET, train(samples));
