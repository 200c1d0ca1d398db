import { applyEdits } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { findBoilerplate, findMarkup, findRepairs, findWraps } from "../src/index.ts";

const BODY = "全市完成投资86.52亿元，新开工项目38个，各项工作进展顺利。";

/** What the boilerplate stage leaves of a text. */
const kept = (text: string): string => applyEdits(text, findBoilerplate(text).edits).trim();

describe("the author's own lines stay, whatever site's word they hold", () => {
  it.each([
    "来源：财政拨款80万元，自筹20万元。",
    "扫一扫：推广扫码办事126项，群众满意。",
    "标签：制作标签3600个。",
    "免责声明发布36份。",
    "| 东区 | 12 | 125,000 |",
  ])("%s", (line) => expect(kept(`${BODY}\n${line}\n${BODY}`)).toContain(line));

  it.each([
    [
      "the unit below a headline",
      "全县在校学生情况\n\n单位：人\n乡镇\t合计\t男\n城关镇\t5210\t2718\n山前乡\t1840\t960",
    ],
    ["a table of months below a lead", "各月收入情况\n\n月份\t收入\n1月\t320\n2月\t280\n一季度\t600\n\n收入600万元。"],
  ])("%s", (_, text) => expect(kept(text).replace(/\n+/g, "\n")).toBe(text.replace(/\n+/g, "\n")));

  it("a footer glued to a page of one line goes alone", () => {
    expect(kept(`${BODY} 版权所有`)).toBe(BODY);
  });
});

describe("numbers broken by blanks, line ends and tags", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["全年共接处警1 856起，处置及时。", "全年共接处警1856起，处置及时。"],
    ["全年考核合格率92. 5 %，成效明显。", "全年考核合格率92.5%，成效明显。"],
    ["共落实保洁员 1 4 2 名，定人定岗。", "共落实保洁员142名，定人定岗。"],
    ["分两批安排第1 125户，稳步推进。", "分两批安排第1 125户，稳步推进。"],
  ];
  it.each(cases)("%s", (text, expected) => expect(applyEdits(text, findRepairs(text))).toBe(expected));

  it("joins a number over a line end", () => {
    const text = "投入衔接资金1.\n86亿元，全部到位。";
    expect(applyEdits(text, findWraps(text))).toBe("投入衔接资金1.86亿元，全部到位。");
  });

  it("writes a power as one", () => {
    const html = "<p>发电量10<sup>8</sup>千瓦时，面积12m<sup>2</sup>。</p>";
    expect(applyEdits(html, findMarkup(html).edits).trim()).toBe("发电量10^8千瓦时，面积12m2。");
  });
});
