import { readFileSync, writeFileSync } from "node:fs";
import { findBoundaries, splitScoreOf, useSplitModel } from "@zongjie/cleaner";
import type { LinearModel } from "@zongjie/lexicon";
import { random } from "./corpus/random.ts";
import { score } from "./eval/tally.ts";
import { type SplitSample, splitSamples } from "./split-samples.ts";

// Trains packages/lexicon/data/split-model.json: which lines begin a document. The pages are built from the documents and
// skins of corpus/dev, more of them and in other company than those under corpus/dev/pages.
//   (no flag)  writes the model        --check  status 1 where the file is not what would be written
//   --cross    leaves out a sixth of the skins after the other and reports precision and recall

const TARGET = "packages/lexicon/data/split-model.json";
const ABOUT =
  "Weights in hundredths of what speaks for a line to be the first of a document, written by scripts/train-split.ts; do not edit.";

/** Pull of each weight towards zero. */
const DECAY = 1e-4;
const PASSES = 60;

/** How often a row is learned from without what its words say of the topic: collections are often of one topic only. */
const DEAF = 0.5;

interface Row {
  readonly ids: Int32Array;
  readonly y: number;
}

/** Logistic regression by AdaGrad; the same samples give the same model. */
function train(samples: readonly SplitSample[]): LinearModel & { about: string } {
  const counts = new Map<string, number>();
  for (const { evidence } of samples)
    for (const { features } of evidence) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const names = [...counts]
    .filter(([, n]) => 4 < n)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows: Row[] = samples.flatMap(({ evidence, starts }) =>
    // the first line begins a document without being asked
    evidence.slice(1).map(({ features, line }) => ({
      ids: Int32Array.from(features.flatMap((f) => index.get(f) ?? [])),
      y: starts.has(line) ? 1 : 0,
    })),
  );
  const topics = new Set([...names.keys()].filter((id) => names[id]?.startsWith("topic ")));
  const size = names.length;
  const w = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(0.1);
  const order = [...rows.keys()];
  for (let pass = 0; pass < PASSES; pass++) {
    const rate = 0.3 / (1 + pass / 10);
    const dice = random(`pass ${pass}`);
    for (const at of dice.shuffle(order)) {
      const { ids: all, y } = rows[at] as Row;
      const ids = dice.chance(DEAF) ? all.filter((id) => !topics.has(id)) : all;
      let total = w[size] as number;
      for (const id of ids) total += w[id] as number;
      const error = 1 / (1 + Math.exp(-total)) - y;
      if (Math.abs(error) < 1e-4) continue;
      for (const id of ids) step(w, squares, id, error + DECAY * (w[id] as number), rate);
      step(w, squares, size, error, rate);
    }
  }
  const weights = names
    .map((name, i) => [name, Math.round(100 * (w[i] as number))] as const)
    .filter(([, weight]) => weight !== 0);
  return { about: ABOUT, bias: Math.round(100 * (w[size] as number)), weights: Object.fromEntries(weights) };
}

function step(w: Float64Array, squares: Float64Array, id: number, gradient: number, rate: number): void {
  squares[id] = (squares[id] as number) + gradient * gradient;
  w[id] = (w[id] as number) - (rate * gradient) / Math.sqrt(squares[id] as number);
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
  const text = `${JSON.stringify(train(samples), null, 1)}\n`;
  if (process.argv.includes("--check")) process.exitCode = readFileSync(TARGET, "utf8") === text ? 0 : 1;
  else {
    writeFileSync(TARGET, text);
    report("trained on", measure(samples, JSON.parse(text) as LinearModel, process.argv.includes("--errors")));
  }
}
