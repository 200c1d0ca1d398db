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
  ];
  it.each(cases)("%s", (text, ...expected) => expect(checks(text)).toEqual(expected));

  it.each([
    "培训30人，其中党员3人、团员4人。",
    "受理46件，办结30件，满意率99%。",
    "产值由10亿元增加到12亿元。",
    "共有约12人，其中男7人、女4人。",
  ])("claims nothing: %s", (text) => expect(checks(text)).toEqual([]));
});
