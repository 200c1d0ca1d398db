import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findEntities, findSentences } from "@zongjie/segmenter";
import { add, type Tally } from "./tally.ts";

/** A stretch of a text and what the gold says of it. */
interface Marked {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string | null;
}

/** Lines of all files of a folder of the corpus; none where there is no such folder. */
function linesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .filter((line) => line.trim() !== "");
}

/** `他说：“好。”｜大家鼓掌。` has two sentences. */
function measureSentences(tally: Tally, lines: readonly string[], errors: string[]): void {
  for (const line of lines) {
    const want: string[] = [];
    let at = 0;
    for (const sentence of line.split("｜")) {
      const blanks = sentence.length - sentence.trimStart().length;
      want.push(`${at + blanks}-${at + sentence.trimEnd().length}`);
      at += sentence.length;
    }
    const text = line.replaceAll("｜", "");
    const found = findSentences(text, [{ type: "paragraph", start: 0, end: text.length }]);
    const right = found.filter(({ start, end }) => want.includes(`${start}-${end}`)).length;
    add(tally, "sentences", [right, found.length, want.length]);
    if (right < Math.max(found.length, want.length))
      errors.push(`sentences: ${line}  got ${found.map(({ start, end }) => text.slice(start, end)).join("｜")}`);
  }
}

/** `⟦5月4日=--05-04⟧走访` and `⟦org:河湾县教育局⟧`: a text and what is marked in it. */
function readMarks(line: string): { text: string; marks: Marked[] } {
  const marks: Marked[] = [];
  let text = "";
  let at = 0;
  for (const match of line.matchAll(/⟦(?:(?<type>[a-z]+):)?(?<surface>[^⟧]*?)(?:=(?<value>[^⟧=]*))?⟧/gu)) {
    text += line.slice(at, match.index);
    const { type = "date", surface = "", value } = match.groups ?? {};
    marks.push({ start: text.length, end: text.length + surface.length, type, value: value ?? null });
    text += surface;
    at = match.index + match[0].length;
  }
  return { text: text + line.slice(at), marks };
}

function measureDates(tally: Tally, lines: readonly string[], errors: string[]): void {
  for (const line of lines) {
    const { text, marks } = readMarks(line);
    const found = findEntities(text).filter(({ type }) => type === "date" || type === "period");
    const at = (one: { start: number; end: number }): string => `${one.start}-${one.end}`;
    const spans = new Set(marks.map(at));
    const values = new Set(marks.map((mark) => `${at(mark)} ${mark.value}`));
    const right = found.filter((one) => values.has(`${at(one)} ${one.value}`)).length;
    add(tally, "dates", [found.filter((one) => spans.has(at(one))).length, found.length, marks.length]);
    add(tally, "dates with value", [right, found.length, marks.length]);
    if (right < Math.max(found.length, marks.length))
      errors.push(`dates: ${line}  got ${found.map(({ surface, value }) => `${surface}=${value}`).join(" ")}`);
  }
}

function measureNames(tally: Tally, lines: readonly string[], errors: string[]): void {
  for (const line of lines) {
    const { text, marks } = readMarks(line);
    const found = findEntities(text).filter(({ type }) => type !== "date" && type !== "period");
    const key = (one: { type: string; start: number; end: number }): string => `${one.type} ${one.start}-${one.end}`;
    const want = new Set(marks.map(key));
    for (const type of new Set([...marks, ...found].map((one) => one.type))) {
      const [own, gold] = [found, marks].map((list) => list.filter((one) => one.type === type)) as [
        typeof found,
        Marked[],
      ];
      add(tally, `names.${type}`, [own.filter((one) => want.has(key(one))).length, own.length, gold.length]);
    }
    const right = found.filter((one) => want.has(key(one))).length;
    if (right < Math.max(found.length, marks.length))
      errors.push(`names: ${line}  got ${found.map(({ type, surface }) => `${type}:${surface}`).join(" ")}`);
  }
}

/** Measures sentences, dates and names against the gold under corpus/dev; `errors` takes the lines that are wrong. */
export function measureStructure(root = "corpus/dev", errors: string[] = []): Tally {
  const tally: Tally = new Map();
  measureSentences(tally, linesOf(join(root, "sentences")), errors);
  measureDates(tally, linesOf(join(root, "dates")), errors);
  measureNames(tally, linesOf(join(root, "names")), errors);
  return tally;
}
