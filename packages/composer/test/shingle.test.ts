import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collapse, jaccard, shingle } from "../src/shingle.ts";

const text = "全院上下把拥军优属放在心上，年初定下清单，逐项落实到科室和个人，年底逐项对账，没有落下一件";

describe("jaccard", () => {
  const cases: readonly [string, string, string, (likeness: number) => boolean][] = [
    ["a text and itself", text, text, (x) => x === 1],
    ["another year", `2021年${text}`, `2022 年 ${text}`, (x) => x === 1],
    ["another dress", text, text.replaceAll("，", ","), (x) => x === 1],
    ["half of it", text, text.slice(0, 18), (x) => x < 0.5],
    ["another text", text, "道路养护按季安排，巡查发现的病害当周处置", (x) => x === 0],
    ["nothing", "", "", (x) => x === 0],
  ];
  it.each(cases)("%s", (_name, a, b, holds) => expect(jaccard(shingle(a), shingle(b))).toSatisfy(holds));

  it("agrees with sets", () => {
    const word = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "，", "1"), maxLength: 40 });
    const grams = (s: string): Set<string> => {
      const letters = s.replace(/[^\p{L}]/gu, "");
      if (letters === "") return new Set();
      return new Set(Array.from({ length: Math.max(1, letters.length - 4) }, (_, i) => letters.slice(i, i + 5)));
    };
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [x, y] = [grams(a), grams(b)];
        const all = new Set([...x, ...y]).size;
        const shared = [...x].filter((gram) => y.has(gram)).length;
        expect(jaccard(shingle(a), shingle(b))).toBeCloseTo(all === 0 ? 0 : shared / all, 12);
      }),
    );
  });
});

describe("collapse", () => {
  it("puts copies with their original and leaves others alone", () => {
    const other = "道路养护按季安排，巡查发现的病害当周处置，汛期前后各查涵洞";
    const texts = [text, other, `${text}。`, text.replace("全院", "全局"), other].map(shingle);
    expect(collapse(texts, 0.5)).toEqual([0, 1, 0, 0, 1]);
  });
});
