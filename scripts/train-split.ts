import { findBoundaries, splitScoreOf, useSplitModel } from "@zongjie/cleaner";
import type { LinearModel } from "@zongjie/lexicon";
import { score } from "./eval/tally.ts";
import { settleModel, type Training, trainLogistic } from "./logistic.ts";
import { type SplitSample, splitSamples } from "./split-samples.ts";

// Trains packages/lexicon/data/split-model.json: which lines begin a document. The pages are built from the documents and
// skins of corpus/dev, more of them and in other company than those under corpus/dev/pages.
//   (no flag)  writes the model        --check  status 1 where the file is not what would be written
//   --cross    leaves out a sixth of the skins after the other and reports precision and recall

const TARGET = "packages/lexicon/data/split-model.json";
const ABOUT =
  "Weights in hundredths of what speaks for a line to be the first of a document, written by scripts/train-split.ts; do not edit.";

const TRAINING: Training = {
  about: ABOUT,
  least: 5,
  decay: 1e-4,
  passes: 60,
  // what the words say of the topic: collections are often of one topic only
  deaf: { to: (feature) => feature.startsWith("topic "), share: 0.5 },
};

function train(samples: readonly SplitSample[]): LinearModel & { about: string } {
  const examples = samples.flatMap(({ evidence, starts }) =>
    // the first line begins a document without being asked
    evidence.slice(1).map(({ features, line }) => ({ features, right: starts.has(line) })),
  );
  const counted = samples.flatMap(({ evidence }) => evidence.map(({ features }) => features));
  return trainLogistic(examples, TRAINING, counted);
}

function measure(
  samples: readonly SplitSample[],
  model: LinearModel,
  verbose: boolean,
): { hit: number; found: number; gold: number } {
  const scoreOf = splitScoreOf(model);
  const sum = { hit: 0, found: 0, gold: 0 };
  for (const { skin, lines, context, evidence, starts } of samples) {
    const found = findBoundaries(lines, context, { scoreOf });
    const at = new Set(found.map(({ line }) => line));
    const hits = [...at].filter((line) => starts.has(line)).length;
    sum.hit += hits;
    sum.found += at.size;
    sum.gold += starts.size;
    if (!verbose) continue;
    const show = (line: number, word: string): void => {
      const found = evidence.find((e) => e.line === line);
      console.log(
        `${skin} ${word} ${found === undefined ? "?" : scoreOf(found).toFixed(1)} | ${lines[line]?.text.slice(0, 50)}\n      ${found?.features.join("; ")}`,
      );
    };
    for (const line of starts) if (!at.has(line)) show(line, "MISSED");
    for (const line of at) if (!starts.has(line)) show(line, "EXTRA ");
  }
  return sum;
}

function report(name: string, { hit, found, gold }: { hit: number; found: number; gold: number }): void {
  const percent = (cells: readonly number[]): string => (100 * score(cells)).toFixed(1);
  console.log(
    `${name.padEnd(24)} P ${percent([hit, found])}  R ${percent([hit, gold])}  F1 ${percent([hit, found, gold])}  (${hit}/${found}/${gold})`,
  );
}

// the cleaner asks the model too, so a first one is trained on pages cleaned without any, and the second on its pages
useSplitModel({ bias: -1000, weights: {} });
useSplitModel(train(splitSamples()));
const samples = splitSamples();
if (process.argv.includes("--cross")) {
  const skins = [...new Set(samples.map(({ skin }) => skin))].sort();
  const all = { hit: 0, found: 0, gold: 0 };
  const folds = 6;
  for (let fold = 0; fold < folds; fold++) {
    const out = new Set(skins.filter((_skin, i) => i % folds === fold));
    const model = train(samples.filter(({ skin }) => !out.has(skin)));
    for (const skin of out) {
      const sum = measure(
        samples.filter((s) => s.skin === skin),
        model,
        process.argv.includes("--errors"),
      );
      report(skin, sum);
      all.hit += sum.hit;
      all.found += sum.found;
      all.gold += sum.gold;
    }
  }
  report("all", all);
} else {
  const written = settleModel(TARGET, train(samples));
  if (written !== null) report("trained on", measure(samples, written, process.argv.includes("--errors")));
}
