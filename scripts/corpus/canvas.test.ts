import { describe, expect, it, test } from "vitest";
import { canvas, locate, type Mark } from "./canvas.ts";
import { dressed } from "./dress.ts";
import { segments, settled } from "./edit.ts";
import { escaped, halves, tokens } from "./markup.ts";
import { wrapped } from "./wrap.ts";

const text = (start: number, end: number): Mark => ({ kind: "text", doc: 0, block: 0, start, end });

/** 编者按 / 组织 3`1支 with a blank in the figure, in plain text. */
function plainPage() {
  const page = canvas();
  page.append("编者按", { kind: "noise", reason: "teaser" });
  page.append("\n", { kind: "blank" });
  page.append("组织", text(0, 2));
  page.append(" ", text(2, 2), { after: "", type: "space-inserted" });
  page.append("3", text(2, 3));
  page.append("`", text(3, 3), { after: "", type: "stray-char" });
  page.append("1支", text(3, 5));
  return page;
}

describe("canvas", () => {
  it("keeps where each piece stands", () => {
    const page = plainPage();
    expect(page.raw()).toBe("编者按\n组织 3`1支");
    for (const piece of page.pieces)
      if (piece.mark.kind === "text" && piece.repair === null)
        expect(page.raw().slice(piece.start, piece.end)).toBe("组织31支".slice(piece.mark.start, piece.mark.end));
  });

  it("writes line ends as the site does", () => {
    const page = canvas("\r\n");
    page.append("首页\n", { kind: "noise", reason: "navigation" });
    page.append("正文", text(0, 2));
    expect(page.raw()).toBe("首页\r\n正文");
    expect(page.pieces[1]?.start).toBe(4);
  });

  it("leaves out what is empty, but not a repair that inserts", () => {
    const page = canvas();
    page.append("", { kind: "blank" });
    page.append("", text(0, 0), { after: "\n", type: "other" });
    expect(page.pieces).toHaveLength(1);
  });
});

describe("locate", () => {
  test.each([
    [0, 2, "组织"],
    [2, 5, "3`1支"],
    [3, 4, "1"],
    [0, 5, "组织 3`1支"],
  ])("block offsets %i-%i", (start, end, shown) => {
    const page = plainPage();
    const at = locate(page.pieces, 0, 0, start, end);
    expect(page.raw().slice(at.start, at.end)).toBe(shown);
  });

  it("takes an entity and a damaged stretch whole", () => {
    const page = canvas();
    page.append("<p>", { kind: "markup" });
    page.append("&ldquo;", text(0, 1));
    page.append("20XX", text(1, 5), { after: null, type: "mask" });
    page.append("<b>", { kind: "markup" });
    page.append("年", text(5, 6));
    const at = (start: number, end: number) => {
      const span = locate(page.pieces, 0, 0, start, end);
      return page.raw().slice(span.start, span.end);
    };
    expect(at(0, 1)).toBe("&ldquo;");
    expect(at(1, 6)).toBe("20XX<b>年");
  });

  it("throws where no piece shows the block", () => {
    expect(() => locate(plainPage().pieces, 0, 1, 0, 1)).toThrow(RangeError);
  });
});

describe("tokens of a template", () => {
  test.each([
    ["<b>来源：</b> 本站", true, ["markup:<b>", "words:来源：", "markup:</b>", "blank: ", "words:本站"]],
    [
      "<title>总结</title>\n<script>var a = '总结';</script>",
      true,
      ["markup:<title>总结</title>", "blank:\n", "markup:<script>var a = '总结';</script>"],
    ],
    ["<td>&nbsp;&nbsp;</td>", true, ["markup:<td>", "blank:&nbsp;&nbsp;", "markup:</td>"]],
    ["　　<b>", false, ["blank:　　", "words:<b>"]],
    ["\n", false, ["blank:\n"]],
  ])("%j", (template, html, expected) => {
    expect(tokens(template, html).map((t) => `${t.kind}:${t.text}`)).toEqual(expected);
  });

  it("escapes what HTML would take for markup", () => expect(escaped("A&B<C>")).toBe("A&amp;B&lt;C&gt;"));
  it("halves a wrapper", () => expect(halves("<p>|</p>")).toEqual(["<p>", "</p>"]));
  it("refuses a wrapper without a bar", () => expect(() => halves("<p></p>")).toThrow("needs one |"));
});

describe("dress", () => {
  test.each([
    ["共12人，占3％（见表）。", "half", "共12人,占3%(见表)。"],
    ["共12人,占3%(见表):1,200元、1:2", "full", "共12人，占3％（见表）：1,200元、1:2"],
    ["为农民办实事", "traditional", "為農民辦實事"],
    ["共12人，占3％", "as-written", "共12人，占3％"],
  ] as const)("%s %s", (written, dress, expected) => {
    expect(dressed(written, dress)).toBe(expected);
    expect(dressed(written, dress)).toHaveLength(written.length);
  });
});

describe("hard wraps", () => {
  const lines = (written: string, width: number, indent = 0): string[] =>
    wrapped(segments(written, []), width, indent, 0, "a")
      .map((s) => s.show)
      .join("")
      .split("\n");

  test.each([
    ["全年组织医疗队三十一支派出医护人员", 6, ["全年组织医疗", "队三十一支派", "出医护人员"]],
    ["全年组织医疗，派出人员", 6, ["全年组织医疗，", "派出人员"]],
    ["全年共派出1234人次", 6, ["全年共派出", "1234人次"]],
  ])("%s at %i", (written, width, expected) => expect(lines(written, width)).toEqual(expected));

  it("counts an indent", () => expect(lines("全年组织医疗队", 6, 2)).toEqual(["全年组织", "医疗队"]));
  it("is mended by leaving the breaks out", () => {
    const written = "全年组织医疗队，派出医护人员135人，诊治患者1950人次，捐赠药品。";
    const parts = wrapped(segments(written, []), 8, 2, 1, "b");
    expect(parts.some((p) => p.show === " ")).toBe(true);
    expect(settled(parts)).toBe(written);
  });
});
