import { applyEdits } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { bareText, letterAt } from "../src/bare.ts";
import { findBoilerplate } from "../src/boilerplate/index.ts";
import { findRepeats } from "../src/repeat.ts";

const TITLE = "苇塘镇2023年农田水利工作总结";
const BODY = [
  "2023年，苇塘镇抓住冬春农闲时机，组织群众清淤渠道，修补塘坝，保证了四千多亩水田的用水，现将情况总结如下。",
  "一、摸清家底，排出次序",
  "镇里派出三个小组，用半个月走遍十一个村，把漏水的塘、淤塞的渠、歪斜的闸逐一登记，按轻重排出先后，张榜公布。",
  "二、出工出力，保证质量",
  "各村按田亩出工，老把式守在工地上看灰浆、量坡度，不合要求的当场返工，群众说这样修的渠自己放心。",
];
const ARTICLE = [TITLE, ...BODY].join("\n");
const opening = (letters: number): string => (BODY[0] ?? "").slice(0, letters);
const half = (text: string): string => text.replaceAll("，", ",").replaceAll("：", ":");
const bare = (text: string): string => bareText(text).text;

/** What is left of a page, letters only. */
function left(page: string): string {
  const text = applyEdits(page, findBoilerplate(page).edits);
  return bare(applyEdits(text, findRepeats(text)));
}

describe("a copy that was cut short", () => {
  it.each([
    ["dots", `${opening(40)}...`],
    ["dots, half-width dress", `${half(opening(40))}...`],
    ["an invitation behind the dots", `${opening(40)}……展开`],
    ["an invitation with an arrow", `${opening(40)}… 展开全文 ∨`],
    ["an invitation in brackets", `${opening(40)}【详情】`],
    ["an invitation of its own line", `${opening(40)}\n阅读全文>>`],
    ["a label", `内容简介：${opening(45)}`],
    ["a label in brackets", `[摘要]：${opening(45)}...`],
    ["a label and a whole paragraph", `导读:${BODY[0]}`],
    ["nothing, its original right below", opening(45)],
    ["several lines", `${BODY.slice(0, 2).join("\n")}\n${BODY[2]?.slice(0, 30)}……\n展开全文`],
  ])("goes, with %s", (_, copy) => {
    expect(left(`${TITLE}\n${copy}\n${BODY.join("\n")}`)).toBe(bare(ARTICLE));
  });
  it.each([
    ["with a label and dots", `简介：${opening(45)}...`],
    ["of several lines", `${TITLE}\n${BODY.slice(0, 2).join("\n")}\n${BODY[2]?.slice(0, 30)}……`],
  ])("goes below its original, %s", (_, copy) => {
    expect(left(`${ARTICLE}\n${copy}`)).toBe(bare(ARTICLE));
  });
  it.each([
    ["dots of the author", "群众说这样的好事多办一些……"],
    [
      "an abstract in other words",
      "摘要：本文回顾苇塘镇一年来整修渠道和塘坝的做法，分析存在的困难，提出下一步的打算。",
    ],
    [
      "a line that another begins like",
      "镇里派出三个小组，用半个月走遍十一个村，分头登记、张榜公布，再开会定下先后次序",
    ],
    ["an invitation in prose", "有意参加的村民请到镇水利站登记，也可以打电话向驻村干部了解更多"],
  ])("is not %s", (_, line) => {
    expect(left([TITLE, BODY[0], line, ...BODY.slice(1)].join("\n"))).toContain(bare(line));
  });
});

describe("a second rendering of an article", () => {
  const long = [
    ...BODY,
    ...BODY.map((text) => text.replaceAll("渠", "沟").replaceAll("镇", "乡")),
    "苇塘镇人民政府",
    "2023年12月8日",
  ];
  const article = [TITLE, ...long].join("\n");
  it.each([
    ["as it is", article],
    ["in half-width dress", half(article)],
    ["wrapped", article.replace(/([^\n]{30})/g, "$1\n")],
    ["on one line", long.join("")],
    ["cut short", article.slice(0, article.length * 0.6)],
    ["twice", `${article}\n\n${long.join("")}`],
  ])("goes, %s", (_, copy) => expect(left(`${article}\n\n${copy}`)).toBe(bare(article)));
  it("is not another article", () => {
    const other = article
      .replaceAll("水", "路")
      .replaceAll("渠", "桥")
      .replaceAll("村", "组")
      .replaceAll("群众", "大家");
    expect(left(`${article}\n\n${other}`)).toContain(bare(other).slice(60));
  });
});

describe("bareText", () => {
  it("keeps letters and digits and where they stood", () => {
    expect(bareText("二、 （全Ａ１")).toEqual({ text: "二全A1", at: [0, 4, 5, 6] });
  });
  it("finds the first letter from an offset on", () => {
    const page = bareText("，一，二");
    expect([0, 1, 2, 3, 4].map((offset) => letterAt(page, offset))).toEqual([0, 0, 1, 1, 2]);
  });
});
