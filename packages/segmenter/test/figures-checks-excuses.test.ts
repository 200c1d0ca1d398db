import { describe, expect, it } from "vitest";
import { findChecks, findFigures } from "../src/index.ts";

/** The checks of a text that do not hold, in words: `parts-sum 162 ≠ 108 21 33`. */
function failing(text: string): string[] {
  const figures = findFigures(text);
  return findChecks(text, figures)
    .filter(({ holds }) => !holds)
    .map(({ code, figures: [first = 0, ...others] }) => {
      const surfaces = others.map((index) => figures[index]?.surface ?? "");
      return `${code} ${figures[first]?.surface} ≠ ${surfaces.join(" ")}`;
    });
}

const PORT = [
  "一季度完成货物吞吐量516.4万吨，较去年同期的530.2万吨增长6.3%。",
  "货种\t2024年一季度（万吨）\t2023年一季度（万吨）\t同比（%）",
  "煤炭\t212.6\t204.5\t4.0",
  "矿石\t303.8\t281.3\t8.0",
  "合计\t516.4\t485.8\t6.3",
].join("\n");

describe("a number that stands rightly once more does not excuse the wrong one", () => {
  it.each([
    ["a level that a table has otherwise", PORT, "growth 6.3% ≠ 516.4万吨 530.2万吨"],
    [
      "a share beside one with a part of its own",
      "全年支出1421.78万元，基本支出938.44万元，占76.6%；项目支出483.34万元，占34.0%。",
      "percent-of 76.6% ≠ 938.44万元 1421.78万元",
    ],
    [
      "price and number beside a list of sources",
      "下达建设任务9.32万亩，按亩均2342元的标准，共安排资金1.864亿元，其中：中央资金11184万元、省级资金4660万元、县级配套2796万元。",
      "product 1.864亿元 ≠ 9.32万亩 2342元",
    ],
  ])("%s", (_, text, expected) => expect(failing(text)).toContain(expected));

  it.each([
    ["classes that are counted", "全年改造危桥53座，其中四类35座、五类18座。"],
    [
      "grades that are named beside the shares",
      "新办2.9万户、注销2.2万户。一般户2.4万户，A级户4813户，参评5.9万户，甲、乙、丙三级比例依次为58.1%、32.6%、9.3%。",
    ],
    [
      "what stands in brackets is no member",
      "完成投资98.1亿元，其中公路63.7亿元（高速38.3亿元、国省道11.4亿元、农村路14.0亿元），铁路21.4亿元，港航13.0亿元，三大类占比依次为64.9%、21.8%、13.3%。",
    ],
    ["what came, less what went", "机井由4126眼增加到4305眼，新打237眼，报废58眼。"],
    [
      "a level in brackets of another change",
      "实收86.8万元，比前年翻了一番还多（2022年是38.5万元），比去年增长29.0%。",
    ],
    [
      "a share of those above a grade",
      "专任教师中，正高级4人，高级87人，一级104人，二级及以下58人，共253人，高级以上职称占36.0%。",
    ],
    ["nested shares", "知道日间照料中心的占57.8%，实际用过的占12.3%，知道而没有用过的占45.5%。"],
    ["shares of two groups", "城镇受访者愿意的占11.1%，农村只占4.0%。"],
    ["an amount paid so far", "冬闲田种油菜680亩，每亩补助120元，已兑付7.2万元，剩余待验收。"],
    [
      "more than is listed",
      "当年支出1194.8万元，其中助学312.6万元、助医268.9万元、救灾405.7万元、管理41.3万元，其余用于社区项目。",
    ],
    [
      "the first of more",
      "上报不良事件842例，Ⅰ级1例、Ⅱ级47例、Ⅲ级506例、Ⅳ级288例。前三位是跌倒118例、药物107例、滑脱96例。",
    ],
    ["a rate that is no share of what is beside it", "转诊到位440人，开展追踪241人，追踪率100%。"],
    [
      "a share of what was added",
      "存款余额3246.8亿元，其中住户存款2108.3亿元，较年初增加176.2亿元，占全部存款增量的82.1%。",
    ],
    ["a list of whom another total counts", "在校生3174人，寄宿生1926人，占60.7%；男生1647人，女生1527人。"],
    ["teachers of two sorts that overlap", "全校教职工126人，其中专任教师114人，骨干教师19人。"],
    [
      "a flow beside another",
      "2022年末债务余额28.6亿元，2023年新增3.4亿元、偿还本金1.9亿元，2023年末余额30.1亿元，在限额32亿元以内。",
    ],
    [
      "a list of what was told before, behind a part of it",
      [
        "全县从业人员48,260人。按文化程度分，小学及以下20,140人，初中19,865人，高中以上8,255人。初中及以下合计40,005人。",
        "按行业分，种植业39,715人、林业2,680人、畜牧业4,390人、渔业1,475人。",
      ].join("\n"),
    ],
    ["the same text without the error", PORT.replace("530.2", "485.8")],
    ["a rate of those that came back", "发放问卷1,200份，收回1,146份，其中有效问卷1,104份，回收率95.5%，有效率96.3%。"],
    ["a rate of what is left", "毕业生1000人，暂未就业18人，就业率98.2%。"],
  ])("%s: nothing is wrong", (_, text) => expect(failing(text)).toEqual([]));
});

const TWO_THINGS = "2023年，全县新增就业困难人员8630人。\n就业困难人员帮扶中，2023年就业困难人员2210人。";

describe("what is right in other ways than it seems", () => {
  it.each([
    ["parts of all, where 其中 has told of one part", "全镇总人口1860人，其中党员186人。东村1023人，西村837人。"],
    [
      "a price for each of two numbers",
      "购买课桌200张，其中单人桌120张、每张150元，双人桌80张、每张260元，共计38800元。",
    ],
    ["at constant prices", "生产总值1290.0亿元，上年为1241.5亿元，按可比价格计算增长5.6%。"],
    ["in real terms", "人均收入3.21万元，上年为3.02万元，扣除价格因素实际增长4.1%。"],
    ["how many there may be", "馆里核定编制62名，年末实有在职人员57人、退休人员41人。"],
    [
      "months of what was done, behind what was planned",
      "一季度完成吞吐量486.2万吨；季度计划470万吨，完成率103.4%。分月看，1月158.4万吨，2月131.6万吨，3月196.2万吨。",
    ],
    [
      "who needs something every day is no number for each",
      "对75岁以上的3,420人摸底，每天需要助餐的684人，占20%，偶尔需要的1,129人，不需要的1,607人。",
    ],
    ["a name told of two things, of which one is many times the other", TWO_THINGS],
    [
      "those above one age are among those above another",
      "全镇60岁以上老人1.36万人，其中65岁以上0.98万人、80岁以上0.45万人，百岁老人7人。",
    ],
    ["those above one sum are among those above another", "全乡9个村，收入5万元以上的村7个，10万元以上的村3个。"],
    [
      "the text says that some have more than one",
      "抽检不合格21批次，其中菌落超标9批次，农残超标8批次，标签问题7批次，部分样品多项不合格。",
    ],
    [
      "the text says in brackets that some do both",
      "信用贷款120户，抵押贷款90户，合计贷款户180户（部分客户同时办理两类）。",
    ],
    ["sorts of operations that overlap", "全院手术2600台，其中微创手术1500台、四级手术480台、日间手术720台。"],
    ["sorts of people that overlap", "带头人90人，其中大专以上学历52人，35岁以下18人，致富能手41人，退役军人11人。"],
    ["some are counted twice", "处分215人，其中党纪处分183人、政务处分74人，双重处分42人。"],
    [
      "a column of what has come together so far",
      "月份\t当月\t累计\n1月\t320\t320\n2月\t280\t600\n3月\t410\t1010\n合计\t1010\t1010",
    ],
  ])("%s", (_, text) => expect(failing(text)).toEqual([]));

  it("the sum of a year's months is checked", () => {
    const months = Array.from({ length: 12 }, (_, i) => 100 + 7 * i);
    const total = months.reduce((sum, month) => sum + month, 0);
    const table = (sum: number): string =>
      [
        `单位\t${months.map((_, i) => `${i + 1}月`).join("\t")}\t合计`,
        `甲\t${months.join("\t")}\t${total}`,
        `乙\t${months.map((month) => month + 3).join("\t")}\t${total + 36}`,
        `丙\t${months.map((month) => month + 11).join("\t")}\t${sum}`,
      ].join("\n");
    expect(failing(table(total + 132))).toEqual([]);
    expect(failing(table(total + 231)).join()).toContain(`parts-sum ${total + 231} ≠`);
  });
});

describe("an error is seen", () => {
  it.each([
    [
      "of levels for one, nominal growth",
      "前三季度，居民人均可支配收入21,356元，上年同期20,258元，名义增长8.4%。",
      "growth 8.4% ≠ 21,356元 20,258元",
    ],
    [
      "in a column of bed days, which is no share",
      "科室\t出院（人次）\t占用床日（床日）\n内科\t5,872\t49,325\n外科\t4,316\t38,412\n妇产科\t1,945\t9,336\n合计\t12,133\t97,703",
      "parts-sum 97,703 ≠ 49,325 38,412 9,336",
    ],
    [
      "in a column of so many a day",
      "对象\t每天份数（份）\t每天补贴（元）\n甲类\t90\t900\n乙类\t260\t1,560\n丙类\t450\t1,350\n合计\t800\t3,910",
      "parts-sum 3,910 ≠ 900 1,560 1,350",
    ],
    [
      "in a column of changes that are no percentages",
      "罪名\t本期（人）\t同期（人）\t增减（人）\n甲\t148\t196\t-48\n乙\t96\t88\t8\n丙\t71\t63\t8\n丁\t62\t97\t-53",
      "parts-sum 62 ≠ 97 -53",
    ],
    [
      "in shares told behind their list",
      "学历上，大专、本科、研究生分别为436人、781人、175人，占38.3%、56.1%和12.6%。",
      "percent-of 38.3% ≠ 436人",
    ],
    ["of a point moved before a change", "受理来信97件，同比少了18件，上年为1150件。", "growth 18件 ≠ 97件 1150件"],
    [
      "in what sums up a text that names no time",
      "审查起诉受理567件。\n公益诉讼立案74件，发出检察建议58份。\n综上，上半年公益诉讼立案92件。",
      "same-metric 92件 ≠ 74件",
    ],
  ])("%s", (_, text, expected) => expect(failing(text)).toContain(expected));
});

describe("shares of one whole", () => {
  it.each([
    [
      "of classes by thousands",
      "月收入分布为：3,000元以下占8.6%，3,000—4,000元占35.4%，4,000—5,000元占41.6%，5,000元以上占18.4%。",
      "shares-sum 8.6% ≠ 35.4% 41.6% 18.4%",
    ],
    [
      "with what two of them make behind",
      "用人单位总体评价为很满意的占45.4%，满意的占51.2%，一般的占9.1%，不满意的占1.3%，很满意和满意两项合计96.6%。",
      "shares-sum 45.4% ≠ 51.2% 9.1% 1.3%",
    ],
    [
      "of reasons of which one is less than something",
      "离职原因（单选）：工资低于预期占48.3%，加班多占33.7%，其余原因占25.0%。",
      "shares-sum 48.3% ≠ 33.7% 25.0%",
    ],
  ])("%s", (_, text, expected) => expect(failing(text)).toContain(expected));
});

/** A table of rows within rows. */
function nested(changes: Readonly<Record<string, string>> = {}): string {
  const table = [
    "各产业企业情况（单位：亿元）",
    "产业\t资产总计\t负债合计\t营业收入",
    "第二产业\t287.43\t168.05\t254.91",
    "其中：工业\t241.16\t139.72\t211.38",
    "建筑业\t46.27\t28.33\t43.53",
    "第三产业\t350.81\t223.82\t166.65",
    "合计\t638.24\t391.87\t421.56",
  ].join("\n");
  return Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), table);
}

describe("rows of a table that are sums of others", () => {
  it("is right", () => expect(failing(nested())).toEqual([]));
  it.each([
    ["a part of a part", { "43.53": "52.93" }, "parts-sum 254.91 ≠ 211.38 52.93"],
    ["a whole that is a part", { "168.05": "186.05" }, "parts-sum 186.05 ≠ 139.72 28.33"],
    ["the sum of all", { "421.56": "478.36" }, "parts-sum 478.36 ≠ 254.91 166.65"],
  ])("%s", (_, changes, expected) => expect(failing(nested(changes))).toContain(expected));

  it.each([
    [
      "the sum behind rows that are called sums",
      "收入项目\t决算数\t支出项目\t决算数\n本年收入合计\t1405.90\t本年支出合计\t1421.78\n年初结转和结余\t76.46\t年末结转和结余\t60.58\n总计\t1582.36\t总计\t1482.36",
      "parts-sum 1582.36 ≠ 1405.90 76.46",
    ],
    [
      "shares where not all rows have one",
      "指标\t单位数（个）\t比重（%）\n一、法人单位\t9,846\t100.0\n第二产业\t2,317\t23.5\n第三产业\t7,383\t86.7\n其他活动\t146\t1.5\n二、个体经营户\t28,915\t—\n第二产业\t3,208\t—\n第三产业\t25,707\t—",
      "percent-of 86.7 ≠ 7,383 9,846",
    ],
  ])("%s", (_, text, expected) => expect(failing(text)).toContain(expected));

  it.each([
    [
      "rows that happen to add up in one column",
      "乡镇\t户数\t人口\n东乡\t500\t1620\n西乡\t200\t812\n南乡\t300\t1044\n北乡\t420\t1388",
    ],
    ["means do not add up", "片区\t班数\t平均班额\n老城\t402\t44.0\n新城\t468\t47.0\n合计\t870\t45.6"],
  ])("%s: nothing is wrong", (_, text) => expect(failing(text)).toEqual([]));
});

describe("其中 may name some of the classes that there are", () => {
  it.each([
    "卫生技术人员512人，其中执业（助理）医师186人、注册护士248人。",
    "各项存款余额312亿元，其中住户存款218亿元，非金融企业存款61亿元。",
    "各项贷款余额205亿元，其中短期贷款56亿元，中长期贷款121亿元。",
    "全年农林牧渔业总产值86亿元，其中农业41亿元，牧业28亿元。",
    "规模以上工业企业186家，其中国有12家、民营158家。",
    "货运量2860万吨，其中公路2310万吨，铁路420万吨。",
    "保费收入12.6亿元，其中财产险4.1亿元，寿险7.2亿元。",
    "教职工1260人，其中专任教师1010人，行政人员86人。",
    "耕地面积86.2万亩，其中水田41.6万亩，旱地38.2万亩。",
    "图书馆藏书86万册，其中中文图书72万册，期刊4.2万册。",
    "政府性基金支出97640万元，其中城乡社区支出34715万元，专项债券支出52800万元。",
    "查办案件184件，其中医疗卫生67件、公共场所72件、职业卫生21件。",
    "签发证件9640本，其中普通护照5218本、往来通行证3607本。",
  ])("%s", (text) => expect(failing(text)).toEqual([]));

  it.each([
    ["not more than all", "货运量2860万吨，其中公路2510万吨，铁路620万吨。", "parts-sum 2860万吨 ≠ 2510万吨 620万吨"],
    ["nor where there are no others", "招收新生860人，其中男生412人，女生398人。", "parts-sum 860人 ≠ 412人 398人"],
    [
      "nor where all are named",
      "播种面积120万亩，其中水田61万亩、旱地38万亩、水浇地11万亩。",
      "parts-sum 120万亩 ≠ 61万亩 38万亩 11万亩",
    ],
  ])("%s", (_, text, expected) => expect(failing(text)).toContain(expected));
});

describe("a change is of its own level", () => {
  it.each([
    [
      "and not from the whole to a part",
      "货物进出口总额9.84亿元，其中出口8.15亿元，增长7.0%；进口1.69亿元，下降7.7%。",
    ],
    ["nor from a part to the whole", "全区贷款余额623.8亿元，其中短期贷款余额587.2亿元，增长5.8%。"],
    [
      "nor from one of a list to another",
      "猪、牛、羊出栏分别为13.8万头、6.74万头和6.32万头，分别增长2.8%、4.5%和6.1%。",
    ],
    ["nor from what was planned", "基金预算收入28.6亿元，完成年初预算的63.6%（年初预算45亿元），同比下降26.9%。"],
  ])("%s", (_, text) => expect(failing(text)).toEqual([]));
});
