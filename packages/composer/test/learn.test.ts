import { describe, expect, it } from "vitest";
import { learnPatterns } from "../src/learn.ts";
import { document, entity, type Part, page } from "./document.ts";

const LEAD = "医院把这件事列入议事日程，由院长负总责，办公室牵头协调各科室，明确到岗到人，定期听取汇报并督促整改";
const EDUCATION = "利用宣传栏、晨会和院刊开展国防教育，组织职工观看影片，请老战士讲传统，职工国防观念明显增强";
const CARE = "为优抚对象开辟绿色通道，减免挂号和检查费用，优惠政策上墙公示，每逢节日上门走访优抚对象";

/** A report of its own: the sections' matter in the words of `own`. */
const report = (own: string, parts: readonly [string, Part["role"], string][], title = "双拥工作总结") =>
  document(
    title,
    "总结",
    parts.map(([heading, role, body]) => ({ title: heading, role, body: `${body}。${own.repeat(6)}` })),
  );

const a = report("春耕时节，院里派车下乡巡诊不误农时", [
  ["加强领导", "组织领导", LEAD],
  ["抓好国防教育", "做法", EDUCATION],
  ["关爱优抚对象", "做法", CARE],
]);
const b = report("入冬以后，后勤班组连夜检修锅炉管道", [
  ["加强领导", "组织领导", "书记亲自抓"],
  ["国防教育进科室", "做法", "国防教育，人人听讲"],
  ["落实优抚对象待遇", "做法", "优抚对象，有求必应"],
]);

describe("learnPatterns", () => {
  it("counts a report that was copied twenty times once", () => {
    const patterns = learnPatterns([page(...Array.from({ length: 20 }, () => a)), page(b)]);
    expect([patterns.documents, patterns.distinct]).toEqual([21, 2]);
    expect(patterns.sources.map(({ copies }) => copies.length)).toEqual([19, 0]);
  });

  it("lets a copied passage speak for its original alone", () => {
    const thief = document("双拥工作总结", "总结", [
      { title: "加强领导", role: "组织领导", body: `${LEAD}。${"春耕时节，院里派车下乡巡诊不误农时".repeat(6)}` },
      {
        title: "别的事",
        role: "做法",
        body: "桥梁涵洞逐座排查，险情随报随修，雨季前清淤疏浚，路政人员分片包干，夜间留人值守".repeat(4),
      },
      {
        title: "还有别的",
        role: "做法",
        body: "图书馆添置书架，阅览室延长开放时间，志愿者周末领读，孩子们写下心得贴满墙".repeat(4),
      },
    ]);
    const lead = learnPatterns([page(a, thief)], { least: 1 }).themes.find(({ part }) => part === "组织领导");
    expect(lead?.headings).toEqual([{ text: "加强领导", sources: [0] }]);
  });

  it("tells which role follows which, by distinct documents", () => {
    const { kinds } = learnPatterns([page(a, a, b)]);
    expect(kinds).toHaveLength(1);
    expect(kinds[0]?.follows.map(({ from, to, support }) => `${from} ${to} ${support}`)).toEqual([
      "做法 做法 2",
      "做法 终 2",
      "始 组织领导 2",
      "组织领导 做法 2",
    ]);
    expect(kinds[0]?.sections).toBe(3);
  });

  it("puts sections on one matter into one theme", () => {
    const { themes } = learnPatterns([page(a, b)], { least: 1 });
    const shared = themes
      .filter(({ part, sources }) => part === "main" && sources.length === 2)
      .map(({ headings }) => headings.map(({ text }) => text));
    expect(shared).toEqual([
      ["国防教育进科室", "抓好国防教育"],
      ["关爱优抚对象", "落实优抚对象待遇"],
    ]);
  });

  it("opens a section that only gathers", () => {
    const gathered = document("双拥工作总结", "总结", [
      {
        title: "2023年主要工作",
        role: "做法",
        below: [
          { title: "国防教育", role: "做法" },
          { title: "走访慰问", role: "做法" },
        ],
      },
      { title: "下一步打算", role: "打算" },
    ]);
    const [source] = learnPatterns([page(gathered)]).sources;
    expect([source?.tops, source?.wrapped, source?.outline.map(({ part }) => part)]).toEqual([
      2,
      true,
      ["main", "main", "打算"],
    ]);
  });

  it("keeps no names, years or numbers", () => {
    const named = document(
      "望麓县人民医院2023年双拥工作总结",
      "总结",
      [
        {
          title: "望麓县人民医院2023年工作",
          role: "做法",
          body: "望麓县人民医院请岳清和讲课",
          metrics: ["岳清和捐款", "慰问人数"],
        },
      ],
      { entities: [entity("org", "望麓县人民医院"), entity("person", "岳清和"), entity("place", "望麓县")] },
    );
    const told = JSON.stringify(learnPatterns([page(named, b)], { least: 1 }));
    expect(told).toContain("慰问人数");
    expect(told).not.toMatch(/望麓|岳清和|2023/);
  });

  it("learns nothing from nothing", () => {
    expect(learnPatterns([])).toEqual({
      schema: "zongjie/patterns@1",
      documents: 0,
      distinct: 0,
      sections: 0,
      sources: [],
      families: [],
      themes: [],
      kinds: [],
      least: 3,
      sentences: [],
    });
  });
});
