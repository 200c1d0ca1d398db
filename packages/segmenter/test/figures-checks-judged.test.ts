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

  it.each([
    [
      "what came and went under names that no list has",
      "年初贷款余额62.48亿元，当年累放41.36亿元，累收35.92亿元，核销2.27亿元，年末余额67.65亿元。",
      "parts-sum 67.65亿元 ≠ 62.48亿元 41.36亿元 35.92亿元 2.27亿元",
    ],
    [
      "a small rest of large numbers",
      "村集体账上，上年结转6.4万元，今年收入42.7万元，支出43.8万元，年底还剩13.3万元。",
      "parts-sum 13.3万元 ≠ 6.4万元 42.7万元 43.8万元",
    ],
    [
      "two parts whose names say the opposite",
      "全季总供热量551万吉焦，自产331万吉焦，外购电厂余热155万吉焦。",
      "parts-sum 551万吉焦 ≠ 331万吉焦 155万吉焦",
    ],
    [
      "a whole far above, by its name",
      "全年出院病人1890人，平均住院日8.8天。\n抢救危重病例96例，护理查房52次。\n开展健康讲座31场，听众2140人，发放手册5000本。\n接待参观12批，接收进修医生8人，带教实习生33人，选派支农医生6人。\n随访1814人，占出院病人的89.0%。",
      "percent-of 89.0% ≠ 1814人 1890人",
    ],
  ])("an error: %s", (_, text, expected) => expect(checksOf(text)).toContain(expected));

  it.each([
    ["a rank", "外贸企业有86家，进出口过亿元的企业只有11家，前5家占出口的52%。"],
    ["a total of the year before", "公路412.6万人次，水路18.4万人次，上年二者合计358.2万人次。"],
    ["what is given once", "县级传承人补助提高到每年3000元，带徒满三年的，一次性奖励5000元。"],
    ["some of a whole", "全年培训71人次，其中种植20人次、养殖20人次、加工20人次。"],
    ["a word of the name alone", "受理案件14286件。\n网上立案8042件，占新收案件的62.0%。"],
    ["parts of a total behind", "债务还本支出163万元，补充预算稳定调节基金117万元，结转下年49万元，支出总计329万元。"],
    ["two trips of one flow", "年初欠税余额5430万元，当年清回1870万元，又新增640万元，年末余额4200万元。"],
  ])("nothing is wrong: %s", (_, text) => expect(checksOf(text).filter((made) => made.includes("≠"))).toEqual([]));

  it("a round number with 万 is no licence: 2万 is not 2.4万", () => {
    expect(checksOf("全县农户4万户，参保3.26万户，参保率91.5%。")).toContain("percent-of 91.5% ≠ 3.26万户 4万户");
  });

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
