import { describe, expect, test } from "vitest";
import { findMarkup } from "../src/html/markup.ts";
import { findPlainMeta } from "../src/meta.ts";

const PROSE =
  "今年以来，全镇上下坚持一手抓项目、一手抓民生，各项工作都有了新的进展，群众的获得感明显增强。我们先后走访了十二个村，召开座谈会九次，解决实际困难三十多件。";
const page = (title: string, above: string, below = ""): string =>
  `<html><head><title>${title}</title></head><body><h1>河湾镇工作总结</h1>${above}<div class="content">${`<p>${PROSE}</p>`.repeat(4)}</div>${below}</body></html>`;

describe("author of an HTML page", () => {
  test.each<[string, string, string | null]>([
    ["beside a button", "<p>2024-06-01 作者：青禾 收藏本文</p>", "青禾"],
    ["a name glued to a button", "<p>小编：无 青禾收藏本文 2024-06-01</p>", null],
    ["buttons only", "<p>2024-06-01 只看该作者 倒序浏览</p>", null],
    ["a correspondent", "<p>2024-06-01 作者：通讯员 周闻溪</p>", "周闻溪"],
    ["a channel's byline", "<p>河湾笔记2024-06-01发表于云川</p>", null],
    ["a name over its bearer's profile", "<p>夜航人2008</p><p>等级：秀才 帖子：9</p>", "夜航人2008"],
  ])("%s", (_, above, author) => expect(findMarkup(page("河湾镇工作总结", above)).meta.author).toBe(author));
});

describe("site of an HTML page", () => {
  test.each<[string, string, string, string | null]>([
    ["behind a bar", "河湾镇工作总结_总结_云川文库", "", "云川文库"],
    ["behind a stroke", "河湾镇2024年工作有亮点-云川新闻网", "", "云川新闻网"],
    ["with a greeting, the headline behind it", "云川中学欢迎您--处室材料（共7份）", "", "云川中学"],
    ["the paper before its column", "云川党建网 - 经验交流", "", "云川党建网"],
    ["the channel's byline", "河湾镇工作总结", "<p>云川笔记 2024-06-01 发表于云川</p>", "云川笔记"],
    ["the channel's card", "河湾镇工作总结", "<p>点击下方卡片，关注云川公文</p>", "云川公文"],
    [
      "an office system's greeting",
      "OA",
      "<div>云川县中医院内网 欢迎您：护理部 林小川 [退出]</div>",
      "云川县中医院内网",
    ],
    ["name and address in the foot", "河湾镇工作总结", "<p>云川材料 m.yunchuan.example</p>", "云川材料"],
    ["none", "河湾镇工作总结", "", null],
  ])("%s", (_, title, above, site) => expect(findMarkup(page(title, above)).meta.site).toBe(site));
});

const line = (text: string, reason: string, above = true): { text: string; reason: string; above: boolean } => ({
  text,
  reason,
  above,
});

describe("plain text", () => {
  test("the opener of a thread, not who replied", () =>
    expect(
      findPlainMeta(
        [
          line("夜航人2008", "byline"),
          line("当前离线", "navigation"),
          line("小雨点点 发表于 2024-06-01 23:10", "byline", false),
        ],
        null,
      ).author,
    ).toBe("夜航人2008"));
  test("size of a file", () =>
    expect(findPlainMeta([line("上传时间：2024年5月16日    大小：60.28 KB", "file-info")], null).author).toBeNull());
  test("who sent a letter", () =>
    expect(findPlainMeta([line('发件人: "林小川"', "byline")], null).author).toBe("林小川"));
  test.each<[string, ReturnType<typeof line>[], string | null]>([
    ["a browser's title", [line("2024年基层工作汇报范文模板六篇-云川范文网", "site-title")], "云川范文网"],
    ["a file's title", [line("2024年度机关材料（7合一）.doc - 云川阅读", "site-title")], "云川阅读"],
    [
      "the head of each page",
      Array.from({ length: 3 }, () => line("云川电子档案", "site-title", false)),
      "云川电子档案",
    ],
    ["a feed", [line("Feed: 云川订阅", "other")], "云川订阅"],
    ["writer and channel", [line("原创 川君 云川晨报 2024-12-08 07:59 发表于河湾", "byline")], "云川晨报"],
    ["a path with arrows", [line("您当前的位置:首页->基层党建->述职报告", "breadcrumb")], null],
  ])("site: %s", (_, dropped, site) => expect(findPlainMeta(dropped, null).site).toBe(site));
});
