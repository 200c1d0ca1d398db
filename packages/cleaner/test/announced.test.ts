import { describe, expect, it } from "vitest";
import { cutLines, splitDocuments } from "../src/index.ts";
import { findAnnounced } from "../src/split/announced.ts";
import { CLINIC, SCHOOL, textOf, WATER } from "./split-pages.ts";

const TEXT = "各村按田亩出工，老把式守在工地上看灰浆、量坡度，不合要求的当场返工，群众说这样修的渠自己放心。".repeat(2);
const RULE = "==========";

/** A page without the lines of signs that stood above some of its lines, and where they stood. */
function ruled(lines: readonly string[]): { text: string; gaps: { at: number; rule: string }[] } {
  const gaps: { at: number; rule: string }[] = [];
  let text = "";
  for (const line of lines) {
    if (line === RULE) gaps.push({ at: text.length, rule: "symbols.only" });
    else text += `${line}\n`;
  }
  return { text, gaps };
}

describe("headlines under lines of signs", () => {
  it.each([
    ["each", [RULE, "柳湾小学教研计划", TEXT, RULE, "渡口站安全工作总结", TEXT], [0, 2]],
    [
      "one of them no headline by its words",
      [RULE, "柳湾小学教研计划", TEXT, RULE, "渡口站安全工作总结", TEXT, RULE, "码头的日子", TEXT],
      [0, 2, 4],
    ],
    ["one alone", [RULE, "柳湾小学教研计划", TEXT], []],
    ["headings of one report", [RULE, "基本情况", TEXT, RULE, "存在问题", TEXT, RULE, "今后打算", TEXT], []],
    ["headings with numbers", [RULE, "一、渡口站安全工作总结", TEXT, RULE, "二、柳湾小学教研计划", TEXT], []],
    ["halves of one report", [RULE, "2023年工作总结", TEXT, RULE, "2024年工作计划", TEXT], []],
    ["a list", [RULE, "柳湾小学教研计划", RULE, "渡口站安全工作总结", RULE, TEXT], []],
  ] as const)("%s", (_name, lines, found) => {
    const { text, gaps } = ruled(lines);
    expect(findAnnounced(cutLines(text), { gaps }).map(({ line }) => line)).toEqual(found);
  });
});

describe("headlines that a removed table of contents names", () => {
  const page = `柳湾小学考勤制度\n${TEXT}\n渡口站安全工作总结\n${TEXT}`;
  it.each([
    ["numbers and leaders", ["一、柳湾小学考勤制度……1", "二、渡口站安全工作总结……12"], [0, 2]],
    ["half-width", ["1.柳湾小学考勤制度.....1", "2.渡口站安全工作总结.....12"], [0, 2]],
    ["one of them", ["一、柳湾小学考勤制度……1", "二、码头防汛预案……12"], []],
    ["links without numbers", ["柳湾小学考勤制度", "渡口站安全工作总结"], []],
    ["sentences", ["一、柳湾小学的考勤由教导处管。", "二、渡口站的安全由站长管。"], []],
  ] as const)("%s", (_name, dropped, found) => {
    expect(findAnnounced(cutLines(page), { dropped }).map(({ line }) => line)).toEqual(found);
  });
  it("headings that keep their numbers are a report's", () => {
    const lines = cutLines(`一、柳湾小学考勤制度\n${TEXT}\n二、渡口站安全工作总结\n${TEXT}`);
    expect(findAnnounced(lines, { dropped: ["一、柳湾小学考勤制度……1", "二、渡口站安全工作总结……12"] })).toEqual([]);
  });
  it("splits the page there", () => {
    const heads = ["柳湾水利工作总结", "渡口教研工作总结", "清溪慢病管理计划"];
    const text = [WATER, SCHOOL, CLINIC].map((report, k) => `${heads[k]}\n${textOf(report)}`).join("\n");
    const dropped = heads.map((head, k) => `${k + 1}、${head}……${k + 3}`);
    expect(splitDocuments(text, { dropped }).map(({ start }) => text.slice(start).split("\n", 1)[0])).toEqual(heads);
  });
});
