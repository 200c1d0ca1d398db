import { describe, expect, it } from "vitest";
import { cutLines } from "../src/index.ts";
import { findMarked } from "../src/split/marked.ts";
import { numberingStates } from "../src/split/numbering.ts";
import { findSeries } from "../src/split/series.ts";

const TEXT = "各村按田亩出工，老把式守在工地上看灰浆、量坡度，不合要求的当场返工，群众说这样修的渠自己放心。".repeat(4);

/** A page on which a long paragraph follows each line. */
const page = (heads: readonly string[]): string => heads.map((head) => `${head}\n${TEXT}`).join("\n");

/** What stands behind the marks of a page's series, and of what sort they are. */
function marked(text: string): [string, string][] {
  const lines = cutLines(text);
  return findSeries(lines).map(({ line, length, sort }) => [sort, lines[line]?.text.slice(length) ?? ""]);
}

describe("a series of marks between documents", () => {
  it.each([
    ["word", ["材料一", "材料二", "材料三"], ["", "", ""]],
    ["word", ["第1份", "第2份", "第3份"], ["", "", ""]],
    [
      "word",
      ["【晒成绩1】清溪县水务局工作总结", "【晒成绩2】石桥镇工作计划"],
      ["清溪县水务局工作总结", "石桥镇工作计划"],
    ],
    ["word", ["PART.1 学校工作总结", "PART.2 社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["word", ["例文1：学校工作总结", "例文2：社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["word", ["★篇一★学校工作总结", "★篇二★社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["word", ["之一：学校工作总结", "之二：社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["word", [`材料一：${TEXT}`, `材料二：${TEXT}`], [TEXT, TEXT]],
    ["word", ["01 学校工作总结", "02 社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["word", ["01\n学校工作总结", "02\n社区工作总结"], ["", ""]],
    ["bare", ["01 2023年工作总结", "02 2024年工作计划"], ["2023年工作总结", "2024年工作计划"]],
    ["bare", ["1 学校工作总结", "2 社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["tail", ["工作总结1", "工作总结2"], ["工作总结1", "工作总结2"]],
    ["tail", ["社区工作总结1", "学校工作计划2"], ["社区工作总结1", "学校工作计划2"]],
    ["tail", ["年度工作计划 ①", "年度工作计划 ②"], ["年度工作计划 ①", "年度工作计划 ②"]],
    ["tail", ["教研组工作总结（三）", "班主任工作总结（四）"], ["教研组工作总结（三）", "班主任工作总结（四）"]],
    [
      "bare",
      ["#1 学校工作总结", "#2 社区工作总结", "#3 医院工作总结"],
      ["学校工作总结", "社区工作总结", "医院工作总结"],
    ],
    ["bare", ["(一)学校工作总结", "(二)社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["bare", ["（一）学校工作总结", "（二）社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["bare", ["①学校工作总结", "②社区工作总结"], ["学校工作总结", "社区工作总结"]],
    ["tail", ["学校后勤工作总结1", "社区党建工作总结2"], ["学校后勤工作总结1", "社区党建工作总结2"]],
    [
      "tail",
      ["学校后勤工作总结（一）", "社区党建工作总结（二）"],
      ["学校后勤工作总结（一）", "社区党建工作总结（二）"],
    ],
    ["tail", ["工作总结 篇1", "工作总结 篇2"], ["工作总结 篇1", "工作总结 篇2"]],
    [
      "tail",
      ["学校后勤工作总结 第2篇", "社区党建工作总结 第3篇"],
      ["学校后勤工作总结 第2篇", "社区党建工作总结 第3篇"],
    ],
  ] as const)("%s %j", (sort, heads, rests) => {
    expect(marked(page(heads))).toEqual(rests.map((rest) => [sort, rest]));
  });

  it("lets a missing member pass", () => {
    expect(marked(page(["材料一", "材料二", "材料四"]))).toHaveLength(3);
  });
  it("ends where two are missing", () => {
    expect(marked(page(["材料一", "材料二", "材料五"]))).toHaveLength(2);
  });
  it("counts its members and the headlines among them", () => {
    const found = findSeries(cutLines(page(["材料一 学校工作总结", "材料二 社区工作总结"])));
    expect(found.map(({ size, titled }) => [size, titled])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });
  it("of two series of one form the lower is it, not the table of contents", () => {
    const heads = ["材料一 学校工作总结", "材料二 社区工作总结"];
    const lines = cutLines(`${heads.join("\n")}\n${page(heads)}`);
    expect(findSeries(lines).map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ["one mark alone", page(["材料一"])],
    ["marks in a row: a table of contents", `材料一 学校工作总结\n材料二 社区工作总结\n${TEXT}`],
    ["page numbers between dashes", page(["- 1 -\n学校工作总结", "- 2 -\n社区工作总结"])],
    ["a word's number above two that no series of that form begins with", page(["材料五", "材料六"])],
    ["numbers that do not grow", page(["材料一", "材料一", "材料一"])],
    ["a series that begins at three", page(["材料三", "材料四"])],
    ["numbers of two forms", page(["材料一", "【晒成绩2】学校工作总结"])],
    ["page markers", page(["第1页", "第2页", "第3页"])],
    ["captions", page(["图1", "图2", "图3"])],
    ["captions of tables", page(["表一 主要指标", "表二 工作计划"])],
    ["articles", page(["第一条 本制度适用于全镇。", "第二条 镇办公室负责解释。"])],
    ["chapters", page(["第一章 总则", "第二章 值班制度"])],
    ["run-in numbers", page(["一是修渠。", "二是清塘。", "三是管水。"])],
    ["headings", page(["一、加强领导", "二、清淤修渠", "三、管好用水"])],
    ["headings with a point", page(["1.加强领导", "2.清淤修渠"])],
    ["headings in brackets", page(["（一）加强领导", "（二）清淤修渠"])],
    ["steps", page(["步骤1：登记", "步骤2：审核"])],
    ["parts of a report", page(["第一部分 基本情况", "第二部分 主要做法"])],
    ["years", page(["2021", "2022", "2023"])],
    ["nothing", ""],
  ])("is not %s", (_what, text) => expect(marked(text)).toEqual([]));

  it("is found in one pass", () => {
    const heads = Array.from({ length: 900 }, (_, i) => `材料${(i % 99) + 1}`);
    expect(marked(page(heads)).length).toBeGreaterThanOrEqual(99);
  });
});

describe("marks of a known form", () => {
  const found = (text: string): [number, number][] => findMarked(cutLines(text)).map(({ line, mark }) => [line, mark]);
  it.each([
    [
      "two of one form",
      page(["篇1：学校工作总结", "篇2：社区工作总结"]),
      [
        [0, 3],
        [2, 3],
      ],
    ],
    [
      "in brackets",
      page(["【篇一】学校工作总结", "【篇二】社区工作总结"]),
      [
        [0, 4],
        [2, 4],
      ],
    ],
    [
      "glued to a salutation",
      page(["第一篇：各位领导：", "第二篇：各位同事："]),
      [
        [0, 4],
        [2, 4],
      ],
    ],
    ["one alone, with a word of its own", page(["篇1：学校工作总结"]), [[0, 3]]],
    [
      "behind the headline",
      page(["学校工作总结1", "学校工作总结2"]),
      [
        [0, 0],
        [2, 0],
      ],
    ],
    ["a number behind a lone headline", page(["学校工作总结1"]), []],
    ["the second alone, behind the headline", page(["学校工作总结2", "学校工作总结3"]), []],
  ] as const)("%s", (_what, text, places) => expect(found(text)).toEqual(places));
});

describe("the state of the numbering at a line", () => {
  const states = (lines: string): string => numberingStates(cutLines(lines.replaceAll("/", "\n"))).join(" ");
  it.each([
    ["no numbers", "甲/乙", "none none"],
    ["one below, none above", "甲/一、乙/二、丙", "first first continues"],
    ["starts again below", "一、甲/二、乙/丙/一、丁", "first continues restart restart"],
    [
      "starts again at the line itself, after three and before a two",
      "一、甲/二、乙/三、丙/一、丁/二、戊",
      "first continues continues again continues",
    ],
    ["starts again after two only", "一、甲/二、乙/一、丁/二、戊", "first continues restart continues"],
    ["one after one", "一、甲/一、乙", "first odd"],
    ["ends", "一、甲/乙/丙", "first ended ended"],
    ["a hole", "一、甲/乙/三、丙", "first odd odd"],
    ["a series that begins above one", "甲/三、乙/四、丙", "odd odd continues"],
    ["articles", "第一条 甲/第二条 乙/第三条 丙", "first continues continues"],
    ["articles in digits", "第1条 甲/第2条 乙", "first continues"],
    ["chapters", "第一章 甲/第二章 乙", "first continues"],
    ["in mid-line, behind a stop", "做法。一、甲。二、乙。/丙/三、丁", "first continues continues"],
    ["in mid-line, behind a half-width stop", "做法; 一、甲; 二、乙/三、丁", "first continues"],
    ["a count of prizes is no number", "一、甲/获一、二、三等奖/二、乙", "first continues continues"],
    ["a count of prizes at a line's start is none", "一、二、三等奖各一名/甲", "none none"],
    ["second and third prizes are none", "一、甲/二、三等奖各两名/二、乙", "first continues continues"],
    ["a number above ten", "十、甲/十一、乙/十二、丙", "odd continues continues"],
    ["another level is none", "一、甲/（一）乙/（二）丙/二、丁", "first continues continues continues"],
    ["a blank line has the state of its place", "一、甲//二、乙", "first continues continues"],
  ])("%s", (_what, lines, expected) => expect(states(lines)).toBe(expected));
});
