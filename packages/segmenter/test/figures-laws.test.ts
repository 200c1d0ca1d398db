import { loadRules } from "@zongjie/lexicon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findChecks, findFigures } from "../src/index.ts";
import { readMarked } from "./marked.ts";

const pieces = [
  "3",
  "48.5",
  "１２",
  "一",
  "三四",
  "十",
  "万",
  "亿",
  "多",
  "余",
  "人",
  "元",
  "%",
  "个",
  "年",
  "月",
  "、",
  "，",
  "。",
  "\n",
  " ",
  "x",
  "_",
  "-",
  "至",
  ":",
  "/",
  "分之",
  "成",
  "约",
  "以上",
  "其中",
  "（",
  "）",
  "2020",
  "增长",
  "占",
  "|",
  "\t",
  "第",
  "医疗队",
  "率达",
  "点",
  "翻一番",
  "“",
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(""));

describe("laws of findFigures", () => {
  it("surfaces are slices, sorted and apart; nothing throws; the same text gives the same figures", () => {
    fc.assert(
      fc.property(text, (t) => {
        const figures = findFigures(t);
        let at = 0;
        for (const f of figures) {
          expect(f.surface).toBe(t.slice(f.start, f.end));
          expect(at).toBeLessThanOrEqual(f.start);
          expect(f.start).toBeLessThan(f.end);
          if (f.value !== null) expect(Number.isNaN(f.value)).toBe(false);
          if (f.range !== null) expect(f.value).toBeNull();
          at = f.end;
        }
        for (const check of findChecks(t, figures)) for (const i of check.figures) expect(figures[i]).toBeDefined();
        expect(findFigures(t)).toEqual(figures);
      }),
      { numRuns: 2000 },
    );
  });

  it("checks whatever clauses stand beside each other", () => {
    const clauses = readMarked("claims.txt").flatMap((marked) => marked.text.split(/(?<=[，。；：\n])/));
    const spliced = fc.array(fc.constantFrom(...clauses, "\n"), { minLength: 2, maxLength: 14 });
    fc.assert(
      fc.property(spliced, (list) => {
        const t = list.join("");
        const figures = findFigures(t);
        for (const { stated, computed, tolerance, holds, figures: at } of findChecks(t, figures)) {
          expect(at.every((i) => figures[i] !== undefined)).toBe(true);
          expect(Number.isFinite(stated) && Number.isFinite(computed) && 0 <= tolerance).toBe(true);
          if (Math.abs(stated - computed) <= tolerance) expect(holds).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("holds in half-width and full-width dress", () => {
    const sentence = "2021年,培训30人(其中党员12人),合格率98.5%;投入1.5万元。";
    const wide = sentence.replace(/[,();%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const plain = (t: string) => findFigures(t).map((f) => [f.value, f.unit, f.metric, f.period]);
    expect(plain(wide)).toEqual(plain(sentence));
    expect(plain(sentence)).toHaveLength(4);
  });

  const hits = loadRules("non-figures.yaml").flatMap((rule) => rule.hit.map((hit) => [rule.id, hit] as const));
  it.each(hits)("%s closes %s", (_id, hit) => expect(findFigures(hit)).toEqual([]));

  it.each([
    "9".repeat(20_000),
    "一".repeat(200_000),
    "（".repeat(50_000),
    "1、".repeat(50_000),
    "3人）".repeat(20_000),
  ])("reads a hostile text", (t) =>
    expect(findFigures(t).every((f) => f.surface === t.slice(f.start, f.end))).toBe(true),
  );
});
