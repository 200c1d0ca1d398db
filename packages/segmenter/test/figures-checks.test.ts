import { describe, expect, it } from "vitest";
import { findChecks, findFigures } from "../src/index.ts";

const checks = (text: string) =>
  findChecks(text, findFigures(text)).map((c) => `${c.code} ${c.holds} ${c.stated} ${c.computed}`);

describe("findChecks", () => {
  const cases: readonly [text: string, ...expected: string[]][] = [
    ["共12人，其中男7人、女5人。", "parts-sum true 12 12"],
    ["受理100件，审核52件，变更41件，合计191件。", "parts-sum false 191 193"],
    ["收入9.6亿元，为预算36亿元的26.7%。", "percent-of true 26.7 26.6666666667"],
    ["收入9.6亿元，为预算36亿元的28.7%。", "percent-of false 28.7 26.6666666667"],
    ["党员80人，其中青年20人，占25%。", "percent-of true 25 25"],
    ["受理46件，办结43件，办结率93.5%。", "percent-of true 93.5 93.4782608696"],
    ["分别占50%、30%和20%。", "shares-sum true 100 100"],
    ["标准由340元提高到390元，提高50元。", "growth true 50 50"],
    ["为94名学生每人发放625元，共计58750元。", "product true 58750 58750"],
    ["共培训30人，其中党员22人、团员18人。", "parts-sum false 30 40"],
    ["新增债券186亿元，其中一般债券5.2亿元、专项债券13.4亿元。", "parts-sum false 18600000000 1860000000"],
    ["种植业60家、养殖业40家，分别占60%和50%。", "percent-of true 60 60", "percent-of false 50 40"],
    ["2023年招商引资金额3.2亿元。2023年招商引资金额3.6亿元。", "same-metric false 360000000 320000000"],
    ["涉及柳湾村、杏坪村2个村。", "count-list true 2 2"],
    ["涉及柳湾村、杏坪村3个村。", "count-list false 3 2"],
    ["片区\t门店数\n东片\t72家\n西片\t48家\n合计\t130家", "parts-sum false 130 120"],
    ["4月31日召开会议。", "range false 31 30"],
  ];
  it.each(cases)("%s", (text, ...expected) => expect(checks(text)).toEqual(expected));

  it.each([
    "培训30人，其中党员3人、团员4人。",
    "受理46件，办结30件，满意率99%。",
    "产值由10亿元增加到12亿元。",
    "共有约12人，其中男7人、女4人。",
    // a part is not taken twice, and a change is against no other thing
    "年末全县常住人口42.36万人，比上年末减少0.21万人。其中城镇人口23.51万人，全年出生人口2846人。",
    "年末各项存款余额612.4亿元，比年初增加48.6亿元。其中住户存款398.2亿元，比年初增加42.1亿元。",
    // a whole of the paragraph before, and two parts behind 中
    "从行业看，获贷企业151家。\n从方式看，获贷企业中，抵押贷款73家，信用贷款48家。",
  ])("claims nothing: %s", (text) => expect(checks(text)).toEqual([]));
});
