// Scores the values of numerals, money and percentages on the test cases of other libraries, where they lie at hand.
//
//   node --conditions=@zongjie/source --import tsx scripts/peers-figures.ts [--errors]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { findFigures } from "@zongjie/segmenter";

interface Case {
  readonly suite: string;
  readonly model: string;
  readonly group: string;
  readonly input: string;
  readonly written?: string;
  readonly expected:
    | readonly { text: string; typeName: string; value: number | null; range: readonly (number | null)[] | null }[]
    | null;
  readonly quirk?: { readonly advice: string };
}

const FOLDER = "../shared/peers/figures";
const rows = new Map<string, [right: number, all: number]>();
/** Rows on which guides/figures.md says otherwise or nothing, by the rule that leaves them out. */
const leftOut = new Map<string, number>();
const misses: string[] = [];

function count(row: string, right: boolean, note: string): void {
  const cells = rows.get(row) ?? [0, 0];
  rows.set(row, [cells[0] + (right ? 1 : 0), cells[1] + 1]);
  if (!right) misses.push(`${row}: ${note}`);
}

const LONE = /(?<![零〇一二两三四五六七八九十百千万亿点第])[一两](?![零〇一二两三四五六七八九十百千万亿点成])/;

/** Whether the sides differ by nothing but a lone 一 or 两, which only means "a" or "some". */
function differsByOne(spoken: string, got: readonly number[], other: readonly number[]): boolean {
  const rest = [...other];
  for (const value of got) {
    const at = rest.findIndex((one) => same(one, value));
    if (at === -1) return false;
    rest.splice(at, 1);
  }
  return LONE.test(spoken) && 0 < rest.length && rest.every((value) => value === 1 || value === 2);
}

/** The rule by which a pair of the peers is left out; null for most. */
function ruleOut(spoken: string, written: string, got: readonly number[], other: readonly number[]): string | null {
  if (/比/.test(spoken) && /\d[-/]\d/.test(written)) return "scores: 一比二 as 1-2 or 2/2 may be a range or a part";
  return differsByOne(spoken, got, other) ? "a lone 一 or 两 before a classifier counts nothing" : null;
}

/** All values of a text, ranges with both their ends. */
function values(text: string): number[] {
  return findFigures(text).flatMap((f) => (f.range !== null ? [...f.range] : f.value !== null ? [f.value] : []));
}

/** Fractions are written to four places. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(6e-5, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
}

function score(test: Case): void {
  if (test.quirk !== undefined || test.group === "ordinal" || /ordinal/i.test(test.model)) return;
  const got = values(test.input);
  const kinds = new Set(test.expected?.map((e) => e.typeName));
  if (test.group === "pair" || test.expected === null) {
    if (
      test.written === undefined ||
      !/\d/.test(test.written) ||
      /date|time|telephone|phone|ordinal|math|char|license|whitelist/.test(test.model)
    )
      return;
    const other = values(test.written);
    const rule = ruleOut(test.input, test.written, got, other);
    if (rule !== null) {
      leftOut.set(rule, (leftOut.get(rule) ?? 0) + 1);
      return;
    }
    count(
      "pairs, spoken and written",
      got.length === other.length && got.every((v, i) => same(v, other[i] ?? Number.NaN)),
      `${test.input} | ${test.written}: ${got} | ${other}`,
    );
    return;
  }
  const [first] = test.expected;
  if (first === undefined || test.expected.length !== 1) return;
  const want = first.range ?? [first.value];
  if (want.some((v) => v === null)) return;
  const right = want.length === got.length && want.every((v, i) => same(v ?? Number.NaN, got[i] ?? Number.NaN));
  const note = `${test.suite} ${test.input}: ${want} got ${got}`;
  if (
    kinds.has("number") &&
    first.text === test.input &&
    /NumberModel$|cardinal|strict|normal|smart|decimal|fraction/i.test(test.model) &&
    !/Range/.test(test.model)
  )
    count("numeral strings", right, note);
  else if (kinds.has("money") || kinds.has("currency")) count("money", right, note);
  else if (kinds.has("percent") || kinds.has("percentage")) count("percent", right, note);
}

if (!existsSync(FOLDER)) console.log(`skipped: ${FOLDER} is not here`);
else {
  for (const name of readdirSync(FOLDER).sort())
    for (const line of readFileSync(`${FOLDER}/${name}`, "utf8").split("\n"))
      if (line !== "") score(JSON.parse(line) as Case);
  for (const [row, [right, all]] of rows)
    console.log(
      `${row.padEnd(28)} ${String(right).padStart(4)} of ${String(all).padStart(4)}  ${((100 * right) / all).toFixed(1)} %`,
    );
  for (const [rule, count] of leftOut) console.log(`left out ${String(count).padStart(4)}: ${rule}`);
  if (process.argv.includes("--errors")) for (const miss of misses) console.log(miss);
}
