import { readFileSync, writeFileSync } from "node:fs";
import { noiseScorer, trainNoise, useScorer } from "@zongjie/cleaner";
import { type ConfidenceModel, certainty, DECISIONS, type Decision, type LinearModel } from "@zongjie/lexicon";
import { stringify } from "yaml";
import { type Judged, judgeDecisions } from "./eval/decisions.ts";
import { readHalf } from "./eval/gold.ts";
import { readPages, samples, skinOf } from "./noise-samples.ts";

// Measures what the confidence of decisions is worth, and writes packages/lexicon/data/confidence.yaml.
//   (no flag)  reports, each site judged by a noise model and weights that have not seen it
//   --write    fits the weights to all sites and writes the file
//   --errors   lists the wrong decisions, the surest first

const TARGET = "packages/lexicon/data/confidence.yaml";
const ABOUT =
  "Weights in hundredths of what is known of a decision (a line taken out by its words or place, by the frame of an HTML page, a line kept, a heading, a repair), written by scripts/confidence.ts; do not edit. Their sum is the log-odds that the decision is right.";

/** Sites are left out by sixths. */
const FOLDS = 6;

/** Pull of the weights towards zero, in decisions. */
const PULL = 2;

/** All decisions of a fold's pages, the noise model having seen neither its sites nor their lines. */
function judgeFold(fold: number, foldOf: (page: string) => number): Judged[] {
  const lines = readPages();
  const texts = new Set(lines.filter((line) => foldOf(line.skin) === fold).map((line) => line.text));
  const others = lines.filter((line) => foldOf(line.skin) !== fold && !texts.has(line.text));
  useScorer(noiseScorer(trainNoise(samples(others), "")));
  return readHalf("dev")
    .filter((page) => page.gold.keep !== null && foldOf(skinOf(page.name)) === fold)
    .flatMap(judgeDecisions);
}

/** Logistic regression with a pull towards zero, by coordinate steps of Newton; the same decisions give the same weights. */
function regress(judged: readonly Judged[]): LinearModel {
  const names = [...new Set(judged.flatMap((one) => one.features))].sort();
  const index = new Map(names.map((name, i) => [name, i + 1]));
  const rows = judged.map((one) => [0, ...one.features.map((name) => index.get(name) as number)]);
  const w = new Float64Array(names.length + 1);
  const sums = new Float64Array(rows.length);
  const holders: number[][] = Array.from(w, () => []);
  for (const [r, row] of rows.entries()) for (const id of row) holders[id]?.push(r);
  for (let pass = 0; pass < 60; pass++)
    for (const [id, held] of holders.entries()) {
      let slope = id === 0 ? 0 : -PULL * (w[id] as number);
      let bend = id === 0 ? 1e-6 : PULL;
      for (const r of held) {
        const p = 1 / (1 + Math.exp(-(sums[r] as number)));
        slope += (judged[r]?.right ? 1 : 0) - p;
        bend += p * (1 - p);
      }
      const step = Math.max(-1, Math.min(1, slope / bend));
      w[id] = (w[id] as number) + step;
      for (const r of held) sums[r] = (sums[r] as number) + step;
    }
  const weights = names.map((name, i) => [name, Math.round(100 * (w[i + 1] as number))] as const);
  return { bias: Math.round(100 * (w[0] as number)), weights: Object.fromEntries(weights.filter(([, x]) => x !== 0)) };
}

interface Sure extends Judged {
  readonly confidence: number;
}

const BOUNDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

function report(decision: Decision, sure: readonly Sure[]): void {
  const wrong = sure.filter((one) => !one.right).length;
  console.log(`\n## ${decision}: ${sure.length} decisions, ${wrong} wrong`);
  for (const [i, from] of BOUNDS.slice(0, -1).entries()) {
    const to = BOUNDS[i + 1] as number;
    const here = sure.filter((one) => from <= one.confidence && one.confidence < to);
    if (here.length > 0) console.log(`${from.toFixed(2)}–${to.toFixed(2)}  ${share(here)}`);
  }
  console.log(`≥ 0.90     ${share(sure.filter((one) => 0.9 <= one.confidence))}`);
  const sorted = [...sure].sort((a, b) => a.confidence - b.confidence);
  for (const part of [0.05, 0.1, 0.2]) {
    const caught = sorted.slice(0, Math.ceil(part * sorted.length)).filter((one) => !one.right).length;
    console.log(`the least sure ${(100 * part).toFixed(0)} % hold ${caught} of ${wrong} errors`);
  }
  if (!process.argv.includes("--errors")) return;
  for (const one of sorted.filter(({ right }) => !right).reverse())
    console.log(`  ${one.confidence.toFixed(2)} ${one.page}  ${one.text.slice(0, 50)}  [${one.features.join(" ")}]`);
}

function share(decisions: readonly Judged[]): string {
  const right = decisions.filter((one) => one.right).length;
  return `${String(right).padStart(6)} of ${String(decisions.length).padStart(6)} right, ${((100 * right) / Math.max(1, decisions.length)).toFixed(1)} %`;
}

const skins = [...new Set(readHalf("dev").map((page) => skinOf(page.name)))].sort();
const foldOf = (skin: string): number => skins.indexOf(skin) % FOLDS;
const folds = Array.from({ length: FOLDS }, (_, fold) => judgeFold(fold, foldOf));
const of = (decision: Decision, judged: readonly Judged[]): Judged[] => judged.filter((j) => j.decision === decision);
if (process.argv.includes("--write")) {
  const fitted = DECISIONS.map((decision) => [decision, regress(of(decision, folds.flat()))] as const);
  const model: ConfidenceModel = {
    about: ABOUT,
    decisions: Object.fromEntries(fitted) as ConfidenceModel["decisions"],
  };
  const text = stringify(model, { lineWidth: 0 });
  if (readFileSync(TARGET, "utf8") !== text) writeFileSync(TARGET, text);
  console.log(`${TARGET}: ${folds.flat().length} decisions`);
} else
  for (const decision of DECISIONS)
    report(
      decision,
      folds.flatMap((judged, fold) => {
        const model = regress(of(decision, folds.filter((_, other) => other !== fold).flat()));
        return of(decision, judged).map((one) => ({ ...one, confidence: certainty(model, one.features) }));
      }),
    );
