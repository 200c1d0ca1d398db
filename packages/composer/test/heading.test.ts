import { describe, expect, it } from "vitest";
import { clausesOf, generalise, headingKey, isNumberFree, isOpen, unstressed } from "../src/heading.ts";
import { matterOf, widerField } from "../src/matter.ts";
import { masker, namesOf, namesPlace } from "../src/names.ts";
import { document, entity } from "./document.ts";

const record = document("望麓县人民医院双拥工作总结", "总结", [], {
  entities: [
    entity("org", "望麓县人民医院"),
    entity("place", "望麓县"),
    entity("person", "岳清和"),
    entity("place", "卫生下乡"),
  ],
});
const mask = masker(namesOf(record));

describe("generalise", () => {
  const cases: readonly [string, string][] = [
    ["加强领导,落实责任。", "加强领导，落实责任"],
    ["2023年主要工作情况", "{年度}主要工作情况"],
    ["20XX年工作思路", "{年度}工作思路"],
    ["二〇二三年工作", "{年度}工作"],
    ["下半年工作打算", "{下期}工作打算"],
    ["下一步打算", "{下期}打算"],
    ["望麓县人民医院建设情况", "{单位}建设情况"],
    ["走遍望麓乡村", "走遍{地点}乡村"],
    ["学习岳清和同志", "学习{姓名}同志"],
    ["推进卫生下乡", "推进卫生下乡"],
    ["完成3项任务", "完成{数}项任务"],
    ["三个专项行动", "{数}个专项行动"],
    ["统一思想，形成一致", "统一思想，形成一致"],
    ["突出１２件实事", "突出{数}件实事"],
  ];
  it.each(cases)("%s → %s", (title, pattern) => expect(generalise(title, mask)).toBe(pattern));
});

describe("isOpen", () => {
  it.each(["加强领导", "{年度}主要工作", "{下期}打算"])("%s", (pattern) => expect(isOpen(pattern)).toBe(true));
  it.each(["{单位}建设", "{数}项任务", "“暖心”行动", "学习{姓名}"])("not %s", (pattern) =>
    expect(isOpen(pattern)).toBe(false),
  );
});

describe("wordings", () => {
  it("compares without stress", () => {
    expect(headingKey("进一步加强宣传，切实增强意识")).toBe(headingKey("加强宣传、增强意识"));
    expect(unstressed("扎实有效，深入推进宣传")).toBe("扎实有效，推进宣传");
    expect(clausesOf("加强领导，落实责任、抓")).toEqual(["加强领导", "落实责任"]);
  });
  it.each(["统一思想", "下一步打算", "千方百计"])("%s has no number", (text) => expect(isNumberFree(text)).toBe(true));
  it.each(["三个代表", "第2季度", "一把手", "３项"])("%s has one", (text) => expect(isNumberFree(text)).toBe(false));
  it.each(["望麓县教育", "青屿镇建设"])("%s names a place", (text) => expect(namesPlace(text)).toBe(true));
  it.each(["创建文明城市", "全县工作", "乡镇卫生"])("%s names none", (text) => expect(namesPlace(text)).toBe(false));
});

describe("matterOf", () => {
  const cases: readonly [string, string | null, string][] = [
    ["望麓县人民医院2021年双拥工作总结", null, "双拥"],
    ["卫生局双拥工作总结报告", null, "双拥"],
    ["双拥", null, "双拥"],
    ["望麓县教育局2023年工作总结", null, "教育"],
    ["年终工作总结", "望麓县教育局", "教育"],
    ["青屿县第二税务分局2023年工作总结", null, "税务"],
    ["工作总结", "青石桥派出所", "公安"],
    ["工作总结", "白渡镇敬老院", "民政"],
    ["2023年工作总结", "望麓县职教中心", "教育教学"],
    ["", null, ""],
  ];
  it.each(cases)("%s %s → %s", (title, unit, matter) => expect(matterOf(title, unit)).toBe(matter));

  it.each([
    ["卫生院", "卫生健康"],
    ["医院", "卫生健康"],
    ["双拥", null],
  ])("%s is within %s", (field, wider) => expect(widerField(field)).toBe(wider));
});
