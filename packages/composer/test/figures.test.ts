import type { BriefFigure, Role } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { amountOf } from "../src/figures/amount.ts";
import { changeIn, changeWords } from "../src/figures/change.ts";
import { behindClause, figureClause } from "../src/figures/clause.ts";
import type { Place } from "../src/figures/fit.ts";
import { figuresOfDocument, type Given, givenFigures } from "../src/figures/given.ts";
import { tell } from "../src/figures/metric.ts";
import { placeFigures } from "../src/figures/place.ts";
import { document } from "./document.ts";

const given = (figure: Partial<BriefFigure>): Given[] =>
  givenFigures([{ metric: "床位", value: 500, unit: "张", ...figure }], []);
const told = (figure: Partial<BriefFigure>, pick = 0): string => {
  const [main, change] = given(figure);
  if (main === undefined) return "";
  const { text } = figureClause(main, pick);
  return change?.behind === main.id ? `${text}，${behindClause(change, pick)}` : text;
};

const amounts: readonly [number | string, string, string | null, number?][] = [
  [485000, "人次", "48.5万人次", 485000],
  ["485000", "人次", "485000人次", 485000],
  [120000, "元", "12万元", 120000],
  [1865000000, "元", "18.65亿元", 1865000000],
  [21860, "元", "21860元", 21860],
  [12345678, "元", "12345678元", 12345678],
  [-36000, "人", "-3.6万人", -36000],
  [120000, "万元", "120000万元", 1200000000],
  [120000, "%", "120000%", 120000],
  ["48.5万", "人次", "48.5万人次", 485000],
  ["1,950", "人次", "1,950人次", 1950],
  [8.6, "万元", "8.6万元", 86000],
  ["8.6万", "元", "8.6万元", 86000],
  ["8.6万元", "万元", "8.6万元", 86000],
  ["96.5%", "", "96.5%", 96.5],
  ["９６", "%", "96%", 96],
  ["12户", "人", null],
  ["1.6200.00元", "元", null],
  ["许多", "人", null],
  [Number.NaN, "人", null],
];
it.each(amounts)("%j of %s is %j", (value, unit, surface, number) => {
  const amount = amountOf(value, unit);
  expect(amount?.surface ?? null).toBe(surface);
  if (number !== undefined) expect(amount?.value).toBe(number);
});

const changes: readonly [string, object | null][] = [
  ["同比增长3.2%", { base: "同比", direction: "up", amount: "3.2%" }],
  ["比上年减少12人", { base: "比上年", direction: "down", amount: "12人" }],
  ["与上年持平", { base: "与上年", direction: "flat", amount: "" }],
  ["同比增长", null],
  ["3.2%", null],
];
it.each(changes)("reads the change %s", (text, change) => expect(changeIn(text)).toEqual(change));

it("links a base to its change", () => {
  expect(changeWords({ base: "上年", direction: "up" }, "%", 0)).toBe("比上年增长");
  expect(changeWords({ base: "上年", direction: "flat" }, "%", 0)).toBe("与上年持平");
  expect(changeWords({ base: "同比", direction: "down" }, "个百分点", 0)).toBe("同比下降");
});

const metrics: readonly [string, string, string, string, string?][] = [
  ["培训班", "期", "培训班", "act", "举办"],
  ["门诊人次", "人次", "门诊", "act", "完成"],
  ["走访慰问户数", "户", "走访慰问", "verb"],
  ["监测户", "户", "监测户", "bare"],
  ["床位数", "张", "床位", "bare"],
  ["常住人口", "万人", "常住人口", "bare"],
  ["患者满意度", "%", "患者满意度", "level"],
  ["税费收入", "亿元", "税费收入", "level"],
  ["独居老人", "人", "独居老人", "bare"],
  ["社区食堂", "个", "社区食堂", "bare"],
  ["宣传资料", "份", "宣传资料", "act", "发放"],
  ["发放宣传资料", "份", "发放宣传资料", "verb"],
  ["发展家庭农场", "家", "发展家庭农场", "verb"],
];
it.each(metrics)("%s of %s is told as %s", (metric, unit, name, sort, verb) => {
  const [figure] = given({ metric, unit });
  const found = tell(figure as Given);
  expect([found.metric, found.sort, found.verbs[0]]).toEqual([name, sort, verb]);
});

const clauses: readonly [Partial<BriefFigure>, string][] = [
  [{}, "床位500张"],
  [{ metric: "培训班", value: 8, unit: "期" }, "举办培训班8期"],
  [{ metric: "满意度", value: 95, unit: "%" }, "满意度达到95%"],
  [{ metric: "满意度", value: 95, unit: "%", qualifier: "at_least" }, "满意度超过95%"],
  [{ metric: "满意度", value: 95, unit: "%", target: true }, "力争满意度达到95%"],
  [{ metric: "满意度", value: 95, unit: "%", target: true, qualifier: "at_least" }, "满意度不低于95%"],
  [{ metric: "培训班", value: 8, unit: "期", target: true }, "计划举办培训班8期"],
  [{ metric: "税费收入", value: "8.4", unit: "亿元", comparison: "同比增长6.3%" }, "税费收入达到8.4亿元，同比增长6.3%"],
  [
    { metric: "税费收入", value: 6.3, unit: "%", comparison: { base: "同比", direction: "up" } },
    "税费收入同比增长6.3%",
  ],
  [{ metric: "在职人数", value: "约600", unit: "人" }, "在职约600人"],
];
it.each(clauses)("%j reads %s", (figure, text) => expect(told(figure)).toBe(text));

it("never words an aim as done, whatever wording is taken", () => {
  for (let pick = 0; pick < 40; pick++)
    for (const metric of ["满意度", "培训班", "走访慰问", "床位"])
      for (const qualifier of [null, "approx", "at_least", "at_most"] as const)
        expect(told({ metric, qualifier, target: true }, pick)).toMatch(
          /力争|争取|计划|拟|目标|预期|不低于|不少于|不超过/,
        );
});

it("gives the aim of a metric as a figure of its own", () => {
  const [reached, aim] = given({ target: 520 });
  expect([reached?.modality, reached?.surface, aim?.modality, aim?.surface]).toEqual([
    "stated",
    "500张",
    "target",
    "520张",
  ]);
  expect(given({ value: "98.2%", unit: "", target: 99 }).map(({ surface }) => surface)).toEqual(["98.2%", "99%"]);
});

it("leaves what is in doubt open, with the reason and without the number", () => {
  const bare = document("总结", "总结", [{ title: "一", role: "做法", metrics: ["接种率", "床位", "人数", "门诊"] }]);
  const figures = bare.figures.map((figure, i) => ({
    ...figure,
    surface: `${9863 + i}%`,
    suspect: i === 0 ? ("decimal-lost" as const) : null,
    masked: i === 1,
  }));
  const check = { code: "parts-sum", holds: false, stated: 1, computed: 2, tolerance: 0, figures: [2] } as const;
  const found = givenFigures([], figuresOfDocument({ ...bare, figures, checks: [check] }));
  expect(found.map((figure) => figureClause(figure, 0).text)).toEqual([
    "接种率【待补：接种率（疑似丢失小数点）】",
    "床位【待补：床位（原文以符号代替数字）】",
    "人数【待补：人数（与原文其他数据对不上）】",
    "门诊占9866%",
  ]);
});

const place = (title: string, role: Role, fields: Partial<Place> = {}): Place => ({
  title,
  role,
  origin: "heading",
  theme: null,
  metrics: [],
  due: role === "打算",
  gathers: false,
  wanted: false,
  main: role === "做法",
  ...fields,
});
const PLACES = [
  place("加强组织领导", "组织领导"),
  place("深化国防教育", "做法"),
  place("存在的问题", "问题"),
  place("突出重点，抓好落实", "做法", { origin: "frame" }),
  place("下一步打算", "打算"),
];
const homes: readonly [Partial<BriefFigure>, string][] = [
  [{ metric: "专题会议" }, "加强组织领导"],
  [{ metric: "国防教育课" }, "深化国防教育"],
  [{ metric: "人员缺口" }, "存在的问题"],
  [{ metric: "食堂台数" }, "突出重点，抓好落实"],
  [{ metric: "国防教育课", target: true }, "下一步打算"],
  [{ metric: "食堂台数", section: "国防教育" }, "深化国防教育"],
  [{ metric: "食堂台数", section: "组织领导" }, "加强组织领导"],
  [{ metric: "食堂台数", section: "别的部分" }, "no section 别的部分 in the draft"],
  [{ metric: "食堂台数", section: "打算" }, "打算 looks ahead, the figure is reached"],
  [{ metric: "国防教育课", target: true, section: "国防教育" }, "国防教育 tells what is done, the figure is an aim"],
];
describe("placeFigures", () => {
  it.each(homes)("%j goes to %s", (figure, home) => {
    const [placed] = placeFigures(given(figure), PLACES);
    expect(placed !== undefined && "at" in placed ? PLACES[placed.at]?.title : placed?.reason).toBe(home);
  });

  it("puts a change where its figure is, and lists what finds no room", () => {
    const pair = given({ metric: "国防教育课", comparison: "同比增长3.2%" });
    expect(placeFigures(pair, PLACES)).toEqual([{ at: 1 }, { at: 1 }]);
    const many = givenFigures(
      Array.from({ length: 40 }, () => ({ metric: "国防教育课", value: 1, unit: "次" })),
      [],
    );
    const reasons = placeFigures(many, [place("深化国防教育", "做法")]).filter((one) => "reason" in one);
    expect(reasons).toHaveLength(16);
  });
});
