import { loadData } from "@zongjie/lexicon";
import { describe, expect, test } from "vitest";
import { findMarkup } from "../src/html/markup.ts";
import { findPlainMeta } from "../src/meta.ts";
import { dateFileSchema, readDateline } from "../src/published.ts";

const { patterns } = loadData("page-dates.yaml", dateFileSchema);
const dated = (line: string): string => line.replaceAll("DATE", "2024-03-05 10:20");

describe.each(patterns)("$id", ({ kind, hit, miss }) => {
  test.each(hit)("%s", (line) => expect(readDateline(dated(line))?.dating ?? "other").toBe(kind));
  test.each(miss)("not %s", (line) => expect(readDateline(dated(line))?.dating ?? "other").not.toBe(kind));
});

test.each([
  ["成文日期：2022年1月27日 发布日期：2022年1月28日", "2022-01-28", "said"],
  ["2023-05-06 青禾", "2023-05-06", "bare"],
  ["活动时间：2024年6月1日至6月30日", null, null],
  ["截至2024年6月30日，共受理信访件12件。", null, null],
  ["县政府办公室　2023年10月26日印发", null, null],
])("%s → %s, %s", (line, value, dating) => {
  const found = readDateline(line);
  expect([found?.value ?? null, found?.dating ?? null]).toEqual([value, dating]);
});

const PROSE =
  "今年以来，全镇上下坚持一手抓项目、一手抓民生，各项工作都有了新的进展，群众的获得感明显增强。我们先后走访了十二个村，召开座谈会九次，解决实际困难三十多件。";
const article = (above: string, below = "", title = "河湾镇工作总结"): string =>
  `<html><head><title>${title}</title></head><body><div class="nav"><a href="/">首页</a></div><h1>${title}</h1>${above}<div class="content">${`<p>${PROSE}</p>`.repeat(4)}</div>${below}</body></html>`;
const list = (...items: string[]): string =>
  `<h3>相关文章</h3><ul>${items.map((it, i) => `<li><a href="/${i}.html">${it}</a></li>`).join("")}</ul>`;
const published = (html: string): string | null => findMarkup(html).meta.published;

describe("a page that does not say when it was published", () => {
  test.each<[string, string]>([
    [
      "links to chapters with times",
      article("", list("少年（1）(2023/10/10 17:06)", "少年（2）(2023/10/10 17:06)", "入伍（1）(2023/10/10 17:06)")),
    ],
    [
      "a list of other pages, dates in front",
      article("", list("[2023-05-01] 计划", "[2023-04-01] 总结", "[2023-03-01] 汇报")),
    ],
    [
      "an archive by day above the text",
      article(`<ul>${["2023-01-02", "2023-01-03", "2023-01-04"].map((d) => `<li>${d}</li>`).join("")}</ul>`),
    ],
    ["two links to other pages", article("", list("河湾县计划 2023-05-01", "河湾县总结 2023-04-01"))],
    [
      "the date of the signature",
      article("", '<p align="right">河湾镇人民政府</p><p align="right">2023年12月28日</p>'),
    ],
    ["a date in brackets under the headline", article("<p>（2023年3月1日）</p>")],
    [
      "a date in words under the headline, in the article's own element",
      article("").replace('<div class="content">', '<div class="content"><p>2023年3月1日</p>'),
    ],
    ["the head of minutes", article("<p>时间：2024年6月1日</p><p>地点：三楼会议室</p><p>主持：林小川</p>")],
    ["the time of an event", article("<p>活动时间：2024年6月1日</p>")],
    ["a date in the running text", article("", `<p>2024年6月1日，全镇召开了动员会，部署下半年工作。</p>`)],
    ["the day of the visit", article("").replace('<div class="nav">', '<div class="nav">今天是2024年6月1日 星期六 ')],
    ["the server's clock", article("", "<p>GMT+8, 2024-06-01 12:30 , Processed in 0.05 second(s)</p>")],
    [
      "replies only",
      article(
        "",
        '<div class="reply">沙发 小雨 发表于 2024-06-01 12:30</div><div class="reply">板凳 芦苇 发表于 2024-06-02 08:10</div>',
      ),
    ],
    [
      "floors of a thread that name no publishing",
      article(
        ["第 1 楼", "第 2 楼", "第 3 楼", "第 4 楼"]
          .map((f, i) => `<div class="floor">楼层：${f} 时间：2024-06-0${i + 1} 12:30</div>`)
          .join(""),
      ),
    ],
    ["when a rule was made", article("<p>成文日期：2024年6月1日</p>")],
    ["when a member joined", article("<p>注册时间：2014-06-01</p>")],
    [
      "a list of pages in JSON-LD",
      article("").replace(
        "</head>",
        `<script type="application/ld+json">${JSON.stringify([1, 2, 3].map((d) => ({ datePublished: `2024-01-0${d}` })))}</script></head>`,
      ),
    ],
    [
      "times of other pages",
      article("", list(...[1, 2, 3].map((d) => `计划 <time datetime="2024-01-0${d}">${d}日</time>`))),
    ],
  ])("%s", (_, html) => expect(published(html)).toBeNull());
});

describe("a page that says when it was published", () => {
  test.each<[string, string]>([
    ["a byline", article("<p>来源：河湾网 2024-06-01 10:20 浏览：30</p>")],
    ["a word for it in the tail", article("", "<p>发布时间：2024-06-01</p>")],
    ["a name and a date", article("<p>林小川 2024-06-01</p>")],
    ["a file's properties", article("<ul><li>8页</li><li>59KB</li><li>2024-06-01</li><li>17金币</li></ul>")],
    ["its only time element", article('<time datetime="2024-06-01T08:00:00+08:00">三天前</time>')],
    [
      "a byline over a list of others",
      article(
        "<p>2024-06-01 林小川</p>",
        list("河湾县计划 2023-05-01", "河湾县总结 2023-04-01", "河湾县汇报 2023-03-01"),
      ),
    ],
    ["datePublished in its markup", article('<span itemprop="datePublished" content="2024-06-01">上月</span>')],
    ["the made and the published day", article("<p>成文日期：2024年5月30日　发布日期：2024年6月1日</p>")],
    [
      "each post of a thread, its own first",
      article(
        "<div>河湾人 | 楼主 | 发表于 2024-06-01 11:57</div>",
        [2, 3, 4].map((d) => `<div>路人${d} 发表于 2024-06-0${d} 08:10</div><p>${PROSE}</p>`).join(""),
      ),
    ],
  ])("%s", (_, html) => expect(published(html)).toBe("2024-06-01"));
});

const line = (text: string, reason: string, above = true): { text: string; reason: string; above: boolean } => ({
  text,
  reason,
  above,
});

describe("plain text", () => {
  test.each<[string, { text: string; reason: string; above: boolean }[], string | null]>([
    ["a byline", [line("作者：青禾 2024-06-01", "byline")], "2024-06-01"],
    ["its time of day", [line("更新时间：2024-06-01 08:05", "byline")], "2024-06-01T08:05:00"],
    ["a name and a date among related links", [line("2024-06-01 柚子 推荐阅读", "related-links")], "2024-06-01"],
    [
      "a list of other pages",
      ["计划 2024-05-01", "总结 2024-05-02", "汇报 2024-05-03"].map((t) => line(t, "related-links", false)),
      null,
    ],
    [
      "such a list above the text",
      ["计划 2024-05-01", "总结 2024-05-02", "汇报 2024-05-03"].map((t) => line(t, "navigation")),
      null,
    ],
    ["a reply", [line("沙发 小雨点点 发表于 2024-06-01 23:10", "byline", false)], null],
    ["the server's clock", [line("GMT+8, 2024-06-01 18:11 , Processed in 0.04 second(s)", "footer", false)], null],
    ["an office's mark behind the text", [line("县政府办公室 2024年6月1日印发", "byline", false)], null],
    [
      "cells under their labels",
      ["成文日期", "2024年5月30日", "发布日期", "2024-06-01"].map((t) => line(t, "file-info")),
      "2024-06-01",
    ],
    [
      "a file's properties behind the text",
      ["上传人 : 青禾", "时间 : 2024-06-01"].map((t) => line(t, "file-info", false)),
      "2024-06-01",
    ],
    ["the best answer's time", [line("推荐于2024-06-01", "byline")], null],
    ["a signature that went as noise", [line("2024年6月1日", "other", false)], null],
  ])("%s", (_, dropped, value) => expect(findPlainMeta(dropped, null).published).toBe(value));
});
