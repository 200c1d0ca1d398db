import type { DocumentRecord, Figure, PageRecord } from "@zongjie/document";
import { figureTableSchema, jsonSchema } from "@zongjie/document/schema";
import { describe, expect, it } from "vitest";
import { FIGURE_COLUMNS, type FigureChoice, figureChooser, figureRow, runPage } from "../src/index.ts";

const PAGE = `东岭县2023年养老服务工作总结
2023年，全县新建社区食堂12个，投入资金1、38亿元。
一、存在的问题
（一）人员不足
办理一件事需要6-15个工作日，医护比为1:2。
东岭县民政局
2023年12月28日
`;
const page: PageRecord = runPage({ uri: "page.txt", bytes: Buffer.from(PAGE) }, { keywords: 0 });
const document = page.documents[0] as DocumentRecord;
const figureOf = (surface: string): Figure => {
  const found = document.figures.find((figure) => figure.surface === surface);
  if (found === undefined) throw new Error(`${surface} is not found`);
  return found;
};
const row = (surface: string) => figureRow(figureOf(surface), document, page);

describe("the figures table", () => {
  it("has the columns of its schema, in order", () => {
    const { properties } = jsonSchema("figures") as { properties: { figures: { items: { properties: object } } } };
    expect(FIGURE_COLUMNS.map(({ name }) => name)).toEqual(Object.keys(properties.figures.items.properties));
  });
  it("says of each column what its cells hold", () => {
    for (const { name, type } of FIGURE_COLUMNS)
      for (const figure of document.figures) {
        const cell = figureRow(figure, document, page)[name];
        const expected = { text: "string", number: "number", integer: "number", boolean: "boolean" }[type];
        if (cell !== null) expect([name, typeof cell]).toEqual([name, expected]);
      }
  });
  it("keeps to its schema", () =>
    expect(
      figureTableSchema.safeParse({
        schema: "zongjie/figures@1",
        figures: document.figures.map((figure) => figureRow(figure, document, page)),
      }).success,
    ).toBe(true));
  it.each([
    ["the document", "12个", { title: "东岭县2023年养老服务工作总结", issuer: "东岭县民政局", source: "page.txt" }],
    ["a value", "12个", { value: 12, low: null, high: null, unit: "个", kind: "count", surface: "12个", likely: null }],
    ["a repaired one", "1.38亿元", { value: 138000000, unit: "元", suspect: "decimal-separator", masked: false }],
    ["a range", "6-15个工作日", { value: null, low: 6, high: 15 }],
    ["a ratio, whose parts are no range", "1:2", { value: null, low: null, high: null, surface: "1:2" }],
    ["the sentence", "12个", { sentence: "2023年，全县新建社区食堂12个，投入资金1.38亿元。" }],
    ["the period", "12个", { period: "2023年", periodNormalized: "2023" }],
    ["no section", "12个", { section: null }],
    ["the headings above", "1:2", { section: "一、存在的问题 › （一）人员不足" }],
    ["no change", "12个", { comparison: null, direction: null, modality: "stated" }],
  ])("has %s", (_what, surface, cells) => expect(row(surface)).toMatchObject(cells));
  it("leads back to the page", () => {
    const { start, end } = row("1.38亿元");
    expect(PAGE.slice(start, end)).toBe("1、38亿元");
  });
});

describe("figureChooser", () => {
  const figure: Figure = {
    ...figureOf("12个"),
    metric: "普通门诊 人次ＧＤＰ",
    unit: "％",
    kind: "percent",
    period: "2023年1―5月",
    periodNormalized: "2023-01/2023-05",
  };
  it.each<[what: string, choice: FigureChoice, asked: boolean]>([
    ["nothing is asked", {}, true],
    ["a part of the metric", { metrics: ["门诊"] }, true],
    ["one of several metrics", { metrics: ["住院", "门诊"] }, true],
    ["another metric", { metrics: ["住院"] }, false],
    ["a metric across a blank", { metrics: ["门诊人次"] }, true],
    ["a metric in another width and case", { metrics: ["gdp"] }, true],
    ["the unit in another width", { units: ["%"] }, true],
    ["a part of the unit", { units: [""] }, false],
    ["the kind", { kinds: ["count", "percent"] }, true],
    ["another kind", { kinds: ["count"] }, false],
    ["the period as written", { periods: ["2023年"] }, true],
    ["the normalised period", { periods: ["2023-05"] }, true],
    ["another period", { periods: ["2022"] }, false],
    ["suspect ones", { suspect: true }, false],
    ["all of several options", { metrics: ["门诊"], kinds: ["count"] }, false],
  ])("takes figures by %s", (_what, choice, asked) => expect(figureChooser(choice)(figure)).toBe(asked));
  it("takes suspect ones", () =>
    expect(figureChooser({ suspect: true })({ ...figure, suspect: "garbled" })).toBe(true));
});
