import { describe, expect, it } from "vitest";
import { findBoilerplate } from "../src/index.ts";
import { CLINIC, textOf, WATER } from "./split-pages.ts";

/** What goes of a page. */
const dropped = (text: string): string[] => findBoilerplate(text).dropped.map((line) => line.text);

/** A report, a header of a list of links, and what the site set behind it. */
const page = (header: string, behind: string): string => `${WATER.title}\n${textOf(WATER)}\n${header}\n${behind}`;

describe("a report behind the header of a list of links", () => {
  const headers = ["延伸阅读：", "扩展阅读", "【拓展阅读】", "相关阅读："];
  it.each(headers)("%s keeps headline and salutation", (header) => {
    const text = page(header, `${CLINIC.title}\n${CLINIC.greeting}\n${textOf(CLINIC)}`);
    expect(dropped(text)).toEqual([header]);
  });
  it.each(headers)("%s keeps the sentence that leads into a list", (header) => {
    const items = "一、五月份修补渡口护栏，由码头站的十二名职工出工。\n二、六月份清点救生圈，换下破损的二十八只。";
    const lead = "为保证渡口平安，今年码头站计划办好以下几件事：";
    expect(dropped(page(header, `渡口站安全活动计划\n${lead}\n${items}`))).toEqual([header]);
  });
  it.each(headers)("%s keeps a lone headline that names no genre", (header) => {
    expect(dropped(page(header, `渡口站设备检修台账\n${textOf(CLINIC)}`))).not.toContain("渡口站设备检修台账");
  });

  it("links above the headline go", () => {
    const links = ["社区述职报告", "医院工作总结"];
    expect(dropped(page("相关阅读：", `${links.join("\n")}\n${CLINIC.title}\n${textOf(CLINIC)}`))).toEqual([
      "相关阅读：",
      ...links,
    ]);
  });
  it("several short lines that name no genre are links", () => {
    const links = ["渡口站设备检修台账", "码头的日子"];
    const gone = dropped(page("相关阅读：", `${links.join("\n")}\n${textOf(CLINIC)}`));
    expect(gone).toEqual(expect.arrayContaining(links));
  });
  it("links without a report go", () => {
    const links = ["社区述职报告", "医院工作总结", "学校考勤制度"];
    expect(dropped(page("延伸阅读：", links.join("\n")))).toEqual(["延伸阅读：", ...links]);
  });
});
