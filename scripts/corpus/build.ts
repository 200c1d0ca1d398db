/**
 * `tsx scripts/corpus/build.ts dev|frozen [--check]` writes the pages and gold of a half from its documents and skins;
 * with --check it writes nothing and ends with status 1 where the files on disk are not what it would write.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pagesOf } from "./corpus.ts";
import { folder } from "./half.ts";

const [half = "dev", option] = process.argv.slice(2);
const root = folder(half);
const { pages, problems } = pagesOf(root);
const files = new Map<string, Uint8Array>();
for (const page of pages) {
  files.set(join("pages", page.file), page.bytes);
  files.set(join("gold", `${page.name}.json`), Buffer.from(page.goldText));
}
const present = ["pages", "gold"].flatMap((dir) =>
  existsSync(join(root, dir)) ? readdirSync(join(root, dir)).map((name) => join(dir, name)) : [],
);
const stale = present.filter((name) => !files.has(name));
const changed = [...files].filter(
  ([name, bytes]) => !present.includes(name) || !readFileSync(join(root, name)).equals(bytes),
);

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (option === "--check") {
  for (const name of stale) process.stderr.write(`${join(root, name)}: nothing writes this file\n`);
  for (const [name] of changed) process.stderr.write(`${join(root, name)}: not as built\n`);
} else {
  for (const dir of ["pages", "gold"]) mkdirSync(join(root, dir), { recursive: true });
  for (const name of stale) rmSync(join(root, name));
  for (const [name, bytes] of changed) writeFileSync(join(root, name), bytes);
}
process.stdout.write(`${pages.length} pages, ${stale.length} stale and ${changed.length} changed files\n`);
process.exitCode = 0 < problems.length || (option === "--check" && 0 < stale.length + changed.length) ? 1 : 0;
