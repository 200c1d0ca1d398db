import { describe, expect, it } from "vitest";
import { cleanPage, documentLayouts, documentMarkdown, recordOf } from "../src/index.ts";

const TITLE = "枫溪县卫生院2023年工作总结";
const PROSE =
  "一年来，全院干部职工团结一心，认真落实各项工作要求，扎实推进健康乡村建设，群众满意度进一步提高，取得了明显成效。";

/** The Markdown of a page's first document, without headline and first paragraph. */
function markdown(body: string, { links = true, html = true } = {}): string {
  const page = html
    ? `<html><body><div class="content"><h1>${TITLE}</h1><p>${PROSE}</p>${body}<p>${PROSE}</p></div></body></html>`
    : `${TITLE}\n${PROSE}\n${body}\n${PROSE}\n`;
  const input = { uri: "page", bytes: Buffer.from(page) };
  const cleaned = cleanPage(input);
  const [document, ...others] = recordOf(input, cleaned, { keywords: 0 }).documents;
  if (document === undefined || 0 < others.length) throw new Error("one document is expected");
  const [layout] = documentLayouts(cleaned, [document]);
  const text = documentMarkdown(document, {
    items: layout?.items ?? [],
    rows: layout?.rows ?? [],
    links: links ? (layout?.links ?? []) : [],
  });
  const [head, foot] = [`# ${TITLE}\n\n${PROSE}\n\n`, `\n\n${PROSE}\n`];
  expect([text.startsWith(head), text.endsWith(foot)]).toEqual([true, true]);
  return text.slice(head.length, -foot.length);
}

describe("blocks of an HTML page", () => {
  it.each([
    ["headings by depth", "<h2>一、主要做法</h2><h3>（一）加强领导</h3>", "## 一、主要做法\n\n### （一）加强领导"],
    [
      "a table",
      "<table><tr><th>指标</th><th>2023年</th></tr><tr><td>门诊</td><td>48.5万|人次</td></tr></table>",
      "| 指标 | 2023年 |\n| --- | --- |\n| 门诊 | 48.5万\\|人次 |",
    ],
    [
      "rows of unlike width",
      "<table><tr><td>指标</td><td>2022年</td></tr><tr><td>门诊</td><td>46万</td><td>48万</td></tr></table>",
      "| 指标 | 2022年 |  |\n| --- | --- | --- |\n| 门诊 | 46万 | 48万 |",
    ],
    [
      "empty cells",
      "<table><tr><td>指标</td><td>2022年</td><td>2023年</td></tr><tr><td>门诊</td><td></td><td>48万</td></tr></table>",
      "| 指标 | 2022年 | 2023年 |\n| --- | --- | --- |\n| 门诊 |  | 48万 |",
    ],
    [
      "cells over columns and rows",
      '<table><tr><td rowspan="2">指标</td><td colspan="2">门诊人次</td></tr><tr><td>2022年</td><td>2023年</td></tr></table>',
      "| 指标 | 门诊人次 |  |\n| --- | --- | --- |\n|  | 2022年 | 2023年 |",
    ],
    [
      "a list",
      "<ul><li>下乡义诊36次，接诊1950人次，群众满意。</li><li>开展讲座24场，参加群众2300人次。</li></ul>",
      "- 下乡义诊36次，接诊1950人次，群众满意。\n- 开展讲座24场，参加群众2300人次。",
    ],
    [
      "lists in a list, numbered from three",
      '<ul><li>开展讲座24场，参加群众2300人次。<ol start="3"><li>县城10场，听众千余人，反响热烈。</li><li>乡镇14场，听众千三百人，反响好。</li></ol></li></ul>',
      "- 开展讲座24场，参加群众2300人次。\n    3. 县城10场，听众千余人，反响热烈。\n    4. 乡镇14场，听众千三百人，反响好。",
    ],
    [
      "items that are numbered in words stay text",
      "<ul><li>1、培训村医120人次，合格率达到98%以上，能力提升。</li></ul>",
      "1、培训村医120人次，合格率达到98%以上，能力提升。",
    ],
  ])("%s", (_what, body, expected) => expect(markdown(body)).toBe(expected));
});

describe("links", () => {
  const link = (href: string): string =>
    markdown(`<p>全年工作见<a href="${href}">统计公报</a>，已按规定公开发布。</p>`);
  const linked = (href: string): string => `全年工作见[统计公报](${href})，已按规定公开发布。`;
  const bare = "全年工作见统计公报，已按规定公开发布。";
  it.each([
    ["https", "https://example.org/a", linked("https://example.org/a")],
    ["relative", "/b/c.html?x=1&amp;y=2", linked("/b/c.html?x=1&y=2")],
    ["mailto", "mailto:a@example.org", linked("mailto:a@example.org")],
    ["upper case", "HTTP://EXAMPLE.org", linked("HTTP://EXAMPLE.org")],
    ["brackets, blanks, quotes", "/a(b) c&quot;d&gt;", linked("/a%28b%29%20c%22d%3E")],
    ["what looks like a reference", "/a?b=1&amp;copy;=2", linked("/a?b=1&amp;copy;=2")],
    ["javascript", "javascript:alert(1)", bare],
    ["javascript in disguise", " java&#10;scr&#105;pt&colon;alert(1)", bare],
    ["javascript behind a control character", "&#1;\u0001javascript:alert(1)", bare],
    ["data", "data:text/html,x", bare],
    ["an unknown scheme", "vbscript:x", bare],
    ["a place in the page", "#top", bare],
    ["nothing", "", bare],
  ])("%s", (_what, href, expected) => expect(link(href)).toBe(expected));

  it("are left out where nobody asked for them", () =>
    expect(markdown('<p>全年工作见<a href="/a">统计公报</a>，已按规定公开发布。</p>', { links: false })).toBe(bare));
  it("stand in cells, over two lines, and are no images", () =>
    expect(
      markdown(
        '<p>全年工作已经按规定完成!<a href="/a">统计[公报]</a></p><table><tr><td><a href="/b">门诊</a></td><td>48万</td></tr></table>',
      ),
    ).toBe("全年工作已经按规定完成\\![统计\\[公报\\]](/a)\n\n| [门诊](/b) | 48万 |\n| --- | --- |"));
});

describe("text never becomes markup", () => {
  it.each([
    [
      "emphasis",
      "全年*门诊*48.5万_人次_，~同比~增长`3.2%`。",
      "全年\\*门诊\\*48.5万\\_人次\\_，\\~同比\\~增长\\`3.2%\\`。",
    ],
    ["a link", "全年门诊[见此](javascript:x)48.5万人次。", "全年门诊\\[见此\\](javascript:x)48.5万人次。"],
    ["an image", "全年门诊![见此](x)48.5万人次，情况良好。", "全年门诊!\\[见此\\](x)48.5万人次，情况良好。"],
    ["a tag", "全年门诊&lt;img src=x onerror=y&gt;48.5万人次。", "全年门诊\\<img src=x onerror=y\\>48.5万人次。"],
    ["a reference", "全年门诊&amp;lt;b&amp;gt;48.5万人次。", /^全年门诊(?:\\&lt;b\\&gt;|\\<b\\>)48\.5万人次。$/],
    ["a formula", "全年投入$100万元$，建设病房三百间。", "全年投入\\$100万元\\$，建设病房三百间。"],
    ["a numbered line", "2023. 全年门诊48.5万人次，情况良好。", /^(?:#+ )?2023\\\. ?全年门诊48\.5万人次，情况良好。$/],
    ["a bullet", "+ 全年门诊48.5万人次，情况总体良好。", /^\\\+ ?全年门诊/],
  ])("%s", (_what, text, expected) => {
    const found = markdown(`<p>${text}</p>`);
    if (typeof expected === "string") expect(found).toBe(expected);
    else expect(found).toMatch(expected);
  });
});
