import { loadData } from "@zongjie/lexicon";
import { describe, expect, it } from "vitest";
import { findFigures, normalUnit, unitFileSchema } from "../src/index.ts";

const file = loadData("figures/units.yaml", unitFileSchema);
const names = new Set(file.groups.flatMap(({ units }) => units.map((unit) => unit.normalize("NFKC"))));

describe("the units", () => {
  it.each(file.groups.flatMap(({ kind, examples }) => examples.map((example) => [example, kind] as const)))(
    "%s is a %s",
    (example, kind) => expect(findFigures(`其中${example}。`)).toMatchObject([{ surface: example, kind }]),
  );

  it("stand once each, and conflicts and normals are said of units that stand there", () => {
    const all = file.groups.flatMap(({ units }) => units);
    expect(all.filter((unit, i) => all.indexOf(unit) !== i)).toEqual([]);
    expect(Object.keys(file.conflicts).filter((unit) => !names.has(unit))).toEqual([]);
    expect(Object.entries(file.normals).filter(([unit, [to]]) => !names.has(unit) || !names.has(to))).toEqual([]);
  });

  it("are compared in a unit that is not compared in another", () =>
    expect(Object.values(file.normals).filter(([to]) => (file.normals[to]?.[0] ?? to) !== to)).toEqual([]));
});

describe("normalUnit", () => {
  it.each([
    ["公里", 12.5, 12_500, "米"],
    ["km", 3, 3000, "米"],
    ["亩", 3, 2000, "平方米"],
    ["公顷", 2, 20_000, "平方米"],
    ["km2", 1.2, 1_200_000, "平方米"],
    ["斤", 8, 4, "千克"],
    ["吨", 0.5, 500, "千克"],
    ["mg", 500, 0.0005, "千克"],
    ["吨标煤", 7, 7, "吨标准煤"],
    ["方", 36, 36, "立方米"],
    ["ml", 800, 0.0008, "立方米"],
    ["MW", 300, 300_000, "千瓦"],
    ["kWh", 36, 36, "千瓦时"],
    ["分钟", 90, 1.5, "小时"],
    ["日历天", 180, 180, "天"],
    ["‰", 13.4, 1.34, "%"],
    ["个基点", 25, 0.25, "个百分点"],
    ["TEU", 12, 12, "标准箱"],
    ["角", 8, 0.8, "元"],
  ] as const)("%s: %d is %d %s", (unit, value, normal, to) => {
    expect(normalUnit(unit)?.unit).toBe(to);
    expect(value * (normalUnit(unit)?.factor ?? 0)).toBeCloseTo(normal, 6);
  });
  it.each(["人次", "台套", "元"])("%s is compared in itself", (unit) => expect(normalUnit(unit)).toBeNull());
});
