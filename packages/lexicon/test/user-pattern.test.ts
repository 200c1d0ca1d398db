import recheck from "recheck";
import { describe, expect, it } from "vitest";
import { loadRules, ruleFiles } from "../src/index.ts";
import { refusalOf } from "../src/user/cost.ts";

const TAKEN: readonly (readonly [what: string, pattern: string])[] = [
  ["plain", "来源[:：]"],
  ["anchored, two stretches", "^本文.*转载.*$"],
  ["bounded", "责任编辑[^。]{0,20}电话"],
  ["a list with its mark", "(?:[一-龥]{2,8}、)+等"],
  ["a list with its mark in front", "共(?:、[一-龥]{2,8})+"],
  ["a choice of different beginnings, repeated", "^(?:首页|论坛|搜索)*$"],
  ["classes and escapes", "^\\[[^\\]]{1,20}\\]\\s*\\d{4}-\\d{2}-\\d{2}$"],
  ["properties", "^\\p{Script=Han}{2,4}网$"],
  ["a named group", "(?<year>20\\d\\d)年"],
  ["looks around", "(?<![\\d.])\\d{1,4}(?!号)名"],
];

describe("a pattern of the user's", () => {
  it.each([
    ["repeated inside and outside", "(甲+)+$"],
    ["repeated inside an optional", "((甲*)*)*乙"],
    ["a choice of the same", "(?:甲|甲)*乙"],
    ["a choice of which one begins the other", "(甲|甲乙)*丙"],
    ["two numbers that share digits", "(\\d+|\\d+年)*月"],
    ["in a look ahead", "(?=(甲+)+)乙"],
    ["in a look behind", "(?<=(甲+)+)乙"],
    ["optional many times", "(?:甲?){30}乙"],
    ["four stretches one after the other", "甲{1,30}甲{1,30}甲{1,30}甲{1,30}乙"],
    ["three stretches without a beginning", ".*甲.*乙.*丙"],
    ["a reference back", "(甲+)\\1"],
    ["a named reference back", "(?<a>甲+)\\k<a>"],
    ["no pattern", "(甲"],
    ["a very long one", "甲".repeat(2000)],
  ])("is refused: %s", (_what, pattern) => expect(refusalOf(pattern, 300)).not.toBeNull());

  it.each(TAKEN)("is taken: %s", (_what, pattern) => expect(refusalOf(pattern, 300)).toBeNull());

  // what the bound lets through, a thorough checker must not call exponential
  it.each(TAKEN)("is harmless: %s", (_what, pattern) => {
    const verdict = recheck.checkSync(pattern, "u", { timeout: 20_000 });
    if (verdict.status === "vulnerable") expect(verdict.complexity.type).toBe("polynomial");
  });

  it("is dearer on a longer line", () => {
    expect(refusalOf(".*甲.*乙", 80)).toBeNull();
    expect(refusalOf(".*甲.*乙.*", 300)).not.toBeNull();
  });

  const ours = ruleFiles().flatMap((file) => loadRules(file).flatMap(({ pattern }) => pattern ?? []));
  it("may be most of ours", () => {
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter((pattern) => refusalOf(pattern, 60) === null).length).toBeGreaterThan(0.8 * ours.length);
  });
});
