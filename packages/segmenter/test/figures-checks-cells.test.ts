import { expect, test } from "vitest";
import { gridsOf } from "../src/figures/checks/grid.ts";
import { cellMemory } from "../src/figures/checks/judged/cells.ts";
import { passagesOf } from "../src/figures/checks/term.ts";
import { findChecks, findFigures } from "../src/index.ts";

/** The cells that the last passage of a text may speak of: `职工养老收入 61.84亿元 6184000000`. */
function recalled(text: string): string[] {
  const figures = findFigures(text);
  const memory = cellMemory(text, gridsOf(text, figures));
  const cells = passagesOf(text, figures).map((passage) => memory.recall(passage));
  return (cells.at(-1)?.terms ?? []).map(
    ({ name, figure, value }) => `${name} ${figure.surface} ${value} ${figure.unit}`,
  );
}

test.each<[string, string[], string]>([
  [
    "the line above",
    ["表1 基金收支（单位：亿元）", "险种\t收入\t支出", "职工养老\t61.84\t62.97"],
    "职工养老收入 61.84亿元 6184000000 元",
  ],
  ["the corner", ["险种（金额单位：万元）\t收入\t支出", "职工养老\t618\t620"], "职工养老收入 618万元 6180000 元"],
  ["the head", ["险种\t收入（万元）\t人数", "职工养老\t618\t62"], "职工养老收入 618万元 6180000 元"],
  ["the column of units", ["指标\t单位\t2023年\t2022年", "职工养老\t万人\t18.2\t17.5"], "职工养老 18.2万人 182000 人"],
  ["what the head counts", ["车型\t事故起数\t死亡人数", "职工养老\t121\t18"], "职工养老事故起数 121 121 起"],
  ["the cell itself", ["险种\t收入\t支出", "职工养老\t618万元\t620万元"], "职工养老收入 618万元 6180000 元"],
])("a cell has its unit from %s", (_, lines, expected) => {
  expect(recalled([...lines, "失业\t5\t6", "全年看，职工养老支出2.3亿元，5起。"].join("\n"))).toContain(expected);
});

const CARS = [
  "表1 上半年事故情况",
  "车型\t事故起数\t死亡人数",
  "小型客车\t203\t22",
  "电动自行车\t121\t18",
  "摩托车\t67\t13",
  "货车\t95\t16",
  "合计\t486\t69",
];
const FUNDS = [
  "表2 收支情况（单位：亿元）",
  "险种\t收入\t支出",
  "职工养老\t61.84\t58.97",
  "居民养老\t21.46\t15.82",
  "失业保险\t6.08\t4.39",
  "合计\t89.38\t79.18",
];

test.each<[string[], string, string[]]>([
  [CARS, "电动自行车与摩托车肇事188起，占38.7%；造成31人死亡，占全部死亡人数的44.9%。", []],
  [CARS, "电动自行车与摩托车肇事188起，占45.7%；造成31人死亡，占全部死亡人数的44.9%。", ["percent-of 45.7% 188起 486"]],
  [CARS, "电动自行车与摩托车肇事188起，占38.7%；造成31人死亡，占全部死亡人数的54.9%。", ["percent-of 54.9% 31人 69"]],
  [FUNDS, "职工养老收入中，征缴收入44.71亿元，占72.3%；财政补助14.29亿元，占23.1%。", []],
  [
    FUNDS,
    "职工养老收入中，征缴收入44.71亿元，占82.3%；财政补助14.29亿元，占23.1%。",
    ["percent-of 82.3% 44.71亿元 61.84"],
  ],
])("prose about a table: %#", (table, prose, expected) => {
  const text = [...table, prose].join("\n");
  const figures = findFigures(text);
  const failing = findChecks(text, figures).filter(({ holds }) => !holds);
  expect(failing.map(({ code, figures: at }) => [code, ...at.map((i) => figures[i]?.surface)].join(" "))).toEqual(
    expected,
  );
});

test("long prose behind a long table ends", () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `东${i}村\t${i + 20}\t${3 * i + 1}.5\t${i % 100}.1%`);
  const said = Array.from(
    { length: 6000 },
    (_, i) => `东${i}村有${i + 20}户，收入${3 * i + 1}.5万元，占${i % 100}.1%；`,
  );
  const text = ["村名\t户数（户）\t收入（万元）\t占比", ...rows, said.join("")].join("\n");
  const figures = findFigures(text);
  expect(figures.length).toBeGreaterThan(25_000);
  expect(findChecks(text, figures).every(({ figures: at }) => at.every((i) => i < figures.length))).toBe(true);
});

test("labels as long as a page end", () => {
  const rows = Array.from({ length: 60 }, (_, i) => `${"东村与西村".repeat(360)}${i}\t${i + 20}\t${3 * i}`);
  const said = Array.from({ length: 600 }, (_, i) => `东村与西村有${i + 20}户，占${i % 100}.1%；`);
  const text = ["村名\t户数（户）\t收入（万元）", ...rows, said.join("")].join("\n");
  const figures = findFigures(text);
  expect(findChecks(text, figures).every(({ figures: at }) => at.every((i) => i < figures.length))).toBe(true);
});
