import { describe, expect, it } from "vitest";
import { draft } from "./drafts.ts";
import { all, body, comments, type Element, lines, partsOf, textOf } from "./package.ts";

const REPORT = await partsOf(draft());
const OUTLINE = await partsOf(draft({ form: "outline" }));

const part = (parts: ReadonlyMap<string, Element>, path: string): Element => parts.get(path) as Element;
const only = (element: Element, name: string): Element => all(element, name)[0] as Element;

const style = (id: string): Element =>
  all(part(REPORT, "word/styles.xml"), "w:style").find(({ attributes }) => attributes["w:styleId"] === id) as Element;

describe("the page", () => {
  it.each([
    ["w:pgSz", { "w:w": "11906", "w:h": "16838" }],
    ["w:pgMar", { "w:top": "2098", "w:bottom": "1984", "w:left": "1588", "w:right": "1474", "w:gutter": "0" }],
    ["w:docGrid", { "w:type": "linesAndChars", "w:linePitch": "579", "w:charSpace": "-849" }],
  ])("has the %s of the standard", (name, expected) =>
    expect(only(body(REPORT), name).attributes).toMatchObject(expected),
  );

  it("has room for 22 lines and 28 characters, and for no more", () => {
    const {
      "w:top": top,
      "w:bottom": bottom,
      "w:left": left,
      "w:right": right,
    } = only(body(REPORT), "w:pgMar").attributes;
    const [width, height] = [11906 - Number(left) - Number(right), 16838 - Number(top) - Number(bottom)];
    expect(Math.floor(height / 579)).toBe(22);
    const pitch = 20 * (16 - 849 / 4096);
    expect(Math.floor(width / pitch)).toBe(28);
  });

  it("numbers pages — 1 —, odd ones right and even ones left", () => {
    expect(all(part(REPORT, "word/settings.xml"), "w:evenAndOddHeaders")).toHaveLength(1);
    const footers = all(body(REPORT), "w:footerReference").map(({ attributes }) => attributes["w:type"]);
    expect(footers).toEqual(["default", "even"]);
    const sides = ["word/footer1.xml", "word/footer2.xml"].map((path) => {
      const footer = part(REPORT, path);
      expect(textOf(footer)).toBe("—  —");
      expect(all(footer, "w:instrText").map(({ text }) => text)).toEqual(["PAGE"]);
      expect(all(footer, "w:rFonts").map(({ attributes }) => attributes["w:ascii"])).toContain("宋体");
      expect(only(footer, "w:sz").attributes).toEqual({ "w:val": "28" });
      return [only(footer, "w:jc").attributes["w:val"], only(footer, "w:ind").attributes];
    });
    expect(sides).toEqual([
      ["right", { "w:right": "280" }],
      ["left", { "w:left": "280" }],
    ]);
  });
});

describe("the styles", () => {
  it.each([
    ["Title", "方正小标宋简体", "44"],
    ["Heading1", "黑体", "32"],
    ["Heading2", "楷体_GB2312", "32"],
    ["Heading3", "仿宋_GB2312", "32"],
    ["Heading4", "仿宋_GB2312", "32"],
  ])("set %s in %s", (id, font, size) => {
    expect(only(style(id), "w:rFonts").attributes).toEqual({ "w:eastAsia": font });
    expect(all(style(id), "w:sz")[0]?.attributes["w:val"] ?? only(style("Normal"), "w:sz").attributes["w:val"]).toBe(
      size,
    );
  });

  it("set Chinese in 仿宋 and Latin letters in Times New Roman", () =>
    expect(only(only(part(REPORT, "word/styles.xml"), "w:docDefaults"), "w:rFonts").attributes).toEqual({
      "w:ascii": "Times New Roman",
      "w:eastAsia": "仿宋_GB2312",
      "w:hAnsi": "Times New Roman",
      "w:cs": "Times New Roman",
    }));

  it("indent by two characters, not by blanks", () => {
    for (const id of ["BodyText", "Heading1", "Heading2", "Heading3", "Heading4"])
      expect(only(style(id), "w:ind").attributes["w:firstLineChars"]).toBe("200");
    expect(lines(REPORT).filter(([, text]) => /^\s/u.test(text))).toEqual([]);
  });

  it("are those that paragraphs name, and each font has a substitute", () => {
    const ids = all(part(REPORT, "word/styles.xml"), "w:style").map(({ attributes }) => attributes["w:styleId"]);
    const named = [...REPORT.values(), ...OUTLINE.values()].flatMap((p) => all(p, "w:pStyle"));
    expect(named.filter(({ attributes }) => !ids.includes(attributes["w:val"]))).toEqual([]);
    const table = all(part(REPORT, "word/fontTable.xml"), "w:font").map((font) => [
      font.attributes["w:name"],
      only(font, "w:altName").attributes["w:val"]?.split(",").length,
    ]);
    const fonts = [...REPORT.values()]
      .flatMap((p) => all(p, "w:rFonts"))
      .flatMap(({ attributes }) => [attributes["w:eastAsia"], attributes["w:ascii"]]);
    expect(new Set(table.map(([name]) => name))).toEqual(new Set(fonts.filter((name) => name !== undefined)));
    expect(table.filter(([, count]) => !count)).toEqual([]);
  });
});

describe("the text", () => {
  it("of a draft stands in order, numbering as text", () => {
    expect(lines(REPORT)).toEqual([
      ["Title", "望麓县人民医院2024年双拥工作总结"],
      ["Salutation", "县双拥办："],
      ["BodyText", "2024年，全院“双拥”工作稳步推进。现总结如下。"],
      ["Heading1", "一、加强领导"],
      ["BodyText", "全年门诊48.5万人次。"],
      ["Heading2", "（一）健全机制"],
      ["Heading3", "1.设立窗口"],
      ["Heading4", "（1）专人负责"],
      ["Heading1", "二、优化服务"],
      ["BodyText", "走访【待补：走访户数】户。"],
      ["BodyText", "特此报告。"],
      ["Signature", "望麓县人民医院"],
      ["Date", "2024年12月31日"],
    ]);
    expect(all(body(REPORT), "w:numPr")).toEqual([]);
  });

  it("of an outline has the guide below each heading, a line a paragraph", () =>
    expect(lines(OUTLINE).slice(2, 7)).toEqual([
      ["Guide", "2024年，全院“双拥”工作稳步推进。"],
      ["Guide", "现总结如下。"],
      ["Heading1", "一、加强领导"],
      ["Guide", "写谁牵头、怎样分工。"],
      ["Guide", "常给出的数据：【待补：走访户数】。"],
    ]));

  it("shows places to fill in yellow, and nothing else", () => {
    const marked = all(body(REPORT), "w:r").filter((run) => 0 < all(run, "w:highlight").length);
    expect(marked.map(textOf)).toEqual(["【待补：走访户数】"]);
  });

  it("breaks a long title behind the unit", async () => {
    const unit = "江州市青林县中医医院医疗共同体总院";
    const parts = await partsOf(draft({ unit, title: `${unit}2024年双拥工作总结` }));
    const title = all(body(parts), "w:p")[0] as Element;
    expect(
      all(title, "w:r")
        .map((run) => (0 < all(run, "w:br").length ? "\n" : textOf(run)))
        .join(""),
    ).toBe(`${unit}\n2024年双拥工作总结`);
    expect(all(body(REPORT), "w:br")).toEqual([]);
  });

  it.each([
    ["望麓县人民医院", "2024年12月31日", 5, 2],
    ["江州市青林县中医医院", "2024年1月5日", 2, 3],
    ["县医院", "2024年12月31日", 9, 2],
  ])("%s signs on %s with %d and %d characters to the right", async (unit, date, ...expected) => {
    const parts = await partsOf(draft({ signature: { unit, date } }));
    const indents = all(body(parts), "w:p")
      .slice(-2)
      .map((p) => Number(only(p, "w:ind").attributes["w:right"] ?? 0));
    expect(indents.map((twips) => Math.round(twips / 315.9))).toEqual(expected);
  });
});

describe("the comments", () => {
  it("say what title, headings and sentences rest on", () =>
    expect(comments(REPORT)).toMatchInlineSnapshot(`
    [
      [
        "依据：材料12份，去重后9份，共40个部分。",
        "与同一份材料连续相同的文字最长9字：“走访慰问驻地官兵家”（丙.html#1）。",
        "没有写进正文的数据1项：",
        "慰问金额3万元（2024年，目标）：没有合适的部分",
      ],
      [
        "句式s7：3份独立材料用过。",
        "材料：甲.html#1、乙.html#1。",
      ],
      [
        "句式f1：出自词典，没有材料支撑。",
        "材料：甲.html#1、乙.html#1。",
      ],
      [
        "标题：4份独立材料这样写。",
        "有这一部分的独立材料：6份。",
        "材料：甲.html#1。",
        "提示：写谁牵头、怎样分工。",
        "提示：常给出的数据：【待补：走访户数】。",
      ],
      [
        "句式s7：3份独立材料用过。",
        "材料：甲.html#1、乙.html#1。",
        "数据f1：门诊人次48.5万人次（2024年），出自任务书。",
      ],
      [
        "标题：4份独立材料这样写。",
        "有这一部分的独立材料：6份。",
        "材料：甲.html#1。",
        "提示：写谁牵头、怎样分工。",
        "提示：常给出的数据：【待补：走访户数】。",
      ],
      [
        "标题：4份独立材料这样写。",
        "有这一部分的独立材料：6份。",
        "材料：甲.html#1。",
        "提示：写谁牵头、怎样分工。",
        "提示：常给出的数据：【待补：走访户数】。",
      ],
      [
        "标题：4份独立材料这样写。",
        "有这一部分的独立材料：6份。",
        "材料：甲.html#1。",
        "提示：写谁牵头、怎样分工。",
        "提示：常给出的数据：【待补：走访户数】。",
      ],
      [
        "标题：出自词典，没有材料支撑。",
        "有这一部分的独立材料：6份。",
        "材料：甲.html#1。",
        "提示：写谁牵头、怎样分工。",
        "提示：常给出的数据：【待补：走访户数】。",
      ],
      [
        "句式s7：3份独立材料用过。",
        "材料：甲.html#1、乙.html#1。",
        "待补：走访户数。",
      ],
      [
        "这句话写的是任务书的内容。",
      ],
    ]
  `));

  it("stand on their ranges, one each", () => {
    for (const parts of [REPORT, OUTLINE]) {
      const ids = all(part(parts, "word/comments.xml"), "w:comment").map(({ attributes }) => attributes["w:id"]);
      expect(ids.length).toBeGreaterThan(0);
      for (const name of ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"])
        expect(all(body(parts), name).map(({ attributes }) => attributes["w:id"])).toEqual(ids);
    }
  });

  it("alone show ids, counts and sources", () => {
    for (const parts of [REPORT, OUTLINE])
      expect(lines(parts).filter(([, text]) => /html|s7|f\d|份/u.test(text))).toEqual([]);
  });
});
