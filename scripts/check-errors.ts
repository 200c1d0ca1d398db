// Puts arithmetic errors into the corpus's documents, one at a time, and counts how many of them the checks see.
//
//   node --conditions=@zongjie/source --import tsx scripts/check-errors.ts dev|frozen
//
// Prints numbers only, so that it may be run on the frozen half.
import { join } from "node:path";
import type { Check, TextFigure } from "@zongjie/document";
import { findChecks, findFigures } from "@zongjie/segmenter";
import { filesIn, folder } from "./corpus/half.ts";
import { readDocument } from "./corpus/source.ts";
import { broken, type Plain, plainOf, slipsOf } from "./slips.ts";

const half = process.argv[2] ?? "dev";
const files = ["documents", "figures"].flatMap((name) => filesIn(join(folder(half), name), ".txt"));
const tally = new Map<string, [seen: number, made: number]>();
let characters = 0;
const alarms = new Map<string, number>();
let known = 0;
let knownSeen = 0;
for (const file of files) {
  const plain = plainOf(readDocument(file));
  const clean = failing(plain.text, plain.headings);
  characters += plain.text.length;
  const wrong = plain.checks.filter((c) => !c.holds);
  known += wrong.length;
  const lost = plain.figures.filter((f) => f.suspect !== null).map((f) => f.start);
  const places = wrong.map((c) => c.figures.map((id) => plain.figures.find((f) => f.id === id)?.start ?? -1));
  knownSeen += places.filter((p) => clean.some((c) => c.places.some((at) => p.includes(at)))).length;
  for (const { code } of clean.filter((c) => ![...places, lost].some((p) => c.places.some((at) => p.includes(at)))))
    alarms.set(code, (alarms.get(code) ?? 0) + 1);
  for (const slip of slipsOf(plain)) {
    const { text, headings } = broken(plain, slip);
    const before = new Set(clean.map((c) => c.key));
    const seen = failing(text, headings).some(
      (c) => !before.has(c.key) && c.places.some((at) => slip.start <= at && at < slip.start + slip.insert.length),
    );
    for (const key of [slip.kind, slip.code]) {
      const cells = tally.get(key) ?? [0, 0];
      tally.set(key, [cells[0] + (seen ? 1 : 0), cells[1] + 1]);
    }
  }
}

/** The checks of a text that do not hold, with the places of their figures. */
function failing(text: string, headings: Plain["headings"]): { key: string; code: string; places: number[] }[] {
  const figures: readonly TextFigure[] = findFigures(text, { headings });
  return findChecks(text, figures)
    .filter((check: Check) => !check.holds)
    .map((check) => ({
      code: check.code,
      key: `${check.code} ${check.stated} ${check.computed}`,
      places: check.figures.map((i) => figures[i]?.start ?? -1),
    }));
}

// each slip is counted twice, under its kind and under the check that it breaks
const made = [...tally.values()].reduce((all, [, n]) => all + n, 0) / 2;
const seen = [...tally.values()].reduce((all, [n]) => all + n, 0) / 2;
for (const [kind, [ok, n]] of tally)
  console.log(
    `${kind.padEnd(12)} ${String(ok).padStart(4)} of ${String(n).padStart(4)}  ${((100 * ok) / Math.max(1, n)).toFixed(1)} %`,
  );
console.log(
  `recall       ${String(seen).padStart(4)} of ${String(made).padStart(4)}  ${((100 * seen) / Math.max(1, made)).toFixed(1)} %`,
);
console.log(`errors that the documents hold themselves: ${knownSeen} of ${known} seen`);
const count = [...alarms.values()].reduce((all, n) => all + n, 0);
const codes = [...alarms].map(([code, n]) => `${code} ${n}`).join(", ");
console.log(`false alarms ${count} in ${characters} characters${codes === "" ? "" : ` (${codes})`}`);
