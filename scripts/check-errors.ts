// Puts arithmetic errors into the corpus's documents, one at a time, and counts how many of them the checks see.
//
//   node --conditions=@zongjie/source --import tsx scripts/check-errors.ts dev|frozen
//
// Prints numbers only, so that it may be run on the frozen half.
import { join } from "node:path";
import type { Check, TextFigure } from "@zongjie/document";
import { findChecks, findFigures } from "@zongjie/segmenter";
import type { Figure } from "./corpus/annotation.ts";
import { filesIn, folder } from "./corpus/half.ts";
import { type PlainDocument, plainDocument } from "./corpus/plain.ts";
import { readDocument, type SourceDocument } from "./corpus/source.ts";

interface Plain extends PlainDocument {
  readonly checks: SourceDocument["checks"];
}

/** An error: characters of the text replaced. */
interface Slip {
  readonly kind: string;
  /** The check that it breaks. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

function plainOf(document: SourceDocument): Plain {
  return { ...plainDocument(document), checks: document.checks };
}

/** The digits of a figure, changed; null where it is written in Han characters. */
function changed(figure: Figure, change: (value: number) => number): Slip | null {
  const hit = /^[\d.,]+/.exec(figure.surface);
  if (hit === null || figure.suspect !== null || figure.range !== null) return null;
  const decimals = hit[0].split(".")[1]?.length ?? 0;
  const insert = change(Number(hit[0].replaceAll(",", ""))).toFixed(decimals);
  return insert === hit[0]
    ? null
    : { kind: "", code: "", start: figure.start, end: figure.start + hit[0].length, insert };
}

/** 48.5万 for 48.5, 48.5 for 48.5万: four places lost or won. */
function tenThousand(figure: Figure): Slip | null {
  const hit = /^([\d.,]+)(万|亿)?/.exec(figure.surface);
  if (hit === null || figure.suspect !== null || figure.range !== null || figure.kind === "percent") return null;
  const scale = hit[2] === undefined ? "万" : hit[2] === "亿" ? "万" : "";
  return { kind: "", code: "", start: figure.start, end: figure.start + hit[0].length, insert: `${hit[1]}${scale}` };
}

function slipsOf({ text, figures, checks }: Plain): Slip[] {
  const out: Slip[] = [];
  for (const check of checks) {
    if (!check.holds || ["count-list", "range", "same-metric"].includes(check.code)) continue;
    const add = (kind: string, slip: Slip | null): void => {
      if (slip !== null) out.push({ ...slip, kind, code: check.code });
    };
    const members = check.figures.map((id) => figures.find((f) => f.id === id)).filter((f) => f !== undefined);
    const [first, ...others] = members;
    const last = others.at(-1);
    if (first === undefined || last === undefined || members.length !== check.figures.length) continue;
    const share = first.kind === "percent" && check.code !== "parts-sum";
    add(
      share ? "share" : "total",
      changed(first, (v) => (share && 80 < v ? v - 7 : v * 1.13 + 2)),
    );
    add(
      check.code === "parts-sum" || check.code === "shares-sum" ? "part" : "base",
      changed(last, (v) => v * 1.17 + 2),
    );
    add(
      "scale 10",
      changed(first, (v) => (share && 10 < v ? v / 10 : v * 10)),
    );
    if (2 <= others.length && others[0] !== undefined)
      add(
        "part",
        changed(others[0], (v) => v * 0.81 + 1),
      );
    add("scale 10⁴", tenThousand(others[0] ?? first));
  }
  return [...out, ...secondValues(text, figures)];
}

/** A closing sentence that gives a figure of the text another value. */
function secondValues(text: string, figures: readonly Figure[]): Slip[] {
  const fit = figures.filter(
    (f) =>
      5 <= f.metric.length &&
      f.period !== null &&
      f.comparison === null &&
      f.qualifier === null &&
      f.modality === "stated" &&
      (f.kind === "count" || f.kind === "money" || f.kind === "percent") &&
      text.slice(Math.max(0, f.start - 30), f.start).endsWith(f.metric) &&
      figures.filter((g) => g.metric === f.metric && g.period === f.period && g.comparison === null).length === 1,
  );
  return fit.flatMap((f) => {
    const slip = changed(f, (v) => v * 1.2 + 3);
    if (slip === null) return [];
    const value = slip.insert + f.surface.slice(slip.end - slip.start);
    return [
      {
        kind: "two values",
        code: "same-metric",
        start: text.length,
        end: text.length,
        insert: `综上，${f.period}${f.metric}${value}。\n`,
      },
    ];
  });
}

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
    const text = plain.text.slice(0, slip.start) + slip.insert + plain.text.slice(slip.end);
    const moved = slip.insert.length - (slip.end - slip.start);
    const headings = plain.headings.map((h) =>
      h.start < slip.start ? h : { start: h.start + moved, end: h.end + moved },
    );
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
