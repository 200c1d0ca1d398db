import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FoundDocument,
  findMatches,
  plainPattern,
  regexPattern,
  runPage,
  type SentenceQuery,
  SlowPatternError,
} from "../src/index.ts";

const spans = (text: string, found: readonly { start: number; end: number }[]): string[] =>
  found.map(({ start, end }) => text.slice(start, end));

describe("a pattern of plain words", () => {
  it.each([
    ["twice", "人", "每百人不到9人", false, ["人", "人"]],
    ["no regular expression", "9.", "99人，9.5%", false, ["9."]],
    ["half-width words in full-width text", "5%,", "增长5％，其中", false, ["5％，"]],
    ["full-width words in half-width text", "（含乡镇）", "全县(含乡镇)", false, ["(含乡镇)"]],
    ["a wide blank", "双 拥", "双　拥", false, ["双　拥"]],
    ["capitals as they are", "gdp", "GDP增长", false, []],
    ["capitals as small ones", "gdp", "ＧＤＰ增长", true, ["ＧＤＰ"]],
    ["not there", "水利", "门诊48万", false, []],
    ["nothing: everywhere", "", "门诊", false, [""]],
  ])("finds %s", (_what, words, text, fold, found) =>
    expect(spans(text, plainPattern(words, fold)([text])[0] ?? [])).toEqual(found),
  );
  it("finds what indexOf finds", () => {
    const text = fc.string({ unit: fc.constantFrom(..."人员12，。 ".split("")), maxLength: 30 });
    fc.assert(
      fc.property(
        text,
        text.filter((words) => words !== ""),
        (whole, words) => {
          expect(0 < (plainPattern(words, false)([whole])[0]?.length ?? 0)).toBe(whole.includes(words));
        },
      ),
    );
  });
});

describe("a regular expression", () => {
  it.each([
    ["twice", "\\d+人", "每100人不到9人", ["100人", "9人"]],
    ["by property", "^\\p{Script=Han}{2}", "护理员", ["护理"]],
    ["with a reference back", "(.)\\1", "漫漫长路", ["漫漫"]],
    ["nothing: everywhere", "x*", "护", ["", ""]],
  ])("finds %s", (_what, source, text, found) =>
    expect(spans(text, regexPattern(source, false)([text])[0] ?? [])).toEqual(found),
  );
  it("gives a list a text, in order, over many batches", () => {
    const texts = Array.from({ length: 5000 }, (_, i) => `${"人员不足，".repeat(20)}${i}`);
    expect(regexPattern("\\d+$", false)(texts).map((found, i) => spans(texts[i] ?? "", found))).toEqual(
      texts.map((_, i) => [`${i}`]),
    );
  });
  it("is refused where it is none", () => expect(() => regexPattern("(甲", false)).toThrow(SyntaxError));
  it.each(["(甲+)+乙", "(?:甲|甲)*乙", "(甲*)*\\1乙"])("is given up where it has no end: %s", (source) =>
    expect(() => regexPattern(source, false)(["甲".repeat(60)])).toThrow(SlowPatternError),
  );
});

const PAGE = `东岭县2023年养老服务工作总结
今年以来，全县养老服务人员团结一心，各项任务全面完成，群众满意度进一步提高。
一、主要做法
（一）加强领导。成立领导小组，配齐工作人员。每月召开会议，研究养老服务工作。
（二）强化督查。每月通报，全年检查12次。
二、存在的问题
（一）人员不足
护理人员缺口大。每百张床位不到9人。培训跟不上。持证率低。人员流动快。
（二）设施老化
敬老院多建于上世纪。改造资金缺口较大。
`;
const record = runPage({ uri: "page.txt", bytes: Buffer.from(PAGE) }, { keywords: 0 });
const find = (words: string, query: Partial<SentenceQuery> = {}): FoundDocument[] =>
  findMatches(record, PAGE, plainPattern(words, false), { context: 0, ...query });

describe("sentences", () => {
  it.each<[string, string, Partial<SentenceQuery>, string[]]>([
    ["anywhere", "9人", {}, ["每百张床位不到9人。"]],
    ["in a role", "人员", { roles: ["问题"] }, ["（一）人员不足", "护理人员缺口大。", "人员流动快。"]],
    ["in a role whose sections hold others", "会议", { roles: ["做法"] }, ["每月召开会议，研究养老服务工作。"]],
    ["in two roles", "每", { roles: ["问题", "做法"] }, ["每月召开", "每月通报", "每百张"]],
    ["of a kind", "床位", { kinds: ["计划", "总结"] }, ["每百张床位不到9人。"]],
    ["of another kind", "床位", { kinds: ["计划"] }, []],
    ["with context", "床位", { context: 1 }, ["~护理人员缺口大。", "每百张床位不到9人。", "~培训跟不上。"]],
    [
      "with context up to the end",
      "改造",
      { context: 9, roles: ["问题"] },
      ["~每百张床位不到9人。", "改造资金缺口较大。"],
    ],
    ["with contexts that touch", "缺口", { context: 2 }, ["护理人员缺口大。", "~敬老院多建于上世纪。", "改造资金"]],
  ])("are found %s", (_what, words, query, wanted) => {
    const found = find(words, query)
      .flatMap(({ groups }) => groups.flat())
      .map(({ text, matches }) => `${matches.length === 0 ? "~" : ""}${text}`);
    expect(found.filter((one) => wanted.some((begin) => one.startsWith(begin))).length).toBe(wanted.length);
    if (query.context === undefined || query.context === 1) expect(found).toHaveLength(wanted.length);
    expect(new Set(found).size).toBe(found.length);
  });
  it.each([
    ["apart", 0, [1, 1]],
    ["one stretch where their contexts touch", 3, [11]],
  ])("are %s", (_what, context, sizes) =>
    expect(find("缺口", { context }).flatMap(({ groups }) => groups.map((group) => group.length))).toEqual(sizes),
  );
  it("stand below their headings, a heading below those above it", () =>
    expect(
      find("人员", { roles: ["问题"] })[0]
        ?.groups.flat()
        .map(({ headings, role }) => [...headings, role]),
    ).toEqual([
      ["二、存在的问题", "问题"],
      ["二、存在的问题", "（一）人员不足", "问题"],
      ["二、存在的问题", "（一）人员不足", "问题"],
    ]));
  it("stand where the source has them", () => {
    const found = find("人").flatMap(({ groups }) => groups.flat());
    expect(found.length).toBeGreaterThan(4);
    for (const { text, raw, line } of found) {
      expect(PAGE.slice(raw?.start, raw?.end)).toBe(text);
      expect(PAGE.split("\n")[(line ?? 0) - 1]).toContain(text);
    }
  });
});
