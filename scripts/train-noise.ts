import { readFileSync, writeFileSync } from "node:fs";
import { noiseScorer, trainNoise } from "@zongjie/cleaner";
import { type PageLine, readPages, samples } from "./noise-samples.ts";

// Trains packages/lexicon/data/noise-model.json from the written lines and the pages under corpus/dev.
//   (no flag)  writes the model        --check  status 1 where the file is not what would be written
//   --cross    leaves out one skin after the other and reports precision and recall at thresholds

const TARGET = "packages/lexicon/data/noise-model.json";
const ABOUT =
  "Weights in hundredths of the features of a line (runs of 1-4 characters of the normalised line, and its shape after #), written by scripts/train-noise.ts; do not edit. Above 0 speaks for noise, or for the reason.";

/** Leaves out each skin: a model that has seen neither it nor the document lines on its pages judges it. */
function cross(lines: readonly PageLine[]): void {
  const judged: { p: number; line: PageLine; reason: string }[] = [];
  for (const skin of [...new Set(lines.map((line) => line.skin))].sort()) {
    const asked = lines.filter((line) => line.skin === skin);
    const texts = new Set(asked.map((line) => line.text));
    const model = noiseScorer(
      trainNoise(samples(lines.filter((line) => line.skin !== skin && !texts.has(line.text))), ""),
    );
    const here = [...new Map(asked.map((line) => [line.text, line])).values()].map((line) => ({
      p: model.probability(line.text),
      line,
      reason: model.reason(line.text),
    }));
    judged.push(...here);
    report(skin, here);
  }
  report("all", judged);
  const right = judged.filter(({ line, reason }) => line.reason !== null && line.reason === reason).length;
  console.log(
    `reason right: ${((100 * right) / judged.filter(({ line }) => line.reason !== null).length).toFixed(1)} %`,
  );
  const wrong = judged.filter(({ p, line }) => line.reason === null && 0.8 < p).sort((a, b) => b.p - a.p);
  for (const { p, line } of wrong) console.log(`  ${p.toFixed(3)} document  ${line.skin}  ${line.text.slice(0, 60)}`);
  if (!process.argv.includes("--missed")) return;
  const missed = judged.filter(({ p, line }) => line.reason !== null && p < 0.5).sort((a, b) => a.p - b.p);
  for (const { p, line } of missed)
    console.log(`  ${p.toFixed(3)} ${line.reason}  ${line.skin}  ${line.text.slice(0, 60)}`);
}

function report(name: string, judged: readonly { p: number; line: PageLine }[]): void {
  const noisy = judged.filter(({ line }) => line.reason !== null).length;
  const cells = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99].map((bound) => {
    const dropped = judged.filter(({ p }) => bound <= p);
    const right = dropped.filter(({ line }) => line.reason !== null).length;
    return `${bound}: P ${percent(right, dropped.length)} R ${percent(right, noisy)}`;
  });
  console.log(`${name.padEnd(18)} ${String(noisy).padStart(4)}/${String(judged.length).padEnd(5)} ${cells.join("  ")}`);
}

function percent(a: number, b: number): string {
  return (b === 0 ? 100 : (100 * a) / b).toFixed(1).padStart(5);
}

const lines = readPages();
if (process.argv.includes("--cross")) cross(lines);
else {
  const all = samples(lines);
  const text = `${JSON.stringify(trainNoise(all, ABOUT), null, 1)}\n`;
  if (process.argv.includes("--check")) process.exitCode = readFileSync(TARGET, "utf8") === text ? 0 : 1;
  else {
    writeFileSync(TARGET, text);
    const noisy = all.filter((sample) => sample.reason !== null).length;
    console.log(`${TARGET}: ${noisy} noise and ${all.length - noisy} document lines, ${Buffer.byteLength(text)} bytes`);
  }
}
