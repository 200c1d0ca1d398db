import type { Draft, DraftFigure, DraftSection, DraftSentence } from "@zongjie/document";

/** A sentence of a draft that three documents are behind. */
export function sentence(text: string, rest: Partial<DraftSentence> = {}): DraftSentence {
  return { text, pattern: "s7", support: 3, sources: ["甲.html#1", "乙.html#1"], figures: [], slots: [], ...rest };
}

/** A section with one paragraph. */
export function section(level: number, heading: string, rest: Partial<DraftSection> = {}): DraftSection {
  const [, marker = "", title = ""] = /^(.+?[、）.])(.*)$/u.exec(heading) ?? [];
  return {
    level,
    marker,
    title,
    role: "做法",
    origin: "heading",
    support: 4,
    base: 6,
    sources: ["甲.html#1"],
    guide: ["写谁牵头、怎样分工。", "常给出的数据：【待补：走访户数】。"],
    slots: [],
    sentences: [],
    figures: [],
    children: [],
    ...rest,
  };
}

/** A figure of the brief. */
export function figure(id: string, rest: Partial<DraftFigure> = {}): DraftFigure {
  return {
    id,
    metric: "门诊人次",
    value: 485_000,
    surface: "48.5万人次",
    unit: "人次",
    period: "2024年",
    qualifier: null,
    comparison: null,
    modality: "stated",
    origin: "brief",
    source: null,
    ...rest,
  };
}

/** A draft with a heading of each level. */
export function draft(rest: Partial<Draft> = {}): Draft {
  return {
    schema: "zongjie/draft@1",
    kind: "总结",
    topic: "双拥工作",
    unit: "望麓县人民医院",
    period: "2024年",
    title: "望麓县人民医院2024年双拥工作总结",
    addressee: "县双拥办",
    form: "draft",
    opening: [sentence("2024年，全院“双拥”工作稳步推进。"), sentence("现总结如下。", { pattern: "f1", support: 0 })],
    sections: [
      section(1, "一、加强领导", {
        sentences: [sentence("全年门诊48.5万人次。", { figures: ["f1"] })],
        children: [
          section(2, "（一）健全机制", {
            children: [section(3, "1.设立窗口", { children: [section(4, "（1）专人负责")] })],
          }),
        ],
      }),
      section(1, "二、优化服务", {
        origin: "frame",
        support: 0,
        sentences: [sentence("走访【待补：走访户数】户。", { slots: [{ name: "走访户数" }] })],
      }),
    ],
    closing: [sentence("特此报告。", { pattern: null, support: 0, sources: [] })],
    signature: { unit: "望麓县人民医院", date: "2024年12月31日" },
    figures: [figure("f1"), figure("f2", { metric: "慰问金额", surface: "3万元", modality: "target" })],
    unplaced: [{ figure: "f2", reason: "没有合适的部分" }],
    overlap: { length: 9, source: "丙.html#1", text: "走访慰问驻地官兵家" },
    seed: 0,
    evidence: { documents: 12, distinct: 9, sections: 40 },
    ...rest,
  };
}
