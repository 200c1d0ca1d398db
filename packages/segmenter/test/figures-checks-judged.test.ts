import { describe, expect, it } from "vitest";
import { findChecks, findFigures } from "../src/index.ts";

/** The checks of a text in words: `parts-sum 162 = 108 21 33`, with ≠ where it does not hold. */
function checksOf(text: string): string[] {
  const figures = findFigures(text);
  return findChecks(text, figures).map(({ code, holds, figures: [first = 0, ...others] }) => {
    const surfaces = others.map((index) => figures[index]?.surface ?? "");
    return `${code} ${figures[first]?.surface} ${holds ? "=" : "≠"} ${surfaces.join(" ")}`;
  });
}

describe("what no form of words gives, the judge finds", () => {
  it.each([
    [
      "a list that nothing opens",
      "合作社全年收入162万元，卖果108万元，游客采摘21万元，苗木和其他33万元。",
      "parts-sum 162万元 = 108万元 21万元 33万元",
    ],
    [
      "and its error",
      "合作社全年收入172万元，卖果108万元，游客采摘21万元，苗木和其他33万元。",
      "parts-sum 172万元 ≠ 108万元 21万元 33万元",
    ],
    ["what is left", "市场有摊位740个，在租558个，空置182个。", "parts-sum 740个 = 558个 182个"],
    [
      "a rate whose base stands a sentence before",
      "马拉松中签者里，全程6000人、半程5000人。关门时间内完赛的有5472人，完赛率91.2%。",
      "percent-of 91.2% = 5472人 6000人",
    ],
    ["a price of each", "县财政按每个村每年6000元给予补助，141个村合计94.6万元。", "product 94.6万元 ≠ 141个 6000元"],
    ["levels in two clauses", "过去邮件在路上要走50个小时，现在20个小时，缩短60%。", "growth 60% = 20个小时 50个小时"],
  ])("%s", (_, text, expected) => expect(checksOf(text)).toContain(expected));

  it.each([
    ["deeds of other sorts", "全年举办培训12期，外出考察3次，邀请专家5人次。"],
    ["a fine beside cases", "受理举报46件，立案12件，罚款8万元。"],
    ["a list that names some", "全局有干部86人，其中党员41人，女干部19人。"],
    ["rates of other things", "入园率97.2%，巩固率98.6%，全县有幼儿园36所，其中公办21所。"],
  ])("%s: nothing is wrong", (_, text) => expect(checksOf(text).filter((made) => made.includes("≠"))).toEqual([]));

  it("a sum is not wrong whose figures are parts of one that holds", () => {
    const text =
      "最大负荷升至286万千瓦。当晚居民生活用电140.2万千瓦，占49%；商业65.5万千瓦，工业74.3万千瓦，农业及其他6万千瓦。";
    expect(checksOf(text)).toContain("parts-sum 286万千瓦 = 140.2万千瓦 65.5万千瓦 74.3万千瓦 6万千瓦");
    expect(checksOf(text).filter((made) => made.includes("≠"))).toEqual([]);
  });

  it("a total has more than one list of parts", () => {
    const split = "年末常住人口45.9万人。按城乡分，城镇28.7万人，乡村17.2万人；按性别分，男23.3万人，女22.6万人。";
    expect(checksOf(split)).toEqual([
      "parts-sum 45.9万人 = 28.7万人 17.2万人",
      "parts-sum 45.9万人 = 23.3万人 22.6万人",
    ]);
  });
});
