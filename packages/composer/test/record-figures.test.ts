import type { Figure } from "@zongjie/document";
import { expect, it } from "vitest";
import { behindClause, figureClause } from "../src/figures/clause.ts";
import { figuresOfDocument, type Given, givenFigures } from "../src/figures/given.ts";
import { kindOfUnit } from "../src/figures/unit.ts";
import { document } from "./document.ts";

/** Figures of a record: `["门诊", "500人次", "人次"]`, kind and the rest as given. */
type Read = readonly [metric: string, surface: string, unit: string, rest?: Partial<Figure>];
const read = (...figures: readonly Read[]): Given[] => {
  const bare = document("总结", "总结", [{ title: "一", role: "做法", metrics: figures.map(([metric]) => metric) }]);
  const found = bare.figures.map((figure, i) => {
    const [, surface = "", unit = "", rest] = figures[i] ?? [];
    return { ...figure, surface, unit, value: Number.parseFloat(surface), kind: kindOfUnit(unit), ...rest };
  });
  return givenFigures([], figuresOfDocument({ ...bare, figures: found }));
};

const sorts: readonly [Read, string][] = [
  [["年度计划", "101.3%", "%"], "完成年度计划的101.3%"],
  [["完成年度任务", "98%", "%"], "完成年度任务的98%"],
  [["小微企业", "83.4%", "%"], "小微企业占83.4%"],
  [["接种率", "83.4%", "%"], "接种率达到83.4%"],
  [["发病率", "3.4%", "%"], "发病率为3.4%"],
  [["占总人口", "23.3%", "%"], "【待补：占比的对象】占总人口的23.3%"],
  [["选择居家养老", "71.3%", "%"], "选择居家养老占71.3%"],
  [["走访企业", "71.3%", "%"], "走访企业的占71.3%"],
  [["独居老人", "四成", "%", { kind: "percent", qualifier: "at_least" }], "独居老人占四成以上"],
  [["出资", "7:2:1", ":", { kind: "ratio" }], "出资比例为7:2:1"],
  [["警辅比", "1:2.2", ":", { kind: "ratio" }], "警辅比为1:2.2"],
  [["罚款", "412.6万元", "元"], "罚款412.6万元"],
  [["人均费用", "412元", "元"], "人均费用为412元"],
  [["每千人口床位", "5.2张", "张"], "每千人口床位为5.2张"],
  [["减免医疗费用", "8.6万元", "元"], "减免医疗费用8.6万元"],
  [["辖区面积", "47平方公里", "平方公里"], "辖区面积为47平方公里"],
  [["污水管网", "86.3公里", "公里"], "污水管网86.3公里"],
  [["平均用时", "6分钟", "分钟", { qualifier: "at_most" }], "平均用时不超过6分钟"],
  [["办结", "81件", "件"], "办结81件"],
  [["成功化解", "1421件", "件"], "成功化解1421件"],
  [["慰问金和物资", "3万元", "元"], "慰问金和物资3万元"],
  [
    ["水质达标率", "100%", "%", { value: 100, comparison: { base: "同比", direction: "flat" } }],
    "水质达标率为100%，同比持平",
  ],
  [["产值", "翻一番", "%", { kind: "ratio", comparison: { base: "上年", direction: "up" } }], "产值比上年翻一番"],
  [
    ["税收收入", "6%", "%", { qualifier: "approx", comparison: { base: "同比", direction: "up" } }],
    "税收收入同比增长约6%",
  ],
];
it.each(sorts)("%j of a record reads %s", (figure, text) =>
  expect(figureClause(read(figure)[0] as Given, 0).text).toBe(text),
);

const untellable: readonly [Read, string | null][] = [
  [["村", "19个", "个"], "its name is cut short"],
  [["增值税", "15.48", "", { kind: "money" }], "its unit stands elsewhere"],
  [["独居老人", "70岁", "岁"], "an age that bounds a group"],
  [["平均年龄", "41岁", "岁"], null],
  [["停车难题", "三年", "年", { kind: "duration" }], "a time of what is not said"],
  [["办理时限", "7个工作日", "个工作日"], null],
  [["床位", "1.7倍", "倍", { kind: "ratio" }], "a multiple of what is not said"],
  [["命中率", "4217万元", "元"], "its unit does not fit its name"],
  [["命中率", "70%", "%"], null],
];
it.each(untellable)("%j of a record is not told: %s", (figure, reason) => expect(read(figure)[0]?.untold).toBe(reason));

const UP = { base: "同比", direction: "up" } as const;
const companies: readonly [string, readonly Read[], string][] = [
  [
    "households and people",
    [
      ["居民", "48户", "户"],
      ["居民", "129人", "人"],
    ],
    "居民48户，计129人",
  ],
  [
    "a change",
    [
      ["税收", "38亿元", "元"],
      ["税收", "8%", "%", { comparison: UP }],
    ],
    "税收38亿元，同比增长8%",
  ],
  [
    "a share",
    [
      ["小微企业", "1189户", "户"],
      ["小微企业", "83.4%", "%"],
    ],
    "小微企业1189户，占83.4%",
  ],
  [
    "another unit",
    [
      ["礼金", "2笔", "笔"],
      ["礼金", "8千元", "元"],
    ],
    "礼金2笔，计8千元",
  ],
  [
    "no rate",
    [
      ["接种率", "90%", "%"],
      ["接种率", "3%", "%", { comparison: UP }],
    ],
    "接种率达到90%，同比增长3%",
  ],
  [
    "not of another year",
    [
      ["税收", "38亿元", "元", { period: "上年" }],
      ["税收", "8%", "%", { period: "2023年" }],
    ],
    "税收38亿元",
  ],
  [
    "the same",
    [
      ["养老院", "87个", "个"],
      ["乡镇养老院", "87个", "个"],
    ],
    "养老院87个",
  ],
  [
    "what is of one year",
    [
      ["税收", "35亿元", "元", { period: "2022年" }],
      ["税收", "38亿元", "元"],
      ["税收", "8%", "%", { comparison: UP }],
    ],
    "税收35亿元",
  ],
  [
    "two amounts",
    [
      ["办理时限", "20天", "天"],
      ["办理时限", "7天", "天"],
    ],
    "办理时限【待补：办理时限（材料中有20天、7天，需核实）】",
  ],
];
it.each(companies)("keeps together: %s", (_, figures, text) => {
  const [main, ...rest] = read(...figures) as [Given, ...Given[]];
  const behind = rest.filter((one) => one.behind === main.id).map((one) => behindClause(one, 0));
  expect([figureClause(main, 0).text, ...behind].filter((clause) => clause !== "").join("，")).toBe(text);
});

it("says which year 全年 of a text is", () => {
  const [figure] = read(["税收", "38亿元", "元", { period: "全年", periodNormalized: "2023" }]);
  expect(figure?.period).toBe("2023年");
});
