import { applyEdits } from "@zongjie/document";
import { loadData, loadRules } from "@zongjie/lexicon";
import { describe, expect, test } from "vitest";
import { readCue } from "../src/html/cue.ts";
import { findFrame } from "../src/html/frame.ts";
import { landmarkFileSchema, landmarkOf } from "../src/html/landmark.ts";
import { findMarkup } from "../src/html/markup.ts";

const BODY = [
  "2021年，河湾县卫生局按照县委的部署，扎实推进各项工作，取得了较好的成绩。",
  "全年接诊4.8万人次，比上年增长6.2%，群众满意率达到96%。",
  "下一步，我们将继续加强队伍建设，不断提高服务水平。",
];

const frame = (inner: string, title = "河湾县卫生局工作总结_云川文秘网"): string =>
  `<html><head><title>${title}</title></head><body>${inner}</body></html>`;

const article = `<h1>河湾县卫生局工作总结</h1><div class="info">来源：云川日报 作者：林小川 2021-12-08 10:11</div><div class="text">${BODY.map(
  (line) => `<p>${line}</p>`,
).join("")}</div>`;

function clean(html: string): { lines: string[]; reasons: Record<string, string> } {
  const { edits, lines } = findMarkup(html);
  const text = applyEdits(html, edits);
  const cuts = findFrame(text, lines);
  const reasons = Object.fromEntries(cuts.map((cut) => [text.slice(cut.start, cut.end).trim(), cut.reason ?? ""]));
  return {
    lines: applyEdits(text, cuts)
      .split("\n")
      .filter((line) => line !== ""),
    reasons,
  };
}

const menu = '<div class="nav"><a href=1>首页</a> <a href=2>范文</a> <a href=3>总结</a></div>';

describe("an article in its frame", () => {
  test.each([
    ["nothing around it", "", "", {}],
    ["a menu", menu, "", { "首页 范文 总结": "navigation" }],
    ["a breadcrumb", "<div>当前位置：<a href=1>首页</a> > <a href=2>总结</a></div>", "", {}],
    [
      "related titles",
      "",
      "<h3>相关阅读</h3><ul><li><a href=1>某镇双拥工作总结</a><li><a href=2>某局计划</a></ul>",
      { 相关阅读: "related-links", 某局计划: "related-links" },
    ],
    ["an editor's credit", "", "<p>（责任编辑：周某）</p>", { "（责任编辑：周某）": "byline" }],
    ["a legal note", "", "<p>免责声明：本文仅代表作者个人观点，与本站无关，请读者自行核实。</p>", {}],
    [
      "previous and next",
      "",
      "<p>上一篇：<a href=1>某乡工作计划</a></p><p>下一篇：没有了</p>",
      { "下一篇：没有了": "pagination" },
    ],
    [
      "a footer",
      "",
      '<div class="footer"><p>关于我们 | 联系我们</p><p>版权所有 云川文秘网 川ICP备00000000号</p></div>',
      {},
    ],
    ["a share row", "", '<div class="bdshare">分享到：<a href=1>微博</a><a href=2>微信</a></div>', {}],
    [
      "comments",
      "",
      '<div class="comment-list"><h4>网友评论</h4><p>写得很好，学习了，谢谢分享这么好的材料。</p></div>',
      { 网友评论: "widget" },
    ],
    [
      "comments without names",
      "",
      "<h4>网友评论</h4><p>写得很好，学习了，谢谢分享这么好的材料给大家参考。</p>",
      { 网友评论: "widget" },
    ],
  ])("%s", (_name, before, after, reasons) => {
    const result = clean(frame(`${before}${article}${after}`));
    expect(result.lines).toEqual(["河湾县卫生局工作总结", ...BODY]);
    expect(result.reasons).toMatchObject(reasons);
  });

  test.each([
    ["line breaks only", `<td>${BODY.join("<br>")}</td>`],
    ["a div a paragraph", BODY.map((line) => `<div>${line}</div>`).join("")],
    ["font soup", `<font><span>${BODY.join("</span><br><br><span>")}</span></font>`],
  ])("%s", (_name, body) => {
    const html = frame(`<table><tr><td>${menu}</td><td><h2>河湾县卫生局工作总结</h2>${body}</td></tr></table>`);
    expect(clean(html).lines).toEqual(["河湾县卫生局工作总结", ...BODY]);
  });

  test("a page that is nothing but a short article", () => {
    expect(clean("<p>本周已完成三项检查，情况良好。</p>").lines).toEqual(["本周已完成三项检查，情况良好。"]);
  });

  test("headings, lists and tables inside stay", () => {
    const inside =
      "<h3>一、主要成绩</h3><ul><li>门诊人次增加</li><li>住院人次下降</li></ul><table><tr><td>门诊</td><td>4.8万</td></tr></table>";
    const html = frame(article.replace("</p><p>", `</p>${inside}<p>`));
    expect(clean(html).lines.slice(2, 6)).toEqual(["一、主要成绩", "门诊人次增加", "住院人次下降", "门诊\t4.8万"]);
  });

  test("all posts of a thread count", () => {
    const posts = ["停水两天了，什么时候恢复？", "我们小区也停了。", "今晚八点恢复供水，请大家储水。"];
    const html = frame(
      posts
        .map(
          (post, i) =>
            `<div class="post-item"><div class="postmessage">${post}</div><span class="time">${i + 2}天前</span></div>`,
        )
        .join(""),
      "停水怎么办 - 河湾论坛",
    );
    expect(clean(html).lines).toEqual(posts);
  });
});

describe("what the page says of itself", () => {
  test.each([
    [
      "visible byline",
      frame(article),
      { title: "河湾县卫生局工作总结", site: "云川文秘网", author: "林小川", published: "2021-12-08" },
    ],
    [
      "meta tags",
      `<head><meta property="og:site_name" content="云川网"><meta property="article:published_time" content="2020-03-04T05:06:07+08:00"><meta name="author" content="王某"></head><h1>年度总结</h1><p>${BODY[0]}</p>`,
      { site: "云川网", author: "王某", published: "2020-03-04", title: "年度总结" },
    ],
    [
      "JSON-LD",
      `<script type="application/ld+json">{"datePublished":"2019-05-06","author":{"@type":"Person","name":"李某"}}</script><p>${BODY[0]}</p>`,
      { author: "李某", published: "2019-05-06" },
    ],
    [
      "Chinese date",
      frame(`<h1>河湾县卫生局工作总结</h1><p>发布时间：2012年3月4日 10:11</p><p>${BODY.join("")}</p>`),
      { published: "2012-03-04", author: null },
    ],
    [
      "a breadcrumb's category",
      frame(`<div>您现在的位置：<a href=1>首页</a> > <a href=2>工作总结</a> > 正文</div>${article}`),
      { category: "工作总结" },
    ],
    [
      "no such date",
      frame(`<h1>河湾县卫生局工作总结</h1><p>发布时间：2012-13-41</p><p>${BODY.join("")}</p>`),
      { published: null },
    ],
    ["nothing said", `<p>${BODY[1]}</p>`, { title: null, site: null, author: null, published: null, category: null }],
  ])("%s", (_name, html, meta) => {
    expect(findMarkup(html).meta).toMatchObject(meta);
  });
});

const rules = loadRules("frame.yaml");
const { landmarks } = loadData("html.yaml", landmarkFileSchema);

describe("the lexicon's examples", () => {
  test("there are some", () => {
    expect(rules.length).toBeGreaterThan(15);
    expect(landmarks.length).toBeGreaterThan(10);
  });
  test.each(rules.flatMap((rule) => rule.hit.map((line) => [rule.id, line] as const)))("%s: %s", (_id, line) => {
    expect(readCue(line)).not.toBeNull();
  });
  test.each(rules.flatMap((rule) => rule.miss.map((line) => [rule.id, line] as const)))("%s not: %s", (id, line) => {
    expect(readCue(line)?.rule).not.toBe(id);
  });
  test.each(landmarks.flatMap((entry) => entry.hit.map((name) => [entry.id, name] as const)))("%s: %s", (id, name) => {
    expect(landmarkOf("div", name, "")).toBe(id);
  });
  test.each(landmarks.flatMap((entry) => entry.miss.map((name) => [entry.id, name] as const)))(
    "%s not: %s",
    (id, name) => {
      expect(landmarkOf("div", name, "")).not.toBe(id);
    },
  );
});

test("lines of a report that sound like a site's stay", () => {
  const inside = "<p>活动时间：5月4日</p><p>（三）推广扫码支付</p><p>资金来源：县财政</p>";
  const html = frame(article.replace("</p><p>", `</p>${inside}<p>`));
  expect(clean(html).lines.slice(2, 5)).toEqual(["活动时间：5月4日", "（三）推广扫码支付", "资金来源：县财政"]);
});

test("a list of links in the middle does not end a page", () => {
  const second = BODY.map((line) => `<p>${line.replace("卫生局", "农业局")}</p>`).join("");
  const list = "<p>推荐阅读</p><ul><li><a href=1>某镇双拥工作总结</a><li><a href=2>某局年度计划</a></ul>";
  const html = frame(
    `<h1>河湾县卫生局工作总结</h1><div>${BODY.map((line) => `<p>${line}</p>`).join("")}${list}${second}</div>`,
  );
  expect(clean(html).lines).toEqual([
    "河湾县卫生局工作总结",
    ...BODY,
    (BODY[0] as string).replace("卫生局", "农业局"),
    ...BODY.slice(1),
  ]);
});
