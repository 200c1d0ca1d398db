import { describe, expect, it } from "vitest";
import { findBoilerplate } from "../src/index.ts";

const TITLE = "竹溪乡2023年工作总结";
const BODY = "2023年，我乡坚持稳中求进，各项工作取得新的进展，现将有关情况总结如下。";
const MORE = "全年完成投资1.2亿元，同比增长8.5%，新增就业320人，群众满意度进一步提升。";

/** The lines that go because they stand on many pages, where all lines but the text's prose do. */
function gone(...lines: string[]): string[] {
  const text = lines.join("\n");
  const { edits } = findBoilerplate(text, false, {}, (line) => line !== BODY && line !== MORE);
  return edits
    .filter(({ rule }) => rule === "site.repeated-line")
    .map(({ start, end, reason }) => `${reason}: ${text.slice(start, end).trim()}`);
}

describe("lines that stand on many pages of a site", () => {
  it.each([
    ["a motto of the site under the text", "竹溪发布 向上向善"],
    ["another one", "一座城 一个家"],
  ])("go: %s", (_, line) => {
    expect(gone(TITLE, BODY, MORE, line)).toEqual([`repeat: ${line}`]);
  });

  it("go beyond what goes by its words, whatever their own words are", () => {
    expect(gone(TITLE, BODY, MORE, "分享到：微信 微博", "主动公开 服务群众")).toEqual(["repeat: 主动公开 服务群众"]);
    expect(gone(TITLE, BODY, MORE, "主动公开 服务群众")).toEqual([]);
  });

  it.each([
    ["a heading", "一、存在问题"],
    ["a heading, half-width", "(一)存在问题"],
    ["a heading without a number", "存在问题"],
    ["a closing formula", "特此报告。"],
    ["one without its mark", "特此报告"],
    ["a request", "妥否，请批示。"],
    ["the end of a letter", "此致"],
    ["its second line", "敬礼！"],
    ["the end of a speech", "汇报完毕"],
    ["a unit that signs", "清溪县教育局"],
    ["a date", "2023年12月20日"],
    ["a salutation", "各位领导、各位代表："],
    ["a salutation, half-width", "各位领导、各位代表:"],
    ["a headline", "2023年工作总结"],
    ["an enclosure", "附件：1.重点任务清单"],
    ["who gets a copy", "抄送：县委办、县政府办。"],
    ["the head of a table", "序号 项目 金额（万元）"],
    ["prose", "在县委、县政府的正确领导下，全乡上下团结一心、真抓实干，圆满完成了全年各项目标任务。"],
  ])("stay where reports have them in common: %s", (_, line) => {
    expect(gone(TITLE, line, BODY, line, MORE, line)).toEqual([]);
    expect(gone(TITLE, BODY, MORE, line, "分享到：微信 微博")).toEqual([]);
  });

  it("stay on a page without a text of its own", () => {
    expect(gone("竹溪发布 向上向善", "一座城 一个家")).toEqual([]);
  });
});
