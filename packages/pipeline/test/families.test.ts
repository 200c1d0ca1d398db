import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuplicateFamily } from "@zongjie/document";
import { duplicatesSchema } from "@zongjie/document/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateDocuments } from "../../../scripts/bench/collection.ts";
import { bareText } from "../src/duplicates/unit.ts";
import { familyFinder } from "../src/families/index.ts";
import { lettersOf } from "../src/families/letters.ts";
import { starsOf } from "../src/families/stars.ts";
import { textFile } from "../src/families/text-file.ts";

/** Long texts that have nothing in common. */
const [A = "", B = "", C = "", D = ""] = [..."甲乙丙丁"].map(
  (seed) => [...generateDocuments(1, seed)][0]?.text.slice(0, 900) ?? "",
);

/** Some hundred characters that reports of several offices have in common. */
const SHARED =
  "各乡镇要压实属地责任，逐村逐户开展拉网式排查，建立问题、责任、整改三张清单，明确责任人和完成时限，实行销号管理，对整改不力的单位通报批评，确保各项部署落到实处，年底前完成验收。";
const LONGER =
  "全年共排查各类隐患38处，全部录入监管平台，实行一患一档，由县安委办牵头，会同住建、应急、消防等部门联合会商，逐处研究整改方案，落实整改资金，做到不漏一户、不留死角。";

interface Given {
  readonly text: string;
  readonly date?: string;
  readonly published?: string;
}

/** The families of texts that are named 0, 1, 2 …. */
function families(given: readonly (string | Given)[]): DuplicateFamily[] {
  const all = given.map((one): Given => (typeof one === "string" ? { text: one } : one));
  const finder = familyFinder();
  for (const [i, { text, date = null, published = null }] of all.entries())
    finder.add({ id: String(i), uri: `${i}.txt`, title: null, date, published }, text);
  return [...finder.families((i) => all[i]?.text ?? "")];
}

/** `near 0 2` for a family of the documents 0 (the original) and 2. */
function names(given: readonly (string | Given)[]): string[] {
  return families(given).map(({ type, members }) => `${type} ${members.map(({ document }) => document).join(" ")}`);
}

describe("familyFinder", () => {
  it.each<[string, (string | Given)[], string[]]>([
    ["nothing in common", [A, B, C], []],
    ["the same text, other marks and widths", [A, B, A.replaceAll("，", ",").replaceAll("。", " . ")], ["exact 0 2"]],
    ["a text with the beginning of another behind it", [A, B, A + B.slice(0, 200)], ["near 0 2", "passage 1 2"]],
    ["a text that is twice as long by other words", [A, A + B + C], ["passage 0 1"]],
    ["texts that share a paragraph", [A + SHARED, B, C + SHARED + D], ["passage 0 2"]],
    [
      "a paragraph with other numbers",
      [A + SHARED + LONGER.replace("38", "4206"), B + SHARED + LONGER],
      ["passage 0 1"],
    ],
    ["a sentence in common", [A + SHARED.slice(0, 40), B + SHARED.slice(0, 40)], []],
    ["texts without a letter", ["……", "。。。", ""], []],
    ["texts shorter than a shingle", ["总结", "总结", "计划"], ["exact 0 1"]],
    [
      "a page that holds two texts",
      [A, `${A}${A.slice(0, 90)}`, A + B, B, B + B.slice(0, 90)],
      ["near 0 1", "near 2 3 4", "passage 0 2"],
    ],
  ])("%s", (_, given, expected) => {
    expect(names(given).sort()).toEqual(expected);
  });

  it.each<[string, Given[], string]>([
    [
      "date",
      [
        { text: A, date: "2022-03-01" },
        { text: A, date: "2021-12" },
      ],
      "1",
    ],
    ["date before none", [{ text: A }, { text: A, date: "2023-01-01" }], "1"],
    [
      "date of publication where the signatures agree",
      [
        { text: A, date: "2021-12-20", published: "2023-01-02" },
        { text: A, date: "2021-12-20", published: "2022-01-02" },
      ],
      "1",
    ],
    ["order of reading", [{ text: A }, { text: A }], "0"],
  ])("takes the original by %s", (_, given, original) => {
    expect(families(given)[0]).toMatchObject({ original, type: "exact", pairs: [[0, 1, 1]] });
  });

  it("gives the span of a passage in each text", () => {
    const given = [`${A}\n${SHARED}\n${C}`, `𠮷${B}。${SHARED.replaceAll("，", ", ")}`];
    const [family] = families(given);
    expect(
      family?.members.map(({ span, document }) => bareText(given[Number(document)]?.slice(span.start, span.end) ?? "")),
    ).toEqual([bareText(SHARED), bareText(SHARED)]);
    expect(family).toMatchObject({ type: "passage", similarity: 1, opening: SHARED.slice(0, 40), pairs: null });
  });

  it("finds the same families in any order", () => {
    const texts = [
      ...generateDocuments(60, "任意"),
      ...[...generateDocuments(60, "任意")].map(({ text }, i) => ({ id: `+${i}`, text: text.slice(0, -30) })),
    ];
    const found = (order: readonly { id: string; text: string }[]): string[] => {
      const finder = familyFinder();
      for (const { id, text } of order) finder.add({ id, uri: id, title: null, date: null, published: null }, text);
      return [...finder.families((i) => order[i]?.text ?? "")].map(({ id, type }) => `${type} ${id}`).sort();
    };
    const expected = found(texts);
    expect(expected.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (order) => {
        expect(found(order)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  it("writes what the schema says", () => {
    for (const family of families([A, A, A + B.slice(0, 99), C + SHARED, D + SHARED]))
      expect(duplicatesSchema.parse(family)).toEqual(family);
  });
});

describe("lettersOf", () => {
  it("says what bareText says, each letter with its place", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(..."全县２０㎏㈱，。 \n𠮷𝟎ﷺabＺ\ud800"), { maxLength: 40 }),
        (characters) => {
          const text = characters.join("");
          const { codes, offsets } = lettersOf(text);
          expect(String.fromCharCode(...codes)).toBe(characters.map(bareText).join(""));
          for (const [i, offset] of offsets.entries())
            expect(bareText(String.fromCodePoint(text.codePointAt(offset) ?? 0))).toContain(
              String.fromCharCode(codes[i] ?? 0),
            );
        },
      ),
    );
  });
});

describe("starsOf", () => {
  it.each<[string, [number, number, number][], number[]]>([
    ["nobody alike", [], [0, 1, 2, 3]],
    [
      "copies of one",
      [
        [0, 1, 0.9],
        [0, 2, 0.9],
        [0, 3, 0.9],
      ],
      [0, 0, 0, 0],
    ],
    [
      "a bridge between two families",
      [
        [0, 1, 0.9],
        [1, 2, 0.55],
        [2, 3, 0.9],
      ],
      [0, 0, 2, 2],
    ],
    [
      "one that goes to the likest",
      [
        [0, 1, 0.9],
        [0, 2, 0.6],
        [2, 3, 0.8],
      ],
      [0, 0, 3, 3],
    ],
  ])("%s", (_, pairs, heads) => {
    const given = pairs.map(([a, b, similarity]) => ({ a, b, similarity }));
    const found = [...starsOf(4, () => given, 0.5)];
    const sameFamily = (list: readonly number[]): string => list.map((head) => list.indexOf(head)).join(" ");
    expect(sameFamily(found)).toBe(sameFamily(heads));
  });
});

describe("textFile", () => {
  it("gives back what was added, halves of characters too, and goes", () => {
    const folder = mkdtempSync(join(tmpdir(), "zongjie-"));
    const file = textFile(join(folder, "texts"));
    const texts = ["全县", "", "\ud842半个", "𠮷"];
    for (const text of texts) file.add(text);
    expect([3, 2, 1, 0].map(file.read)).toEqual([...texts].reverse());
    file.remove();
    expect(() => textFile(join(folder, "texts")).remove()).not.toThrow();
    rmSync(folder, { recursive: true });
  });
});
