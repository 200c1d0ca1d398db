import { describe, expect, test } from "vitest";
import { findKeywords } from "../src/keywords/keywords.ts";
import { loadTokenizer, nodeRsJieba } from "../src/keywords/tokenizer.ts";

const TEXT =
  "双拥工作是大事。柳河县开展双拥宣传，优抚对象走访慰问三百户，双拥宣传进社区。\n优抚对象满意，征兵任务完成。";

describe.each([
  ["installed", loadTokenizer()],
  ["fallback", nodeRsJieba()],
] as const)("with the %s tokenizer", (_name, tokenizer) => {
  const keywords = findKeywords(TEXT, 5, tokenizer);
  test("the subject comes first", () =>
    expect(keywords.slice(0, 2).map(({ word }) => word)).toEqual(["双拥", "优抚对象"]));
  test("weights fall", () =>
    expect(keywords.map(({ weight }) => weight)).toEqual(keywords.map(({ weight }) => weight).sort((a, b) => b - a)));
  test("no word that every report uses", () => expect(keywords.map(({ word }) => word)).not.toContain("工作"));
  test("numbers stay whole", () => expect(tokenizer.cut("增长48.5%").join(" ")).toContain("48.5"));
  test("another text in between changes nothing", () => {
    findKeywords("征兵体检工作总结，征兵宣传。", 5, tokenizer);
    expect(findKeywords(TEXT, 5, tokenizer)).toEqual(keywords);
  });
});

test.each(["", "2023", "。，", "的 了"])("%j has none", (text) => expect(findKeywords(text)).toEqual([]));
