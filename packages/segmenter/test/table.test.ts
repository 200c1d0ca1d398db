import { expect, test } from "vitest";
import { findFigures } from "../src/index.ts";

/** surface, metric, subject and period of the figures of a table, its rows given as lines. */
const read = (...rows: string[]): (string | null)[][] =>
  findFigures(rows.map((row) => row.replaceAll(" ", "\t")).join("\n")).map(({ surface, metric, subject, period }) => [
    surface,
    metric,
    subject,
    period,
  ]);

test("a head row and a label column", () => {
  expect(read("指标 2021年 2022年", "门诊人次 88412 95630")).toEqual([
    ["88412", "门诊人次", null, "2021年"],
    ["95630", "门诊人次", null, "2022年"],
  ]);
});

test("a head over two columns names the period of both", () => {
  expect(read("片区 2021年 2022年", "户数 占比 户数 占比", "东片 120 31% 140 35%")).toEqual([
    ["120", "户数", "东片", "2021年"],
    ["31%", "占比", "东片", "2021年"],
    ["140", "户数", "东片", "2022年"],
    ["35%", "占比", "东片", "2022年"],
  ]);
});

test("a head over two columns names what both measure", () => {
  expect(read("乡镇 门诊人次 住院人次", "2021年 2022年 2021年 2022年", "棠梨镇 812 930 41 52")).toEqual([
    ["812", "门诊人次", "棠梨镇", "2021年"],
    ["930", "门诊人次", "棠梨镇", "2022年"],
    ["41", "住院人次", "棠梨镇", "2021年"],
    ["52", "住院人次", "棠梨镇", "2022年"],
  ]);
});

test("a row whose first label stands in the row above", () => {
  expect(
    read("片区 村组 户数 人口", "东片 柳湾 12 48", "桥头 15 61").map(([surface, metric]) => [surface, metric]),
  ).toEqual([
    ["12", "户数"],
    ["48", "人口"],
    ["15", "户数"],
    ["61", "人口"],
  ]);
});

test.each<[string, string[], (string | null)[][]]>([
  [
    "below a label that reaches down",
    ["片区 镇名 老人数 床位", "东片 城关镇 120 35", " 东岭镇 230 ", " 西河镇  48", "合计  350 83"],
    [
      ["120", "老人数", "东片"],
      ["35", "床位", "东片"],
      ["230", "老人数", "东岭镇"],
      ["48", "床位", "西河镇"],
      ["350", "老人数", "合计"],
      ["83", "床位", "合计"],
    ],
  ],
  [
    "behind it",
    ["镇名 老人数 床位", "城关镇 120 ", "东岭镇  41"],
    [
      ["120", "老人数", "城关镇"],
      ["41", "床位", "东岭镇"],
    ],
  ],
  [
    "alone in its row",
    ["镇名 老人数 床位", "城关镇 120 35", "  41", "东岭镇 96 12"],
    [
      ["120", "老人数", "城关镇"],
      ["35", "床位", "城关镇"],
      ["41", "床位", ""],
      ["96", "老人数", "东岭镇"],
      ["12", "床位", "东岭镇"],
    ],
  ],
  ["a head set wide with two tabs is none", ["镇名  老人数", "城关镇  120"], [["120", "老人数", "城关镇"]]],
])("an empty cell keeps its column: %s", (_what, rows, expected) => {
  expect(read(...rows).map((figure) => figure.slice(0, 3))).toEqual(expected);
});

test("another table begins with a row of another width", () => {
  expect(
    read("项目 金额", "学费 120", "村名 户数 人口", "棠梨村 31 99").map(([surface, metric]) => [surface, metric]),
  ).toEqual([
    ["120", "学费"],
    ["31", "户数"],
    ["99", "人口"],
  ]);
});

test("the line above a table says when, and so does a year under 年份", () => {
  expect(findFigures("表2 2022年末网点情况\n片区\t网点\n东片\t72").map((f) => f.period)).toEqual(["2022年末"]);
  expect(read("年份 门诊", "2021 360").map(([, , , period]) => period)).toEqual(["2021"]);
  expect(findFigures("年份\t门诊\n2021\t360")[0]?.periodNormalized).toBe("2021");
});

test("what has changed, has changed in the last of the years", () => {
  expect(read("项目 2023年 2022年 增减", "收入 860 812 5.9%").map(([, , , period]) => period)).toEqual([
    "2023年",
    "2022年",
    "2023年",
  ]);
});

test("a table that was written one cell a line", () => {
  const lines =
    "指标\n单位\n2022年\n2023年\n门诊人次\n万人次\n88.4\n95.6\n住院人次\n万人次\n3.2\n3.5\n下一步，我院将努力工作。";
  expect(findFigures(lines).map(({ surface, metric, period }) => [surface, metric, period])).toEqual([
    ["88.4", "门诊人次", "2022年"],
    ["95.6", "门诊人次", "2023年"],
    ["3.2", "住院人次", "2022年"],
    ["3.5", "住院人次", "2023年"],
  ]);
});

test("bars part cells, empty ones too, and a rule below the head is no row", () => {
  const rows = [
    "| 作物 | 面积 | 亩产 | 总产 |",
    "|:---|---:|---:|---:|",
    "| 水稻 | 320 | 520 | 166 |",
    "| 合计 | 560 | | 263 |",
  ];
  expect(findFigures(rows.join("\n")).map(({ surface, metric }) => [surface, metric])).toEqual([
    ["320", "面积"],
    ["520", "亩产"],
    ["166", "总产"],
    ["560", "面积"],
    ["263", "总产"],
  ]);
});

test("a row whose last cell is missing", () => {
  expect(read("专业 计划数 学费", "护理 120 4800", "合计 220").map((figure) => figure.slice(0, 3))).toEqual([
    ["120", "计划数", "护理"],
    ["4800", "学费", "护理"],
    ["220", "计划数", "合计"],
  ]);
});

test("whole numbers below zero", () => {
  expect(read("项目 数量 增减", "投资 4500 -12", "利润 -20 -8").map(([surface]) => surface)).toEqual([
    "4500",
    "-12",
    "-20",
    "-8",
  ]);
});

test("a cell below zero under a rise is a fall", () => {
  const figures = findFigures("产品\t产量（万吨）\t比上年增长（%）\n粮食\t12.3\t2.1\n油料\t1.2\t-3.0");
  expect(figures.map(({ comparison }) => comparison?.direction ?? null)).toEqual([null, "up", null, "down"]);
});

test.each<[string, string[], (string | null)[][]]>([
  [
    "the rows' numbers are no labels",
    ["序号 项目 中央 省级", "1 东渠衬砌 90 50", "2 西塘清淤  70", " 合计 90 120"],
    [
      ["90", "中央", "东渠衬砌"],
      ["50", "省级", "东渠衬砌"],
      ["70", "省级", "西塘清淤"],
      ["90", "中央", "合计"],
      ["120", "省级", "合计"],
    ],
  ],
  [
    "the rows' numbers, where a row without one lacks its cell",
    ["序号 项目 中央 省级", "1 东渠衬砌 90 50", "合计 90 50"],
    [
      ["90", "中央", "东渠衬砌"],
      ["50", "省级", "东渠衬砌"],
      ["90", "中央", "合计"],
      ["50", "省级", "合计"],
    ],
  ],
  [
    "no heads: rows name their numbers",
    ["渠道 62 86", "塘坝 28 34"],
    [
      ["62", "渠道", null],
      ["86", "渠道", null],
      ["28", "塘坝", null],
      ["34", "塘坝", null],
    ],
  ],
  [
    "no heads: values with units are none",
    ["第一名 98分 一等奖", "第二名 95分 一等奖", "第三名 91分 二等奖"],
    [
      ["98分", "第一名", null],
      ["95分", "第二名", null],
      ["91分", "第三名", null],
    ],
  ],
  [
    "years alone are heads",
    ["指标 2021 2022", "渠道 62 86"],
    [
      ["62", "渠道", null],
      ["86", "渠道", null],
    ],
  ],
])("%s", (_what, rows, expected) => {
  expect(read(...rows).map((figure) => figure.slice(0, 3))).toEqual(expected);
});

test("a table drawn with lines", () => {
  const rows = ["┌───┬───┬───┐", "│乡镇│产量│面积│", "├───┼───┼───┤", "│合 计│520│690│", "└───┴───┴───┘"];
  expect(findFigures(rows.join("\n")).map(({ surface, metric, subject }) => [surface, metric, subject])).toEqual([
    ["520", "产量", "合计"],
    ["690", "面积", "合计"],
  ]);
});

test("of a table that was written one cell a line, a row that lacks a value gives none", () => {
  const figures = findFigures("乡镇\n计划\n完成\n白石镇\n1000\n柳溪乡\n800\n720\n合计\n1800\n720");
  expect(figures.map(({ surface, modality }) => [surface, modality])).toEqual([
    ["800", "target"],
    ["720", "stated"],
    ["1800", "target"],
    ["720", "stated"],
  ]);
});
