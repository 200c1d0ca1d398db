import { applyEdits } from "@zongjie/document";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cutLines } from "../src/line.ts";
import { findWraps } from "../src/reflow.ts";
import { setTables, tableLines } from "../src/set-table.ts";

const read = (...lines: string[]): string[] => applyEdits(lines.join("\n"), findWraps(lines.join("\n"))).split("\n");

test.each<[string, string[], string[]]>([
  [
    "an empty cell in a row, before it and behind it",
    [
      "序号   工程          合计    市级    县级",
      "  1     东渠衬砌      140      90      50",
      "  2     西塘清淤       70              70",
      "  3     泵站更新       80      80",
      "        合计          290     170     120",
    ],
    [
      "序号\t工程\t合计\t市级\t县级",
      "1\t东渠衬砌\t140\t90\t50",
      "2\t西塘清淤\t70\t\t70",
      "3\t泵站更新\t80\t80\t",
      "\t合计\t290\t170\t120",
    ],
  ],
  [
    "a caption above, words with blanks inside, 其中",
    [
      "             表一  经费",
      "  项  目        预算      支出",
      "  人员经费     1,230     1,250",
      "    其中：津贴    510       530",
      "  公用经费       320       300",
      "  合  计       1,550     1,550",
    ],
    [
      "表一  经费",
      "项  目\t预算\t支出",
      "人员经费\t1,230\t1,250",
      "其中：津贴\t510\t530",
      "公用经费\t320\t300",
      "合  计\t1,550\t1,550",
    ],
  ],
  [
    "columns counted in characters, every cell filled",
    ["单位　人数　比例", "甲村　　12　　8.5%", "乙乡卫生院　7　4.2%"],
    ["单位\t人数\t比例", "甲村\t12\t8.5%", "乙乡卫生院\t7\t4.2%"],
  ],
  [
    "one blank between cells",
    ["渠道 62 86", "塘坝 28 34", "水田 4100 4300"],
    ["渠道\t62\t86", "塘坝\t28\t34", "水田\t4100\t4300"],
  ],
])("tabs part the cells: %s", (_, lines, expected) => {
  expect(read(...lines)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    "contents with their pages",
    ["一、基本情况        1", "二、主要做法        3", "三、存在问题        7", "四、建议        9"],
  ],
  ["a menu", ["首页  新闻  公告", "范文  总结  计划", "登录  注册  帮助"]],
  [
    "fields",
    ["姓名：王敏    年龄：42    工龄：20", "姓名：李强    年龄：38    工龄：15", "姓名：赵平    年龄：51    工龄：30"],
  ],
  ["links with how often they were read", ["标题    点击", "放假通知    1203", "招聘公告    998", "公示名单    700"]],
  ["sentences", ["全年受理  120  件。", "办结  118  件。", "满意率  98  %。"]],
  ["two rows", ["甲村    12    8.5", "乙村    10    7.5"]],
])("no table: %s", (_, lines) => {
  expect(setTables(lines.join("\n"), cutLines(lines.join("\n")))).toEqual([]);
});

test("a list with wide blanks is kept as it is", () => {
  const lines = ["1.  抓好春耕      面积2万亩", "2.  抓好防汛      堤防3公里", "3.  抓好教育      学校5所"];
  expect(tableLines(lines.join("\n"), cutLines(lines.join("\n"))).map((line) => line?.valued)).toEqual([
    false,
    false,
    false,
  ]);
  expect(read(...lines)).toEqual(lines);
});

test("a long table ends", () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `村${i}    ${i}    ${2 * i}`);
  const text = ["村名    户数    人口", ...rows].join("\n");
  expect(setTables(text, cutLines(text)).map((table) => table.rows.length)).toEqual([30_001]);
});

test("cells of a row stand in order, each in a column of its own (property)", () => {
  const cell = fc.constantFrom("甲村", "合 计", "120", "3.5%", "-", "其中：城区", "1,200");
  const gap = fc.constantFrom(" ", "  ", "      ", "\u3000", "\t", "\u3000\u3000");
  const line = fc.array(fc.tuple(gap, cell), { maxLength: 7 }).map((pieces) => pieces.flat().join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
      const text = lines.join("\n");
      for (const { cells, columns } of tableLines(text, cutLines(text)).filter((row) => row !== null))
        for (const [i, { start, end, column }] of cells.entries()) {
          expect(start).toBeLessThan(end);
          expect(column).toBeLessThan(columns);
          const last = cells[i - 1];
          if (last === undefined) continue;
          expect(last.column).toBeLessThan(column);
          expect(last.end).toBeLessThan(start);
        }
    }),
    { numRuns: 500 },
  );
});
