import { applyEdits } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { findBoilerplate } from "../src/index.ts";
import { CLINIC, half, SCHOOL, textOf, WATER } from "./split-pages.ts";

/** What is left of a page, line by line, blank lines out. */
function left(page: string): string[] {
  return applyEdits(page, findBoilerplate(page).edits)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const full = (report: typeof WATER): string => `${report.title}\n${textOf(report)}`;

describe("between two documents goes what a website put there", () => {
  it.each([
    "沙发 夜航船 发表于 2023-05-06 09:12",
    "青禾 发表于 3天前",
    "已有12人评价",
    "夜航船 等级：秀才 帖子：126 积分：860",
    "上一篇：没有了 下一篇：社区工作总结",
    "返回目录",
    "【返回目录】",
    "----------------",
    "回复 举报 收藏 点赞(12)",
    "相关推荐：社区工作总结",
    "来源：竹溪文库 作者：小舟 时间：2023-05-06",
    "以上就是小编为大家整理的工作总结，希望对您有所帮助！",
    "更多精彩内容请关注我们的公众号",
    "猜你喜欢",
    "本文由网友上传，侵权请联系删除。",
  ])("%s", (line) => {
    for (const dress of [(text: string) => text, half])
      expect(left(dress(`${full(WATER)}\n${line}\n${full(SCHOOL)}`))).toEqual(
        dress(`${full(WATER)}\n${full(SCHOOL)}`).split("\n"),
      );
  });
});

describe("between headline and text goes what a website put there", () => {
  it.each([
    "夜航船 等级：秀才",
    "青禾 发表于 3天前",
    "已有12人评价",
    "来源：竹溪文库 作者：小舟 时间：2023-05-06",
    "2023-05-06 09:12 浏览：1286次",
    "【字体：大 中 小】",
    "发布人：小舟",
  ])("%s", (line) => {
    const page = `${full(WATER)}\n${SCHOOL.title}\n${line}\n${textOf(SCHOOL)}`;
    expect(left(page)).toEqual(`${full(WATER)}\n${full(SCHOOL)}`.split("\n"));
  });
});

describe("above the first document goes what is none", () => {
  it.each([
    [
      "a headline of the page and a teaser",
      "工作总结范文大全(精选3篇)\n下面是小编为大家整理的工作总结，欢迎阅读参考。",
    ],
    [
      "a teaser alone",
      "总结是对过去一段时间的工作进行回顾的书面材料，写好它并不容易，下面是小编整理的范文，一起来看看吧！",
    ],
    ["the page's headline with a site's names", "机关总结范文(3篇)_总结汇报_竹溪文秘站"],
    ["the page's headline in the marks of a book", "《机关工作总结范文3篇》"],
    ["the page's headline with its count", "机关方案(万能模板3篇)"],
    ["the page's headline and its byline", "工作总结范文大全(精选3篇)\n来源：竹溪文库 时间：2023-05-06"],
  ])("%s", (_what, head) => {
    const documents = `篇一：${full(WATER)}\n篇二：${full(SCHOOL)}\n篇三：${full(CLINIC)}`;
    expect(left(`${head}\n${documents}`)).toEqual(documents.split("\n"));
  });
});

describe("between documents stays what is theirs", () => {
  it.each([
    ["signatures and dates", [full(WATER), full(SCHOOL), full(CLINIC)]],
    ["marks of their own lines", [`篇1`, full(WATER), `篇2`, full(SCHOOL)]],
    ["marks before the headlines", [`【篇一】${full(WATER)}`, `【篇二】${full(SCHOOL)}`]],
    ["salutations", [WATER.title, WATER.greeting, textOf(WATER), SCHOOL.title, SCHOOL.greeting, textOf(SCHOOL)]],
    ["a number of a document", [full(WATER), SCHOOL.title, "（石小发〔2023〕5号）", textOf(SCHOOL)]],
    ["a date under the headline, in brackets", [full(WATER), SCHOOL.title, "（2023年6月30日）", textOf(SCHOOL)]],
    ["a list of annexes", [full(WATER), "附件：1.水利项目清单", "2.管护责任清单", full(SCHOOL)]],
    ["a closing line", [full(WATER), "特此报告。", full(SCHOOL)]],
    ["thanks", [SCHOOL.title, SCHOOL.opening, ...SCHOOL.body, "谢谢大家！", full(WATER)]],
    ["a first document without headline", [textOf(WATER), full(SCHOOL)]],
    [
      "a short first document",
      [WATER.title, WATER.body[1] ?? "", WATER.body[3] ?? "", ...WATER.signature, full(SCHOOL)],
    ],
  ])("%s", (_what, parts) => {
    const page = parts.join("\n");
    expect(left(page)).toEqual(page.split("\n"));
  });
});

describe("a headline with a byline glued to it stays without it", () => {
  it.each([
    `${WATER.title}  2024-01-27 来源：县政府办`,
    `${WATER.title}　来源：竹溪文库　作者：小舟`,
    `${WATER.title} 发布时间：2024-01-27 浏览：1286次`,
    `${WATER.title} 作者:小舟 时间:2024-01-27`,
    `${WATER.title}2024-01-27 09:12`,
    `${WATER.title}1286次阅读`,
    `${WATER.title} 【字体：大 中 小】`,
  ])("%s", (head) => expect(left(`${head}\n${textOf(WATER)}`)).toEqual(full(WATER).split("\n")));

  it("on the second document too", () => {
    const page = `${full(WATER)}\n${SCHOOL.title}  2024-01-27 来源：县教育局\n${textOf(SCHOOL)}`;
    expect(left(page)).toEqual(`${full(WATER)}\n${full(SCHOOL)}`.split("\n"));
  });
  it("a mark before it too", () => {
    const page = `篇1：${full(WATER)}\n篇2：${SCHOOL.title}  2024-01-27 来源：县教育局\n${textOf(SCHOOL)}`;
    expect(left(page)).toEqual(`篇1：${full(WATER)}\n篇2：${full(SCHOOL)}`.split("\n"));
  });
  it("not where the headline stands again above the text", () => {
    const page = `${WATER.title}  2024-01-27 来源：县政府办\n${full(WATER)}`;
    expect(left(page)).toEqual(full(WATER).split("\n"));
  });
});

describe("the date of a signature stays without what is glued to it", () => {
  it.each([
    ["an editor in brackets", "（编辑：小舟）"],
    ["an editor", " 责任编辑：小舟"],
    ["an editor, half-width", "(编辑:小舟)"],
  ])("%s", (_what, tail) => {
    expect(left(`${full(WATER)}${tail}`)).toEqual(full(WATER).split("\n"));
  });
});
