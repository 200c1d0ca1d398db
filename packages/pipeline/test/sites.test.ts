import { describe, expect, it } from "vitest";
import { runPage } from "../src/run.ts";
import { siteOf } from "../src/sites/site.ts";
import { surveySites } from "../src/sites/survey.ts";

const MOTTO = "一座城 一个家";
const FORMULA = "特此报告。";
const HEADING = "一、存在问题";
const TASKS = ["造林绿化", "河道清淤", "医保征缴", "道路养护", "校舍维修", "就业培训", "防汛演练", "秸秆禁烧"];

/** The text of a report on its own task. */
function report(task: string, i: number): string {
  return [
    `竹溪乡2023年${task}工作总结`,
    `2023年，我乡把${task}列入重点，先后投入资金${31 + 7 * i}万元，完成任务${120 + 13 * i}处，现将有关情况总结如下。`,
    HEADING,
    `在${task}中还存在人手不足、进度不匀的问题，有${3 + i}个村没有按期完成，群众对${task}的知晓率不高。`,
    FORMULA,
  ].join("\n");
}

/** Texts without a line in common. */
const BODIES = Array.from(
  { length: 40 },
  (_, i) =>
    `第${i}次会议研究了${"一二三四五六七八"[i % 8]}号项目的资金安排，会议决定追加经费${i + 20}万元，由建设股负责落实。`,
);

const page = (uri: string, text: string) => ({ uri, bytes: Buffer.from(text) });
const pagesOf = (host: string, count = TASKS.length) =>
  TASKS.slice(0, count).map((task, i) => page(`https://${host}/${i}.txt`, `${report(task, i)}\n${MOTTO}\n`));

describe("surveySites", () => {
  it("finds what stands on many pages of a site; the cleaner takes out what is no report's", () => {
    const pages = pagesOf("www.qingxi.example");
    const siteLines = surveySites(pages);
    expect([...siteLines.keys()]).toEqual(["qingxi.example"]);
    for (const [i, one] of pages.entries()) {
      const record = runPage(one, { keywords: 0, siteLines });
      expect(record.documents.map(({ text }) => text)).toEqual([report(TASKS[i] ?? "", i)]);
      expect(record.ledger.find(({ rule }) => rule === "site.repeated-line")).toMatchObject({
        reason: "repeat",
        stage: "boilerplate",
      });
    }
  });

  it("leaves a page as it is where nobody looked, and pages of another site", () => {
    const siteLines = surveySites(pagesOf("qingxi.example"));
    const [other] = pagesOf("other.example", 1);
    expect(other && runPage(other, { keywords: 0, siteLines })).toEqual(other && runPage(other, { keywords: 0 }));
  });

  it.each([
    ["too few pages", pagesOf("qingxi.example", 3)],
    [
      "one report on many pages",
      TASKS.map((_, i) => page(`https://qingxi.example/${i}`, `${report("造林绿化", 1)}\n${MOTTO}`)),
    ],
    [
      "a small part of the pages",
      Array.from({ length: 40 }, (_, i) =>
        page(`https://qingxi.example/${i}`, `${BODIES[i]}${i % 8 === 0 ? `\n${MOTTO}` : ""}`),
      ),
    ],
    ["lines of many sites", ["a", "b", "c"].flatMap((name) => pagesOf(`${name}.example`))],
  ])("finds nothing in %s", (_, pages) => {
    expect(surveySites(pages).size).toBe(0);
  });

  it("counts the same in any order", () => {
    const pages = pagesOf("qingxi.example");
    const sorted = (lines: ReturnType<typeof surveySites>) =>
      [...lines].map(([site, keys]) => [site, [...keys].sort()]);
    expect(sorted(surveySites([...pages].reverse()))).toEqual(sorted(surveySites(pages)));
  });
});

describe("siteOf", () => {
  it.each([
    ["https://www.qingxi.example/a/1.html", "清溪在线", "qingxi.example"],
    ["http://qingxi.example:8080/1.html", null, "qingxi.example"],
    ["pages/1.html", "清溪在线", "《清溪在线》"],
    ["pages/one/1.txt", null, "pages/one/."],
    ["1.txt", null, "."],
    ["http://[", null, "http://."],
  ])("of %s called %s is %s", (uri, name, site) => expect(siteOf(uri, name)).toBe(site));
});
