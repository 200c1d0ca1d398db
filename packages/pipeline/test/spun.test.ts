import { describe, expect, it } from "vitest";
import { findSpunWording } from "../src/spun.ts";

const PLAIN = "全镇召开动员会三次，发放明白纸两千份，逐户走访，村村有人管、事事有回音。".repeat(4);

const SPUN = [
  "镇党委当真贯彻县当局摆设，构造干部深切农户，办理坚苦群众的糊口题目，各项轨制获得美满。",
  "一年来，镇里的事情职员当真践诺职责，干群干系较着改良，工作服从大大进步，监视查抄不停增强。",
  "按期展开安全教诲，颠末鼓吹，泛博群众的平安认识明显进步，变乱较客岁降落。",
];

describe("findSpunWording", () => {
  it.each(SPUN)("sees %s", (text) => expect(findSpunWording(text)).not.toBeNull());
  it("sees it in full-width and in half-width dress", () => {
    const text = SPUN.join("");
    expect(findSpunWording(text)?.note).toBe(findSpunWording(text.replaceAll("，", ","))?.note);
  });
  it("points to the place where it is worst", () => {
    const found = findSpunWording(`${PLAIN}${SPUN[0]}${PLAIN}`);
    expect(found?.span.start).toBeGreaterThanOrEqual(PLAIN.length);
    expect(found?.span.end).toBeLessThanOrEqual(PLAIN.length + (SPUN[0]?.length ?? 0));
  });
  it("names the words", () => expect(findSpunWording(SPUN[0] ?? "")?.note).toContain("当真 for 认真"));

  it.each([
    ["nothing odd", PLAIN],
    ["one odd word", `${PLAIN}大家对这件事很当真。`],
    [
      "letters of other words",
      `${PLAIN}应当真实反映情况，承包管理规范，在省内建立异地就医结算点，养家糊口不易，干部担当真抓实干。`,
    ],
    [
      "ordinary words that tools like",
      `${PLAIN}各部分职员配合，供应及时，环境良好，办理简便，义务植树，程度不同，获得成就，结果良好，程度较高。`,
    ],
    [
      "a branch of the party",
      `${PLAIN}支部组织党员学习，支部召开会议，支部党员到村慰问，支部有关同志参加，各支部领导带头。`,
    ],
    ["few odd words in a long text", `${PLAIN.repeat(40)}当真。步队。轨制。坚苦。`],
  ])("does not see %s", (_, text) => expect(findSpunWording(text)).toBeNull());

  it("sees one word put in for another all through", () => {
    const text = "局里认真支部学习，多次支部医务人员下乡，精心支部实施巡诊，加强支部领导，先后支部培训八期。";
    expect(findSpunWording(text)).toMatchObject({ span: { start: text.indexOf("认真支部") } });
    expect(findSpunWording(text)?.note).toContain("支部 stands for 组织");
    expect(findSpunWording(`${text}党的组织健全。`)).toBeNull();
  });
});
