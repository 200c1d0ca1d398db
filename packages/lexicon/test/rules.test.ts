import recheck from "recheck";
import { describe, expect, it } from "vitest";
import { loadRules, matcher, ruleFiles } from "../src/index.ts";

const files = ruleFiles();
const all = files.flatMap((file) => loadRules(file).map((rule) => ({ file, rule })));

describe("the rules", () => {
  it("are there", () => {
    expect(files.length).toBeGreaterThan(1);
    expect(all.length).toBeGreaterThan(30);
  });
  it("have ids of their own", () => {
    const ids = all.map(({ rule }) => rule.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
  describe.each(all.map(({ rule }) => [rule.id, rule] as const))("%s", (_id, rule) => {
    const one = matcher([rule]);
    it.each(rule.hit)("hits %s", (text) => expect(one.match(text)).toHaveLength(1));
    it.each(rule.miss)("misses %s", (text) => expect(one.match(text)).toHaveLength(0));
    if (rule.pattern !== undefined)
      it("has a pattern that cannot run away", () => {
        const verdict = recheck.checkSync(rule.pattern as string, "u", { timeout: 20_000 });
        // a polynomial pattern is harmless on a line of bounded length
        if (rule.max === undefined) expect(verdict.status).toBe("safe");
        else if (verdict.status === "vulnerable") expect(verdict.complexity.type).toBe("polynomial");
      });
  });
});
