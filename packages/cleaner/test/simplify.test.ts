import { applyEdits } from "@zongjie/document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTraditional } from "../src/index.ts";

const simplified = (text: string): string => applyEdits(text, findTraditional(text));

describe("findTraditional", () => {
  it.each([
    ["characters", "門診人次48.5萬", "门诊人次48.5万"],
    ["a word whose characters stay", "乾隆年間", "乾隆年间"],
    ["a phrase that decides", "反覆檢查，覆蓋全縣", "反复检查，覆盖全县"],
    ["wording stays", "軟體與資訊", "软体与资讯"],
    ["a compatibility character", "\uf902輛", "车辆"],
    ["a character beyond the first plane", "\u{20e7e}字", "\u{20e7e}字"],
    ["simplified text", "一、加强领导，瞭望乾坤。", "一、加强领导，瞭望乾坤。"],
    ["signs of description", "⿰".repeat(50_000), "⿰".repeat(50_000)],
    ["nothing", "", ""],
  ])("%s", (_what, text, expected) => expect(simplified(text)).toBe(expected));

  it("touches nothing but what differs, one character at a time", () =>
    expect(findTraditional("乾隆年間門診")).toEqual([
      { start: 3, end: 4, insert: "间", rule: "simplified", reason: "character" },
      { start: 4, end: 5, insert: "门", rule: "simplified", reason: "character" },
      { start: 5, end: 6, insert: "诊", rule: "simplified", reason: "character" },
    ]));

  it("is done in one go", () => {
    const text = fc.string({ unit: fc.constantFrom(..."乾隆年間門診覆反沈著瞭解一。a⿰\u{20e7e}") });
    fc.assert(
      fc.property(text, (t) => {
        const once = simplified(t);
        expect([...once]).toHaveLength([...t].length);
        for (const { start, end, insert } of findTraditional(t)) expect(t.slice(start, end)).not.toBe(insert);
      }),
      { numRuns: 300 },
    );
  });
});
