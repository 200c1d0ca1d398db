import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode, type NoiseSample, noiseScorer, trainNoise } from "@zongjie/cleaner";
import { noiseLines } from "@zongjie/lexicon";

// Trains packages/lexicon/data/noise-model.json from the written lines and the pages under corpus/dev.
//   (no flag)  writes the model        --check  status 1 where the file is not what would be written
//   --cross    leaves out one skin after the other and reports precision and recall at thresholds

const ROOT = "corpus/dev";
const TARGET = "packages/lexicon/data/noise-model.json";
const ABOUT =
  "Weights in hundredths of the features of a line (runs of 1-4 characters of the normalised line, and its shape after #), written by scripts/train-noise.ts; do not edit. Above 0 speaks for noise, or for the reason.";

/** Copies of the document are its own words; markup has none. */
const SKIPPED = new Set(["repeat", "truncated-duplicate", "markup"]);

interface PageLine {
  readonly text: string;
  readonly reason: string | null;
  readonly skin: string;
}

interface PageGold {
  readonly page: string;
  readonly keep: readonly (readonly [number, number])[];
  readonly drop: readonly (readonly [number, number, string])[];
}

/** Whole lines of the pages with their truth; of HTML pages what was added alone, as their documents are those of the text pages. */
function readPages(): PageLine[] {
  return readdirSync(join(ROOT, "gold"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const gold = JSON.parse(readFileSync(join(ROOT, "gold", name), "utf8")) as PageGold;
      const { text } = decode(readFileSync(join(ROOT, "pages", gold.page)));
      const skin = (gold.page.split("--").at(-1) ?? "").replace(/\.\w+$/, "");
      const added = gold.drop.flatMap(([from, to, reason]) => pieces(text, from, to, reason, skin));
      return gold.page.endsWith(".html")
        ? added
        : [...added, ...gold.keep.flatMap(([from, to]) => pieces(text, from, to, null, skin))];
    });
}

/** The lines of a range; of a line that is noise in part, nothing. */
function pieces(text: string, from: number, to: number, reason: string | null, skin: string): PageLine[] {
  const html = text.trimStart().startsWith("<");
  const out: PageLine[] = [];
  for (let start = from; start < to; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 || to < stop ? to : stop;
    const before = text.slice(Math.max(0, start - 30), start);
    const whole =
      html || (/(?:^|\n)[\s\u3000]*$/.test(before) && /^[\s\u3000]*(?:\n|$)/.test(text.slice(end, end + 30)));
    const line = text.slice(start, end).replaceAll("&nbsp;", " ").trim();
    if (whole && line !== "" && !SKIPPED.has(reason ?? "")) out.push({ text: line, reason, skin });
    start = end + 1;
  }
  return out;
}

function written(): NoiseSample[] {
  const { noise, document } = noiseLines();
  return [
    ...Object.entries(noise).flatMap(([reason, lines]) => lines.map((text) => ({ text, reason, weight: 1 }))),
    ...Object.values(document).flatMap((lines) => lines.map((text) => ({ text, reason: null, weight: 1 }))),
  ];
}

/** Written lines and page lines, each text once; a text that documents hold too is not learned as noise. */
function samples(lines: readonly PageLine[]): NoiseSample[] {
  const own = new Set(lines.filter((line) => line.reason === null).map((line) => line.text));
  const out = new Map<string, NoiseSample>();
  for (const sample of written()) out.set(sample.text, sample);
  for (const { text, reason } of lines)
    if (!out.has(text) && (reason === null || !own.has(text))) out.set(text, { text, reason, weight: 1 });
  return [...out.values()];
}

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
