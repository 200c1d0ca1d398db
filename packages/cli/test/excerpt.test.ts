import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt } from "../src/excerpt.ts";

const SENTENCE = "全县共有老人41260人，其中城区18130人、镇区9870人。";
const at = (sentence: string, ...surfaces: string[]) =>
  surfaces.map((surface) => {
    const start = sentence.indexOf(surface);
    return { start, end: start + surface.length };
  });
const lines = (sentence: string, surfaces: readonly string[], width: number): string[] =>
  excerpt(sentence, at(sentence, ...surfaces), width).flatMap(({ line, carets }) => [line, carets]);

describe("excerpt", () => {
  it.each<[what: string, sentence: string, surfaces: string[], width: number, shown: string[]]>([
    [
      "each figure",
      SENTENCE,
      ["41260人", "18130人", "9870人"],
      80,
      [SENTENCE, "            ^^^^^^^          ^^^^^^^      ^^^^^^"],
    ],
    ["full-width digits", "共１２人。", ["１２人"], 80, ["共１２人。", "  ^^^^^^"]],
    ["Chinese numerals", "共三千人。", ["三千人"], 80, ["共三千人。", "  ^^^^^^"]],
    ["a row of a table", "合计\t12\t3", ["12", "3"], 80, ["合计  12  3", "      ^^  ^"]],
    ["nothing", "没有。", [], 80, ["没有。", ""]],
    [
      "a long sentence by its figure",
      `${"长".repeat(50)}9人${"尾".repeat(50)}`,
      ["9人"],
      30,
      [`…${"长".repeat(8)}9人${"尾".repeat(4)}…`, `${" ".repeat(17)}^^^`],
    ],
    [
      "figures far apart",
      `${"甲".repeat(40)}9人${"乙".repeat(40)}8人。`,
      ["9人", "8人"],
      40,
      [`…${"甲".repeat(6)}9人乙乙乙…${"乙".repeat(6)}8人。`, `${" ".repeat(13)}^^^${" ".repeat(19)}^^^`],
    ],
    ["a long sentence without figures", "长".repeat(60), [], 20, [`${"长".repeat(9)}…`, ""]],
    ["an escape character in letters", "共\u001b[1m9人", ["9人"], 80, ["共\\x1b[1m9人", "         ^^^"]],
    ["a mark that turns writing around", "共\u202e9人", ["9人"], 80, ["共\\u{202e}9人", "          ^^^"]],
  ])("stands carets under %s", (_what, sentence, surfaces, width, shown) =>
    expect(lines(sentence, surfaces, width)).toEqual(shown),
  );

  /** Characters with the columns that they take. */
  const WIDTHS: Readonly<Record<string, number>> = {
    a: 1,
    "9": 1,
    ".": 1,
    "%": 1,
    " ": 1,
    "“": 1,
    万: 2,
    人: 2,
    "，": 2,
    "９": 2,
    "％": 2,
    "😀": 2,
    ﾊ: 1,
    "\u0301": 0,
    "…": 1,
  };
  const plain = fc.string({ unit: fc.constantFrom(..."a 人，“😀ﾊ\u0301"), maxLength: 60 });
  const figure = fc.string({ unit: fc.constantFrom(..."9.%万９％"), minLength: 1, maxLength: 6 });
  it("stands them exactly under the figures, in whatever stretches and lines the sentence is shown", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(plain, figure), { maxLength: 8 }),
        plain,
        fc.integer({ min: 16, max: 120 }),
        (parts, end, width) => {
          let sentence = "";
          const figures = parts.map(([before, surface]) => {
            const start = sentence.length + before.length;
            sentence += before + surface;
            return { start, end: start + surface.length };
          });
          let marked = "";
          for (const { line, carets } of excerpt(sentence + end, figures, width)) {
            let column = 0;
            for (const c of line) {
              const own = WIDTHS[c] as number;
              const below = carets.slice(column, column + own);
              if (own !== 0 && below === "^".repeat(own)) marked += c;
              else expect(below.trim()).toBe("");
              column += own;
            }
            expect(carets.length).toBeLessThanOrEqual(column);
            expect(column).toBeLessThanOrEqual(width);
          }
          expect(marked).toBe(parts.map(([, surface]) => surface).join(""));
        },
      ),
    ));
});
