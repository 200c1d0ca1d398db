import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFigures } from "../src/index.ts";
import { readMarked } from "./marked.ts";

describe("periods in ISO form", () => {
  const cases: readonly [phrase: string, iso: string | null][] = [
    ["2023年1—11月", "2023-01/2023-11"],
    ["2022年9月至2023年8月", "2022-09/2023-08"],
    ["2023.1-2023.6，共", "2023-01/2023-06"],
    ["2023年前五个月", "2023-01/2023-05"],
    ["2023年前两季度", "2023-01/2023-06"],
    ["2023年第三季度", "2023-07/2023-09"],
    ["截至2023年三季度末", "2023-09"],
    ["2022—2023学年", "2022/2023"],
    ["“十四五”期间", "2021/2025"],
    ["“十三五”末", "2020"],
    ["“十四五”前三年", "2021/2023"],
    ["二〇二三年十二月", "2023-12"],
    ["2021年、2022年和2023年", "2021/2023"],
    ["2021、2022和2023年", "2021/2023"],
    ["2022、2023两年", "2022/2023"],
    ["2023年前11月", "2023-01/2023-11"],
    ["2023年春节期间", null],
    ["2020年以前", null],
    ["2021年以来", null],
    ["去年", null],
    ["上半年", null],
  ];
  it.each(cases)("%s", (phrase, iso) =>
    expect(findFigures(`${phrase}培训{30人}`.replace(/[{}]/g, ""))[0]?.periodNormalized).toBe(iso),
  );
  const inDocument: readonly [text: string, iso: string | null][] = [
    ["今年以来培训30人", null],
    ["今年培训30人", "2023"],
    ["去年12月培训30人", "2022-12"],
    ["上半年培训30人", "2023-01/2023-06"],
    ["截至6月底培训30人", "2023-06"],
    ["上年同期培训30人", null],
    ["近三年培训30人", null],
    ["上半年力争培训30人", null],
  ];
  it.each(inDocument)("%s, in a summary of 2023", (text, iso) =>
    expect(findFigures(text, { kind: "总结", year: 2023 })[0]?.periodNormalized).toBe(iso),
  );
  it("settles nothing in a plan", () =>
    expect(findFigures("上半年培训30人", { kind: "计划", year: 2023 })[0]?.periodNormalized).toBeNull());
  it("takes the year of the paragraph, and of no other", () =>
    expect(findFigures("2022年培训30人，上半年12人，上年26人。\n下半年9人").map((f) => f.periodNormalized)).toEqual([
      "2022",
      "2022-01/2022-06",
      "2021",
      null,
    ]));
});

describe("what a document says of its passages", () => {
  const text = "新建泵站3座";
  it.each([
    ["计划", "打算", "target"],
    ["计划", "做法", "stated"],
    ["方案", "做法", "target"],
    ["计划", "基本情况", "stated"],
    ["总结", "做法", "stated"],
    ["总结", "打算", "target"],
    ["调研", "建议", "target"],
    ["制度", "打算", "stated"],
  ] as const)("%s, %s: %s", (kind, role, modality) =>
    expect(findFigures(text, { kind, passages: [{ start: 0, role }] })[0]?.modality).toBe(modality),
  );
});

describe("laws", () => {
  const texts = ["periods.txt", "comparisons.txt", "modality.txt", "subjects.txt"].flatMap((file) =>
    readMarked(file).map((marked) => marked.text),
  );
  const pieces = fc.array(fc.constantFrom(...texts.flatMap((text) => text.split(/(?<=[，。；、（）])/))), {
    minLength: 1,
    maxLength: 12,
  });
  it("what is said of a figure stands in the text, and its period can be read", () =>
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        for (const { period, periodNormalized, comparison, subject } of findFigures(text)) {
          for (const phrase of [period, comparison?.base, subject]) expect(text).toContain(phrase ?? "");
          if (period === null) expect(periodNormalized).toBeNull();
          const dates = periodNormalized?.split("/") ?? [];
          for (const date of dates) expect(date).toMatch(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
          expect(dates.length).toBeLessThan(3);
        }
      }),
      { numRuns: 300 },
    ));
});
