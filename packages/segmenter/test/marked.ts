import { readFileSync } from "node:fs";
import type { Span, TextFigure } from "@zongjie/document";
import { findFigures } from "../src/index.ts";

/** A text with figures marked in it, `全年培训{300人|全年}`, and what was said of each. */
export interface Marked {
  readonly name: string;
  readonly text: string;
  readonly headings: readonly Span[];
  readonly marks: readonly { readonly start: number; readonly surface: string; readonly said: string }[];
}

/** Reads a file of marked texts: one a line, ⏎ for a line end, `# ` before a heading of a text that has several lines. */
export function readMarked(file: string): Marked[] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && (!line.startsWith("# ") || line.includes("⏎")))
    .map(readLine);
}

function readLine(line: string): Marked {
  let text = "";
  const marks: { start: number; surface: string; said: string }[] = [];
  const headings: Span[] = [];
  for (const [i, part] of line.split("⏎").entries()) {
    if (0 < i) text += "\n";
    const from = text.length;
    const plain = part.replace(/^# /, "");
    let at = 0;
    for (const hit of plain.matchAll(/\{([^|{}]*)\|([^{}]*)\}/g)) {
      text += plain.slice(at, hit.index);
      marks.push({ start: text.length, surface: hit[1] ?? "", said: hit[2] ?? "" });
      text += hit[1];
      at = hit.index + hit[0].length;
    }
    text += plain.slice(at);
    if (plain !== part) headings.push({ start: from, end: text.length });
  }
  return { name: line, text, headings, marks };
}

/** What the figures found at the marks say: a figure that is not found says so. */
export function answers({ text, headings, marks }: Marked, say: (figure: TextFigure) => string): string[] {
  const found = findFigures(text, { headings });
  return marks.map(({ start, surface }) => {
    const figure = found.find((one) => one.start === start && one.surface === surface);
    return figure === undefined ? "not found" : say(figure);
  });
}
