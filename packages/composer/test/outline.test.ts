import { type Brief, DOCUMENT_KINDS, type Draft, flatSections, type Patterns } from "@zongjie/document";
import { draftSchema } from "@zongjie/document/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNumberFree } from "../src/heading.ts";
import { learnPatterns } from "../src/learn.ts";
import { renderMarkdown } from "../src/markdown.ts";
import { composeOutline } from "../src/outline.ts";
import { document, page } from "./document.ts";

const EMPTY = learnPatterns([]);
const OWN = [
  "春耕时节，院里派车下乡巡诊不误农时",
  "入冬以后，后勤班组连夜检修锅炉管道",
  "新楼启用，门诊分区挂牌一目了然可循",
];
const collection = page(
  ...OWN.map((own, i) =>
    document(`${["青屿", "白渡", "石坳"][i]}县医院202${i}年双拥工作总结`, "总结", [
      {
        title: `${["切实", "进一步", ""][i]}加强领导，${["健全网络", "明确分工", "逐级负责"][i]}`,
        role: "组织领导",
        body: own.repeat(5),
      },
      {
        title: ["抓好国防教育", "国防教育有声有色", "开展国防教育活动"][i] ?? "",
        role: "做法",
        body: `国防教育，年年开展。国防教育，人人参加。${own.repeat(4)}`,
      },
      {
        title: ["关爱优抚对象", "优抚对象有人管", "走访优抚对象"][i] ?? "",
        role: "做法",
        body: `优抚对象，优先就诊。优抚对象，减免费用。${own.repeat(4)}`,
        metrics: ["走访人数"],
      },
      { title: "下一步打算", role: "打算", body: own.repeat(3) },
    ]),
  ),
);
const LEARNED = learnPatterns([collection]);

const brief = (fields: Partial<Brief>): Brief => ({
  kind: "总结",
  topic: "双拥工作",
  unit: "望麓县人民医院",
  period: "2024年",
  ...fields,
});
const outline = (draft: Draft): string[] => flatSections(draft.sections).map(({ marker, title }) => marker + title);

describe("composeOutline", () => {
  it("reads like the reports that it was learned from", () => {
    const draft = composeOutline(brief({}), LEARNED);
    expect(outline(draft)).toEqual([
      "一、加强领导",
      "二、深化国防教育",
      "三、服务优抚对象",
      "四、突出重点，抓好落实",
      "五、下一步打算",
    ]);
    expect(draft.sections.map(({ origin, support }) => `${origin} ${support}`)).toEqual([
      "clause 3",
      "term 3",
      "term 3",
      "frame 0",
      "heading 3",
    ]);
    expect(draft.sections[2]?.slots).toEqual([{ name: "走访人数" }]);
    expect(draft.sections[0]?.sources).toEqual(["0", "1", "2"]);
  });

  it("takes frames where nothing was learned", () => {
    for (const kind of DOCUMENT_KINDS) {
      const draft = composeOutline(brief({ kind }), EMPTY);
      expect(draft.sections.length, kind).toBeGreaterThanOrEqual(2);
      expect(flatSections(draft.sections).every(({ origin, support }) => origin === "frame" && support === 0)).toBe(
        true,
      );
    }
  });

  it("never takes a heading that one document alone has", () => {
    const alone = learnPatterns([
      page(
        document("双拥工作总结", "总结", [
          { title: "独此一家别无分店", role: "做法" },
          { title: "自家打算", role: "打算" },
        ]),
      ),
    ]);
    expect(outline(composeOutline(brief({}), alone)).join()).not.toMatch(/独此|自家/);
  });

  it("words no plan as done and no work done as planned", () => {
    const due = outline(composeOutline(brief({ kind: "计划" }), LEARNED)).join();
    expect(due).not.toMatch(/成效|打算/);
    expect(composeOutline(brief({ kind: "计划" }), LEARNED).sections.some(({ role }) => role === "做法")).toBe(false);
  });

  const titles: readonly [string, Partial<Brief>, string][] = [
    ["all given", {}, "望麓县人民医院2024年双拥工作总结"],
    ["topic ends in the kind", { topic: "双拥工作总结" }, "望麓县人民医院2024年双拥工作总结"],
    ["topic names the unit", { topic: "望麓县人民医院双拥工作" }, "2024年望麓县人民医院双拥工作总结"],
    ["topic names the period", { topic: "2024年双拥工作" }, "望麓县人民医院2024年双拥工作总结"],
    ["shared seam", { period: "2024年度", topic: "年度工作" }, "望麓县人民医院2024年度工作总结"],
    ["bare year", { period: "2024" }, "望麓县人民医院2024年双拥工作总结"],
    ["no unit", { unit: null }, "【待补：单位】2024年双拥工作总结"],
    ["no period", { period: " " }, "望麓县人民医院【待补：时段】双拥工作总结"],
    ["nothing", { unit: null, period: null, topic: null }, "【待补：单位】【待补：时段】【待补：主题】总结"],
    ["述职", { kind: "述职", topic: "双拥" }, "望麓县人民医院2024年双拥述职报告"],
  ];
  it.each(titles)("title: %s", (_name, fields, title) =>
    expect(composeOutline(brief(fields), EMPTY).title).toBe(title),
  );
});

const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      "望",
      "县",
      "7",
      "三",
      "\n",
      "#",
      "*",
      "_",
      "<b>",
      "](x)",
      "`",
      "|",
      "> ",
      "- ",
      "{年度}",
      "{单位}",
      "\u202e",
      "\ud800",
      "$&",
      "1.",
    ),
    maxLength: 12,
  }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);
const anyBrief: fc.Arbitrary<Brief> = fc.record({
  kind: fc.constantFrom(...DOCUMENT_KINDS),
  topic: fc.option(fc.oneof(hostile, fc.constant("双拥工作"))),
  unit: fc.option(hostile),
  period: fc.option(hostile),
  addressee: fc.option(hostile),
});
const anyPatterns: fc.Arbitrary<Patterns> = fc.constantFrom(EMPTY, LEARNED);

/** A draft's strings with what the brief gave taken out. */
function unasked(draft: Draft): string[] {
  const given = [draft.title, draft.topic, draft.unit, draft.period, draft.addressee].filter(
    (text): text is string => text !== null,
  );
  const strings = [
    ...draft.opening.map(({ text }) => text),
    ...flatSections(draft.sections).flatMap(({ title, guide, slots }) => [
      title,
      ...guide,
      ...slots.map(({ name }) => name),
    ]),
  ];
  return strings.map((text) =>
    given.sort((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, ""), text),
  );
}

describe("laws", () => {
  it("every numeral comes from the brief; the draft is of its schema; the same brief gives the same draft", () => {
    fc.assert(
      fc.property(anyBrief, anyPatterns, (given, patterns) => {
        const draft = composeOutline(given, patterns);
        expect(draftSchema.safeParse(draft).success).toBe(true);
        expect(composeOutline({ ...given }, patterns)).toEqual(draft);
        for (const text of unasked(draft)) expect(text).toSatisfy(isNumberFree);
      }),
      { numRuns: 1000 },
    );
  });

  it("no names of the collection stand in a draft, and no run of more than 15 characters but shared headings", () => {
    const texts = collection.documents.map(({ text }) => text);
    fc.assert(
      fc.property(anyBrief, (given) => {
        const draft = composeOutline(
          {
            ...given,
            unit: null,
            period: null,
            addressee: null,
            topic: given.topic === "双拥工作" ? "双拥工作" : null,
          },
          LEARNED,
        );
        const strings = [...unasked(draft), draft.title];
        expect(strings.join("\n")).not.toMatch(/青屿|白渡|石坳|巡诊|锅炉/);
        for (const string of strings)
          for (let at = 0; at + 16 <= string.length; at++)
            expect(texts.some((text) => text.includes(string.slice(at, at + 16)))).toBe(false);
      }),
    );
  });
});

describe("renderMarkdown", () => {
  it("shows title, salutation, guide, signature, and no support", async () => {
    const lines = (await renderMarkdown(composeOutline(brief({ addressee: "县双拥办：" }), LEARNED))).split("\n");
    expect(lines[0]).toBe("# 望麓县人民医院2024年双拥工作总结");
    expect(lines[2]).toBe("县双拥办：");
    expect(lines).toContain("## 二、深化国防教育");
    expect(lines).toContain("> 常给出的数据：【待补：走访人数】。");
    expect(lines.slice(-3)).toEqual(["望麓县人民医院  ", "【待补：成文日期】", ""]);
    expect(lines.join("\n").replaceAll("2024年", "")).not.toMatch(/\d/);
  });

  it("gives the same lines whatever the brief holds, and no markup of its own", async () => {
    const plain = (await renderMarkdown(composeOutline(brief({ topic: null, addressee: "甲" }), EMPTY))).split("\n");
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const unit = `甲${text}乙`;
        const outline = composeOutline(brief({ topic: null, unit, period: unit, addressee: `${text}乙` }), EMPTY);
        const lines = (await renderMarkdown(outline)).split("\n");
        expect(lines).toHaveLength(plain.length);
      }),
      { numRuns: 500 },
    );
  });
});
