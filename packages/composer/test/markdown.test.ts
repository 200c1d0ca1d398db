import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../src/markdown.ts";
import { draft, section, sentence } from "./drafts.ts";

/** The blocks that a reader of Markdown sees, without their tags. */
function shown(markdown: string): string[] {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return html.split("\n").map((line) => line.replace(/<\/?(?:h[1-6]|p|br|blockquote)(?: \/)?>/g, ""));
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

describe("renderMarkdown", () => {
  it("writes an ordinary draft without a backslash", async () => {
    expect(await renderMarkdown(draft())).toBe(`# 望麓县人民医院2024年双拥工作总结

县双拥办：

2024年，全院“双拥”工作稳步推进。现总结如下。

## 一、加强领导

全年门诊48.5万人次。

### （一）健全机制

#### 1.设立窗口

##### （1）专人负责

## 二、优化服务

走访【待补：走访户数】户。

特此报告。

望麓县人民医院  
2024年12月31日
`);
  });

  it("quotes the guide of an outline line by line", async () => {
    const sections = [section(1, "一、加强领导", { guide: ["写谁牵头。", "常写到：责任书。"] })];
    expect(await renderMarkdown(draft({ form: "outline", sections }))).toContain(
      "## 一、加强领导\n\n> 写谁牵头。\n>\n> 常写到：责任书。\n\n",
    );
  });

  const plain: readonly string[] = [
    "1.5万元，占3%；（一）范围：第1、2组；“甲”——乙……",
    "甲_乙，同比+3.2%、-1.5个百分点，A-B，x=1，#1",
    "比例为1:3，温度20℃，路线G3/G4，邮箱（见附件）！",
  ];
  it.each(plain)("leaves alone: %s", async (text) => {
    expect(await renderMarkdown(draft({ opening: [sentence(text)] }))).toContain(`\n\n${text}\n\n`);
  });

  const hostile: readonly string[] = [
    "*重点*和_重点_和__重点__",
    "<b>粗</b><!-- 注 --><script>",
    "[名](javascript:alert) ![图](x) [^1] [x]: y",
    "- 一 + 二",
    "1. 一",
    "> 引",
    "# 题 ##",
    "---",
    "===",
    "| 甲 | 乙 |",
    "`码` ~~删~~ ~~~",
    "https://x.example www.x.example a@b.example",
    "&amp; &#65; \\* \\",
    "    四格",
    "$x$ $$",
  ];
  it.each(hostile)("shows as it stands: %s", async (text) => {
    const one = draft({
      title: text,
      addressee: text,
      opening: [sentence(text)],
      signature: { unit: text, date: text },
    });
    const seen = shown(await renderMarkdown(one));
    const told = text.trim().replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
    expect(seen.slice(0, 3)).toEqual([told, `${told}：`, told]);
    expect(seen.slice(-3)).toEqual([told, told, ""]);
  });

  it("shows whatever a draft holds as it stands", async () => {
    const text = fc
      .array(fc.constantFrom(..."*_`~[]()<>!#$&\\|=+-.:/@1aw甲 ", "http://", "www.", "&lt;", "\n"), { minLength: 1 })
      .map((parts) => parts.join("").replace(/\s+/gu, " ").trim())
      .filter((joined) => joined !== "");
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const seen = shown(await renderMarkdown(draft({ opening: [sentence(value)] })));
        expect(seen[2]).toBe(value.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c));
      }),
      { numRuns: 500 },
    );
  });
});
