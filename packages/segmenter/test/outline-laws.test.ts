import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findOutline } from "../src/outline/outline.ts";
import type { Outline, PlainSection } from "../src/outline/types.ts";

const WORDS = [
  "加强领导",
  "落实责任",
  "做好防疫,抓好宣传",
  "主要成效",
  "存在的问题",
  "下一步打算",
  "完善制度。",
  "队伍建设：请进来，走出去",
];
const BODY = [
  "全镇走访群众300户，发放资料2万份。",
  "我局高度重视，成立了领导小组；一是建机构。二是抓培训。",
  "3、4月开展了检查。",
  "总之，成绩属于过去。",
  "1.5万人参加。",
];
const MARKS = [
  "一、",
  "二、",
  "三、",
  "五、",
  "（一）",
  "(二)",
  "1、",
  "2.",
  "(1)",
  "（2）",
  "①",
  "第一，",
  "第一章 ",
  "第三条 ",
  "一是",
  "",
];

const line = fc.oneof(
  fc
    .tuple(fc.constantFrom(...MARKS), fc.constantFrom(...WORDS), fc.constantFrom("", "。", ...BODY))
    .map((parts) => parts.join("")),
  fc.constantFrom(...BODY),
  fc.constantFrom("各位领导：", "柳河镇人民政府", "2023年12月5日", "附件：1.名册", "查看全部", "指标\t数量", "", "　"),
  fc.string({ unit: fc.constantFrom(..."一二、（）()1.。，第章条是 　:：\t|".split("")), maxLength: 12 }),
);
const document = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));

function* sectionsOf(sections: readonly PlainSection[]): Generator<PlainSection> {
  for (const section of sections) {
    yield section;
    yield* sectionsOf(section.children);
  }
}

/** What must not change: the tree without offsets. */
function shape(sections: readonly PlainSection[]): unknown {
  return sections.map(({ level, depth, role, children, items }) => [level, depth, role, items.length, shape(children)]);
}

describe("laws of the tree", () => {
  test("sections nest, in order, children inside their parents", () => {
    const inside = (sections: readonly PlainSection[], from: number, to: number): void => {
      let at = from;
      for (const { span, children, heading } of sections) {
        expect(at).toBeLessThanOrEqual(span.start);
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(to);
        if (heading !== null) expect([heading.start, heading.end <= span.end]).toEqual([span.start, true]);
        inside(children, heading?.end ?? span.start, span.end);
        at = span.end;
      }
    };
    fc.assert(
      fc.property(document, (text) => inside(findOutline(text).sections, 0, text.length)),
      // a heading behind a sign that closes
      { numRuns: 400, examples: [["各位领导：\n）一、一一\n我局高度重视，成立了领导小组；一是建机构。"]] },
    );
  });

  test("every character is blank, title, salutation, or in a section", () => {
    fc.assert(
      fc.property(document, (text) => {
        const outline = findOutline(text);
        const front = outline.blocks.filter((block) => block.type === "title" || block.type === "salutation");
        const covered = [...front, ...outline.sections.map((section) => section.span)];
        for (let i = 0; i < text.length; i++) {
          if (/\s/u.test(text.charAt(i))) continue;
          expect(covered.filter((span) => span.start <= i && i < span.end).length).toBe(1);
        }
      }),
      // a row of a table that begins as a salutation does
      { numRuns: 400, examples: [["、、\t："], ["、、｜："]] },
    );
  });

  test("spans of headings, items, sections and blocks neither begin nor end with a blank", () => {
    fc.assert(
      fc.property(document, (text) => {
        const outline = findOutline(text);
        const sections = [...sectionsOf(outline.sections)];
        const spans = [
          ...outline.blocks,
          ...sections.flatMap((s) => [s.span, ...s.items, ...(s.heading ? [s.heading] : [])]),
        ];
        for (const { start, end } of spans) expect(text.slice(start, end)).toMatch(/^\S(?:[\s\S]*\S)?$/u);
      }),
      // a marker without words behind a heading
      { numRuns: 400, examples: [["一.一 一、\n一、队伍建设：请进来，走出去全镇走访群众300户。"]] },
    );
  });
});

describe("what does not change the tree", () => {
  const REPORT = [
    "柳河镇2023年工作总结",
    "县政府：",
    "今年以来，我镇扎实工作，现总结如下。",
    "一、加强领导，落实责任",
    "成立领导小组，镇长任组长；召开会议（含视频会）8次。",
    "（一）健全机构。各村成立专班，配备人员。一是选人；二是育人。",
    "（二）强化督查。每月通报，全年检查12次。",
    "二、主要成效：",
    "全镇门诊增长5%，群众满意。",
    "三、下一步打算",
    "继续抓好落实，确保任务完成。",
    "柳河镇人民政府",
    "2023年12月5日",
  ];
  const before = shape(findOutline(REPORT.join("\n")).sections);

  test("the report has the sections it was written with", () =>
    expect(headings(findOutline(REPORT.join("\n")))).toEqual([
      "加强领导，落实责任",
      "健全机构",
      "强化督查",
      "主要成效",
      "下一步打算",
    ]));

  test("blanks at line ends", () => {
    const blanks = fc.array(fc.constantFrom("", " ", "　", "  \t", "\u00a0"), {
      minLength: REPORT.length,
      maxLength: REPORT.length,
    });
    fc.assert(
      fc.property(blanks, (ends) => {
        expect(shape(findOutline(REPORT.map((words, i) => words + ends[i]).join("\n")).sections)).toEqual(before);
      }),
    );
  });

  test("the width of punctuation between Chinese characters", () => {
    const narrow: Record<string, string> = { "，": ",", "：": ":", "；": ";", "（": "(", "）": ")" };
    const dress = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(dress, (half) => {
        let n = 0;
        const text = REPORT.join("\n").replace(/[，：；（）]/gu, (sign) =>
          half[n++ % half.length] ? (narrow[sign] ?? sign) : sign,
        );
        expect(shape(findOutline(text).sections)).toEqual(before);
      }),
    );
  });

  function headings(outline: Outline): (string | null)[] {
    return [...sectionsOf(outline.sections)]
      .filter((section) => section.heading !== null)
      .map((section) => section.title);
  }
});

describe("long inputs end", () => {
  test.each([
    [
      "20,000 headings",
      Array.from({ length: 20_000 }, (_, i) => `${"一二三四五六七八九十".charAt(i % 10)}、加强领导`).join("\n"),
    ],
    [
      "one line of 20,000 headings",
      Array.from({ length: 20_000 }, (_, i) => `${(i % 99) + 1}、加强领导 各村成立专班，配备人员，落实责任。`).join(
        " ",
      ),
    ],
    ["1、1、1、", "1、".repeat(300_000)],
    ["（（（", "（".repeat(500_000)],
    ["short lines", "短行标题\n".repeat(50_000)],
    ["blanks", `${" ".repeat(1_000_000)}一、`],
  ])("%s", (_name, text) => expect(findOutline(text).blocks.length).toBeGreaterThan(0));
});
