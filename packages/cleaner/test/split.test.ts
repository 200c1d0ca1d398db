import { describe, expect, it } from "vitest";
import { splitDocuments } from "../src/index.ts";
import { CLINIC, half, type Report, SCHOOL, textOf, WATER, wrap } from "./split-pages.ts";

const REPORTS: readonly Report[] = [WATER, SCHOOL, CLINIC];

/** The first line of each document of a page. */
function starts(page: string): string[] {
  return splitDocuments(page).map(({ start }) => page.slice(start).split("\n", 1)[0] ?? "");
}

/** The headline of each document of a page. */
function titles(page: string): (string | null)[] {
  return splitDocuments(page).map(({ title }) => (title === null ? null : page.slice(title.start, title.end)));
}

/** A page of the three reports, what `head` makes of each headline above its text. */
const pageOf = (head: (report: Report, n: number) => string): string =>
  REPORTS.map((report, n) => `${head(report, n + 1)}${textOf(report)}`).join("\n");

const NUMBERS = ["", "一", "二", "三"];
/** Headlines as collections give them: without unit and year. */
const GENERAL = ["", "农田水利工作总结", "语文教研工作总结", "慢病管理工作计划"];

describe("documents behind each kind of mark, on its own line and glued", () => {
  const marks: readonly (readonly [string, (n: number) => string])[] = [
    ["篇1：", (n) => `篇${n}：`],
    ["篇一", (n) => `篇${NUMBERS[n]}`],
    ["第1篇", (n) => `第${n}篇`],
    ["第一篇：", (n) => `第${NUMBERS[n]}篇：`],
    ["【篇一】", (n) => `【篇${NUMBERS[n]}】`],
    ["【第1篇】", (n) => `【第${n}篇】`],
    ["范文一", (n) => `范文${NUMBERS[n]}`],
    ["范文1：", (n) => `范文${n}：`],
    ["材料一：", (n) => `材料${NUMBERS[n]}：`],
    ["★篇一★", (n) => `★篇${NUMBERS[n]}★`],
    ["最新1", (n) => `工作总结最新${n}`],
    ["精选篇1", (n) => `工作总结精选篇${n}`],
    ["工作总结1", (n) => `工作总结${n}`],
    ["(一)", (n) => `(${NUMBERS[n]})`],
  ];
  for (const [name, mark] of marks) {
    it(`${name} above the headline`, () => {
      const page = pageOf(({ title }, n) => `${mark(n)}\n${title}\n`);
      expect(starts(page)).toEqual([1, 2, 3].map(mark));
      expect(titles(page)).toEqual(REPORTS.map(({ title }) => title));
    });
  }
  for (const [name, mark] of marks.slice(0, 10)) {
    it(`${name} before the headline`, () => {
      const page = pageOf(({ title }, n) => `${mark(n)} ${title}\n`);
      expect(starts(page)).toEqual(REPORTS.map(({ title }, k) => `${mark(k + 1)} ${title}`));
      expect(titles(page)).toEqual(REPORTS.map(({ title }) => title));
    });
    it(`${name} above the text`, () => {
      expect(starts(pageOf((_report, n) => `${mark(n)}\n`))).toEqual([1, 2, 3].map(mark));
    });
    it(`${name} before a headline, half-width`, () => {
      const page = half(pageOf((_report, n) => `${mark(n)} ${GENERAL[n]}\n`));
      expect(starts(page)).toEqual([1, 2, 3].map((n) => half(`${mark(n)} ${GENERAL[n]}`)));
    });
  }
  it.each(["篇{}：", "第{}篇：", "【篇{}】", "范文{}："])("%s glued to the first sentence", (form) => {
    const mark = (n: number): string => form.replace("{}", NUMBERS[n] ?? "");
    expect(starts(pageOf((_report, n) => mark(n)))).toEqual(REPORTS.map(({ opening }, k) => mark(k + 1) + opening));
  });
});

describe("documents without a mark between them", () => {
  const two = (a: Report, head: string, b: Report): string => `${a.title}\n${textOf(a)}\n${head}${textOf(b)}`;
  it.each([
    ["a headline behind a signature", two(WATER, `${SCHOOL.title}\n`, SCHOOL), SCHOOL.title],
    ["a headline in half-width text", half(two(WATER, `${SCHOOL.title}\n`, SCHOOL)), SCHOOL.title],
    ["a headline above a salutation", two(SCHOOL, `${WATER.title}\n${WATER.greeting}\n`, WATER), WATER.title],
    ["a salutation", two(SCHOOL, `${WATER.greeting}\n`, WATER), WATER.greeting],
    ["an opening formula under a closing one", two(SCHOOL, "", WATER), WATER.opening],
    ["an opening formula, half-width", half(two(SCHOOL, "", WATER)), half(WATER.opening)],
    ["numbers of one headline", two(WATER, "慢病管理工作计划2\n", CLINIC), "慢病管理工作计划2"],
    ["blank lines about the headline", two(WATER, `\n\n${CLINIC.title}\n\n`, CLINIC), CLINIC.title],
  ])("%s", (_what, page, second) => {
    expect(starts(page)).toEqual([page.split("\n", 1)[0], second]);
  });

  it("a headline behind a finished paragraph, no signature above it", () => {
    const page = [WATER.title, WATER.opening, ...WATER.body, SCHOOL.title, SCHOOL.opening, ...SCHOOL.body].join("\n");
    expect(starts(page)).toEqual([WATER.title, SCHOOL.title]);
  });
  it("numbering that starts again on another topic", () => {
    const page = [...WATER.body, WATER.closing, SCHOOL.opening, ...SCHOOL.body].join("\n");
    expect(starts(page)).toEqual([WATER.body[0], SCHOOL.opening]);
  });
  it("all three, by their headlines", () => {
    const page = pageOf(({ title }) => `${title}\n`);
    expect(starts(page)).toEqual(REPORTS.map(({ title }) => title));
  });
  it.each([20, 28, 36, 44])("in text wrapped to %i characters", (width) => {
    const page = REPORTS.map((report) => `${report.title}\n${wrap(textOf(report), width)}`).join("\n");
    expect(starts(page)).toEqual(REPORTS.map(({ title }) => title));
  });
});

describe("one document", () => {
  const long = (parts: readonly string[]): string =>
    [WATER.title, WATER.opening, ...parts, ...WATER.signature].join("\n");
  const [h1 = "", p1 = "", h2 = "", p2 = "", h3 = "", p3 = ""] = WATER.body;
  it.each([
    ["as it is", `${WATER.title}\n${textOf(WATER)}`],
    ["in half-width dress", half(`${WATER.title}\n${textOf(WATER)}`)],
    ["wrapped", `${WATER.title}\n${wrap(textOf(WATER), 30)}`],
    ["with a salutation", `${WATER.title}\n${WATER.greeting}\n${textOf(WATER)}`],
    ["without headline", textOf(WATER)],
    ["headings without numbers", long([h1, p1, h2, p2, h3, p3].map((line) => line.replace(/^[一二三]、/, "")))],
    [
      "parts, each numbered from one",
      long([
        "第一部分 2023年工作总结",
        h1,
        p1,
        h2,
        p2,
        "第二部分 2024年工作计划",
        "一、继续清淤",
        p3,
        "二、管护塘坝",
        p2,
      ]),
    ],
    ["the next year's plan as its last heading", long([h1, p1, h2, p2, "下一步工作计划", p3])],
    ["the next step as a numbered heading", long([h1, p1, h2, p2, "三、下一步工作打算", p3])],
    ["a heading on rules", long([h1, p1, "健全各项管理制度", p2, h3, p3])],
    ["levels that start again", long([h1, "（一）组织", p1, "（二）登记", p2, h2, "（一）出工", p3, "（二）验收", p1])],
    ["items that start again", long([h1, "1、组织", p1, "2、登记", p2, h2, "1、出工", p3, "2、验收", p1])],
    [
      "a list of annexes",
      `${WATER.title}\n${textOf(WATER)}\n附件：\n1.苇塘镇2023年水利项目清单\n2.苇塘镇2024年水利工作计划\n3.塘坝管护制度`,
    ],
    ["two openings", long(["现将主要做法汇报如下：", h1, p1, h2, p2, "现将存在的问题报告如下：", h3, p3])],
    [
      "a speech that turns to its hearers again and again",
      [
        "在水利现场会上的讲话",
        "各位代表：",
        WATER.opening,
        h1,
        p1,
        "各位代表：",
        p2,
        "各位代表：",
        p3,
        "谢谢大家！",
      ].join("\n"),
    ],
    ["nothing but one line", "苇塘镇2023年农田水利工作总结"],
  ])("%s", (_what, page) => expect(starts(page)).toHaveLength(1));

  it.each(["", " \n\n　", "\n"])("none in blanks %j", (page) => expect(splitDocuments(page)).toEqual([]));
});

describe("what a document reaches over", () => {
  const page = `\n  ${WATER.title}\n${textOf(WATER)}\n\n\n${SCHOOL.title}\n${textOf(SCHOOL)}\n \n`;
  it("is from its first to its last character that is no blank", () => {
    expect(splitDocuments(page).map(({ start, end }) => page.slice(start, end))).toEqual([
      `${WATER.title}\n${textOf(WATER)}`,
      `${SCHOOL.title}\n${textOf(SCHOOL)}`,
    ]);
  });
});

describe("the headline of a document", () => {
  it.each([
    ["alone", "苇塘镇2023年工作总结", "苇塘镇2023年工作总结"],
    ["behind a sign", "▎苇塘镇2023年工作总结", "苇塘镇2023年工作总结"],
    ["behind a star", "★苇塘镇2023年工作总结", "苇塘镇2023年工作总结"],
    ["behind a sign and a blank", "◆ 苇塘镇2023年工作总结", "苇塘镇2023年工作总结"],
    ["behind a mark", "篇1：苇塘镇2023年工作总结", "苇塘镇2023年工作总结"],
    ["behind a mark in brackets", "【篇一】苇塘镇2023年工作总结", "苇塘镇2023年工作总结"],
    ["before the count of a collection", "农田水利工作总结(精选3篇)", "农田水利工作总结"],
    ["before the count, full-width", "农田水利工作总结（精选3篇）", "农田水利工作总结"],
    ["before a number", "农田水利工作总结2", "农田水利工作总结"],
    ["before a number in brackets", "农田水利工作总结（2）", "农田水利工作总结"],
    ["before 篇 and a number", "农田水利工作总结篇2", "农田水利工作总结"],
    ["with a file ending", "苇塘镇2023年工作总结.docx", "苇塘镇2023年工作总结"],
    ["with an older file ending", "苇塘镇2023年工作总结.doc", "苇塘镇2023年工作总结"],
    ["in the marks of a book", "《苇塘镇2023年工作总结》", "苇塘镇2023年工作总结"],
    ["with a year in it", "苇塘镇工作总结2023", "苇塘镇工作总结2023"],
    ["with brackets of its own", "苇塘镇工作总结（送审稿）", "苇塘镇工作总结（送审稿）"],
    ["as 范文, its own word", "农田水利工作总结范文", "农田水利工作总结范文"],
    [
      "of two lines",
      "苇塘镇住房和城乡建设局关\n于2022年重点工作的汇报",
      "苇塘镇住房和城乡建设局关\n于2022年重点工作的汇报",
    ],
    ["of two lines, the word of the kind below", "苇塘镇2023年农田水利\n工作总结", "苇塘镇2023年农田水利\n工作总结"],
    ["without a word of the genre", "渠通了，田活了", null],
    ["a plain short line", "苇塘镇的水利", "苇塘镇的水利"],
    ["under a bare mark", "篇1\n苇塘镇2023年工作总结", "苇塘镇2023年工作总结"],
    ["of a salutation", "县水利局：", null],
    ["of a heading", "一、摸清家底", null],
  ])("%s", (_what, head, title) => expect(titles(`${head}\n${textOf(WATER)}`)).toEqual([title]));
  it("is none where the text begins at once", () => expect(titles(textOf(WATER))).toEqual([null]));
});
