import { applyEdits } from "@zongjie/document";
import { describe, expect, test } from "vitest";
import { findBoilerplate, findFrame, findMarkup } from "../src/index.ts";

const BODY = [
  "本周，河湾县的几位木工师傅在老街开了一间小铺，专修旧家具，生意比预想的好。",
  "来的人大多提着祖辈留下的椅子，讲起它们的来历，一说就是半天，师傅们也不着急。",
  "有人问这门手艺能不能传下去，师傅说，只要还有人愿意坐下来磨一把刨子，就能。",
];
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("");

const page = (inner: string, title = "老街上的木工铺_河湾生活网"): string =>
  `<html><head><title>${title}</title></head><body>${inner}</body></html>`;

/** What is left of a page after the frame stage. */
function framed(html: string): string[] {
  const { edits, lines } = findMarkup(html);
  const text = applyEdits(html, edits);
  return applyEdits(text, findFrame(text, lines))
    .split("\n")
    .filter((line) => line !== "");
}

/** The same, after the text stage too. */
function cleaned(html: string): string[] {
  const text = framed(html).join("\n");
  return applyEdits(text, findBoilerplate(text, true).edits)
    .split("\n")
    .filter((line) => line !== "");
}

const HEAD = "<h1>老街上的木工铺</h1><p>2024-05-01 10:11 来源：河湾日报</p>";
const article = `<div class="text">${paragraphs(BODY)}</div>`;
const KEPT = ["老街上的木工铺", ...BODY];

describe("what stands in the page besides its article", () => {
  test.each([
    [
      "a poll",
      `${article}<div><p>你怎么看这门手艺？</p><ul><li><input type=radio>应当有人学，不能失传</li><li><input type=radio>顺其自然就好</li></ul></div>`,
      [...KEPT, "你怎么看这门手艺？"],
    ],
    [
      "a comment form",
      `${article}<div>姓名：<input type=text></div><table><tr><td>邮箱：</td><td><input></td></tr></table>`,
      KEPT,
    ],
    [
      "an editor's credit, then other stories in frames of their own",
      `${article}<p>（责任编辑：周闻溪）</p><div class="pics"><ul><li><p>山坡上的茶园迎来采摘季，茶农们一早就上了山。</p></li><li><p>渔港里停满了船，等着明天开海。</p></li></ul></div>`,
      KEPT,
    ],
    [
      "another article below on an endless page",
      `${article}<h1>渔港的早市</h1><p>2023-02-03 08:10 来源：河湾日报</p><div class="text">${paragraphs([...BODY].reverse().map((line) => `早市上，${line}`))}</div>`,
      KEPT,
    ],
    [
      "a prompt in the middle",
      `<div class="text"><p>${BODY[0]}</p><div>在App内打开，体验更佳</div>${paragraphs(BODY.slice(1))}</div>`,
      KEPT,
    ],
  ])("%s", (_name, inner, kept) => expect(framed(page(`${HEAD}${inner}`))).toEqual(kept));

  test("a headline in the same dress without a byline of its own belongs to the page", () => {
    const html = page(`${HEAD}${article}<h1>后记</h1>${article}`);
    expect(framed(html)).toEqual([...KEPT, "后记", ...BODY]);
  });

  test("a sentence beside a box stays", () => {
    const html = page(`${HEAD}<div class="text">${paragraphs(BODY)}<p><input type=checkbox>${BODY[1]}</p></div>`);
    expect(framed(html)).toEqual([...KEPT, BODY[1]]);
  });
});

test("class names inside source code say what a word is, not where it stands", () => {
  const code = '<pre class="copy-ready"><code><span class="hljs-comment"># 先备份</span>\ncp a b</code></pre>';
  const html = page(`${HEAD}<div class="text">${paragraphs(BODY)}${code}<p>${BODY[0]}</p></div>`);
  expect(framed(html)).toEqual([...KEPT, "# 先备份", "cp a b", BODY[0]]);
});

test("posts of a thread are known by the dress of the longest one, links in them included", () => {
  const post = (inner: string): string =>
    `<div class="card-bottom"><span class="rich"><div><p>${inner}</p></div></span></div>`;
  const html = page(
    `<h1>旧家具怎么修</h1>${post(BODY.join(""))}${post("<a href=1>https://example.org/a</a>")}${post("自己打磨就行")}`,
    "旧家具怎么修 - 河湾论坛",
  );
  const posted = `${"<div class=reply></div>".repeat(3)}`;
  expect(framed(html.replace("</body>", `${posted}</body>`))).toEqual([
    "旧家具怎么修",
    BODY.join(""),
    "https://example.org/a",
    "自己打磨就行",
  ]);
});

test("a page of pictures is made of its captions", () => {
  const captions = ["演练人员在河堤现场集结，准备出发。通讯员供图", "居民在广场上领取物资，秩序井然。（某某 摄）"];
  const html = page(`<h1>老街上的木工铺</h1><div class="text">${paragraphs(captions)}</div>`);
  expect(framed(html)).toEqual(["老街上的木工铺", ...captions]);
});

describe("the words of a line within the frame", () => {
  test("of a page that is no report they are not enough", () => {
    const listed = "★上漆之前，木料要放上三个月";
    const html = page(`${HEAD}<div class="text"><p>${BODY[0]}</p><p>${listed}</p>${paragraphs(BODY.slice(1))}</div>`);
    expect(cleaned(html)).toEqual(["老街上的木工铺", BODY[0], listed, ...BODY.slice(1)]);
  });

  test("source code is not the model's ground, whatever headings stand above it", () => {
    const code = Array.from(
      { length: 12 },
      (_, i) => `docker run -p 80${i}0:80${i}0 --name app${i} registry/app:${i}.0, -v /etc, -v /tmp`,
    );
    const lines = ["部署方案", "一、准备", ...code.slice(0, 6), "二、启动", ...code.slice(6)];
    expect(cleaned(page(`<h1>部署方案</h1><pre>${lines.slice(1).join("\n")}</pre>`, "部署方案"))).toEqual(lines);
  });
});
