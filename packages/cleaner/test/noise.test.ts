import { noiseLines, noiseModel } from "@zongjie/lexicon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineFeatures, type NoiseSample, noiseScorer, shippedScorer, trainNoise } from "../src/index.ts";
import { normalLine } from "../src/noise/normal.ts";

describe("normalLine", () => {
  const cases: readonly [string, string][] = [
    ["发布时间：2023-05-06 09:11  浏览：302", "发布时间:D T 浏览:0"],
    ["（２０２３年５月６日）", "(Y)"],
    ["电话：0578-2012345 邮箱：a.b@c.example", "电话:P 邮箱:M"],
    ["文件大小：36.5KB 网址 https://m.x.example/a?b=1", "文件大小:S 网址 U"],
    ["备案号12034567 VIP会员", "备案号N vip会员"],
    ["", ""],
  ];
  it.each(cases)("%s", (text, expected) => expect(normalLine(text)).toBe(expected));
  it("looks at both ends of a long line", () => {
    const line = normalLine(`甲${"乙".repeat(500)}丙`);
    expect([line[0], line.at(-1), line.length < 100]).toEqual(["甲", "丙", true]);
  });
});

describe("lineFeatures", () => {
  it.each([
    ["返回顶部", ["^返", "返回", "顶部$", "#length:1", "#end:han"]],
    ["一、基本情况", ["#marker:一、", "本情况$"]],
    ["来源：晨报", ["#label", "来源:"]],
    ["· 述职报告", ["#bullet"]],
    ["【打印】【关闭】", ["#wrapped"]],
  ] as const)("%s", (text, expected) => expect([...lineFeatures(text)]).toEqual(expect.arrayContaining([...expected])));
});

describe("the shipped model", () => {
  const noise: readonly [string, string][] = [
    ["官网首页 | 单位介绍 | 工作动态 | 办事指南 | 留言板", "navigation"],
    ["您所在的位置：主页 >> 办公资料 >> 汇报", "breadcrumb"],
    ["稿源：竹溪县融媒体中心 发布时间：2022-07-09 15:20", "byline"],
    ["下面是为大家精心挑选的几篇工作总结，希望能给您带来帮助！", "teaser"],
    ["本站资料由网友上传，如有侵权请来信告知，我们会尽快删除。", "disclaimer"],
    ["上一篇：没有了 下一篇：街道工会工作总结", "pagination"],
    ["文档大小：48KB 页数：7 格式：docx", "file-info"],
    ["相关标签：总结 乡镇 计划", "tag-list"],
    ["版权所有 © 2021 竹溪在线 湘ICP备20001234号", "footer"],
    ["【字号 大 中 小】 【打印】 【关闭】", "widget"],
    ["开通年度会员，全站资料免费下载", "advertisement"],
  ];
  it.each(noise)("drops %s", (text, reason) => {
    expect(shippedScorer().probability(text)).toBeGreaterThan(0.9);
    expect(shippedScorer().reason(text)).toBe(reason);
  });
  it.each([
    "一、强化责任落实，推进登记工作",
    "（三）网站和新媒体管理",
    "全年网站发布信息420条，公众号阅读量18万次。",
    "二是抓好版权保护，查处侵权案件6起。",
    "编辑简报24期，向上级推荐典型9个。",
    "各位代表、同志们：",
    "竹溪县林业局",
    "2022年12月28日",
    "门诊人次	98412	105630",
    "附件：2022年重点任务清单",
    "资金来源为县级财政，评论员队伍由各单位推荐。",
    "现将有关情况汇报如下：",
  ])("keeps %s", (text) => expect(shippedScorer().probability(text)).toBeLessThan(0.6));
  it("is a probability for any line, the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const p = shippedScorer().probability(text);
        expect(0 <= p && p <= 1).toBe(true);
        expect(shippedScorer().probability(text)).toBe(p);
      }),
    );
  });
  it("knows the reasons of the ledger that its lines have", () => {
    expect(Object.keys(noiseModel().reasons).sort()).toEqual(Object.keys(noiseLines().noise).sort());
  });
});

describe("trainNoise", () => {
  const { noise, document } = noiseLines();
  const some = (lines: readonly string[], reason: string | null): NoiseSample[] =>
    lines.slice(0, 40).map((text) => ({ text, reason, weight: 1 }));
  const samples = [
    ...Object.entries(noise).flatMap(([reason, lines]) => some(lines, reason)),
    ...Object.values(document).flatMap((lines) => some(lines, null)),
  ];
  const model = trainNoise(samples, "a small one");
  it("gives the same model for the same samples", () => expect(trainNoise(samples, "a small one")).toEqual(model));
  it("learns what it was shown", () => {
    const scorer = noiseScorer(model);
    const right = samples.filter(({ text, reason }) => 0.5 < scorer.probability(text) === (reason !== null));
    expect(right.length / samples.length).toBeGreaterThan(0.95);
  });
  it("judges lines that it was not shown", () => {
    const scorer = noiseScorer(model);
    const unseen = (lines: readonly string[]): string[] => lines.slice(40);
    const hits = Object.values(noise).flatMap(unseen);
    const misses = Object.values(document).flatMap(unseen);
    expect(hits.filter((text) => 0.5 < scorer.probability(text)).length / hits.length).toBeGreaterThan(0.8);
    expect(misses.filter((text) => scorer.probability(text) < 0.8).length / misses.length).toBeGreaterThan(0.8);
  });
  it("has no line for noise and for the document at once", () => {
    const own = new Set(Object.values(document).flat());
    expect(
      Object.values(noise)
        .flat()
        .filter((text) => own.has(text)),
    ).toEqual([]);
    expect([Object.values(noise).flat().length >= 900, own.size >= 700]).toEqual([true, true]);
  });
});
