import { describe, expect, it } from "vitest";
import { findFigures } from "../src/index.ts";

const first = (text: string) => findFigures(text)[0];

describe("qualifiers", () => {
  const cases: readonly [text: string, qualifier: string | null][] = [
    ["约300人", "approx"],
    ["300人左右", "approx"],
    ["近300人", "at_most"],
    ["不超过3万元", "at_most"],
    ["不得超过3万元", "at_most"],
    ["300人以内", "at_most"],
    ["5个工作日内完成", "at_most"],
    ["300余人", "at_least"],
    ["超过300人", "at_least"],
    ["不低于70%", "at_least"],
    ["80%以上", "at_least"],
    ["近200多万元", "approx"],
    ["上万人", "at_least"],
    ["节约300元", null],
    ["近两年投入显著", null],
    ["300人", null],
  ];
  it.each(cases)("%s", (text, qualifier) => expect(first(text)?.qualifier ?? null).toBe(qualifier));
});

describe("metrics", () => {
  const cases: readonly [text: string, ...metrics: string[]][] = [
    ["先后组建41支医疗队，医护人员135人", "医疗队", "医护人员"],
    ["农民参合率达到98.6%", "参合率"],
    ["共查处虚假广告20起", "虚假广告"],
    ["赠送了20多万元的教学软件", "教学软件"],
    ["选派5名思想好、业务精的医生", "医生"],
    ["投入36万元", "投入"],
    ["高血压、糖尿病管理率分别达到65.8%、46.2%", "高血压管理率", "糖尿病管理率"],
    ["种植业60家、养殖业40家，分别占60%和40%", "种植业", "养殖业", "种植业", "养殖业"],
    ["人均标准由340元提高到390元", "人均标准", "人均标准"],
    ["97岁的老兵", "老兵"],
    ["为67人减免学费3.8万元", "减免学费", "减免学费"],
  ];
  it.each(cases)("%s", (text, ...metrics) => expect(findFigures(text).map((f) => f.metric)).toEqual(metrics));
  it("names a cell by its column, and by its row where the column says when", () => {
    expect(findFigures("片区\t门店数\n东片\t72家").map((f) => [f.metric, f.subject])).toEqual([["门店数", "东片"]]);
    expect(findFigures("指标 | 2022年\n门诊人次 | 95630").map((f) => [f.metric, f.value, f.period])).toEqual([
      ["门诊人次", 95630, "2022年"],
    ]);
  });
});

describe("periods", () => {
  const cases: readonly [text: string, period: string | null, normalized: string | null][] = [
    ["2020年培训30人", "2020年", "2020"],
    ["2020年1-10月培训30人", "2020年1-10月", "2020-01/2020-10"],
    ["2021年5月4日培训30人", "2021年5月4日", "2021-05-04"],
    ["截至2021年11月底共培训30人", "截至2021年11月底", "2021-11"],
    ["2020年上半年培训30人", "2020年上半年", "2020-01/2020-06"],
    ["2020年前三季度培训30人", "2020年前三季度", "2020-01/2020-09"],
    ["2019-2021年培训30人", "2019-2021年", "2019/2021"],
    ["20XX年培训30人", "20XX年", null],
    ["三年来培训30人", "三年来", null],
    ["今年以来，我局强化管理。全局培训30人", "今年以来", null],
    ["今年成绩显著。\n培训30人", null, null],
    ["每年培训30人", "每年", null],
    ["比2018年增加30人", null, null],
  ];
  it.each(cases)("%s", (text, period, normalized) =>
    expect(first(text)).toMatchObject({ period, periodNormalized: normalized }),
  );
  it("gives each level its own year", () =>
    expect(findFigures("就诊率由2022年的86%提高到2023年的90%").map((f) => f.periodNormalized)).toEqual([
      "2022",
      "2023",
    ]));
});

describe("comparison and modality", () => {
  it.each([
    ["收入同比增长19.9%", { base: "同比", direction: "up" }],
    ["面积较上年同期减少35万亩", { base: "较上年同期", direction: "down" }],
    ["得分94.6分，与上年持平", { base: "与上年", direction: "flat" }],
    ["标准提高到390元", null],
  ])("%s", (text, comparison) => expect(first(text)?.comparison ?? null).toEqual(comparison));
  it.each([
    ["力争建成30个站点", "target"],
    ["建成30个站点", "stated"],
    ["争取到资金30万元", "stated"],
  ])("%s", (text, modality) => expect(first(text)?.modality).toBe(modality));
  it("takes a plan from its heading", () => {
    const text = "明年工作打算\n新建站点30个。";
    expect(findFigures(text, { headings: [{ start: 0, end: 6 }] })[0]?.modality).toBe("target");
  });
  it("reads a text alike whatever was read before it", () => {
    const told = "已建成便民站点，累计完成培训。2025年，开发岗位850个。";
    const planned = () => findFigures(told, { kind: "计划", passages: [{ start: 0, role: "打算" }] });
    const alone = planned();
    findFigures(`新建站点30个，${"环境整治持续推进，".repeat(9)}力争全部达标。`);
    expect(planned()).toEqual(alone);
    expect(alone.map(({ modality }) => modality)).toEqual(["stated"]);
  });
});
