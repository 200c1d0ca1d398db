import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type DocumentOutline,
  flatSections,
  type OutlineSection,
  type PageRecord,
  ROLES,
  replay,
  type Section,
} from "@zongjie/document";
import { outlineSchema } from "@zongjie/document/schema";
import { describe, expect, it } from "vitest";
import { cleanPage, headingText, type OutlineChoice, outlineMarkdown, outlinesOf, recordOf } from "../src/index.ts";

const PAGE = `首页 > 范文大全 > 正文
东岭县2023年养老服务工作总结
今年以来，全县新建社区食堂12个，投入资金1、38亿元，群众满意度进一步提高。
一、主要做法
    （一）加强领导。成立领导小组，县长任组长，召开会议8次，全县养老服务有序推进。
（三）强化督查。每月通报，全年检查12次，发现的问题全部整改到位，群众满意。
二、存在的问题
（一）队伍不强
护理员不足，每百张床位不到9人，持证上岗的只有四成。
（二）设施老化
敬老院多建于上世纪，改造资金缺口较大，短期内难以解决。
东岭县民政局
2023年12月28日
`;

/** The record of a page and its decoded source. */
function read(uri: string, bytes: Uint8Array): { record: PageRecord; source: string } {
  const input = { uri, bytes };
  const page = cleanPage(input);
  return { record: recordOf(input, page, { keywords: 0 }), source: page.decoded.text };
}

const { record, source } = read("page.txt", Buffer.from(PAGE));
const outlines = (choice: OutlineChoice = {}): DocumentOutline[] => outlinesOf(record, source, choice);
const text = record.documents[0]?.text ?? "";

/** Sections as lines: line of the source, heading, role, set in by their depth in the tree. */
function tree(sections: readonly OutlineSection[], indent = ""): string[] {
  return sections.flatMap((section) => [
    `${section.line} ${indent}${headingText(section, text) ?? "-"} ${section.role}`,
    ...tree(section.children, `${indent}  `),
  ]);
}

describe("the outlines of a record", () => {
  it("are the sections with their lines", () =>
    expect(tree(outlines()[0]?.sections ?? [])).toEqual([
      "3 - 导语",
      "4 一、主要做法 做法",
      "5   （一）加强领导 组织领导",
      "6   （三）强化督查 做法",
      "7 二、存在的问题 问题",
      "8   （一）队伍不强 问题",
      "10   （二）设施老化 问题",
      "12 - 落款",
    ]));
  it("name the faults of the numbering", () =>
    expect(outlines()[0]?.issues.map(({ code, span, line }) => [code, text.slice(span.start, span.end), line])).toEqual(
      [["outline.ordinal-gap", "（三）", 6]],
    ));
  it.each<[string, OutlineChoice, string[]]>([
    ["one role", { roles: ["问题"] }, ["二、存在的问题"]],
    ["a role below another", { roles: ["组织领导"] }, ["（一）加强领导"]],
    ["a role with what is inside it", { roles: ["做法", "组织领导"] }, ["一、主要做法"]],
    ["a role of passages", { roles: ["落款", "导语"] }, ["-", "-"]],
    ["a role that is not there", { roles: ["建议"] }, []],
  ])("hold the highest sections of %s", (_what, choice, headings) => {
    const found = outlines(choice).flatMap(({ sections }) => sections);
    expect(found.map((section) => headingText(section, text) ?? "-")).toEqual(headings);
    for (const section of found) expect(section.text).toBe(text.slice(section.span.start, section.span.end));
  });
  it("say what a section of a role stands below", () =>
    expect(outlines({ roles: ["组织领导"] })[0]?.sections[0]?.above).toEqual(["一、主要做法"]));
  it("lift what is inside an unsure heading", () => {
    const [document] = record.documents;
    if (document === undefined) throw new Error("a document is expected");
    const sections = document.sections.map(
      (section): Section =>
        section.heading === null || section.marker !== "二、"
          ? section
          : { ...section, heading: { ...section.heading, confidence: 0.4 } },
    );
    const doubtful = { ...record, documents: [{ ...document, sections }] };
    const [outline] = outlinesOf(doubtful, source, { minConfidence: 0.5 });
    expect(tree(outline?.sections ?? []).slice(-3)).toEqual([
      "8 （一）队伍不强 问题",
      "10 （二）设施老化 问题",
      "12 - 落款",
    ]);
  });
  it("know the source's offsets without the source, and its lines only with it", () => {
    const places = (all: DocumentOutline[]): unknown[] =>
      all.flatMap(({ sections }) => flatSections(sections).map(({ raw }) => raw));
    expect(places(outlinesOf(record, null))).toEqual(places(outlines()));
    expect(flatSections(outlinesOf(record, null)[0]?.sections ?? []).map(({ line }) => line)).toEqual(
      Array(8).fill(null),
    );
  });
  it("know no offsets where the ledger is not whole", () => {
    const [outline] = outlinesOf(
      { ...record, ledger: record.ledger.filter(({ reason }) => reason !== "whitespace") },
      source,
    );
    expect(flatSections(outline?.sections ?? []).map(({ raw, line }) => [raw, line])).toEqual(
      Array(8).fill([null, null]),
    );
  });
});

const FOLDER = new URL("../../../corpus/dev/pages/", import.meta.url);
const PAGES = readdirSync(fileURLToPath(FOLDER))
  .sort()
  .filter((_name, i) => i % 13 === 0);

describe("outlines of pages of the corpus", () => {
  it("are found", () => expect(PAGES.length).toBeGreaterThan(10));
  it.each(PAGES)("%s", (name) => {
    const page = read(name, readFileSync(new URL(name, FOLDER)));
    const all = outlinesOf(page.record, page.source);
    for (const outline of all) {
      expect(outlineSchema.safeParse(outline).error).toBeUndefined();
      const { text: whole = "" } = page.record.documents[outline.document] ?? {};
      for (const { raw, span, line } of flatSections(outline.sections)) {
        if (raw === null) throw new Error("a place in the source is expected");
        expect(replay(page.source, page.record.ledger, raw)).toBe(whole.slice(span.start, span.end));
        expect(page.source.slice(0, raw.start).split(/\r\n?|\n/).length).toBe(line);
      }
    }
    const every = outlinesOf(page.record, page.source, { roles: ROLES }).flatMap(({ sections }) => sections);
    expect(every.map(({ span }) => span)).toEqual(all.flatMap(({ sections }) => sections.map(({ span }) => span)));
  });
});

describe("an outline as Markdown", () => {
  const markdown = (choice: OutlineChoice = {}): string =>
    outlines(choice)
      .map((outline) => outlineMarkdown(outline, text))
      .join("");
  it("is a nested list", () =>
    expect(markdown().split("\n").slice(4, 8)).toEqual([
      "- 「今年以来，全县新建社区食堂12个，投入资金1.3…」 — 导语, line 3",
      "- 一、主要做法 — 做法, line 4",
      "    - （一）加强领导 — 组织领导, line 5",
      "    - （三）强化督查 — 做法, line 6",
    ]));
  it("is the whole text of a role", () =>
    expect(markdown({ roles: ["问题"] })).toMatch(
      /^## 东岭县2023年养老服务工作总结\n\npage\.txt \\#0, 总结\n\n### 二、存在的问题\n\n\*问题, line 7, source \d+\.\.\d+, text \d+\.\.\d+\*\n\n（一）队伍不强\n\n护理员不足，/,
    ));
  it("has no markup of the page", () => {
    const evil = "队_伍[一](http://x)<b>不强*`\n# 二";
    const [outline] = outlines();
    const sections =
      outline?.sections.map((section) => ({ ...section, marker: "1.", title: evil, children: [] })) ?? [];
    const shown = outline === undefined ? "" : outlineMarkdown({ ...outline, title: evil, uri: evil, sections }, text);
    expect(shown).toContain("- 1\\.队\\_伍\\[一\\](http://x)\\<b\\>不强\\*\\` \\# 二 — 问题, line 7\n");
    expect(shown).toContain("## 队\\_伍");
    expect(shown).not.toMatch(/(?<!\\)[[<*`]|^# /m);
  });
});
