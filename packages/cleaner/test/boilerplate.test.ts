import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBoilerplate } from "../src/index.ts";

const BODY = "2023年，我乡坚持稳中求进，各项工作取得新的进展，现将有关情况总结如下。";
const MORE = "全年完成投资1.2亿元，同比增长8.5%，新增就业320人，群众满意度进一步提升。";
const TITLE = "竹溪乡2023年工作总结";

/** What is left of a page, line by line, blank lines out. */
function left(text: string, framed = false): string[] {
  let out = "";
  let at = 0;
  for (const edit of findBoilerplate(text, framed).edits) {
    out += text.slice(at, edit.start) + edit.insert;
    at = edit.end;
  }
  return (out + text.slice(at))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The reasons that lines go for, in the order of the page. */
function reasons(text: string): string[] {
  return findBoilerplate(text).dropped.map((line) => line.reason);
}

describe("lines that go, wherever the site puts them", () => {
  // line above the headline, line below the text, either
  const cases: readonly [string, "above" | "below" | "either", string][] = [
    ["单位概况 | 资讯 | 政策 | 服务 | 会员中心", "above", "navigation"],
    ["您的位置：首页 > 总结 > 正文", "above", "breadcrumb"],
    ["来源：竹溪融媒 作者：小舟 时间：2023-05-06", "either", "byline"],
    ["下面是小编整理的工作总结，欢迎参考。", "above", "teaser"],
    ["本文由网友上传，侵权请联系删除。", "either", "disclaimer"],
    ["上一篇：没有了 下一篇：社区工作总结", "below", "pagination"],
    ["标签：总结 乡镇", "below", "tag-list"],
    ["湘ICP备20001234号-1", "below", "footer"],
    ["【字体：大 中 小】【打印】【关闭】", "either", "widget"],
    ["扫码关注公众号，免费领取海量模板", "below", "advertisement"],
    ["图为座谈会现场。", "below", "caption-credit"],
    ["上传时间：2023-05-06 页数：5", "either", "file-info"],
  ];
  for (const [line, place, reason] of cases) {
    if (place !== "below")
      it(`above: ${line}`, () => {
        const page = `${line}\n${TITLE}\n${BODY}\n${MORE}\n`;
        expect([left(page), reasons(page)]).toEqual([[TITLE, BODY, MORE], [reason]]);
      });
    if (place !== "above")
      it(`below: ${line}`, () => {
        const page = `${TITLE}\n${BODY}\n${MORE}\n${line}\n`;
        expect([left(page), reasons(page)]).toEqual([[TITLE, BODY, MORE], [reason]]);
      });
  }
});

describe("lines that stay", () => {
  const cases: readonly [string, string][] = [
    ["a salutation", `${TITLE}\n县委、县政府：\n${BODY}\n${MORE}`],
    ["headings above prose", `${TITLE}\n${BODY}\n一、强化登记管理\n${MORE}\n二、推荐评选\n${MORE}`],
    ["a signature", `${TITLE}\n${BODY}\n${MORE}\n竹溪乡人民政府\n2023年12月20日`],
    ["a name that signs", `个人述职报告\n${BODY}\n${MORE}\n述职人：方圆\n2023年12月20日`],
    ["an appendix", `${TITLE}\n${BODY}\n${MORE}\n附件：1.任务分解表\n2.责任清单`],
    [
      "rows of a table",
      `${TITLE}\n${BODY}\n指标\t2022年\t2023年\n门诊人次\t88412\t95630\n家庭医生签约\t21034\t23517\n${MORE}`,
    ],
    [
      "words of websites in a report",
      `${TITLE}\n${BODY}\n全年网站发布信息420条，公众号推荐文章30篇，群众评论、分享、下载5000次。\n${MORE}`,
    ],
    ["marks between documents", `篇一：${TITLE}\n${BODY}\n${MORE}\n篇二：石桥镇工作计划\n${BODY}\n${MORE}`],
    ["a number of a document", `竹溪乡值班制度\n（竹政发〔2023〕5号）\n${BODY}\n${MORE}`],
    ["a contact of a notice", `${TITLE}\n${BODY}\n${MORE}\n联系人：方圆，联系电话：0730-1234567。\n${BODY}`],
  ];
  it.each(cases)("%s", (_name, page) => expect(left(page)).toEqual(page.split("\n")));
});

describe("a table of contents", () => {
  const body = ["一、组织领导", BODY, "二、主要成效", MORE, "三、下步打算", BODY];
  it.each([
    ["plain", ["一、组织领导", "二、主要成效", "三、下步打算"]],
    ["with leaders and pages", ["一、组织领导........1", "二、主要成效......3", "三、下步打算....5"]],
    ["without markers", ["组织领导 1", "主要成效 3", "三、下步打算 5"]],
  ])("%s", (_name, contents) => {
    const page = [TITLE, ...contents, ...body].join("\n");
    expect(left(page)).toEqual([TITLE, ...body]);
    expect(new Set(reasons(page))).toEqual(new Set(["toc-marker"]));
  });
  it("is no table that stands twice", () => {
    const table = ["指标\t数量", "住院人次\t3312", "手术台次\t1203", "出院人数\t2031"];
    const page = [TITLE, BODY, ...table, MORE, "二、各科情况", BODY, ...table, MORE];
    expect(left(page.join("\n"))).toEqual(page);
  });
});

describe("what stands above the headline", () => {
  it.each([
    ["a teaser", ["写总结要有条理、有数据，这样领导看了才会满意，不妨先看看别人是怎么写的。"]],
    [
      "a title of the page and a teaser",
      ["工作总结范文(精选3篇)", "时间过得真快，又到了写总结的时候，以下是给大家准备的范文。"],
    ],
  ])("goes: %s", (_name, above) =>
    expect(left([...above, `篇一：${TITLE}`, BODY, MORE].join("\n"))).toEqual([`篇一：${TITLE}`, BODY, MORE]),
  );
  it("stays where it is a document", () => {
    const page = ["一、今年工作", BODY, MORE, "竹溪乡人民政府", "2023年12月20日", "石桥镇2023年工作计划", BODY, MORE];
    expect(left(page.join("\n"))).toEqual(page);
  });
});

describe("pieces of a line", () => {
  const cases: readonly [string, string, string][] = [
    ["a byline behind a headline", `${TITLE}  2024-01-27 09:30 来源：县政府办 浏览：302`, TITLE],
    ["a credit behind a date", "2023年12月20日 (编辑:admin)", "2023年12月20日"],
    ["no headline behind a part's name", `Part 4 ${TITLE}`, `Part 4 ${TITLE}`],
    ["nothing", "2023年12月20日", "2023年12月20日"],
  ];
  it.each(cases)("%s", (_name, line, kept) => {
    const page = line.startsWith("2023") ? [TITLE, BODY, MORE, "竹溪乡人民政府", line] : [line, BODY, MORE];
    expect(left(page.join("\n"))).toContain(kept);
    expect(left(page.join("\n"))).toHaveLength(page.length);
  });
});

describe("lists of links", () => {
  it("headlines in a row", () => {
    const page = [TITLE, BODY, MORE, "◆石桥镇年度工作总结", "◆白沙学校教育工作计划", "◆云岭医院院长述职报告"].join(
      "\n",
    );
    expect([left(page), new Set(reasons(page))]).toEqual([[TITLE, BODY, MORE], new Set(["related-links"])]);
  });
  it("a header and its items", () => {
    expect(left([TITLE, BODY, MORE, "相关文章：", "石桥镇值班安排", "白沙乡党建工作汇报"].join("\n"))).toEqual([
      TITLE,
      BODY,
      MORE,
    ]);
  });
});

describe("laws", () => {
  const line = fc.constantFrom(
    TITLE,
    BODY,
    MORE,
    "首页",
    "一、工作回顾",
    "目录",
    "2023年12月20日",
    "上一篇：没有了",
    "",
    "篇一",
    "◆石桥镇工作总结",
    "来源：某报",
  );
  it("edits are sorted and do not overlap", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), (lines, framed) => {
        const text = lines.join("\n");
        let at = 0;
        for (const edit of findBoilerplate(text, framed).edits) {
          expect(at <= edit.start && edit.start <= edit.end && edit.end <= text.length).toBe(true);
          at = edit.end;
        }
      }),
    );
  });
  it("bears any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(findBoilerplate(text).edits.every((edit) => edit.start <= edit.end)).toBe(true);
      }),
    );
  });
  it("does not hang on a long line", () => {
    expect(findBoilerplate(`${"经研究，".repeat(250_000)}。`).edits).toEqual([]);
  });
});
