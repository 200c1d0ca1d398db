import { describe, expect, it } from "vitest";
import { cleanBrief } from "../src/brief.ts";
import { readBrief } from "../src/brief-file.ts";

const BRIEF = `kind: 总结
topic: 双拥工作
unit: 望麓县人民医院
period: 2024
figures:
  - { metric: 走访户数, value: 128, unit: 户, comparison: 同比增长6% }
  - { metric: 体检率, value: 100, unit: "%", period: 2025年, target: true }
`;

describe("readBrief", () => {
  it("reads YAML, with a year as it is written", () => {
    const { brief, problems } = readBrief("brief.yaml", BRIEF);
    expect(problems).toEqual([]);
    expect(cleanBrief(brief ?? { kind: "其他" })).toMatchObject({ period: "2024年", length: "normal", sections: null });
    expect(brief?.figures).toHaveLength(2);
  });

  it("reads JSON", () => {
    expect(readBrief("brief.json", '{"kind":"计划","topic":"双拥"}').brief).toEqual({ kind: "计划", topic: "双拥" });
  });

  const wrong: readonly [string, string, RegExp][] = [
    ["an unknown kind", "kind: 小说", /^b line 1: kind: .*"总结"/],
    ["no kind", "topic: 双拥", /kind: /],
    ["an unknown field", "kind: 总结\ntopik: 双拥", /topik/],
    ["no YAML", "kind: [总结", /^b line 1: /],
    ["nothing", "", /^b/],
    [
      "the topic of another kind",
      "kind: 总结\ntopic: 2025年工作计划",
      /^b line 2: topic: ends like a 计划, but kind is 总结/,
    ],
    [
      "another year",
      "kind: 总结\ntopic: 2023年双拥\nperiod: 2024年",
      /^b line 3: period: is 2024年, but topic speaks of 2023/,
    ],
    [
      "a date before the period",
      "kind: 总结\nperiod: 2024年\ndate: 2023年12月1日",
      /^b line 3: date: .*before the period/,
    ],
    ["a section twice", "kind: 总结\nsections: [打算, 问题, 打算]", /sections\.2: 打算 is named twice/],
    [
      "a value that is no number",
      "kind: 总结\nfigures:\n  - { metric: 人数, value: 许多 }",
      /^b line 3: figures\.0\.value: "许多" is no number/,
    ],
    ["a broken number", "kind: 总结\nfigures:\n  - { metric: 费用, value: 1.6200.00, unit: 元 }", /is no number of 元/],
    ["two units", "kind: 总结\nfigures:\n  - { metric: 人数, value: 12户, unit: 人 }", /is no number of 人/],
    [
      "a change that is none",
      "kind: 总结\nfigures:\n  - { metric: 人数, value: 12, comparison: 很好 }",
      /says no change/,
    ],
    [
      "flat by a value",
      "kind: 总结\nfigures:\n  - { metric: 人数, value: 12, comparison: { direction: flat, value: 3 } }",
      /is flat, but has a value/,
    ],
    ["an unknown length", "kind: 总结\nlength: 3", /length/],
    ["an alias that unfolds without end", `kind: 总结\na: &a [x]\n${"b: *a\n".repeat(3)}`, /^b/],
  ];
  it.each(wrong)("refuses %s", (_what, text, message) => {
    const { brief, problems } = readBrief("b", text);
    expect(brief).toBeNull();
    expect(problems.join("\n")).toMatch(message);
  });

  it("refuses more than 10,000 figures, and names no more than twenty problems", () => {
    const figure = "  - { metric: 人数, value: 1, unit: 人 }\n";
    const many = readBrief("b", `kind: 总结\nfigures:\n${figure.repeat(10_001)}`);
    expect(many.problems.join()).toMatch(/figures: .*10000/);
    const bad = readBrief("b", `kind: 总结\nfigures:\n${figure.replace("1,", "许多,").repeat(50)}`);
    expect(bad.problems).toHaveLength(21);
    expect(bad.problems.at(-1)).toBe("b: 30 more problems");
  });
});

it.each([
  ["2024-12-05", "2024年12月5日"],
  ["2024年12月5日", "2024年12月5日"],
  [" ", null],
])("prints the date %s as %s", (date, printed) => expect(cleanBrief({ kind: "总结", date }).date).toBe(printed));

it("cleans what nobody sees from every string", () => {
  const evil = "望\u202e麓\u0007县\n医院\ud800";
  const clean = cleanBrief({
    kind: "总结",
    unit: evil,
    sections: [evil, " "],
    people: [evil, { name: evil, post: evil }],
    figures: [
      { metric: evil, value: 1, unit: evil, section: evil, comparison: evil },
      { metric: " ", value: 2 },
    ],
  });
  expect(JSON.stringify(clean)).not.toMatch(/[\u0000-\u001f\u202e\ud800]|\\u/);
  expect([clean.sections?.length, clean.people.length, clean.figures.length]).toEqual([1, 2, 1]);
});
