import { describe, expect, it } from "vitest";
import { columns, cutTo } from "../src/width.ts";

describe("columns", () => {
  it.each([
    ["门诊48.5万", 10],
    ["４８％", 6],
    ["“a”…", 4],
    ["ﾊﾟ", 2],
    ["e\u0301", 1],
    ["😀", 2],
    ["", 0],
  ])("of %j are %d", (text, width) => expect(columns(text)).toBe(width));
});

describe("cutTo", () => {
  it.each([
    ["门诊人次", 8, "门诊人次"],
    ["门诊人次", 7, "门诊人…"],
    ["门诊人次", 6, "门诊…"],
    ["abc", 2, "a…"],
    ["abc", 1, "…"],
    ["e\u0301e\u0301e", 2, "e\u0301…"],
  ])("%j within %d columns is %j", (text, width, cut) => expect(cutTo(text, width)).toBe(cut));
});
