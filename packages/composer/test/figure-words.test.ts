import type { DraftFigure } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { figureWords } from "../src/figure-words.ts";

function words(base: string, direction: "up" | "down" | "flat", more: Partial<DraftFigure> = {}): string {
  const figure = { metric: "门诊人次", surface: "5.3%", period: null, modality: "stated", ...more };
  return figureWords({ ...figure, comparison: { base, direction } } as DraftFigure);
}

describe("a figure at hand says what its change is against", () => {
  it.each([
    ["同比", "up", "门诊人次同比增长5.3%"],
    ["上年", "up", "门诊人次比上年增长5.3%"],
    ["去年同期", "down", "门诊人次比去年同期下降5.3%"],
    ["年初", "up", "门诊人次比年初增长5.3%"],
    ["较年初", "down", "门诊人次较年初下降5.3%"],
    ["", "up", "门诊人次增长5.3%"],
  ] as const)("%s %s", (base, direction, expected) => expect(words(base, direction)).toBe(expected));

  it("with its time, and that it is an aim", () =>
    expect(words("上年", "up", { period: "2025年", modality: "target" })).toMatch(
      /^门诊人次比上年增长5\.3%（2025年，.+）$/u,
    ));
});
