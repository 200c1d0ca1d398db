import { describe, expect, it } from "vitest";
import { cutLines } from "../src/index.ts";
import { topicCosines } from "../src/split/topic.ts";

const WATER = [
  "各村组织劳力清淤渠道，修补塘坝，把漏水的塘、淤塞的渠逐一登记，按轻重排出先后，张榜公布。",
  "冬春农闲时机抓得紧，渠道清淤和塘坝修补同步推进，漏水的塘堵住了，淤塞的渠通了，水田用水有了保证。",
  "塘坝修补以后，各村把渠道分段包干到组，清淤的劳力按水田面积摊派，用水先下游后上游，逐一登记。",
];
const SCHOOL = [
  "学校开展读书节，教师带领学生每天晨读，语文课堂增加阅读时间，学生阅读兴趣明显提高。",
  "教师集体备课，课堂上让学生多读多讲，语文教研组每周听课评课，学生的阅读成绩比去年提高。",
  "学校图书室午间开放，学生自己管理借阅，教师按班级统计阅读时间，读书节上表扬阅读最多的班级。",
];
const repeat = (lines: readonly string[]): string[] => [...lines, ...lines, ...lines, ...lines];

/** The cosine at the beginning of a line that stands between two texts. */
const between = (above: readonly string[], below: readonly string[]): number =>
  topicCosines(cutLines([...above, ...below].join("\n")))[above.length] as number;

describe("how alike the words on either side of a line are", () => {
  it.each([
    ["one topic", repeat(WATER), repeat(WATER), 0.8, 1],
    ["one topic in other words", [...WATER].reverse(), WATER, 0.5, 1],
    ["another topic", repeat(WATER), repeat(SCHOOL), 0, 0.2],
    ["nothing above", [], WATER, 0, 0],
    ["nothing in Chinese below", WATER, ["2023-05-06", "http"], 0, 0],
    ["nothing but blank lines below", WATER, ["", ""], 0, 0],
  ] as const)("%s", (_what, above, below, least, most) => {
    const cosine = between(above, below);
    expect(cosine).toBeGreaterThanOrEqual(least);
    expect(cosine).toBeLessThanOrEqual(most);
  });

  it("is lowest where the topic changes", () => {
    const lines = cutLines([...repeat(WATER), ...repeat(SCHOOL)].join("\n"));
    const cosines = [...topicCosines(lines)].slice(2, -2);
    expect(cosines.indexOf(Math.min(...cosines)) + 2).toBe(12);
  });
  it("never leaves 0 to 1, and has a number for each line", () => {
    const lines = cutLines([...WATER, "", ...SCHOOL, "长".repeat(5000), ...WATER].join("\n"));
    const cosines = [...topicCosines(lines)];
    expect(cosines).toHaveLength(lines.length);
    for (const cosine of cosines) expect(cosine >= 0 && cosine <= 1 + 1e-9).toBe(true);
  });
  it("of nothing is nothing", () => expect([...topicCosines([])]).toEqual([]));

  it.each([
    ["short lines", Array.from({ length: 200_000 }, (_, i) => `第${i % 97}户门前渠道已清`)],
    ["one letter a line", Array.from({ length: 200_000 }, (_, i) => (i % 2 === 0 ? "渠" : ""))],
    ["blank lines", Array.from({ length: 200_000 }, () => "")],
    ["long lines", Array.from({ length: 2000 }, () => "渠道清淤塘坝修补".repeat(100))],
  ])("does not hang on many %s", (_what, texts) => {
    const lines = texts.map((text, i) => ({ start: i, end: i, at: i, text }));
    expect(topicCosines(lines)).toHaveLength(texts.length);
  });
});
