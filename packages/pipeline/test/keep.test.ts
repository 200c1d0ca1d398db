import { breachesOf, type PageRecord, REMOVALS, type Removal } from "@zongjie/document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runPage } from "../src/index.ts";

const read = (text: string, keep?: readonly Removal[]): PageRecord =>
  runPage({ uri: "page", bytes: Buffer.from(text) }, { keywords: 0, ...(keep === undefined ? {} : { keep }) });
const texts = (record: PageRecord): string[] => record.documents.map((d) => d.text);

const BODY =
  "一、基本情况\n全年门诊48.5万人次，同比增长3.2%。全院干部职工认真落实各项工作要求，扎实推进各项任务，取得了明显成效。\n二、主要做法\n下乡义诊36次，接诊1950人次，群众满意度达到98.5%，各项任务全面完成。";
const TITLE = "枫溪县卫生院2023年工作总结";
const PAGE = `首页 > 范文大全 > 正文\n${TITLE}\n作者：青禾 来源：枫溪文库 2023-12-30\n${BODY}\n版权所有 枫溪文库 未经许可不得转载\n`;
const HTML = `<html><body><div class="nav"><a href="/">首页</a> <a href="/b">教育</a></div><div class="content"><h1>${TITLE}</h1><p>作者：青禾&nbsp;&nbsp;时间：2023-12-30</p>${BODY.split(
  "\n",
)
  .map((line) => `<p>${line}</p>`)
  .join("\n")}</div><div class="footer"><p>版权所有　枫溪文库</p></div></body></html>`;

describe("what a class of noise took out stands again, as a line where it stood", () => {
  it.each<[string, string, Removal[], string]>([
    ["nothing is named", PAGE, [], `${TITLE}\n${BODY}`],
    ["a line in the middle", PAGE, ["byline"], `${TITLE}\n作者：青禾 来源：枫溪文库 2023-12-30\n${BODY}`],
    ["a line above", PAGE, ["breadcrumb"], `首页 > 范文大全 > 正文\n${TITLE}\n${BODY}`],
    ["a line below", PAGE, ["disclaimer", "footer"], `${TITLE}\n${BODY}\n版权所有 枫溪文库 未经许可不得转载`],
    ["all of it", PAGE, [...REMOVALS], PAGE.trim()],
    ["blank lines around it", PAGE.replaceAll("\n", " \n\n  "), [...REMOVALS], PAGE.trim()],
    ["Windows line ends", PAGE.replaceAll("\n", "\r\n"), [...REMOVALS], PAGE.trim()],
    ["HTML, in the article", HTML, ["byline"], `${TITLE}\n作者：青禾 时间：2023-12-30\n${BODY}`],
    ["HTML, below the article", HTML, ["footer", "disclaimer"], `${TITLE}\n${BODY}\n版权所有　枫溪文库`],
  ])("%s", (_what, page, keep, expected) => expect(texts(read(page, keep))).toEqual([expected]));

  it("its width and characters are those of the rest", () => {
    const page = PAGE.replace("2023-12-30", "２０２３-12-30\u200b");
    expect(texts(read(page, ["byline"]))).toEqual([`${TITLE}\n作者：青禾 来源：枫溪文库 2023-12-30\n${BODY}`]);
  });

  it("what else is known of the page stays", () => {
    const { meta, documents } = read(PAGE, [...REMOVALS]);
    expect(meta).toEqual(read(PAGE).meta);
    expect(documents.map((d) => d.title)).toEqual([TITLE]);
  });
});

describe("on any page", () => {
  const line = fc.constantFrom(
    TITLE,
    ...BODY.split("\n"),
    "首页 > 范文大全 > 正文",
    "作者：青禾 来源：枫溪文库 2023-12-30",
    "版权所有 枫溪文库 未经许可不得转载",
    "相关文章：",
    "护士述职报告范文",
    "上一篇：医院工作计划",
    "第1页 / 共6页",
    "篇2：枫溪县卫生院2022年工作总结",
    "　　落实各项要求，投入资金1、38亿元，新建病房",
    "三百间，（责任编辑：青禾）",
    "",
    " \u3000",
  );
  const page = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));
  const classes = fc.subarray([...REMOVALS], { minLength: 1 });

  it("the laws hold and nothing goes for a reason that was named", () => {
    fc.assert(
      fc.property(page, classes, (text, keep) => {
        const record = read(text, keep);
        expect(breachesOf(record, text)).toEqual([]);
        expect(record.ledger.filter((e) => e.insert === "" && keep.some((k) => k === e.reason))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("the documents are the ordinary ones, with more lines", () => {
    fc.assert(
      fc.property(page, classes, (text, keep) => {
        const ordinary = read(text);
        const kept = read(text, keep);
        if (ordinary.documents.length === 0) return;
        expect(kept.documents.length).toBe(ordinary.documents.length);
        const bare = (record: PageRecord): string => texts(record).join("").replace(/\s/g, "");
        expect(isWithin(bare(ordinary), bare(kept))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether the characters of a text stand in another one, in order. */
function isWithin(text: string, other: string): boolean {
  let at = 0;
  for (const character of text) {
    at = other.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
