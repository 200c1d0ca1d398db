import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cleanPage, runPage } from "@zongjie/pipeline";

import { align } from "./figures.ts";
import { type Floors, raise } from "./floors.ts";
import { type EvalPage, hashHalf, readHalf } from "./gold.ts";
import { measurePage } from "./measure.ts";
import { evaluate } from "./run.ts";
import { readSharedGold } from "./shared-gold.ts";
import { measureStructure } from "./structure.ts";
import { macro, score, type Tally } from "./tally.ts";

const flags = new Set(process.argv.slice(2).filter((a) => a.startsWith("--")));
const wanted = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const SHARED = "../shared";
const FLOORS = "scripts/eval/floors.json";

const sets: [string, () => EvalPage[]][] = [
  ...["dev", "frozen", "dev figures", "frozen figures"].map((half): [string, () => EvalPage[]] => [
    half,
    () => readHalf(half),
  ]),
  ["shared", () => readSharedGold(SHARED)],
];

for (const [name, read] of sets) {
  if (wanted.length > 0 && !wanted.some((word) => name === word || name.endsWith(` ${word}`))) continue;
  const pages = read();
  if (pages.length === 0) {
    console.log(`\n## ${name}: skipped, no gold here`);
    continue;
  }
  const tally = evaluate(pages);
  print(name, pages.length, tally);
  if (flags.has("--errors") && !name.startsWith("frozen")) for (const page of pages) errors(page);
  if (flags.has("--pin") && name !== "shared") pin(name, pages, tally);
}

if (wanted.length === 0 || wanted.includes("structure")) {
  const wrong: string[] = [];
  const tally = measureStructure("corpus/dev", wrong);
  print("structure: sentences, dates and names of corpus/dev", null, tally);
  if (flags.has("--errors")) for (const line of wrong) console.log(`  ${line}`);
}

function print(name: string, pages: number | null, tally: Tally): void {
  console.log(`\n## ${name}${pages === null ? "" : ` (${pages} pages)`}`);
  for (const [key, cells] of tally) {
    const value = (100 * score(cells)).toFixed(2).padStart(6);
    const detail =
      cells.length === 3 ? `P ${percent(cells[0], cells[1])}  R ${percent(cells[0], cells[2])}  F1` : "ok".padStart(22);
    console.log(`${key.padEnd(26)} ${detail} ${value}   (${cells.join("/")})`);
  }
  const mean = macro(tally, "role.");
  if (mean !== null)
    console.log(
      `${"roles macro-F1".padEnd(26)} ${`of ${mean.of} with five cases`.padStart(22)} ${(100 * mean.f1).toFixed(2).padStart(6)}`,
    );
}

function percent(a = 0, b = 0): string {
  return (b === 0 ? 100 : (100 * a) / b).toFixed(2).padStart(6);
}

/** Writes floors, never lower than they stand. */
function pin(half: string, pages: readonly EvalPage[], tally: Tally): void {
  const floors: Floors = existsSync(FLOORS) ? (JSON.parse(readFileSync(FLOORS, "utf8")) as Floors) : {};
  const next = raise(floors[half], hashHalf(pages), tally);
  writeFileSync(FLOORS, `${JSON.stringify({ ...floors, [half]: next }, null, 2)}\n`);
  console.log(`floors of ${half} written to ${FLOORS}`);
}

/** Lists what is wrong on a page, for reading. */
function errors(page: EvalPage): void {
  const record = runPage({ uri: page.name, bytes: page.bytes }, { keywords: 0 });
  const tally: Tally = new Map();
  const raw = cleanPage({ uri: page.name, bytes: page.bytes }).decoded.text;
  measurePage(tally, record, page.gold, raw);
  const low = [...tally]
    .filter(([, cells]) => score(cells) < 1)
    .map(([key, cells]) => `${key} ${(100 * score(cells)).toFixed(1)}`);
  if (low.length === 0) return;
  console.log(`\n### ${page.name}: ${low.join(", ")}`);
  const found = record.documents
    .flatMap((d) => d.figures)
    .map((f) => ({ ...f, start: f.raw[0]?.start ?? 0, end: f.raw.at(-1)?.end ?? 0 }));
  const firm = (page.gold.figures ?? []).filter((g) => !g.optional && !g.masked);
  const { pairs, used } = align(firm, found);
  for (const g of firm) if (!pairs.some(([h]) => h === g)) console.log(`  missed ${g.surface} [${g.metric}]`);
  for (const p of found) if (!used.has(p)) console.log(`  extra  ${p.surface} [${p.metric}]`);
}
