import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findFigures } from "../src/index.ts";

/** `约{300人|300 人|approx}到场` gives the text without marks and its figures as marked, each with where it begins. */
function parse(line: string): { text: string; expected: string[] } {
  let text = "";
  const expected: string[] = [];
  for (const part of line.split(/(\{[^}]*\})/)) {
    if (!part.startsWith("{")) {
      text += part;
      continue;
    }
    const [surface = "", value = "", qualifier = ""] = part.slice(1, -1).split("|");
    expected.push(`${text.length} ${surface}|${value}|${qualifier}`);
    text += surface;
  }
  return { text, expected };
}

/** The figures that are found, written the same way. */
function note(text: string): string[] {
  return findFigures(text).map(({ start, surface, value, range, unit, qualifier }) => {
    const amount = value ?? range?.join(unit === ":" ? ":" : "~") ?? "";
    return `${start} ${surface}|${amount}${unit === "" || unit === ":" ? "" : ` ${unit}`}|${qualifier ?? ""}`;
  });
}

const lines = readFileSync(new URL("quantities.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map(parse);

describe("quantities of texts of all kinds", () => {
  it("are read from a list that is not empty", () => expect(lines.length).toBeGreaterThan(250));
  it.each(lines.map(({ text, expected }) => [text, expected] as const))("%s", (text, expected) =>
    expect(note(text)).toEqual(expected),
  );
});
