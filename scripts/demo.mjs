/** `npm run demo`: the main job on the corpus, shown in one screen after another. What it writes stands in out/. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, runNode } from "./tool.mjs";

const CLI = join("packages", "cli", "bin", "zongjie.mjs");
const PAGES = "corpus/dev/pages";
const PAGE = `${PAGES}/collection-4--lupu-zuowen.txt`;
const COLLECTION = "corpus/dev/collection";
const OUT = "out";
const BRIEF = `kind: 总结
topic: 双拥工作
unit: 清溪县人民医院
period: 2024年
figures:
  - { metric: 国防教育讲座, value: 6, unit: 场 }
  - { metric: 走访慰问优抚对象, value: 128, unit: 户, comparison: 同比增长6% }
  - { metric: 减免医疗费用, value: 86000, unit: 元 }
  - { metric: 下部队巡诊, value: 4, unit: 次 }
  - { metric: 优抚对象免费体检覆盖率, value: 100, unit: "%", period: 2025年, target: true }
`;
const RECORDS = `${OUT}/records.ndjson`;

/** Runs the command, says which one, and gives what it wrote to stdout; ends the demo where it failed. */
function zongjie(...words) {
  console.log(`$ zongjie ${words.join(" ")}`);
  const { ok, output, stdout } = runNode([CLI, ...words]);
  if (ok) return stdout;
  console.error(`${output}\ndemo: the command above failed.`);
  process.exit(1);
}

function title(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 76 - text.length))}`);
}

/** The first lines of a text, each cut to the width of a screen (a Chinese character takes two columns). */
function print(text, lines, width = 96) {
  const all = text.replace(/\n+$/, "").split("\n");
  for (const line of all.slice(0, lines)) console.log(`  ${clipped(line.replaceAll("\t", " "), width)}`);
  if (lines < all.length) console.log(`  … ${all.length - lines} more lines`);
}

function clipped(line, width) {
  let columns = 0;
  let out = "";
  for (const c of line) {
    columns += c.codePointAt(0) < 0x2e80 ? 1 : 2;
    if (width < columns) return `${out}…`;
    out += c;
  }
  return out;
}

/** A failed check: `parts-sum: 5218户 = 1836户 + 2107户 + 1285户? computed 5228`. */
function inWords({ title: of, figures }, { code, figures: indexes, stated, computed }) {
  const surfaces = indexes.map((i) => figures[i]?.surface ?? "?").join(", ");
  const sum = Number(computed.toPrecision(6));
  return `${code}: the text says ${stated}, ${surfaces} come to ${sum}  (${of ?? "without a title"})`;
}

mkdirSync(join(ROOT, OUT), { recursive: true });

title("1. Scraped pages in, page records out");
const begin = performance.now();
zongjie("run", PAGES, "--out", RECORDS);
const seconds = (performance.now() - begin) / 1000;
const records = readFileSync(join(ROOT, RECORDS), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const documents = records.flatMap((record) => record.documents);
const count = (list) => list.reduce((sum, n) => sum + n, 0);
console.log(
  `  ${records.length} pages → ${documents.length} documents with ${count(documents.map((d) => d.figures.length))} figures in ${seconds.toFixed(1)} s;`,
);
console.log(
  `  ${count(records.map((r) => r.ledger.length))} changes, each in the ledger with its place, rule and reason`,
);

title("2. One page, before and after");
console.log(`  ${PAGE}`);
print(readFileSync(join(ROOT, PAGE), "utf8"), 12);
console.log("");
print(zongjie("clean", PAGE), 8);

title("3. Its figures");
print(zongjie("figures", PAGE, "--format", "table"), 10, 130);

title("4. Sums that the texts state and that do not hold");
const sums = documents.flatMap((d) => d.checks.filter((c) => !c.holds).map((check) => inWords(d, check)));
const failed = [...new Set(sums)];
print(failed.length === 0 ? "none" : failed.join("\n"), 6, 110);

title("5. What happened to one place, and by which rule");
const repairs = records.find((r) => r.source.uri === PAGE).ledger.filter((e) => e.stage === "repair");
const place = repairs.find((e) => e.reason === "decimal-separator") ?? repairs[0];
if (place !== undefined) print(zongjie("explain", PAGE, String(place.start)), 5, 110);

title("6. What past reports have in common, learned once");
const PATTERNS = `${OUT}/patterns.json`;
zongjie("learn", COLLECTION, "--out", PATTERNS);
print(zongjie("patterns", "stats", PATTERNS), 13);

title("7. A brief, and the outline for it");
writeFileSync(join(ROOT, OUT, "brief.yaml"), BRIEF);
const GIVEN = ["--brief", `${OUT}/brief.yaml`, "--patterns", PATTERNS];
print(BRIEF, 10);
print(zongjie("compose", ...GIVEN, "--outline").replace(/\n(?:>?\n)+/g, "\n"), 40);

title("8. The draft: every number is of the brief, what is not known stays open");
print(zongjie("compose", ...GIVEN).replace(/\n\n+/g, "\n"), 20);

title("Written");
zongjie("clean", PAGE, "--format", "md", "--out", `${OUT}/documents.md`);
zongjie("figures", RECORDS, "--format", "csv", "--bom", "--out", `${OUT}/figures.csv`);
zongjie("compose", ...GIVEN, "--outline", "--out", `${OUT}/outline.md`);
zongjie("compose", ...GIVEN, "--out", `${OUT}/draft.docx`);
for (const [name, what] of [
  ["records.ndjson", "page records, one JSON object a line"],
  ["documents.md", "the clean documents of the page above"],
  ["figures.csv", "all figures, for a spreadsheet"],
  ["patterns.json", "what the collection taught"],
  ["brief.yaml", "the brief"],
  ["outline.md", "the outline"],
  ["draft.docx", "the draft in the layout of official documents"],
]) {
  const file = join(ROOT, OUT, name);
  console.log(
    `  ${relative(ROOT, file).padEnd(20)} ${String(Math.ceil(statSync(file).size / 1024)).padStart(6)} KB  ${what}`,
  );
}
