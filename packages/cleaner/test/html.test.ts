import { applyEdits } from "@zongjie/document";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFrame } from "../src/html/frame.ts";
import { findMarkup, type Markup } from "../src/html/markup.ts";

const textOf = (html: string): string => applyEdits(html, findMarkup(html).edits);

describe("text as a browser shows it", () => {
  test.each([
    ["blocks end lines", "<div><p>一、基本情况</p><p>全县</p></div>", "一、基本情况\n全县"],
    ["inline elements do not split words", "全<b>县</b><span>推</span>进<a href=x>工作</a>", "全县推进工作"],
    ["br, once or often", "甲<br>乙<br/><br><BR>丙", "甲\n乙\n丙"],
    ["unclosed paragraphs and items", "<p>甲<p>乙<ul><li>丙<li>丁", "甲\n乙\n丙\n丁"],
    ["stray end tags", "甲</b>乙</span></i>丙", "甲乙丙"],
    ["tags named as what every object has", "<constructor>甲</constructor><hasownproperty>乙", "甲乙"],
    ["a stray </p> ends a line", "甲</p>乙", "甲\n乙"],
    ["< that begins no tag", "增长<5%，3 < 4", "增长<5%，3 < 4"],
    ["attributes with >", '<p title="a>b">甲</p>', "甲"],
    ["entities", "&ldquo;总结&rdquo;&amp;&#35745;&#x5212;", "“总结”&计划"],
    ["entities without semicolon", "A&ampB &copy2024", "A&B ©2024"],
    ["what only looks like an entity", "AT&T &unknown; &", "AT&T &unknown; &"],
    ["references to controls and surrogates", "甲&#0;&#8;乙&#xD800;&#x110000;", "甲乙\ufffd\ufffd"],
    ["windows-1252 references", "&#147;引&#148;", "“引”"],
    ["nbsp and indents at the ends of lines", "<p>&nbsp;&nbsp;　　甲&nbsp;</p><p>　　乙　</p>", "甲\n乙"],
    ["blanks collapse", "<p>来源：某报 \t\n  作者</p>", "来源：某报作者"],
    ["blanks between words", "<p>Word  \t 2010 版</p>", "Word 2010 版"],
    ["a wide blank inside stays", "<p>甲　　乙</p>", "甲　　乙"],
    ["source line ends between Chinese characters vanish", "全县\n经济\r\n发展", "全县经济发展"],
    ["but not between words", "GDP\ngrowth", "GDP growth"],
    ["pre keeps its lines and blanks", "<pre>甲  乙\n丙</pre>", "甲  乙\n丙"],
    ["comments, also conditional ones", "甲<!-- <p>x</p> -->乙<!--[if IE]>丙<![endif]-->", "甲乙"],
    [
      "script, style, template, noscript",
      "甲<script>var a='<p>';</script><style>p{}</style><noscript>x</noscript>乙",
      "甲乙",
    ],
    [
      "iframe, textarea, select, button",
      "甲<textarea><p>x</textarea><select><option>x</select><button>x</button>乙",
      "甲乙",
    ],
    ["CDATA is a comment in HTML", "甲<![CDATA[x]]>乙", "甲乙"],
    ["hidden elements", '<p style="display: none">x</p><p hidden>y</p><p>甲</p>', "甲"],
    ["the head is not shown", "<head><title>题</title><meta name=a></head><body>甲", "甲"],
    [
      "a data row keeps to its line",
      "<table><tr><th>项目<th>数量<tr><td>门诊<td><p>1200</p></table>",
      "项目\t数量\n门诊\t1200",
    ],
    [
      "layout tables do not",
      `<table><tr><td>${"正文。".repeat(60)}</td><td>侧栏</td></tr></table>`,
      `${"正文。".repeat(60)}\n侧栏`,
    ],
    ["nested tables", "<table><tr><td><table><tr><td>甲<td>乙</table></td><td>丙</td></table>", "甲\t乙\n丙"],
    ["all text in one element", "<body>第一句。第二句。</body>", "第一句。第二句。"],
    ["zero-width characters", "总\u200b结\ufeff报告", "总结报告"],
    ["nothing", "", ""],
    ["only tags", "<div><br></div>", ""],
  ])("%s", (_name, html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

/** The laws of a markup: edits in order, each over something; lines lie end to end over the text. */
function check(html: string, markup: Markup): string {
  let at = 0;
  for (const edit of markup.edits) {
    expect(at).toBeLessThanOrEqual(edit.start);
    expect(edit.start).toBeLessThan(edit.end);
    at = edit.end;
  }
  const text = applyEdits(html, markup.edits);
  let next = 0;
  for (const line of markup.lines) {
    expect(line.start).toBe(next);
    expect(line.start).toBeLessThan(line.end);
    expect(text.slice(line.start, line.end)).not.toContain("\n");
    next = line.end + 1;
  }
  expect(next).toBe(text === "" ? 0 : text.length + 1);
  const frame = findFrame(text, markup.lines);
  for (const [i, edit] of frame.entries()) expect(frame[i - 1]?.end ?? 0).toBeLessThanOrEqual(edit.start);
  applyEdits(text, frame);
  return text;
}

const piece = fc.constantFrom(
  ..."<p> </p> <div class=\"nav\"> </div> <table> <tr> <td> </table> <br> <b> </b> <a href=x> <a name=y> </a> <pre> </pre> <!-- --> <![CDATA[ ]]> <script> </script> <style> <h1> </h1> <li> <title> </title> <textarea> <span style='display:none'> </span> < > </ & &amp; &lt &#x; &#xD83D; &nbsp; \" ' = / 总结 ，工作。 2021年 abc".split(
    " ",
  ),
  " ",
  "\n",
  "　",
  "\u0000",
  "\ud83d",
  "来源：某报 2020-01-02",
  "相关阅读",
);

test("the laws hold for anything that looks like HTML", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const html = pieces.join("");
      check(html, findMarkup(html));
    }),
    { numRuns: 400 },
  );
});

test("no tag of well-formed HTML is left in the text, and no text is lost", () => {
  const word = fc.constantFrom("总结", "工作", "2021", "甲", "乙");
  const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
    node: fc.oneof({ maxDepth: 5 }, word, tie("tree")),
    tree: fc
      .tuple(fc.constantFrom("div", "p", "b", "span", "ul", "section", "h2"), fc.array(tie("node"), { maxLength: 4 }))
      .map(([tag, inside]) => `<${tag}>${inside.join("")}</${tag}>`),
  }));
  fc.assert(
    fc.property(tree, (html) => {
      const text = check(html, findMarkup(html));
      expect(text).not.toMatch(/[<>]/);
      expect(text.replace(/\n/g, "")).toBe(html.replace(/<[^>]*>/g, ""));
    }),
  );
});

test("long and deep input ends", () => {
  const inputs = [
    "<".repeat(1_000_000),
    `${"<div>".repeat(100_000)}底${"</div>".repeat(100_000)}`,
    "<b>甲".repeat(20_000) + "</p>乙".repeat(20_000),
    `<p>${"全县经济增长4.5%，".repeat(100_000)}`,
    "<table><tr><td>".repeat(20_000),
    "&a1;".repeat(200_000),
    "&#20849;".repeat(100_000),
  ];
  for (const html of inputs) check(html, findMarkup(html));
  expect(textOf(inputs[1] as string)).toBe("底");
});
