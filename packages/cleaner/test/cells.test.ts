import { applyEdits } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { findMarkup, findWraps } from "../src/index.ts";

/** The lines of a table after its markup has gone, tabs as `>`. */
const linesOf = (rows: string): string[] => {
  const html = `<p>各镇情况如下。</p><table>${rows}</table><p>以上。</p>`;
  const { edits, lines } = findMarkup(html);
  const text = applyEdits(html, edits);
  expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(text.split("\n"));
  const clean = applyEdits(text, findWraps(text));
  return clean
    .split("\n")
    .slice(1, -1)
    .map((line) => line.replaceAll("\t", ">"));
};
const row = (...cells: string[]): string =>
  `<tr>${cells.map((cell) => (cell.startsWith("<") ? cell : `<td>${cell}</td>`)).join("")}</tr>`;

describe("a cell keeps its column", () => {
  it.each<[string, string[], string[]]>([
    ["all filled", [row("镇名", "人数"), row("城关镇", "120")], ["镇名>人数", "城关镇>120"]],
    ["an empty one between", [row("合计", "", "200")], ["合计>>200"]],
    ["empty ones at the ends", [row("", "120", "35", ""), row("", "", "甲", "乙")], [">120>35>", ">>甲>乙"]],
    ["blanks in a cell", [row("甲", "&nbsp;", "乙")], ["甲>>乙"]],
    [
      "below one that reaches down",
      [row('<td rowspan="2">东片</td>', "城关镇", "120"), row("东岭镇", "230"), row("合计", "", "350")],
      ["东片>城关镇>120", ">东岭镇>230", "合计>>350"],
    ],
    [
      "behind one that reaches over two",
      [row('<td colspan="2">合计</td>', "350"), row('<td colspan="2">项目</td>', '<td colspan="2">今年</td>')],
      ["合计>>350", "项目>>今年>"],
    ],
    ["a row of one word is none", [row("", "说明", ""), row("甲", "乙", "丙")], ["说明", "甲>乙>丙"]],
  ])("%s", (_what, rows, expected) => expect(linesOf(rows.join(""))).toEqual(expected));
});
