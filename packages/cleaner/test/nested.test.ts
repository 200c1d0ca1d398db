import { describe, expect, it } from "vitest";
import { cutLines, splitDocuments } from "../src/index.ts";
import { findNested } from "../src/split/nested.ts";
import { CLINIC, SCHOOL, textOf, WATER } from "./split-pages.ts";

const TEXT = "各村按田亩出工，老把式守在工地上看灰浆、量坡度，不合要求的当场返工，群众说这样修的渠自己放心。".repeat(3);

/** A text with headings of its own, numbered in the form of the first. */
const inner = (one: string, two: string): string => `${TEXT}\n${one}渠道清淤\n${TEXT}\n${two}塘坝修补\n${TEXT}`;

/** The labels of a page that number documents. */
function nested(text: string): string[] {
  const lines = cutLines(text);
  return findNested(lines).map(({ line, mark }) => lines[line]?.text.slice(mark) ?? "");
}

describe("numbers of documents over texts with numbers of the same form", () => {
  it.each([
    ["一、", "二、", "三、", ["渡口站", "码头站", "灯塔站"]],
    ["一、", "二、", "三、", ["苇塘镇水利工作总结", "柳湾小学教研工作计划", "清溪卫生院管理制度"]],
    ["（一）", "（二）", "（三）", ["渡口站", "码头站", "灯塔站"]],
    ["(一)", "(二)", "(三)", ["渡口站", "码头站", "灯塔站"]],
    ["1、", "2、", "3、", ["渡口站", "码头站", "灯塔站"]],
    ["1.", "2.", "3.", ["渡口站", "码头站", "灯塔站"]],
  ] as const)("%s over %s", (one, two, three, labels) => {
    const page = [one, two, three].map((n, k) => `${n}${labels[k]}\n${inner(one, two)}`).join("\n");
    expect(nested(page)).toEqual(labels);
  });

  it.each([
    ["letters above texts without numbers", ["A、", "B、", "C、"], ["渡口站", "码头站", "灯塔站"]],
    ["full-width letters", ["Ａ．", "Ｂ．", "Ｃ．"], ["渡口站", "码头站", "灯塔站"]],
    ["Roman numbers", ["Ⅰ、", "Ⅱ、"], ["苇塘镇水利工作总结", "柳湾小学教研工作计划"]],
  ] as const)("%s", (_name, numbers, labels) => {
    expect(nested(numbers.map((n, k) => `${n}${labels[k]}\n${TEXT}`).join("\n"))).toEqual(labels);
  });

  it.each([
    ["headings of one report", `一、渡口站\n${TEXT}\n二、码头站\n${TEXT}\n三、灯塔站\n${TEXT}`],
    [
      "two reports one after the other",
      `一、渡口站\n${TEXT}\n二、码头\n${TEXT}\n一、灯塔\n${TEXT}\n二、闸口站\n${TEXT}`,
    ],
    [
      "lists under headings that are not alike",
      `一、清淤\n${inner("一、", "二、")}\n二、修补情况\n${inner("一、", "二、")}`,
    ],
    [
      "halves of one report",
      `一、2023年工作总结\n${inner("一、", "二、")}\n二、2024年工作计划\n${inner("一、", "二、")}`,
    ],
    [
      "departments that an intro announces",
      `2023年，全镇上下共同努力，现将各站所工作总结如下：\n一、渡口站\n${inner("一、", "二、")}\n二、码头站\n${inner("一、", "二、")}`,
    ],
    ["lines of work of one report", `Ⅰ、德育工作\n${TEXT}\nⅡ、教学工作\n${TEXT}\nⅢ、后勤工作\n${TEXT}`],
    ["answers to choose from", `A、渡口站\nB、码头站\nC、灯塔站\n${TEXT}`],
    ["two letters above what is no headline", `A、渡口站\n${TEXT}\nB、码头站\n${TEXT}`],
    ["sentences", `一、渡口归镇里管。\n${inner("一、", "二、")}\n二、码头归县里管。\n${inner("一、", "二、")}`],
  ])("not %s", (_name, page) => expect(nested(page)).toEqual([]));

  it("splits the page there, and takes short labels for titles", () => {
    const labels = ["水利岗", "教研岗", "慢病岗"];
    const page = [WATER, SCHOOL, CLINIC]
      .map((report, k) => `${"一二三"[k]}、${labels[k]}\n${textOf(report)}`)
      .join("\n");
    const found = splitDocuments(page);
    expect(found.map(({ title }) => title && page.slice(title.start, title.end))).toEqual(labels);
  });
});
