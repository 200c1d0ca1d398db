import { describe, expect, test } from "vitest";
import { findOutline } from "../src/outline/outline.ts";
import type { OutlineHints, PlainSection } from "../src/outline/types.ts";

const BODY = "全年走访群众三百户，帮助解决就医和出行方面的困难，受到各村群众欢迎。";

/** Headings as `level marker title`, indented by depth. */
function tree(text: string, hints: OutlineHints = {}): string[] {
  const out: string[] = [];
  const walk = (sections: readonly PlainSection[]): void => {
    for (const section of sections) {
      if (section.heading !== null)
        out.push(`${" ".repeat(section.depth - 1)}${section.level} ${section.marker ?? "-"} ${section.title}`);
      walk(section.children);
    }
  };
  walk(findOutline(text, hints).sections);
  return out;
}

const lines = (...parts: string[]): string => parts.join("\n");

describe("headings", () => {
  test.each([
    [
      "levels of the standard",
      lines("一、组织领导", "（一）机构", "1、会议", BODY, "（1）村级", BODY, "二、成效", BODY),
      ["1 一、 组织领导", " 2 （一） 机构", "  3 1、 会议", "   4 （1） 村级", "1 二、 成效"],
    ],
    [
      "half-width marks",
      lines("一、组织领导", "(一)机构,制度", BODY, "(二)会议", BODY),
      ["1 一、 组织领导", " 2 (一) 机构,制度", " 2 (二) 会议"],
    ],
    [
      "a document that starts at （一）",
      lines("（一）健全机构", BODY, "（二）加强宣传", BODY),
      ["2 （一） 健全机构", "2 （二） 加强宣传"],
    ],
    [
      "body on the heading's line",
      lines(`一、加强领导。${BODY}`, `二、广泛宣传。${BODY}`),
      ["1 一、 加强领导", "1 二、 广泛宣传"],
    ],
    [
      "a colon ends a lead",
      lines(`一、指导思想：${BODY}`, `二、工作目标：${BODY}`),
      ["1 一、 指导思想", "1 二、 工作目标"],
    ],
    [
      "a colon inside a couplet does not",
      lines("一、队伍建设：请进来，走出去", BODY, "二、基层基础：强弱项，补短板", BODY),
      ["1 一、 队伍建设：请进来，走出去", "1 二、 基层基础：强弱项，补短板"],
    ],
    [
      "lost breaks",
      `各村工作现总结如下。一、组织管理 我镇成立专班，${BODY} 二、主要做法 根据县里的安排，${BODY}三、取得成效 经过一年的努力，${BODY}`,
      ["1 一、 组织管理", "1 二、 主要做法", "1 三、 取得成效"],
    ],
    [
      "body glued to a heading",
      lines(`一、收入平稳增长全年共组织收入8.6亿元，比上年多出许多。${BODY}`, "二、服务不断改进", BODY),
      ["1 一、 收入平稳增长", "1 二、 服务不断改进"],
    ],
    [
      "body glued to words that are a heading of their own",
      lines(
        `一、存在的问题各村力量薄弱，设备陈旧，人员老化，经费紧张，资料不全，记录不清。${BODY}`,
        "二、工作打算",
        BODY,
      ),
      ["1 一、 存在的问题", "1 二、 工作打算"],
    ],
    [
      "bullets before the marker",
      lines("▎（一）健全机构", BODY, "▎（二）加强宣传", BODY),
      ["2 （一） 健全机构", "2 （二） 加强宣传"],
    ],
    [
      "a lower series glued to a heading",
      lines("一、主要做法（一）健全机构", BODY, "（二）加强宣传", BODY, "二、存在问题", BODY),
      ["1 一、 主要做法", " 2 （一） 健全机构", " 2 （二） 加强宣传", "1 二、 存在问题"],
    ],
    [
      "chapters of rules, clauses are none",
      lines("第一章 总则", `第一条 ${BODY}`, "第二章 值班", `第二条 ${BODY}`, `第三条 ${BODY}`),
      ["1 第一章 总则", "1 第二章 值班"],
    ],
    ["一 without its mark", lines("一 组织领导", BODY, "二 主要成效", BODY), ["1 一 组织领导", "1 二 主要成效"]],
    [
      "a doubled number",
      lines("一、甲镇工作", BODY, "二、乙镇工作", BODY, "二、丙镇工作", BODY),
      ["1 一、 甲镇工作", "1 二、 乙镇工作", "1 二、 丙镇工作"],
    ],
    [
      "no numbers at all",
      lines(BODY, "基层医疗稳步发展", BODY, "公共卫生不断加强", BODY, "队伍建设取得进步", BODY),
      ["1 - 基层医疗稳步发展", "1 - 公共卫生不断加强", "1 - 队伍建设取得进步"],
    ],
    [
      "numbers lost but one",
      lines(BODY, "基层医疗稳步发展", BODY, "公共卫生不断加强", BODY, "三、队伍建设取得进步", BODY),
      ["1 - 基层医疗稳步发展", "1 - 公共卫生不断加强", "1 三、 队伍建设取得进步"],
    ],
    [
      "第一 on a line of its own is one below",
      lines("一、主要做法", BODY, "第一，加强合作", BODY, "第二，改进服务", BODY),
      ["1 一、 主要做法", " 2 第一， 加强合作", " 2 第二， 改进服务"],
    ],
  ])("%s", (_name, text, expected) => expect(tree(text, { titleSpan: null })).toEqual(expected));

  test.each([
    ["months", lines(BODY, "3、4月，各村开展了环境整治和防火宣传，出动人员二百人次。", BODY)],
    ["a decimal", lines(BODY, "1.5万名群众参加了活动，各村反响热烈。", BODY)],
    [
      "items of a list",
      lines(
        "值班人员职责：",
        "1、按时到岗，不得擅自离开。",
        "2、做好记录，及时上报情况。",
        "3、保管物品，下班前移交。",
      ),
    ],
    [
      "clauses behind a colon",
      lines("遇下列情形须报告：", "（一）一次收治伤员三人以上；", "（二）停水停电超过半天；", "（三）系统中断。"),
    ],
    ["an enumeration in a sentence", lines(`${BODY}重点抓三件事：一、宣传；二、培训；三、检查。`)],
    ["run-ins", lines("一是加强领导。各村成立专班。", "二是加强宣传。印发资料。")],
    ["a reference", lines(`根据（一）的规定，${BODY}`)],
    ["a year", lines("二○二三年，全镇工作平稳有序，各项任务完成。", BODY)],
    ["a caption", lines(BODY, "表1 全镇主要指标", BODY, "表2 各村主要指标", BODY)],
  ])("%s make none", (_name, text) => expect(tree(text, { titleSpan: null })).toEqual([]));

  test("a table of contents is left out", () => {
    const text = lines("一、主要做法……1", "二、存在问题……4", "一、主要做法", BODY, "二、存在问题", BODY);
    expect(tree(text, { titleSpan: null })).toEqual(["1 一、 主要做法", "1 二、 存在问题"]);
  });

  test("a mark inside a sentence does not steal the number of the next heading", () => {
    const text = lines(
      "一、主要做法",
      `${BODY}按照“三个到位”的要求，重点抓好两项：一、宣传；二、培训。`,
      "二、存在问题",
      BODY,
    );
    expect(tree(text, { titleSpan: null })).toEqual(["1 一、 主要做法", "1 二、 存在问题"]);
  });

  test("markup names headings, and their level follows the marked ones", () => {
    const text = lines("基本情况如下", BODY, "一、组织领导", BODY, "镇里的打算是", BODY);
    const at = (words: string): number => text.indexOf(words);
    const headingLines = [
      { start: at("基本"), level: 3 },
      { start: at("一、"), level: 3 },
      { start: at("镇里"), level: 4 },
    ];
    expect(tree(text, { titleSpan: null, headingLines })).toEqual([
      "1 - 基本情况如下",
      "1 一、 组织领导",
      " 2 - 镇里的打算是",
    ]);
  });
});

describe("around the body", () => {
  const text = lines(
    "柳河镇2023年卫生工作总结",
    "县卫生健康局：",
    `2023年，我镇扎实工作。${BODY}`,
    "一、主要做法",
    BODY,
    "二、存在问题",
    BODY,
    "总之，全年任务已经完成，明年再接再厉。",
    "附件：1.柳河镇村医名册",
    "柳河镇人民政府",
    "2023年12月5日",
  );
  const outline = findOutline(text);

  test("title", () => expect(outline.title?.text).toBe("柳河镇2023年卫生工作总结"));
  test("addressee", () => expect(outline.addressee).toBe("县卫生健康局"));
  test("signature", () => expect(outline.signature).toEqual({ unit: "柳河镇人民政府", date: "2023-12-05" }));
  test("passages and sections", () =>
    expect(outline.sections.map((section) => section.role)).toEqual(["导语", "做法", "问题", "结语", "附件", "落款"]));
  test("blocks", () =>
    expect(outline.blocks.map((block) => block.type)).toEqual([
      "title",
      "salutation",
      "paragraph",
      "heading",
      "paragraph",
      "heading",
      "paragraph",
      "paragraph",
      "paragraph",
      "signature",
      "signature",
    ]));

  test.each([
    ["各位领导、同志们：", "各位领导、同志们"],
    ["尊敬的各位居民代表:", "尊敬的各位居民代表"],
    ["县双拥工作领导小组：", "县双拥工作领导小组"],
    ["主任、各位副主任、秘书长、各位委员：", "主任、各位副主任、秘书长、各位委员"],
    ["现将工作情况报告如下：", null],
    ["主要做法：", null],
  ])("%s addresses %s", (line, addressee) =>
    expect(findOutline(lines("柳河镇工作汇报", line, BODY)).addressee).toBe(addressee),
  );

  test.each([
    [["柳河镇卫生院", "二〇二一年八月三日"], { unit: "柳河镇卫生院", date: "2021-08-03" }],
    [["述职人：雷振山", "2022年1月6日"], { unit: "雷振山", date: "2022-01-06" }],
    [["柳河镇卫生院　2021年8月"], { unit: "柳河镇卫生院", date: "2021-08" }],
    [["2021年8月3日"], { unit: null, date: "2021-08-03" }],
    [["20XX年8月3日"], { unit: null, date: null }],
    [["2021年8月3日，全镇召开大会。"], null],
    [["柳河镇卫生院", "2021年8月3日", "评分 查看全部"], { unit: "柳河镇卫生院", date: "2021-08-03" }],
    [["附件：1.名册", "柳河镇卫生院", "2021年8月3日", "2.路线图"], { unit: "柳河镇卫生院", date: "2021-08-03" }],
    [["会后各村继续抓好落实。"], null],
  ])("%j signs as %j", (tail, signature) =>
    expect(findOutline(lines("柳河镇工作总结", BODY, BODY, ...tail)).signature).toEqual(signature),
  );

  test("rows by looks and by hint", () => {
    const rows = lines("指标\t2022年\t2023年", "门诊人次\t100\t120");
    const cells = findOutline(lines("柳河镇工作总结", BODY, rows, BODY)).blocks.flatMap((block) =>
      block.cells ? [block.cells.length] : [],
    );
    expect(cells).toEqual([3, 3]);
  });
});

describe("faults of the numbering", () => {
  const codes = (...marks: string[]): string[] =>
    findOutline(lines(...marks.flatMap((mark) => [`${mark}柳河镇的工作`, BODY])), { titleSpan: null }).issues.map(
      (issue) => issue.code,
    );
  test.each([
    [["一、", "二、", "三、"], []],
    [["一、", "二、", "二、"], ["outline.ordinal-repeat"]],
    [["一、", "二、", "五、"], ["outline.ordinal-gap"]],
    [["一、", "（一）", "（三）", "二、"], ["outline.ordinal-gap"]],
    [["一、", "1、", "2、", "二、", "1、", "2、"], []],
    [["一、", "（1）", "（2）", "二、"], ["outline.level-skip"]],
  ])("%j: %j", (marks, expected) => expect(codes(...marks)).toEqual(expected));

  test.each([
    ["一是建机构；二是抓培训；三是强督查。", []],
    ["一是建机构；二是抓培训；四是强督查。", ["四是"]],
    ["首先，建机构。其次，抓培训。最后，强督查。", []],
    ["一是建机构，二是抓培训。全年两项工作。一是强督查，二是重考核。", []],
  ])("in a run-in series %s: %j", (text, expected) => {
    const page = lines("一、主要做法", text);
    const { issues } = findOutline(page, { titleSpan: null });
    expect(issues.map(({ span }) => page.slice(span.start, span.end))).toEqual(expected);
  });
});

describe("items", () => {
  const items = (text: string): string[] => {
    const outline = findOutline(lines("一、主要做法", text), { titleSpan: null });
    return outline.sections.flatMap((section) =>
      section.items.map((item) => `${item.marker}|${lines("一、主要做法", text).slice(item.start, item.end)}`),
    );
  };
  test.each([
    ["一是建机构；二是抓培训；三是强督查。", ["一是|一是建机构；", "二是|二是抓培训；", "三是|三是强督查。"]],
    [
      "首先，建机构。其次，抓培训。最后，强督查。",
      ["首先|首先，建机构。", "其次|其次，抓培训。", "最后|最后，强督查。"],
    ],
    ["一是建机构。二是抓培训。通过努力，面貌一新。", ["一是|一是建机构。", "二是|二是抓培训。"]],
    ["一要建机构。人员到位。二要抓培训。全员参加。", ["一要|一要建机构。人员到位。", "二要|二要抓培训。全员参加。"]],
    ["第一，建机构。第二，抓培训。", ["第一|第一，建机构。", "第二|第二，抓培训。"]],
    ["其一是好的开头，没有下文。", []],
    ["首先要说明的是，今年情况特殊。", []],
  ])("%s", (text, expected) => expect(items(text)).toEqual(expected));
});
