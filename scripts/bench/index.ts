/**
 * `npm run bench`: the start of the command against the least that it could cost, throughput on the corpus, and how the
 * time of a page grows with its length. Numbers are of this machine; the ratio and the growth are what to look at. The
 * peers have a bench of their own (`bench:peers`), and so have inputs that nobody writes (`bench:shapes`).
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type PageInput, runPage } from "@zongjie/pipeline";
import { secondsOf } from "./measure.ts";
import { print } from "./table.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CLI = join(ROOT, "packages/cli/bin/zongjie.mjs");
const PAGES = join(ROOT, "corpus/dev/pages");

/** Most that the start may cost, in starts of bare node with commander. */
const LIMIT = 2;

/** The shortest of several runs in ms: what the machine does besides only makes a run longer. */
function shortest(runs: number, run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}

function start(...words: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  if (status !== 0) throw new Error(`node ${words.join(" ")}: ${stderr}`);
}

function benchStart(): boolean {
  const commander = pathToFileURL(createRequire(CLI).resolve("commander")).href;
  const bare = shortest(15, () => start("-e", "0"));
  const least = shortest(15, () => start("--input-type=module", "-e", `await import(${JSON.stringify(commander)})`));
  const help = shortest(15, () => start(CLI, "--help"));
  const ratio = help / least;
  print("start", [
    ["node -e 0", `${bare.toFixed(0)} ms`],
    ["node with commander", `${least.toFixed(0)} ms`],
    ["zongjie --help", `${help.toFixed(0)} ms`],
    ["ratio", `${ratio.toFixed(2)} (must stay below ${LIMIT})`],
  ]);
  return ratio < LIMIT;
}

function benchThroughput(kind: string, inputs: readonly PageInput[]): void {
  const keywords = { keywords: 0 };
  const bytes = inputs.reduce((sum, { bytes: page }) => sum + page.length, 0);
  const plain = shortest(3, () => inputs.forEach((input) => void runPage(input, keywords))) / 1000;
  const full = shortest(1, () => inputs.forEach((input) => void runPage(input))) / 1000;
  const rate = (seconds: number): string =>
    `${(inputs.length / seconds).toFixed(0)} pages/s, ${(bytes / 1e6 / seconds).toFixed(2)} MB/s`;
  print(`run on ${inputs.length} ${kind} pages, one process`, [
    ["without keywords", rate(plain)],
    ["with keywords", rate(full)],
  ]);
}

/** CPU time of a page in ms, the least of three. */
function costOf(page: PageInput): number {
  const times = [1, 2, 3].map(() => {
    const begin = secondsOf();
    runPage(page, { keywords: 0 });
    return (secondsOf() - begin) * 1000;
  });
  return Math.min(...times);
}

/** Ten times the page in about ten times the time: a page in one file, said again and again. The slope is what 10 → 100 costs, over ten. */
function benchGrowth(input: PageInput): void {
  const text = Buffer.from(input.bytes).toString("utf8");
  const cost = (times: number): number => {
    const page = { uri: input.uri, bytes: Buffer.from(`${text}\n`.repeat(times)) };
    return costOf(page);
  };
  const line = (times: number): number => {
    const page = { uri: input.uri, bytes: Buffer.from(text.replaceAll("\n", "").repeat(times)) };
    return costOf(page);
  };
  const row = (of: (times: number) => number): string => {
    const [one, ten, hundred] = [of(1), of(10), of(100)];
    return `${one.toFixed(1)} ms, ${ten.toFixed(0)} ms (× ${(ten / one).toFixed(1)}), ${hundred.toFixed(0)} ms (× ${(hundred / ten).toFixed(1)}), slope ${(hundred / ten / 10).toFixed(2)}`;
  };
  print(`growth from 1 to 10 to 100 times ${input.uri}`, [
    ["as lines", row(cost)],
    ["as one line", row(line)],
  ]);
}

const inputs = readdirSync(PAGES)
  .sort()
  .map((name): PageInput => ({ uri: name, bytes: readFileSync(join(PAGES, name)) }));
const quick = benchStart();
benchThroughput(
  "text",
  inputs.filter(({ uri }) => uri.endsWith(".txt")),
);
benchThroughput(
  "HTML",
  inputs.filter(({ uri }) => uri.endsWith(".html")),
);
for (const ending of ["--plain-text.txt", ".html"]) {
  const page = inputs.find(({ uri }) => uri.endsWith(ending));
  if (page !== undefined) benchGrowth(page);
}
if (!quick) {
  console.error(
    `\nbench: zongjie --help takes ${LIMIT} times the least start or more: something heavy is loaded too early.`,
  );
  process.exitCode = 1;
}
