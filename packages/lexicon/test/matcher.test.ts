import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { automaton, matcher, type RuleSource, ruleSchema } from "../src/index.ts";

const rule = (fields: Partial<RuleSource>): RuleSource => ({
  id: "test.rule",
  note: "a rule for the test",
  cue: ["来源"],
  hit: ["x"],
  miss: ["y"],
  ...fields,
});

describe("matcher", () => {
  const cases: readonly [string, Partial<RuleSource>, string, boolean][] = [
    ["anywhere", {}, "信息来源不明", true],
    ["no cue", {}, "信息不明", false],
    ["at the start, behind bullets", { at: "start" }, "  • 来源：某报", true],
    ["not at the start", { at: "start" }, "信息来源", false],
    ["at the end", { at: "end" }, "信息来源。", true],
    ["the whole line", { at: "whole" }, "[来源]", true],
    ["more than the cue", { at: "whole" }, "来源广", false],
    ["too long", { max: 4 }, "信息来源不明", false],
    ["the pattern has the last word", { pattern: "来源[:：]" }, "来源广", false],
  ];
  it.each(cases)("%s", (_name, fields, text, expected) => {
    expect(matcher([rule(fields)]).match(text)).toHaveLength(expected ? 1 : 0);
  });
});

describe("ruleSchema", () => {
  it.each(["hit", "miss", "note", "cue"])("refuses a rule without %s", (field) => {
    const { [field]: _gone, ...rest } = { ...rule({}) } as Record<string, unknown>;
    expect(ruleSchema.safeParse(rest).success).toBe(false);
  });
});

describe("automaton", () => {
  it("finds what indexOf finds", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "中"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
        fc.string({ unit: fc.constantFrom("a", "b", "中", "x") }),
        (cues, text) => {
          const found: string[] = [];
          automaton(cues).scan(text, (cue, start, end) => found.push(`${cue} ${start} ${end}`));
          const expected: string[] = [];
          for (const [i, cue] of cues.entries())
            for (let at = text.indexOf(cue); at !== -1; at = text.indexOf(cue, at + 1))
              expected.push(`${i} ${at} ${at + cue.length}`);
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 500 },
    );
  });
});
