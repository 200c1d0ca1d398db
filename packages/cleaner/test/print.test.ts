import { applyEdits } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { findPrintMarks } from "../src/index.ts";

const left = (...lines: string[]): string[] => {
  const text = lines.join("\n");
  return applyEdits(text, findPrintMarks(text).edits).trimEnd().split("\n");
};

describe("of a printed document stays", () => {
  it.each<[string, string[]]>([
    ["rows of numbers", ["序号\t金额", "1\t17", "2\t34", "3\t51"]],
    ["numbers alone, as cells stand", ["1", "17", "2", "34"]],
    ["short lines and unknown ones", ["上一页", "责任编辑：青禾", "相关链接", "首页 > 范文", "附件：1．名单"]],
    ["headlines in a row", ["棠梨镇工作总结", "清溪乡工作总结", "柳湾村工作总结"]],
    ["a list with numbers that do not come back", ["一、门诊 120", "二、住院 340", "三、转诊 560", "全年平稳。"]],
    [
      "labels above numbers that grow, said again below",
      ["城关镇\t120", "东岭镇\t230", "西河镇\t348", "城关镇", "东岭镇", "西河镇"],
    ],
    ["a headline that runs on as the head of the other pages", ["棠梨镇2023年工作总结", "一年来，各项工作平稳。"]],
  ])("%s", (_what, lines) => expect(left(...lines)).toEqual(lines));

  it.each<[string, string[], string[]]>([
    [
      "a head of a table on both pages",
      ["数据如下。", "镇名 人数", "城关镇 12", "\f", "镇名 人数", "东岭镇 15", "\f", "镇名 人数", "西河镇 9"],
      ["数据如下。", "镇名 人数", "城关镇 12", "镇名 人数", "东岭镇 15", "镇名 人数", "西河镇 9"],
    ],
    [
      "rows at the edges of pages",
      ["甲", "城关镇 120", "\f", "东岭镇 230", "乙"],
      ["甲", "城关镇 120", "东岭镇 230", "乙"],
    ],
    ["numbers at the edges that do not grow with the pages", ["甲", "7", "\f", "乙", "3"], ["甲", "7", "乙", "3"]],
    [
      "the headline",
      [
        "棠梨镇2023年工作总结",
        "一年来，",
        "\f",
        "棠梨镇2023年工作总结",
        "工作平稳。",
        "\f",
        "棠梨镇2023年工作总结",
        "群众满意。",
      ],
      ["棠梨镇2023年工作总结", "一年来，", "工作平稳。", "群众满意。"],
    ],
  ])("%s", (_what, lines, expected) => expect(left(...lines)).toEqual(expected));
});

describe("of a printed document go", () => {
  it.each<[string, string[], string[]]>([
    [
      "pages' numbers that say what they are",
      ["甲", "第3页 共10页", "乙", "- 4 -", "丙", "Page 2 of 9", "—5—"],
      ["甲", "乙", "丙"],
    ],
    ["numbers alone that grow with the pages", ["甲", "4", "\f", "乙", "5", "\f", "丙", "6"], ["甲", "乙", "丙"]],
    ["parts of the whole", ["甲", "1/3", "\f", "乙", "2/3", "\f", "丙", "3/3"], ["甲", "乙", "丙"]],
    [
      "a head that runs over the pages",
      ["内部资料", "甲", "\f", "内部资料", "乙", "\f", "内部资料", "丙"],
      ["甲", "乙", "丙"],
    ],
    [
      "heads of left and right pages",
      ["年报", "甲", "\f", "县局", "乙", "\f", "年报", "丙", "\f", "县局", "丁"],
      ["甲", "乙", "丙", "丁"],
    ],
    ["a foot with the page in it", ["甲", "县民政局 1 内部", "\f", "乙", "县民政局 2 内部"], ["甲", "乙"]],
    [
      "contents with leaders",
      ["总结", "目  录", "一、回顾........1", "二、问题········3", "三、打算……………5", "一、回顾"],
      ["总结", "一、回顾"],
    ],
    [
      "contents with numbered headings that come again",
      ["目录", "一、回顾\t1", "（一）门诊\t1", "二、打算\t4", "一、回顾", "（一）门诊", "平稳。", "二、打算"],
      ["一、回顾", "（一）门诊", "平稳。", "二、打算"],
    ],
  ])("%s", (_what, lines, expected) => {
    expect(left(...lines)).toEqual(expected);
    const { edits } = findPrintMarks(lines.join("\n"));
    expect(edits.every(({ confidence, reason }) => reason === "whitespace" || (confidence ?? 0) > 0)).toBe(true);
  });
});

it("takes no longer than its text is long", () => {
  const text = `${"一、门诊 12\n1\t17\n\f\n".repeat(40_000)}`;
  expect(findPrintMarks(text).edits.length).toBeGreaterThan(40_000);
});
