/**
 * `npm run bench:families [-- COUNT]`: duplicates over a generated collection of COUNT documents (5,000): memory, time, and,
 * up to 10,000 documents, recall and precision against all pairs. The texts lie in a file, as with the command.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuplicateFamily } from "@zongjie/document";
import { familyFinder, textFile } from "@zongjie/pipeline";
import { alikePairs, listedPairs, memberPairs, shareOf } from "./alike.ts";
import { generateDocuments } from "./collection.ts";
import { secondsOf } from "./measure.ts";
import { print } from "./table.ts";

/** Documents that are held against each other. */
const COMPARED = 10_000;

const count = Number(process.argv[2] ?? 5000);
const folder = mkdtempSync(join(tmpdir(), "zongjie-families-"));
const texts = textFile(join(folder, "texts"));
const finder = familyFinder();
const seconds = { add: 0, find: 0 };
let letters = 0;
for (const { id, text } of generateDocuments(count, "清溪")) {
  const begin = secondsOf();
  texts.add(text);
  finder.add({ id, uri: id, title: null, date: null, published: null }, text);
  seconds.add += secondsOf() - begin;
  letters += text.length;
}
const kept: DuplicateFamily[] = [];
const types = { exact: 0, near: 0, passage: 0 };
const begin = secondsOf();
for (const family of finder.families(texts.read)) {
  types[family.type]++;
  if (count <= COMPARED) kept.push(family);
}
seconds.find = secondsOf() - begin;
const peak = process.resourceUsage().maxRSS / 1024;
texts.remove();
rmSync(folder, { recursive: true });
print(`duplicates over ${count} documents of ${Math.round(letters / count)} characters`, [
  [
    "families",
    Object.entries(types)
      .map(([type, n]) => `${n} ${type}`)
      .join(", "),
  ],
  ["adding (CPU time)", `${seconds.add.toFixed(1)} s`],
  ["finding (CPU time)", `${seconds.find.toFixed(1)} s`],
  ["most memory (RSS)", `${peak.toFixed(0)} MiB`],
]);
if (count <= COMPARED) {
  const truth = alikePairs([...generateDocuments(count, "清溪")], 5, 0.5);
  const found = listedPairs(kept);
  const members = memberPairs(kept);
  print("pairs of a Jaccard likeness of 0.5 and more", [
    ["by all pairs", String(truth.size)],
    ["recall", shareOf(truth, found).toFixed(4)],
    ["precision", shareOf(found, truth).toFixed(4)],
    ["of all members: recall", shareOf(truth, members).toFixed(4)],
    ["precision", shareOf(members, truth).toFixed(4)],
  ]);
}
