/** `tsx scripts/corpus/check.ts dev|frozen [--errors]` reads and reviews all documents of a half; exit status 1 where one is malformed. */
import { basename, join } from "node:path";
import { folder, readDocuments } from "./half.ts";
import { review } from "./review.ts";

const [half = "dev", option] = process.argv.slice(2);
const root = folder(half);
const read = (["documents", "figures"] as const).map((name) => ({ name, ...readDocuments(root, name) }));
const documents = read.flatMap((part) => part.documents);
const problems = read.flatMap((part) => part.problems);
let errors = problems.length;
for (const problem of problems) process.stderr.write(`${problem}\n`);
for (const part of read)
  for (const document of part.documents)
    for (const { line, weight, what } of review(document)) {
      if (weight === "error") errors++;
      if (weight === "error" || option !== "--errors")
        process.stderr.write(
          `${join(root, part.name, document.meta.id)}.txt:${line}: ${weight === "error" ? "" : "doubt: "}${what}\n`,
        );
    }

/** Counts of one property, the most frequent first: `总结 12  计划 3`. */
function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word, n]) => `${word} ${n}`)
    .join("  ");
}

const blocks = documents.flatMap((d) => d.blocks);
const figures = blocks.flatMap((b) => b.figures);
const rows: [string, string][] = [
  ["documents", `${documents.length} in ${basename(root)}, ${problems.length} malformed`],
  ["characters", String(blocks.reduce((n, b) => n + b.text.length, 0))],
  ["kinds", tally(documents.map((d) => d.meta.kind))],
  ["fields", tally(documents.map((d) => d.meta.field))],
  ["complete", tally(documents.map((d) => String(d.meta.complete)))],
  ["blocks", tally(blocks.map((b) => b.type))],
  ["roles", tally(blocks.flatMap((b) => b.heading?.roles ?? []))],
  ["figures", `${figures.length}: ${tally(figures.map((f) => f.kind))}`],
  ["suspects", tally(figures.flatMap((f) => f.suspect ?? []))],
  ["checks", tally(documents.flatMap((d) => d.checks.map((c) => c.code)))],
];
for (const [label, text] of rows) process.stdout.write(`${label.padEnd(12)}${text}\n`);
process.exitCode = errors === 0 ? 0 : 1;
