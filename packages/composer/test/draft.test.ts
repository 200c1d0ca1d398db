import { type Brief, type BriefFigure, DOCUMENT_KINDS, type Draft, flatSections } from "@zongjie/document";
import { draftSchema } from "@zongjie/document/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDraft } from "../src/draft.ts";
import { explainDraft } from "../src/explain.ts";
import { figuresOfDocument } from "../src/figures/given.ts";
import { isNumberFree } from "../src/heading.ts";
import { renderHtml } from "../src/html.ts";
import { renderMarkdown } from "../src/markdown.ts";
import { escaped } from "../src/names.ts";
import { sentenceFrames } from "../src/sentence-frames.ts";
import { COLLECTION, EMPTY, LEARNED } from "./patterns.ts";

const BRIEF: Brief = {
  kind: "总结",
  topic: "双拥工作",
  unit: "望麓县人民医院",
  period: "2024年",
  addressee: "县双拥办",
  date: "2024年12月20日",
  people: [{ name: "岳清和", post: "院长" }],
  figures: [
    { metric: "双拥专题会议", value: 4, unit: "次" },
    { metric: "国防教育讲座", value: 6, unit: "场", comparison: "同比增长20%" },
    { metric: "走访优抚对象", value: 128, unit: "户" },
    { metric: "体检车", value: 2, unit: "辆" },
    { metric: "优抚对象体检率", value: 100, unit: "%", target: true, period: "2025年" },
  ],
};
const section = (draft: Draft, title: string): string =>
  draft.sections
    .filter((one) => one.title.includes(title))
    .flatMap(({ sentences }) => sentences.map(({ text }) => text))
    .join("");

describe("composeDraft", () => {
  const draft = composeDraft(BRIEF, LEARNED);

  it("tells each figure where it belongs, by sentences that reports share", () => {
    expect(section(draft, "领导")).toContain("由院长岳清和牵头");
    expect(section(draft, "领导")).toContain("2024年召开双拥专题会议4次。");
    expect(section(draft, "国防教育")).toMatch(/国防教育讲座6场，同比增长20%。/);
    expect(section(draft, "优抚对象")).toContain("走访优抚对象128户");
    expect(section(draft, "打算")).toMatch(/2025年，.*优抚对象体检率.*100%/);
    const mined = draft.sections.flatMap(({ sentences }) => sentences).filter(({ support }) => 3 <= support);
    expect(mined.length).toBeGreaterThanOrEqual(2);
    expect(draft.unplaced).toEqual([]);
  });

  it("repeats no pattern, and knows all the figures and sources that it names", () => {
    const said = [...draft.opening, ...flatSections(draft.sections).flatMap(({ sentences }) => sentences)];
    const ids = said.map(({ pattern }) => pattern);
    expect(new Set(ids).size).toBe(ids.length);
    const sources = new Set(LEARNED.sources.map(({ id }) => id));
    for (const one of said) expect(one.sources.every((id) => sources.has(id))).toBe(true);
  });

  it("gives other wordings for other seeds, the same for the same", async () => {
    expect(composeDraft(BRIEF, LEARNED, { seed: 0 })).toEqual(draft);
    const other = composeDraft(BRIEF, LEARNED, { seed: 1 });
    expect(await renderMarkdown(other)).not.toBe(await renderMarkdown(draft));
    expect(other.sections.map(({ figures }) => figures)).toEqual(draft.sections.map(({ figures }) => figures));
  });

  it("shows which figures belong under the headings of an outline", async () => {
    const outline = await renderMarkdown(composeDraft(BRIEF, LEARNED, { outline: true }));
    expect(outline).toContain("> 可用的数据：双拥专题会议4次。");
    expect(outline).toContain("优抚对象体检率100%（2025年，目标）");
  });

  it("takes the sections that the brief names, in their order", () => {
    const sections = ["国防教育", "组织领导", "打算"];
    const titles = composeDraft({ ...BRIEF, sections }, LEARNED).sections.map(({ marker, title }) => marker + title);
    expect([titles[0], titles.length]).toEqual(["一、国防教育", 3]);
    expect(titles[1]).toContain("组织领导");
  });

  const tones: readonly [Brief["headings"], RegExp][] = [
    ["four-character", /^.{4}(?:，.{4})?$/u],
    ["plain", /^.{2,10}$/u],
  ];
  it.each(tones)("heads sections in the tone %s", (headings, form) => {
    for (const { title } of composeDraft({ ...BRIEF, headings }, EMPTY).sections) expect(title).toMatch(form);
  });

  it("says more where more is asked for", async () => {
    const size = async (length: Brief["length"]): Promise<number> =>
      (await renderMarkdown(composeDraft({ ...BRIEF, length }, LEARNED))).length;
    const normal = await size("normal");
    expect(await size("short")).toBeLessThan(normal);
    expect(normal).toBeLessThanOrEqual(await size("long"));
    expect(await size(500)).toBe(await size("short"));
  });

  const signers: readonly [Partial<Brief>, string][] = [
    [{ kind: "总结" }, "望麓县人民医院"],
    [{ kind: "述职" }, "述职人：岳清和"],
    [{ kind: "述职", people: [] }, "述职人：【待补：姓名】"],
    [{ kind: "述职", topic: "领导班子履职" }, "望麓县人民医院"],
  ];
  it.each(signers)("%j is signed %s", (fields, unit) =>
    expect(composeDraft({ ...BRIEF, ...fields }, LEARNED).signature.unit).toBe(unit),
  );

  it("lists the figures that stand nowhere, with the reason", () => {
    const figures = [{ metric: "读者", value: 3, unit: "人", section: "别处" }];
    const { unplaced } = composeDraft({ ...BRIEF, figures }, LEARNED);
    expect(unplaced).toEqual([{ figure: "f1", reason: "no section 别处 in the draft" }]);
  });

  it("explains itself", () => {
    const lines = explainDraft(draft).join("\n");
    expect(lines).toMatch(/heading: (?:wording|clauses|term) of 4 documents/);
    expect(lines).toContain("figures: f1 双拥专题会议4次");
  });
});

const SOURCES = COLLECTION.documents.map(({ text }) => text.normalize("NFKC").replace(/\s+/gu, ""));
const cut = fc
  .tuple(fc.nat({ max: 3 }), fc.nat({ max: 200 }), fc.integer({ min: 2, max: 12 }))
  .map(([source, at, size]) => (SOURCES[source] ?? "").slice(at, at + size));
const words = fc.oneof(
  cut,
  fc.constantFrom(
    "双拥工作",
    "国防教育",
    "优抚对象",
    "走访户数",
    "{指标}",
    "{数}",
    "7月",
    "三个",
    "<b>*x*</b>",
    "\u202e\u0007",
    "$&",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const anyFigure: fc.Arbitrary<BriefFigure> = fc.record(
  {
    metric: words,
    value: fc.oneof(fc.integer({ min: -5, max: 1_000_000 }), fc.constantFrom("48.5万", "1,950", "96.5%", "许多")),
    unit: fc.constantFrom("", "人次", "户", "%", "万元", "期"),
    period: fc.option(fc.constantFrom("2024年", "2025年", "截至6月底")),
    qualifier: fc.option(fc.constantFrom("approx", "at_least", "at_most")),
    comparison: fc.option(fc.constantFrom("同比增长3.2%", "比上年减少12人", { base: "", direction: "up" as const })),
    target: fc.oneof(fc.boolean(), fc.integer({ min: 1, max: 99 })),
    section: fc.option(fc.constantFrom("组织领导", "打算", "做法", "国防教育")),
  },
  { requiredKeys: ["metric", "value"] },
);
const anyBrief: fc.Arbitrary<Brief> = fc.record(
  {
    kind: fc.constantFrom(...DOCUMENT_KINDS),
    topic: fc.option(words),
    unit: fc.option(words),
    period: fc.option(fc.oneof(words, fc.constant("2024"))),
    addressee: fc.option(words),
    date: fc.option(words),
    sections: fc.option(fc.array(words, { minLength: 1, maxLength: 5 })),
    length: fc.option(fc.constantFrom<Brief["length"]>("short", "normal", "long", 3000)),
    headings: fc.option(fc.constantFrom("four-character", "verb-object", "plain")),
    figures: fc.array(anyFigure, { maxLength: 12 }),
    people: fc.array(fc.oneof(words, fc.record({ name: words, post: words })), { maxLength: 2 }),
    places: fc.array(words, { maxLength: 2 }),
  },
  { requiredKeys: ["kind"] },
);
const OPTIONS = fc.record({
  outline: fc.boolean(),
  seed: fc.nat({ max: 9 }),
  figures: fc.constantFrom([], COLLECTION.documents.flatMap(figuresOfDocument)),
});

/** All that a draft says, passage by passage. */
function passages(draft: Draft): string[] {
  const text = (list: readonly { readonly text: string }[]): string => list.map((one) => one.text).join("");
  return [
    text(draft.opening),
    ...flatSections(draft.sections).flatMap(({ title, guide, sentences }) => [title, ...guide, text(sentences)]),
    text(draft.closing),
  ];
}

/** All that was given, as it is printed, and the shorter forms of a metric. */
function givenIn(draft: Draft, brief: Brief): string[] {
  const strings = (value: unknown): string[] =>
    typeof value === "string" || typeof value === "number"
      ? [
          `${value}`,
          `${value}`.normalize("NFKC"),
          `${value}`.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\s]+/gu, " ").trim(),
        ]
      : value !== null && typeof value === "object"
        ? Object.values(value).flatMap(strings)
        : [];
  const metrics = draft.figures.flatMap(({ metric }) =>
    Array.from({ length: Math.max(0, metric.length - 1) }, (_, i) => metric.slice(0, i + 2)),
  );
  // 院长岳清和 stands as one: what is looked for first may not cut into it
  const people = (brief.people ?? []).flatMap((one) =>
    typeof one === "string" ? [] : [`${strings(one.post).at(-1) ?? ""}${strings(one.name).at(-1) ?? ""}`],
  );
  return [
    ...strings(brief),
    ...people,
    ...draft.figures.flatMap(({ surface, period }) => [surface, period ?? ""]),
    ...metrics,
    draft.period ?? "",
  ].filter((text) => text !== "");
}

const DIGITS = /\d+/gu;
it("no frame of the lexicon holds a numeral", () => {
  const { openers, more, opening, introduce, closing, clauses, leads, again, resolve, rivals, signers, follows } =
    sentenceFrames();
  const lists = { more, again, resolve: resolve.lines, single: [rivals, ...Object.values({ ...signers, ...follows })] };
  const frames = [openers, opening, introduce, closing, ...Object.values(clauses), leads, lists].flatMap((group) =>
    Object.values<readonly string[]>(group).flat(),
  );
  expect(frames.length).toBeGreaterThan(100);
  expect(frames.filter((frame) => !isNumberFree(frame.replace(/\{[^}]*\}/gu, "")))).toEqual([]);
});

const NAMES = /青屿|白渡|石坳|云岫/;

describe("laws", () => {
  it("no numeral, name or date stands in a draft that is not given", () => {
    fc.assert(
      fc.property(anyBrief, OPTIONS, (brief, options) => {
        const draft = composeDraft(brief, LEARNED, options);
        expect(draftSchema.safeParse(draft).success).toBe(true);
        const given = givenIn(draft, brief);
        const digits = new Set(given.flatMap((text) => text.match(DIGITS) ?? []));
        const joined = new RegExp(`^(?:${[...digits].join("|")})+$`, "u");
        const bare = given
          .map((text) => text.replace(DIGITS, ""))
          .filter((text) => 2 <= text.length || !isNumberFree(text))
          .sort((a, b) => b.length - a.length);
        const told = new RegExp(bare.map(escaped).join("|") || "$.", "g");
        for (const passage of passages(draft)) {
          // unit and period side by side: 分院2 and 2024年
          for (const number of passage.match(DIGITS) ?? []) expect(number).toMatch(joined);
          const rest = passage.replace(DIGITS, "").replace(told, "，");
          expect(rest).toSatisfy(isNumberFree);
          expect(rest).not.toMatch(NAMES);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("no run of more than 15 characters is shared with one or two sources alone", () => {
    fc.assert(
      fc.property(anyBrief, OPTIONS, (brief, options) => {
        // what a brief says itself is no copy
        const when = brief.period ?? "";
        fc.pre(when === "" || !SOURCES.some((source) => source.includes(when + brief.topic)));
        const draft = composeDraft(brief, LEARNED, options);
        expect(draft.overlap.length).toBeLessThanOrEqual(15);
        for (const passage of passages(draft)) {
          const plain = passage.normalize("NFKC").replace(/\s+/gu, "");
          for (let at = 0; at + 16 <= plain.length; at++) {
            const run = plain.slice(at, at + 16);
            const holders = SOURCES.filter((source) => source.includes(run)).length;
            expect(holders === 0 || 3 <= holders ? "" : run).toBe("");
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("an aim is never worded as done", () => {
    const aims = fc.array(
      fc.record({
        metric: fc.constantFrom("优抚对象体检率", "国防教育讲座", "走访优抚对象", "双拥专题会议", "床位"),
        value: fc.integer({ min: 1, max: 99 }),
        unit: fc.constantFrom("%", "场", "户", "张"),
        qualifier: fc.option(fc.constantFrom("approx", "at_least", "at_most")),
        comparison: fc.option(fc.constant("同比增长3.2%")),
        target: fc.constant(true),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(aims, fc.constantFrom(...DOCUMENT_KINDS), fc.nat({ max: 9 }), (figures, kind, seed) => {
        const draft = composeDraft({ ...BRIEF, kind, figures }, LEARNED, { seed });
        const told = flatSections(draft.sections).flatMap(({ sentences }) =>
          sentences.filter((one) => 0 < one.figures.length),
        );
        for (const { text } of told) expect(text).toMatch(/力争|争取|计划|拟|目标|预期|不低于|不少于|不超过/);
      }),
      { numRuns: 300 },
    );
  });

  it("each figure stands in a sentence or is listed with a reason", () => {
    fc.assert(
      fc.property(anyBrief, OPTIONS, (brief, options) => {
        const draft = composeDraft(brief, LEARNED, options);
        const sections = flatSections(draft.sections);
        const told = sections.flatMap(({ figures, sentences }) =>
          options.outline ? figures : sentences.flatMap((one) => one.figures),
        );
        const listed = draft.unplaced.map(({ figure }) => figure);
        expect([...new Set(told), ...listed].sort()).toEqual(draft.figures.map(({ id }) => id).sort());
      }),
      { numRuns: 300 },
    );
  });

  it("HTML and Markdown hold no markup but their own, and no ids", async () => {
    await fc.assert(
      fc.asyncProperty(anyBrief, OPTIONS, async (brief, options) => {
        const draft = composeDraft(brief, LEARNED, options);
        const html = renderHtml(draft).replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/gu, "");
        const tags = html.match(/<[^>]*>/gu) ?? [];
        expect(tags.every((tag) => /^<\/?(?:h[1-6]|p|br|div|mark)(?: class="(?:to|guide|sign)")?>$/.test(tag))).toBe(
          true,
        );
        expect(html.replace(/<[^>]*>/gu, "")).not.toMatch(/[<>]/);
        const both = html + (await renderMarkdown(draft));
        for (const { id } of LEARNED.sentences) expect(both).not.toContain(id);
      }),
      { numRuns: 300 },
    );
  });
});
