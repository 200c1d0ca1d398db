import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findFigures } from "../src/index.ts";

interface Expected {
  readonly start: number;
  readonly surface: string;
  readonly metric: string;
  readonly period: string | null;
  readonly qualifier: string;
}

/** `全年门诊{12万人次|门诊|全年}` gives the text without marks and what is expected of its figures. */
function parse(line: string): { text: string; expected: Expected[] } {
  let text = "";
  let period: string | null = null;
  const expected: Expected[] = [];
  for (const part of line.split(/(\{[^}]*\})/)) {
    if (!part.startsWith("{")) {
      text += part;
      continue;
    }
    const [surface = "", metric = "", when = "", qualifier = ""] = part.slice(1, -1).split("|");
    period = when === "^" ? period : when === "" ? null : when;
    expected.push({ start: text.length, surface, metric, period, qualifier });
    text += surface;
  }
  return { text, expected };
}

/** F1 of the bags of characters: the guide leaves room for a word more or less. */
function likeness(a: string, b: string): number {
  const left = [...b];
  const common = [...a].filter((c) => left.includes(c) && left.splice(left.indexOf(c), 1)).length;
  return (2 * common) / (a.length + b.length);
}

const lines = readFileSync(new URL("reports.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map(parse);

describe("figures of reports of all kinds", () => {
  it("are read from a list that is not empty", () => expect(lines.length).toBeGreaterThan(150));
  it.each(lines.map(({ text, expected }) => [text, expected] as const))("%s", (text, expected) => {
    const found = findFigures(text);
    expect(found.map((f) => f.surface)).toEqual(expected.map((e) => e.surface));
    expect(found.map((f) => f.period)).toEqual(expected.map((e) => e.period));
    expected.forEach((e, i) => {
      if (e.qualifier !== "") expect(found[i]?.qualifier).toBe(e.qualifier);
    });
  });

  it("are named rightly, but for one in twenty", () => {
    const named = lines.flatMap(({ text, expected }) => {
      const found = findFigures(text);
      return expected.map((e, i) => [text, e.metric, found[i]?.metric ?? ""] as const);
    });
    const wrong = named.filter(([, wanted, got]) => likeness(wanted, got) < 0.6);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(named.length / 20);
  });
});
