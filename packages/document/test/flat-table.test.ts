import { expect, test } from "vitest";
import { flatTables } from "../src/index.ts";

const read = (lines: string): [number, number, number][] =>
  flatTables(lines.split(" ")).map(({ at, width, rows }) => [at, width, rows.length]);

test.each<[string, string, [number, number, number][]]>([
  ["two years", "指标 2022年 2023年 门诊人次 88.4 95.6 住院人次 3.2 3.5", [[0, 3, 2]]],
  ["a unit in each row", "指标 单位 2022 2023 门诊 人次 88 95 住院 人次 3 4 其他 人次 0 1", [[0, 4, 3]]],
  ["a caption above", "主要指标表 项目 数量 门诊 88人 住院 3人 其他 2人", [[1, 2, 3]]],
  ["text around", "现将情况报告如下： 项目 今年 去年 收入 88万元 70 支出 3万元 2 特此报告。", [[1, 3, 2]]],
  ["a total that could be a year", "乡镇 计划 完成 白石镇 1000 1100 柳溪乡 800 720 合计 1800 1920", [[0, 3, 3]]],
  [
    "two tables",
    "项目 数 甲 1 乙 2 丙 3 镇名 户数 人数 东镇 1 2 西镇 3 4",
    [
      [0, 2, 3],
      [8, 3, 2],
    ],
  ],
])("%s", (_, lines, expected) => {
  expect(read(lines)).toEqual(expected);
});

test.each<[string, string]>([
  ["pages of a list", "上一页 1 2 3 下一页 5 6 7"],
  ["a calendar", "日 一 二 三 四 五 六 1 2 3 4 5 6 7 8 9 10 11 12 13 14"],
  ["rows of several makes", "项目 数 甲 1 乙 丙 3 4 丁 5"],
  ["two pairs alone", "阅读 1203 点赞 988"],
  ["sentences", "一是抓学习。 12人 二是抓作风。 13人 三是抓落实。 14人"],
])("none: %s", (_, lines) => {
  expect(read(lines)).toEqual([]);
});

test("a third of the rows may lack a value", () => {
  expect(flatTables("乡镇 计划 完成 白石镇 1000 柳溪乡 800 720 合计 1800 720".split(" "))).toEqual([
    {
      at: 0,
      width: 3,
      rows: [
        { at: 3, size: 2 },
        { at: 5, size: 3 },
        { at: 8, size: 3 },
      ],
    },
  ]);
});
