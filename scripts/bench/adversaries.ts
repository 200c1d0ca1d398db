/**
 * `npm run bench:shapes`: inputs of 5 MB that nobody writes, each worked through whole, and their rates against the
 * median of them all. `--size 60000` makes them smaller, `--part 1/2` takes each second one. A line is printed as each
 * one ends, so that a hang has a name.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decode } from "@zongjie/cleaner";
import { runPage } from "@zongjie/pipeline";
import { secondsOf } from "./measure.ts";
import { SHAPES } from "./shapes.ts";
import { print } from "./table.ts";

/** Slowest rate that counts as linear: the median over this. */
const LIMIT = 5;

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

const size = Number(option("--size") ?? 5e6);
const [part = 1, parts = 1] = (option("--part") ?? "1/1").split("/").map(Number);
const shapes = SHAPES.filter((_shape, i) => i % parts === part - 1);
// the data is read and compiled with the first pages, which would cost the first shape
for (const { html, make } of [SHAPES[0], SHAPES.find((shape) => shape.html)].flatMap((shape) => shape ?? []))
  for (let i = 0; i < 3; i++) work(html, Buffer.from(make(20_000)));

function work(html: boolean, bytes: Uint8Array): number {
  const begin = secondsOf();
  runPage({ uri: html ? "shape.html" : "shape.txt", bytes }, { keywords: 0 });
  return secondsOf() - begin;
}

/** Text pages of corpus/dev, one after the other, up to the size: what the rates are to be held against too. */
function ordinary(): Buffer {
  const folder = new URL("../../corpus/dev/pages/", import.meta.url);
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".txt"));
  const text = names.map((name) => decode(readFileSync(new URL(name, folder))).text).join("\n");
  const all = Buffer.from(text.repeat(Math.ceil(size / Buffer.byteLength(text))));
  return all.subarray(0, size);
}

const rates = shapes.map(({ name, html, make }) => {
  const bytes = Buffer.from(make(size));
  const asked = decode(bytes).mediaType === "text/html";
  const seconds = work(html, bytes);
  const rate = bytes.length / 1e6 / Math.max(1e-6, seconds);
  console.log(
    `${name}\t${seconds.toFixed(2)} s\t${rate.toFixed(2)} MB/s${asked === html ? "" : "\tread as another type"}`,
  );
  return { name, rate };
});

const sorted = [...rates].sort((a, b) => a.rate - b.rate);
const usual = ordinary();
const pace = usual.length / 1e6 / work(false, usual);
const median = sorted[sorted.length >> 1]?.rate ?? 0;
const slow = sorted.filter(({ rate }) => rate * LIMIT < median);
print(`${sorted.length} shapes of ${(size / 1e6).toFixed(2)} MB, one process, CPU time`, [
  ["median", `${median.toFixed(2)} MB/s`],
  ["pages of corpus/dev", `${pace.toFixed(2)} MB/s`],
  ["slower than a fifth", slow.length === 0 ? "none" : slow.map(({ name }) => name).join(", ")],
  ...sorted
    .slice(0, 8)
    .map(({ name, rate }) => [name, `${rate.toFixed(2)} MB/s, median / ${(median / rate).toFixed(1)}`] as const),
]);
if (0 < slow.length && option("--size") === undefined) process.exitCode = 1;
