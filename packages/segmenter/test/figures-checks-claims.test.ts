import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findChecks, findFigures } from "../src/index.ts";

/** The surfaces of the checks that fail. */
const failing = (text: string): string[] => {
  const figures = findFigures(text);
  return findChecks(text, figures)
    .filter(({ holds }) => !holds)
    .map(({ code, figures: at }) => `${code} ${at.map((i) => figures[i]?.surface).join(" ")}`);
};

describe("claims that do not hold", () => {
  const cases: readonly [text: string, ...expected: string[]][] = [
    ["民警辅警312人：民警146人，辅警186人。", "parts-sum 312人 146人 186人"],
    ["问题42条，已销号40条，其余5条。", "parts-sum 42条 40条 5条"],
    ["演练人员80人，编为两个组：\n1.抢险组40人，负责巡查；\n2.转移组60人，负责疏散。", "parts-sum 80人 40人 60人"],
    ["全市有学校92所。按学段分，幼儿园58所，小学32所，初中12所。", "parts-sum 92所 58所 32所 12所"],
    ["受理931件（旧存4件，新收987件）。", "parts-sum 931件 4件 987件"],
    [
      "全年粮食播种面积38.6万亩，其中水稻21.4亩、玉米12.7万亩、豆薯类4.5万亩。",
      "parts-sum 38.6万亩 21.4亩 12.7万亩 4.5万亩",
    ],
    ["致富带头人338名、退役军人129名、大学生176名，三类合计743名。", "parts-sum 743名 338名 129名 176名"],
    ["全年接待游客86.4万人次，其中过夜游客90.2万人次。", "parts-sum 86.4万人次 90.2万人次"],
    ["应参训240人，实际参训228人，参训率85%。", "percent-of 85% 228人 240人"],
    ["抽检1200批次，不合格18批次，合格率89.5%。", "percent-of 89.5% 18批次 1200批次"],
    ["受理94件，化解89万件，化解率94.7%。", "percent-of 94.7% 89万件 94件"],
    ["税收收入9.63亿元，非税收入4.65亿元，税收占比77.4%。", "percent-of 77.4% 9.63亿元"],
    ["男性512人，占51.2%；女性488人，占48.8%；老人120人，占22%。", "percent-of 22% 120人"],
    ["收入2.37亿元，上年为2.15亿元，同比增长20.2%。", "growth 20.2% 2.37亿元 2.15亿元"],
    ["收入18.9亿元，同比增加2.1亿元，增长22.5%。", "growth 22.5% 2.1亿元 18.9亿元"],
    ["由46名减到29名，少了27名。", "growth 27名 29名 46名"],
    ["出口246.8亿元，进口105.9亿元，贸易顺差150.9亿元。", "parts-sum 150.9亿元 246.8亿元 105.9亿元"],
    ["举办夜校25期，每期培训40人，共培训1500人。", "product 1500人 25期 40人"],
    ["农家书屋186个，藏书37.2万册，平均每个书屋藏书20000册。", "product 37.2万册 186个 20000册"],
    ["油菜3.2万亩，亩产150公斤，总产量6800吨。", "product 6800吨 3.2万亩 150公斤"],
    ["投资240万元，按40%的比例补助106万元。", "product 106万元 240万元 40%"],
    ["300元乘以12人等于4600元", "product 4600元 300元 12人"],
    ["三次产业结构为12.4:41.3:56.3。", "shares-sum 12.4:41.3:56.3"],
    [
      "项目\t计划数\t完成数\t完成率\n户厕\t500户\t450户\t90%\n危房\t80户\t76户\t95%\n管网\t20公里\t15公里\t85%",
      "percent-of 85% 15公里 20公里",
    ],
    ["村名\t男\t女\t合计\n柳湾\t120\t110\t230\n石桥\t95\t101\t196\n杏坪\t88\t90\t198", "parts-sum 198 88 90"],
    ["物品\t数量\t单价\t金额\n横幅\t20\t150\t3000\n展板\t8\t260\t2580", "product 2580 8 260"],
  ];
  it.each(cases)("%s", (text, ...expected) => expect(failing(text)).toEqual(expected));
});

describe("what is no claim, or holds", () => {
  it.each([
    "班级有学生46人，其中女生21人、住校生30人、共青团员12人。",
    "争取资金5亿元，其中中央资金2.1亿元、省级资金1.3亿元，带动社会投资8亿元。",
    "收入来源中，务工占52.3%，种植占31.4%，养殖占16.2%。",
    "城镇化率61.2%，比上年末提高1.1个百分点，户籍城镇化率45.3%。",
    "干部54人，其中党员31人，占57.4%；大专以上48人，占88.9%；女职工19人，占35.2%。",
    "2022年粮食总产量24.6万吨。2021年粮食总产量24.1万吨。",
    "2023年，全市城镇新增就业3.42万人，其中高新区城镇新增就业0.61万人。",
    "标准由340元提高到390元，年均增长5%。",
    "全年落实资金86万元，节约经费3万元，其中拨付村级52万元。",
    "骨干12人，每人补助800元；学员60人，每人补助300元，共需27600元。",
    "东片养蜂户由200户增加到300户；西片养蜂户增长12%。",
    "开展讲座12场，参与群众860人次；开展义诊9场，服务群众1240人次；共发放资料3000余份。",
    "全县脱贫人口3.2万人，其中务工1.9万人，享受低保0.6万人。",
    "完成11个支部换届，达标支部由28个增加到35个，达标率94.6%。",
    "小麦亩产420公斤，玉米亩产510公斤，全年粮食总产12.4万吨。",
    "20XX年医疗救助资金3.2亿元。20XX年医疗救助资金3.6亿元。",
    "低保对象6320户10450人，其中城市1120户1860人、农村5200户8590人。",
  ])("%s", (text) => expect(failing(text)).toEqual([]));
});

describe("laws of checks", () => {
  const count = fc.integer({ min: 20, max: 900 });

  it("a total that its parts come to never fails, and one that they go beyond or just miss does", () => {
    fc.assert(
      fc.property(count, count, count, fc.integer({ min: 1, max: 19 }), (a, b, c, off) => {
        const say = (total: number): string => `全年培训${total}人次，其中种植${a}人次、养殖${b}人次、加工${c}人次。`;
        expect(failing(say(a + b + c))).toEqual([]);
        // where one part is the sum of the others, they may be parts of it
        fc.pre(![a, b, c].includes((a + b + c) / 2));
        // 其中 may leave some
        expect(failing(say(a + b + c + off)).length).toBe((a + b + c) / (a + b + c + off) < 0.98 ? 0 : 1);
        const most = Math.max(a, b, c);
        fc.pre(most < a + b + c - off && (a + b + c) / (a + b + c - off) < 1.2);
        expect(failing(say(a + b + c - off)).length).toBe(1);
      }),
    );
  });

  it("a rate that its part and whole come to never fails, and one that is off does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 50, max: 89 }), (whole, percent) => {
        const part = Math.round((whole * percent) / 100);
        const say = (rate: number): string => `受理投诉${whole}件，办结${part}件，办结率${rate.toFixed(1)}%。`;
        expect(failing(say((100 * part) / whole))).toEqual([]);
        expect(failing(say((100 * part) / whole + 6)).length).toBe(1);
      }),
    );
  });

  it("shares that are dealt out over and over are read in one pass", () => {
    const figures = findFigures("分别占1%和2%，".repeat(4000));
    expect(figures.length).toBe(8000);
    expect(failing("种植业6家、养殖业4家，分别占60%和40%，".repeat(400))).toEqual([]);
  });
});
