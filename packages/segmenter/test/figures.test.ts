import { describe, expect, it } from "vitest";
import { findFigures } from "../src/index.ts";

/** surface = value unit, the way a reader would note it: ranges with ~, ratios with : */
function note(text: string): string[] {
  return findFigures(text).map((f) => {
    const value = f.masked ? "masked" : (f.value ?? f.range?.join(f.unit === ":" ? ":" : "~") ?? f.suspect);
    return `${f.surface} = ${value}${f.unit === "" || f.unit === ":" ? "" : ` ${f.unit}`}`;
  });
}

describe("findFigures finds and values", () => {
  const cases: readonly [text: string, ...expected: string[]][] = [
    ["组建41支巡回医疗队", "41支 = 41 支"],
    ["门诊量52.5 万 人次", "52.5 万 人次 = 525000 人次"],
    ["发放补贴１２３．４万元", "１２３．４万元 = 1234000 元"],
    ["收入1,100万元", "1,100万元 = 11000000 元"],
    ["收入82，225.00元", "82，225.00元 = 82225 元"],
    ["新增3万4000人", "3万4000人 = 34000 人"],
    ["投入一点五亿元", "一点五亿元 = 150000000 元"],
    ["投资十六点三亿元", "十六点三亿元 = 1630000000 元"],
    ["参训二十多万人次", "二十多万人次 = 200000 人次"],
    ["清运4.5万余吨", "4.5万余吨 = 45000 吨"],
    ["慰问金近万元", "万元 = 10000 元"],
    ["培育骨干教师百名，", "百名 = 100 名"],
    ["走访数十户", "数十户 = 20~99 户"],
    ["参加者两三千人", "两三千人 = 2000~3000 人"],
    ["新建三四十个站点", "三四十个 = 30~40 个"],
    ["合格率96.4％", "96.4％ = 96.4 %"],
    ["死亡率5.2‰", "5.2‰ = 5.2 ‰"],
    ["发病率21/10万", "21/10万 = 21 /10万"],
    ["缺陷率7.08/千", "7.08/千 = 7.08 /千"],
    ["提高3.2个百分点", "3.2个百分点 = 3.2 个百分点"],
    ["约占三分之二", "三分之二 = 0.6667"],
    ["完成百分之八十", "百分之八十 = 80 %"],
    ["覆盖面达九成", "九成 = 90 %"],
    ["是上年的2.3倍", "2.3倍 = 2.3 倍"],
    ["产值翻一番", "翻一番 = 2 倍"],
    ["产值翻了两番", "翻了两番 = 4 倍"],
    ["按1:2的比例配套", "1:2 = 1:2"],
    ["三产之比为1.1:50.3:48.6", "1.1:50.3:48.6 = 1.1:50.3:48.6"],
    ["限时6-15个工作日", "6-15个工作日 = 6~15 个工作日"],
    ["奖励5~6万元", "5~6万元 = 50000~60000 元"],
    ["年龄20-70岁", "20-70岁 = 20~70 岁"],
    ["罚款5万元以上10万元以下", "5万元以上10万元以下 = 50000~100000 元"],
    ["增幅为13%—15%", "13%—15% = 13~15 %"],
    ["工期三至五年", "三至五年 = 3~5 年"],
    ["资金三至五千元", "三至五千元 = 3000~5000 元"],
    ["登记120处(幅)", "120处(幅) = 120 处(幅)"],
    ["周转量3.2亿人公里", "3.2亿人公里 = 320000000 人公里"],
    ["节能5万吨标准煤", "5万吨标准煤 = 50000 吨标准煤"],
    ["标准45元/人", "45元/人 = 45 元/人"],
    ["浓度80mg/100ml", "80mg/100ml = 80 mg/100ml"],
    ["发电量86.4亿千瓦时", "86.4亿千瓦时 = 8640000000 千瓦时"],
    ["面积8197万m2", "8197万m2 = 81970000 m2"],
    ["基尼系数为0.38", "0.38 = 0.38"],
    ["气温-3.5℃", "-3.5℃ = -3.5 °C"],
    ["累计就餐300余万，", "300余万 = 3000000"],
  ];
  it.each(cases)("%s", (text, ...expected) => expect(note(text)).toEqual(expected));
});

describe("findFigures knows damaged numbers", () => {
  const cases: readonly [text: string, surface: string, value: number | null, suspect: string | null][] = [
    ["总投入1、38亿元", "1、38亿元", 138000000, "decimal-separator"],
    ["参合率为89、43%", "89、43%", 89.43, "decimal-separator"],
    ["每人1、2万元", "1、2万元", 12000, "decimal-separator"],
    ["折合人民币1.6200.00元", "1.6200.00元", null, "malformed"],
    ["投入XX。5万元", "XX。5万元", null, "garbled"],
    ["共支出620__元", "620__元", null, "garbled"],
    ["占总数的482%", "482%", 482, "decimal-lost"],
    ["产值增长482%", "482%", 482, null],
    ["完成率达105%", "105%", 105, null],
  ];
  it.each(cases)("%s", (text, surface, value, suspect) =>
    expect(findFigures(text)[0]).toMatchObject({ surface, value, suspect }),
  );
  it("settles a lost point where part and whole stand beside it", () =>
    expect(findFigures("共办案2500件，其中新案120件，占48%，旧案占960%")[3]).toMatchObject({
      suspect: "decimal-lost",
    }));
  it.each(["投入____元", "慰问xx个单位", "拨款*万元"])("%s is masked", (text) =>
    expect(findFigures(text)[0]).toMatchObject({ masked: true, value: null }),
  );
});

describe("findFigures leaves alone", () => {
  it.each([
    "3、4月份集中整治",
    "第3批第五名",
    "（二）加强领导",
    "2021年5月4日上午9:30",
    "云政办〔2021〕15号",
    "热线12399，电话0999-8812345",
    "践行三个代表、五位一体",
    "千方百计、万无一失",
    "一支带不走的队伍，一项重要工作",
    "佩戴N95口罩防控H7N9",
    "建局60周年",
    "三甲医院、二级医院",
    "在八里镇、三岔沟村调研",
    "十九届五中全会",
    "认真完成各项任务",
  ])("%s", (text) => expect(note(text)).toEqual([]));
  it("2、3个 is two steps, not a decimal", () =>
    expect(findFigures("设2、3个点").every((f) => f.suspect === null)).toBe(true));
});
