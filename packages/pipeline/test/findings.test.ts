import type { Check, DocumentRecord, Figure, Finding, PageRecord } from "@zongjie/document";
import { findingListSchema } from "@zongjie/document/schema";
import { describe, expect, it } from "vitest";
import { findingsOf } from "../src/index.ts";

const FIGURE: Figure = {
  surface: "",
  start: 0,
  end: 0,
  value: null,
  range: null,
  unit: "",
  kind: "count",
  qualifier: null,
  metric: "",
  subject: null,
  period: null,
  periodNormalized: null,
  comparison: null,
  modality: "stated",
  suspect: null,
  likely: null,
  masked: false,
  raw: [],
  section: [],
};

type Given = Partial<Figure> & Pick<Figure, "surface">;

/** A page of one document whose text is the source, its sentences ending at 。 */
function page(text: string, given: readonly Given[], checks: readonly Check[]): PageRecord {
  let at = 0;
  const figures = given.map((own): Figure => {
    const start = text.indexOf(own.surface, at);
    at = start + own.surface.length;
    return { ...FIGURE, value: Number.parseFloat(own.surface), ...own, start, end: at, raw: [{ start, end: at }] };
  });
  const sentences = [...text.matchAll(/[^。\n]+。?/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const document = {
    id: `${"0".repeat(16)}#0`,
    title: "东岭县工作总结",
    text,
    figures,
    checks,
    sentences,
    blocks: [],
  } as unknown as DocumentRecord;
  return { source: { uri: "page.txt" }, documents: [document] } as unknown as PageRecord;
}

const check = (code: Check["code"], stated: number, computed: number, figures: readonly number[]): Check => ({
  code,
  holds: stated === computed,
  stated,
  computed,
  tolerance: 0,
  figures,
});
const only = (
  text: string,
  given: readonly Given[],
  checks: readonly Check[],
  source: string | null = null,
): Finding => {
  const [one, ...others] = findingsOf(page(text, given, checks), source);
  expect(others).toEqual([]);
  return one as Finding;
};

describe("a check in words", () => {
  const pieces = (...surfaces: string[]): Given[] =>
    surfaces.map((surface) => ({ surface, unit: /[^\d.万亿]*$/.exec(surface)?.[0] ?? "" }));
  const tenThousand = (surface: string): Given => ({ surface, unit: "元", value: Number.parseFloat(surface) * 1e4 });
  it.each<[code: Check["code"], given: Given[], stated: number, computed: number, words: string]>([
    ["parts-sum", pieces("9件", "3件", "5件"), 9, 8, "parts sum to 8件, text says 9件 (difference 1件)"],
    ["parts-sum", pieces("8件", "3件", "5件"), 8, 8, "parts sum to 8件, text says 8件"],
    [
      "parts-sum",
      [tenThousand("9.5万元"), tenThousand("3.1万元"), tenThousand("6.2万元")],
      95000,
      93000,
      "parts sum to 9.3万元, text says 9.5万元 (difference 0.2万元)",
    ],
    [
      "parts-sum",
      [{ surface: "3万4000人", unit: "人", value: 34000 }, ...pieces("30000人", "4100人")],
      34000,
      34100,
      "parts sum to 34100人, text says 34000人 (difference 100人)",
    ],
    [
      "shares-sum",
      pieces("50%", "30%", "25%"),
      100,
      105,
      "shares sum to 105%, the whole is 100% (difference 5 points)",
    ],
    [
      "percent-of",
      pieces("89.4%", "505.45人", "562.11人"),
      89.4,
      89.919944495,
      "505.45人 of 562.11人 is 89.92%, text says 89.4% (difference 0.52 points)",
    ],
    ["percent-of", pieces("60%", "50家"), 60, 50, "50家 is 50%, text says 60% (difference 10 points)"],
    [
      "growth",
      pieces("50元", "390元", "350元"),
      50,
      40,
      "from 350元 to 390元 is a change of 40元, text says 50元 (difference 10元)",
    ],
    ["product", pieces("60元", "5人", "11元"), 60, 55, "5人 × 11元 is 55元, text says 60元 (difference 5元)"],
    [
      "growth",
      [
        { surface: "9%", unit: "%" },
        { surface: "5人", comparison: { base: "同比", direction: "up" } },
        { surface: "55人" },
      ],
      9,
      10,
      "5人 more or less, to 55人, is a change of 10%, text says 9% (difference 1 points)",
    ],
    ["parts-sum", pieces("5人", "52人", "48人"), 5, 4, "52人 less 48人 is 4人, text says 5人 (difference 1人)"],
    [
      "percent-of",
      pieces("95%", "3件", "50件"),
      95,
      94,
      "all but 3件 of 50件 is 94%, text says 95% (difference 1 points)",
    ],
    ["count-list", pieces("3个"), 3, 2, "list names 2个, text says 3个"],
    [
      "same-metric",
      [
        { surface: "3.6元", unit: "元", metric: "招商引资" },
        { surface: "3.2元", unit: "元" },
      ],
      3.6,
      3.2,
      "招商引资 is 3.6元 here, 3.2元 before, for the same period",
    ],
    ["range", pieces("120%"), 120, 100, "120% is not possible, the most that can be is 100%"],
    ["range", [], 31, 30, "31 is not possible, the most that can be is 30"],
  ])("%s of %j", (code, given, stated, computed, words) => {
    const text = `共${given.map(({ surface }) => surface).join("、")}。`;
    const indexes = given.map((_, i) => i);
    expect(only(text, given, [check(code, stated, computed, indexes)]).message).toBe(words);
  });
  it("says that rounding explains a difference", () => {
    const near = { ...check("percent-of", 61.3, 61.28, [0]), holds: true, tolerance: 0.05 };
    expect(only("占61.3%。", [{ surface: "61.3%", unit: "%" }], [near]).message).toMatch(
      /\(difference 0\.02 points, within rounding\)$/,
    );
  });
});

describe("a suspect figure in words", () => {
  it.each<[given: Given, words: string]>([
    [{ surface: "482%", unit: "%", suspect: "decimal-lost" }, "share of 482%: decimal point lost"],
    [
      { surface: "482%", unit: "%", suspect: "decimal-lost", likely: 4.82 },
      "share of 482%: decimal point lost, likely 4.82%",
    ],
    [{ surface: "1.6200.00元", value: null, suspect: "malformed" }, "1.6200.00元: malformed number, not read"],
    [{ surface: "6__元", value: null, suspect: "garbled" }, "6__元: damaged number, not read"],
    [{ surface: "1.38亿元", suspect: "decimal-separator" }, "1.38亿元: decimal point written as another mark"],
  ])("%j", (given, words) =>
    expect(only(`共${given.surface}。`, [given], [])).toMatchObject({ type: "suspect", holds: false, message: words }),
  );
  it("shows what the page has where it is at hand", () =>
    expect(
      only("共1.38亿元。", [{ surface: "1.38亿元", suspect: "decimal-separator" }], [], "共1、38亿元。").message,
    ).toBe("1.38亿元: decimal point written as another mark, the page has 1、38亿元"));
  it("is one finding with the check that says the same", () =>
    expect(
      only("占482%。", [{ surface: "482%", unit: "%", suspect: "decimal-lost" }], [check("range", 482, 100, [0])]).code,
    ).toBe("decimal-lost"));
});

describe("findingsOf", () => {
  const TEXT = "2023年检查9次。\n其中夜间3次。没有别的。白天5次。";
  const GIVEN = [{ surface: "9次" }, { surface: "3次" }, { surface: "5次", suspect: "garbled" as const }];
  const findings = findingsOf(page(TEXT, GIVEN, [check("parts-sum", 9, 8, [0, 1, 2])]), TEXT);
  it("gives each sentence once, in reading order, whatever the order of the figures", () => {
    const turned = only(TEXT, [{ surface: "9次" }, { surface: "3次" }], [check("parts-sum", 9, 3, [1, 0, 1])]);
    expect(turned.sentences.map(({ text }) => text)).toEqual(["2023年检查9次。", "其中夜间3次。"]);
  });
  it("says where the figures stand", () => {
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ["parts-sum", 1],
      ["garbled", 2],
    ]);
    for (const { figures } of findings)
      for (const { surface, raw, start, end } of figures)
        expect([TEXT.slice(raw.start, raw.end), TEXT.slice(start, end)]).toEqual([surface, surface]);
  });
  it("knows no line without the source", () =>
    expect(findingsOf(page(TEXT, GIVEN, []), null).map(({ line }) => line)).toEqual([null]));
  it("stands a finding without a figure last", () =>
    expect(
      findingsOf(page(TEXT, GIVEN, [check("range", 31, 30, []), check("parts-sum", 9, 8, [0, 1])]), TEXT).map(
        ({ code }) => code,
      ),
    ).toEqual(["parts-sum", "garbled", "range"]));
  it("gives a stretch of a sentence without end", () => {
    const long = `${"长".repeat(5000)}9次${"长".repeat(5000)}`;
    const [sentence] = only(long, [{ surface: "9次", suspect: "garbled" }], []).sentences;
    expect(sentence).toMatchObject({ start: 4000, end: 6002 });
  });
  it("keeps to its schema", () =>
    expect(findingListSchema.safeParse({ schema: "zongjie/check@1", findings }).success).toBe(true));
});
