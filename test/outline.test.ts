import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decode } from "@zongjie/cleaner";
import { flatSections, type Section } from "@zongjie/document";
import { runPage } from "@zongjie/pipeline";
import { findOutline } from "@zongjie/segmenter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocuments } from "../scripts/corpus/half.ts";

const ROOT = fileURLToPath(new URL("../corpus/dev", import.meta.url));

/** The documents of the corpus as their authors wrote them: name and lines, a block a line. */
const DOCUMENTS = readDocuments(ROOT).documents.map(
  ({ meta, blocks }) => [meta.id, blocks.map(({ text }) => text)] as const,
);

/** Text pages of the corpus, each sixth one: name and decoded text. */
const PAGES = readdirSync(join(ROOT, "pages"))
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .filter((_name, i) => i % 6 === 0)
  .map((name) => [name, decode(readFileSync(join(ROOT, "pages", name))).text] as const);

/** As much of a section as its place in the tree says. */
interface Node extends Pick<Section, "level" | "depth" | "role" | "marker" | "span"> {
  readonly items: readonly unknown[];
  readonly children: readonly Node[];
}

type Sections = readonly Node[];

/** What must not change: the tree without offsets. */
function shape(sections: Sections): unknown[] {
  return sections.map(({ level, depth, role, marker, items, children }) => [
    level,
    depth,
    role,
    marker?.normalize("NFKC") ?? null,
    items.length,
    shape(children),
  ]);
}

const tree = (lines: readonly string[]): unknown[] => shape(findOutline(lines.join("\n")).sections);

/** Marks of Chinese text and what they are in the other width. */
const WIDTHS: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
  "！": "!",
  "？": "?",
};
const OTHER = new Map(
  Object.entries(WIDTHS).flatMap(([wide, narrow]) => [[wide, narrow] as const, [narrow, wide] as const]),
);
const MARK = /(?<=\p{Script=Han})[，：；（）！？,:;()!?](?=\p{Script=Han})/gu;

describe("the documents of the corpus", () => {
  it("are found", () => expect(DOCUMENTS.length).toBeGreaterThan(40));

  it.each(DOCUMENTS)("%s: every character has one deepest section, or stands in front of all", (_name, lines) => {
    const text = lines.join("\n");
    const { sections, blocks } = findOutline(text);
    const cover = new Uint8Array(text.length);
    for (const { type, start, end } of blocks)
      if (type === "title" || type === "salutation") for (let i = start; i < end; i++) cover[i] = 1 + (cover[i] ?? 0);
    const walk = (own: Sections, from: number, to: number): void => {
      let at = from;
      for (const { span, children } of own) {
        expect([at <= span.start, span.start < span.end, span.end <= to]).toEqual([true, true, true]);
        walk(children, span.start, span.end);
        at = span.end;
      }
    };
    walk(sections, 0, text.length);
    for (const { span, children } of flatSections(sections))
      for (let i = span.start; i < span.end; i++)
        if (!children.some((child) => child.span.start <= i && i < child.span.end)) cover[i] = 1 + (cover[i] ?? 0);
    const wrong = [...cover].flatMap((count, i) =>
      count === 1 || (count === 0 && /\s/.test(text[i] ?? "")) ? [] : [i],
    );
    expect(wrong).toEqual([]);
  });

  it.each(DOCUMENTS)("%s: blanks at line ends change nothing", (_name, lines) => {
    const before = tree(lines);
    const blank = fc.constantFrom("", " ", "　", "  \t", "\u00a0");
    fc.assert(
      fc.property(fc.array(blank, { minLength: lines.length, maxLength: lines.length }), (ends) => {
        expect(tree(lines.map((line, i) => line + ends[i]))).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });

  it.each(DOCUMENTS)("%s: the width of marks between Chinese characters changes nothing", (_name, lines) => {
    const before = tree(lines);
    const dressed = (change: (i: number) => boolean): string[] => {
      let n = 0;
      return lines.map((line) => line.replace(MARK, (mark) => (change(n++) ? (OTHER.get(mark) ?? mark) : mark)));
    };
    expect(tree(dressed(() => true))).toEqual(before);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 97, maxLength: 97 }), (flips) => {
        expect(tree(dressed((i) => flips[i % flips.length] === true))).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });
});

describe("the text pages of the corpus", () => {
  const trees = (uri: string, text: string): unknown[] =>
    runPage({ uri, bytes: Buffer.from(text) }, { keywords: 0 }).documents.map(({ sections }) => shape(sections));

  it("are found", () => expect(PAGES.length).toBeGreaterThan(10));

  it.each(PAGES)("%s: neither blanks at line ends nor the width of marks change its trees", (name, text) => {
    const before = trees(name, text);
    let line = 0;
    const blanks = text.replace(/(?=\r?\n)/g, () => ["", "  ", "　", "\u00a0"][line++ % 4] ?? "");
    expect(trees(name, blanks)).toEqual(before);
    expect(
      trees(
        name,
        text.replace(MARK, (mark) => OTHER.get(mark) ?? mark),
      ),
    ).toEqual(before);
  });
});
