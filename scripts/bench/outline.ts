/**
 * `npm run bench:outline`: documents of up to 2 MB with up to 20,000 lines that look like headings, and how the time that
 * their outline takes grows with their length. Eight times the text takes eight times the time; up to three times
 * that is the machine (a quadratic reading would take eight times that): above it the exit status is 1.
 */
import { runPage } from "@zongjie/pipeline";
import { findOutline } from "@zongjie/segmenter";
import { shortest } from "./measure.ts";
import { print } from "./table.ts";

/** Lines that look like headings. */
const COUNTS = [2500, 5000, 10_000, 20_000] as const;

/** Most that the time may grow by over the growth of the text. */
const LIMIT = 3;

const TITLE = "枫溪县2023年工作总结";
const BODY = "全县干部职工团结一心，扎实推进各项任务，投入资金38万元，群众满意。";
const HAN = "一二三四五六七八九十";

/** 1 to 99 in Chinese: 11 is 十一. */
function han(i: number): string {
  const [tens, ones] = [Math.floor(i / 10) % 10, i % 10];
  return `${tens < 2 ? "" : HAN[tens - 1]}${tens === 0 ? "" : "十"}${ones === 0 ? (tens === 0 ? "十" : "") : HAN[ones - 1]}`;
}

/** A number of the i-th line that follows no rule, the same on every run. */
const anyOf = (i: number, most: number): number => ((i * 2_654_435_761) >>> 7) % most;

/** A marker of any level with any number. */
function markerOf(i: number): string {
  const n = anyOf(i, 9) + 1;
  return [`${han(n)}、`, `（${han(n)}）`, `${n}、`, `（${n}）`][anyOf(i + 7, 4)] ?? "";
}

/** The i-th heading-like line, its text behind it; together about 100 bytes. */
const SHAPES: Readonly<Record<string, (i: number) => string>> = {
  "three levels": (i) =>
    i % 12 === 0
      ? `${han((Math.floor(i / 12) % 30) + 1)}、主要做法`
      : i % 4 === 0
        ? `（${han((Math.floor(i / 4) % 3) + 1)}）加强领导`
        : `${i % 4}、落实责任。${BODY}`,
  "one level": (i) => `${i + 1}、落实责任\n${BODY}`,
  "one level that starts again": (i) => `${han((i % 9) + 1)}、落实责任\n${BODY}`,
  "numbers at random": (i) => `${han(anyOf(i, 99) + 1)}、落实责任。${BODY}`,
  "levels at random": (i) => `${markerOf(i)}落实责任。${BODY}`,
  "without numbers": (i) => `${["落实责任", "主要做法", "队伍建设", "存在的问题"][i % 4]}\n${BODY}`,
  "in one line": (i) => `${(i % 30) + 1}、落实责任 ${BODY}`,
  "run-in enumerations": (i) => `${han((i % 9) + 1)}是落实责任；二是${BODY}`,
};

function document(shape: string, count: number): string {
  const make = SHAPES[shape] ?? String;
  return `${TITLE}\n${Array.from({ length: count }, (_, i) => make(i)).join(shape === "in one line" ? " " : "\n")}`;
}

let steep = 0;

function row(name: string, shape: string, work: (text: string) => void): readonly [string, string] {
  const texts = COUNTS.map((count) => document(shape, count));
  const times = texts.map((text) => shortest(3, () => work(text)));
  const growth = (times.at(-1) ?? 0) / (times[0] ?? 1) / ((texts.at(-1)?.length ?? 0) / (texts[0]?.length ?? 1));
  if (LIMIT < growth) steep++;
  const size = Buffer.byteLength(texts.at(-1) ?? "") / 1e6;
  return [
    name,
    `${size.toFixed(2).padStart(7)}  ${times.map((s) => s.toFixed(3).padStart(6)).join("  ")}  ${growth.toFixed(2).padStart(6)}`,
  ];
}

const outline = (text: string): void => void findOutline(text);
const page = (text: string): void => void runPage({ uri: "page.txt", bytes: Buffer.from(text) }, { keywords: 0 });
// the data is read and compiled with the first texts, which would cost the first shape
for (const shape of Object.keys(SHAPES)) outline(document(shape, 500));
const head = ["", `     MB  ${COUNTS.map((count) => String(count).padStart(6)).join("  ")}  growth`] as const;
print(`outline of a document: seconds of CPU time by heading-like lines; growth of time over growth of text`, [
  head,
  ...Object.keys(SHAPES).map((shape) => row(shape, shape, outline)),
]);
print("the whole page", [head, row("three levels", "three levels", page)]);
console.log(`\ngrowth must stay below ${LIMIT}: ${steep === 0 ? "it does" : `${steep} shapes do not`}`);
if (0 < steep) process.exitCode = 1;
