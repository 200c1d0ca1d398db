import type { DocumentRecord, Figure } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { figuresOfDocument, figuresOfRows, type Given, givenFigures } from "../src/figures/given.ts";
import { foreignUnits, yearsIn } from "../src/figures/origin.ts";
import { kindOfUnit } from "../src/figures/unit.ts";
import { document, FIGURE } from "./document.ts";

/** A document of sentences in which figures stand: [metric, surface, unit]. */
type Read = readonly [metric: string, surface: string, unit: string, rest?: Partial<Figure>];
function record(text: string, figures: readonly Read[], fields: Partial<DocumentRecord> = {}): DocumentRecord {
  let from = 0;
  const found = figures.map(([metric, surface, unit, rest]): Figure => {
    const start = text.indexOf(surface, from);
    from = start + surface.length;
    const value = Number.parseFloat(surface);
    return { ...FIGURE, metric, surface, unit, value, kind: kindOfUnit(unit), start, end: from, ...rest };
  });
  const sentences = [...text.matchAll(/[^。]+。/gu)].map(([sentence], i, all) => {
    const start = all.slice(0, i).reduce((sum, [before]) => sum + before.length, 0);
    return { start, end: start + sentence.length };
  });
  return { ...document(null, "总结", []), text, figures: found, sentences, ...fields };
}
const read = (text: string, figures: readonly Read[], fields: Partial<DocumentRecord>, years: number[] = []): Given[] =>
  givenFigures([], figuresOfDocument(record(text, figures, fields)), years);

const named: readonly [string | null, number[]][] = [
  ["望麓县2024年双拥工作总结", [2024]],
  ["2021—2023年规划", [2021, 2022, 2023]],
  ["2023年至2024年", [2023, 2024]],
  ["2024年总结和2025年计划", [2024, 2025]],
  ["二〇二四年度", [2024]],
  ["二○二零年", [2020]],
  ["２０２４年", [2024]],
  ["合同120245号", []],
  [null, []],
];
it.each(named)("the years of %s are %j", (text, years) => expect(yearsIn(text)).toEqual(years));

const OTHER = "of 2020年, the brief is of 2024年";
const years: readonly [
  what: string,
  figure: Partial<Figure>,
  fields: Partial<DocumentRecord>,
  reason: string | null,
][] = [
  ["a title of another year", {}, { title: "东岭县2020年双拥工作总结" }, OTHER],
  ["a title of the year", {}, { title: "东岭县2024年双拥工作总结" }, null],
  ["a title of both", {}, { title: "2020年至2024年工作总结" }, null],
  ["a signature of another year", {}, { signature: { unit: null, date: "2020年12月3日" } }, OTHER],
  ["its own year, told with it", { period: "2020年" }, { title: "2020年总结" }, null],
  ["全年 that is read as a year", { period: "全年", periodNormalized: "2020" }, { title: "2020年总结" }, null],
  ["a month of another year", { period: "1—9月", periodNormalized: "2020-01/2020-09" }, {}, OTHER],
  ["a month of nobody knows when", { period: "9月" }, { title: "2020年总结" }, OTHER],
  ["an aim", { modality: "target" }, { title: "2020年总结" }, OTHER],
  ["a figure in doubt", { masked: true }, { title: "2020年总结" }, OTHER],
  ["nothing", {}, {}, null],
];
describe("a brief of 2024年", () => {
  it.each(years)("and a record's figure: %s", (_, figure, fields, reason) => {
    const [found] = read("走访优抚对象20户。", [["走访优抚对象", "20户", "户", figure]], fields, [2024]);
    expect(found?.untold).toBe(reason);
  });
  it("takes rows as it takes records", () => {
    const place = { document: "a", issuer: null, section: null, source: "a", start: 0, end: 3 };
    const amount = { metric: "走访", surface: "20户", unit: "户", low: null, high: null };
    const row = { ...FIGURE, ...place, ...amount, comparison: null, direction: null, sentence: "走访20户。" };
    const told = ["2020年总结", "2024年总结", null].map(
      (title) => givenFigures([], figuresOfRows([{ ...row, title }]), [2024])[0]?.untold,
    );
    expect(told).toEqual([OTHER, null, null]);
    const dated = { ...row, title: null, start: 9, period: "全年", periodNormalized: "2020" };
    expect(givenFigures([], figuresOfRows([{ ...row, title: null }, dated]), [2024])[0]?.untold).toBe(OTHER);
  });
});

it("takes any year where the brief names none", () => {
  expect(read("走访20户。", [["走访", "20户", "户"]], { title: "2020年总结" })[0]?.untold).toBeNull();
});

const units: readonly [own: string | null, title: string | null, signed: string | null, others: string[]][] = [
  ["望麓县人民医院", null, "东岭县医院", ["东岭县医院"]],
  ["望麓县人民医院", "东岭县医院2020年双拥工作总结", null, ["东岭县医院"]],
  ["望麓县人民医院", "望麓县2024年工作总结", null, []],
  ["望麓县人民医院", null, "县医院", []],
  ["望麓县医院", null, "中共望麓县人民医院委员会", []],
  ["望麓县医院", "扎实推进双拥工作2020年总结", null, []],
  ["望麓县医院", null, null, []],
  [null, null, "东岭县医院", []],
];
it.each(units)("for %s, %s signed %s is of another unit: %j", (own, title, signed, others) => {
  const figures = figuresOfDocument(
    record("走访20户。", [["走访", "20户", "户"]], { title, signature: { unit: signed, date: null } }),
  );
  expect(foreignUnits(own, figures)).toEqual({ units: others, figures: others.length });
});

const NOT_BEHIND = "a share that does not stand behind 小微企业 in its text";
const shares: readonly [string, readonly Read[], boolean, string | null][] = [
  [
    "小微企业1189户，占83.4%。",
    [
      ["小微企业", "1189户", "户"],
      ["小微企业", "83.4%", "%"],
    ],
    true,
    null,
  ],
  [
    "小微企业1189户。小微企业占83.4%。",
    [
      ["小微企业", "1189户", "户"],
      ["小微企业", "83.4%", "%"],
    ],
    false,
    NOT_BEHIND,
  ],
  [
    "小微企业1189户，商铺20家，占83.4%。",
    [
      ["小微企业", "1189户", "户"],
      ["商铺", "20家", "家"],
      ["小微企业", "83.4%", "%"],
    ],
    false,
    NOT_BEHIND,
  ],
  ["小微企业占83.4%。", [["小微企业", "83.4%", "%"]], false, null],
];
it.each(shares)("%s", (text, figures, joined, reason) => {
  const found = read(text, figures, {});
  expect([found.at(-1)?.behind === "f1", found.at(-1)?.untold]).toEqual([joined, reason]);
});

const STOCK = "what there is, not what is aimed at";
const aims: readonly [string, Read, string | null][] = [
  ["对全县120家企业开展检查。", ["企业", "120家", "家"], STOCK],
  ["排查整治老旧电梯45台。", ["老旧电梯", "45台", "台"], STOCK],
  ["全县现有养老院18个，力争全部达标。", ["养老院", "18个", "个"], STOCK],
  ["检查企业120家。", ["检查企业", "120家", "家"], null],
  ["对标先进，新增床位50张。", ["床位", "50张", "张"], null],
  ["排查率达到98%。", ["排查率", "98%", "%"], null],
];
it.each(aims)("an aim: %s", (text, [metric, surface, unit], reason) => {
  expect(read(text, [[metric, surface, unit, { modality: "target" }]], {})[0]?.untold).toBe(reason);
});
