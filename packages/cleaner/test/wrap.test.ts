import { applyEdits } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { findWraps } from "../src/index.ts";

const PARAGRAPHS = [
  "2023年，苇塘镇抓住冬春农闲时机，组织群众清淤渠道86条、修补塘坝34处，投入资金126.5万元，保证了4300多亩水田的用水，全镇粮食总产达到1.26万吨，比上年增长3.5%。",
  "镇里派出三个小组，用半个月走遍11个村，把漏水的塘、淤塞的渠、歪斜的闸逐一登记，按轻重排出先后，张榜公布，群众提出的62条意见采纳了58条，其余4条也作了说明。",
  "各村按田亩出工，老把式守在工地上看灰浆、量坡度，不合要求的当场返工，先后返工7处，群众说这样修的渠自己放心，镇水利站每周抽查一次，合格率由年初的82%提高到97.5%。",
  "每条支渠推选一名放水员，按先下游后上游的次序放水，放水时间写在黑板上，一个夏天没有发生一起争水纠纷，用水成本每亩下降12元，群众满意度达到98%，比上年提高2.5个百分点。",
];
const HALF = PARAGRAPHS.map((text) => text.replaceAll("，", ",").replaceAll("；", ";").replaceAll("：", ":"));

/** Columns of a character: Chinese two, the others as a setter counts them. */
type Count = (character: string) => number;
const wide: Count = (c) => (c.charCodeAt(0) < 0x80 ? 1 : 2);
const alike: Count = () => 2;
const widened: Count = (c) => (/[,;:()]/.test(c) ? 2 : wide(c));

/** Sets a paragraph: no line begins with a stop, no number is divided unless each character counts alike. */
function set(text: string, width: number, count: Count, indent = "　　"): string {
  const units = text.match(count === alike ? /[\s\S]/gu : /[0-9.%]+[，。、,;]?|[\s\S][，。、；：,;:]?/gu) ?? [];
  let out = indent;
  let filled = 2 * indent.length;
  for (const unit of units) {
    const size = [...unit].reduce((sum, c) => sum + count(c), 0);
    if (width < filled + size) {
      out += "\n";
      filled = 0;
    }
    out += unit;
    filled += size;
  }
  return out;
}

const joined = (text: string): string[] => applyEdits(text, findWraps(text)).split("\n");

describe("wrapped text is joined, whatever its setter counted", () => {
  // without an indent a paragraph whose last line is full is not to be told from one that goes on: no such widths
  const cases: readonly (readonly [string, readonly string[], Count, string, readonly number[]])[] = [
    ["full-width", PARAGRAPHS, wide, "　　", [40, 56, 60, 72, 76]],
    ["full-width, no indent", PARAGRAPHS, wide, "", [44, 56, 60, 72, 76]],
    ["half-width marks of one column", HALF, wide, "　　", [40, 56, 60, 72, 76]],
    ["half-width marks of one column, no indent", HALF, wide, "", [40, 56, 60, 72]],
    ["half-width marks that were full-width", HALF, widened, "　　", [40, 56, 60, 72, 76]],
    ["so many characters of any kind", PARAGRAPHS, alike, "", [48, 64, 68, 72, 76]],
    ["so many characters of any kind, half-width", HALF, alike, "", [48, 64, 68, 72, 76]],
  ];
  for (const [what, paragraphs, count, indent, widths] of cases)
    it.each(widths)(`${what}, %i columns`, (width) => {
      expect(joined(paragraphs.map((text) => set(text, width, count, indent)).join("\n"))).toEqual(paragraphs);
    });
  it("with blank lines between paragraphs", () => {
    expect(joined(PARAGRAPHS.map((text) => set(text, 60, wide)).join("\n\n"))).toEqual(PARAGRAPHS);
  });
  it("with a blank line below each line", () => {
    const text = PARAGRAPHS.map((paragraph) => set(paragraph, 60, wide, "")).join("\n");
    expect(joined(text.replaceAll("\n", "\n\n"))).toEqual(PARAGRAPHS);
  });
  it.each([40, 60, 72])("with blanks in its lines that fill them up, %i columns", (width) => {
    const text = PARAGRAPHS.map((paragraph) => set(paragraph, width, wide)).join("\n");
    expect(joined(text.replaceAll("，", "， ")).map((line) => line.replaceAll(" ", ""))).toEqual(PARAGRAPHS);
  });
  it("says so", () => {
    const edits = findWraps(PARAGRAPHS.map((text) => set(text, 60, wide, "")).join("\n"));
    const joins = edits.filter(({ rule }) => rule === "reflow.hard-wrap");
    expect(joins.length).toBeGreaterThan(6);
    for (const { insert, reason } of joins) expect([insert, reason]).toEqual(["", "line-wrap"]);
  });
});

describe("in wrapped text a line stays alone", () => {
  const body = (text: string): string => set(text, 60, wide, "");
  const page = (lines: readonly string[]): string => [...lines, ...PARAGRAPHS].map(body).join("\n");
  it.each([
    ["a heading", "一、摸清家底，排出次序"],
    ["a heading of the second level", "（一）登记造册"],
    ["a heading of the third level", "1、登记造册"],
    ["a heading in brackets", "(1)登记造册"],
    ["a heading without number", "摸清家底，排出次序"],
    ["a heading without number and comma", "渠道清淤情况"],
    ["a heading with a stop", "三、管好用水，减少纠纷。"],
    ["a headline", "苇塘镇2023年农田水利工作总结"],
    ["a salutation", "县水利局："],
    ["a heading of two lines", "（二）按先下游后上游的次序放水，放水时间写在黑板上，减少争水纠纷"],
    ["a short sentence", "这项工作走在全县前列。"],
  ])("%s", (_what, line) => {
    expect(joined(page([line]))).toEqual([line, ...PARAGRAPHS]);
    expect(joined(page([PARAGRAPHS[0] ?? "", line]))).toEqual([PARAGRAPHS[0], line, ...PARAGRAPHS]);
  });
  it("signature and date", () => {
    const text = `${page([])}\n${" ".repeat(40)}苇塘镇人民政府\n${" ".repeat(40)}2023年12月8日`;
    expect(joined(text)).toEqual([...PARAGRAPHS, "苇塘镇人民政府", "2023年12月8日"]);
  });
  it("a paragraph that is set in, under a full line with a stop at its end", () => {
    const text = "各村出工".repeat(7);
    const full = `${text}，当天完工。`;
    expect(joined([full, ...PARAGRAPHS].map((line) => set(line, 66, wide)).join("\n"))).toEqual([full, ...PARAGRAPHS]);
  });
});

describe("text that is not wrapped", () => {
  it.each([
    ["paragraphs of a line each", PARAGRAPHS],
    ["short lines", ["摸清家底", "排出次序", "出工出力", "保证质量", "管好用水", "减少纠纷", "登记造册", "张榜公布"]],
    ["rows of a table", ["指标\t2022年\t2023年", "渠道\t62\t86", "塘坝\t28\t34", "水田\t4100\t4300"]],
    ["keywords", ["关键词：水利；渠道；塘坝；管护；用水；农田；群众；出工", "一、渠道，塘坝"]],
    ["items", ["1.清淤渠道，修补塘坝，管好用水，减少纠纷", "2.推选放水员，按次序放水，写在黑板上"]],
  ])("stays: %s", (_what, lines) => expect(joined(lines.join("\n"))).toEqual(lines));

  it.each([
    ["a sentence broken behind a comma", "镇里派出三个小组，用半个月走遍十一个村，\n把漏水的塘逐一登记。"],
    [
      "a sentence broken in a clause",
      "群众出工出力。镇里派出三个小组，用半个月走遍十一个村把漏水的\n塘逐一登记，张榜公布。",
    ],
    ["a number broken at its point", "全镇投入资金1.\n86亿元，用于修渠。"],
    ["a number broken in its digits", "全镇投入资金18\n6万元，用于修渠。"],
  ])("is joined: %s", (_what, text) => expect(joined(text)).toEqual([text.replace("\n", "")]));

  it("a headline of two lines becomes one", () => {
    const text = "苇塘镇2023年农田水利\n工作总结\n全镇清淤渠道。";
    expect(applyEdits(text, findWraps(text, { start: 0, end: 17 }))).toBe(
      "苇塘镇2023年农田水利工作总结\n全镇清淤渠道。",
    );
  });
  it("a blank stays between Latin words of a wrapped line", () => {
    const lines =
      "渠道清淤以后 塘坝完工之前 去年入冬开始 农机站牵头把 各村自己出钱 示范园带头用 水利所帮着选 镇里统一采购"
        .split(" ")
        .map((who) => `${who}推广使用的水肥一体化设备选用进口的Green`);
    expect(joined(`${lines.join("\n")}\nPipe品牌，效果好。`).at(-1)).toContain("Green Pipe");
  });
  it("blanks at line ends and blank lines go", () => {
    expect(joined("  全镇清淤渠道。 \n\n \n　　塘坝修补完工。\n\n")).toEqual(["全镇清淤渠道。", "塘坝修补完工。"]);
  });
  it.each([
    ["lines of years", [18, 19, 20, 21, 22, 23].map((y) => `20${y}年全镇粮食总产量达到1${y}0吨`)],
    ["numbered items", [..."一二三四五六七"].map((n) => `${n}、健全各项规章制度，规范村级日常管理`)],
    ["what each one does", [..."甲乙丙丁戊己庚"].map((n) => `${n}书记同志：分管全镇农田水利和防汛工作`)],
    ["what each one says", [..."甲乙丙丁戊己庚"].map((n) => `王${n}代表说，村里的渠道年久失修放水困难`)],
  ])("a list is no wrapped text: %s", (_what, lines) => {
    expect(joined(lines.join("\n"))).toEqual(lines);
  });
});
