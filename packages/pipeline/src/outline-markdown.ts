import type { DocumentOutline, OutlineSection } from "@zongjie/document";
import { atLineStart, escapeMarkdown } from "./markdown.ts";
import { headingText } from "./outline.ts";

/** Characters of a passage without heading that stand for it. */
const OPENING = 24;

/**
 * An outline as Markdown: the title, then a nested list of the headings with role and line. Of sections that were asked
 * for by role the whole text. `text` is the document's. Nothing of the text can become markup.
 */
export function outlineMarkdown(outline: DocumentOutline, text: string): string {
  const { uri, document, title, kind, sections } = outline;
  const head = `## ${title === null ? "（无题）" : plain(title)}\n\n${plain(uri)} \\#${document}, ${kind}\n`;
  const whole = sections.filter((section) => section.text !== undefined);
  if (0 < whole.length) return `${head}${whole.map((section) => wholeSection(section, text)).join("")}`;
  return `${head}\n${list(sections, 0, text)}`;
}

function list(sections: readonly OutlineSection[], depth: number, text: string): string {
  return sections
    .map((section) => {
      const words = headingText(section, text) ?? `「${opening(text.slice(section.span.start, section.span.end))}」`;
      const place = section.line === null ? [] : [`line ${section.line}`];
      const item = `${" ".repeat(4 * depth)}- ${atLineStart(plain(words))} — ${[section.role, ...place].join(", ")}\n`;
      return item + list(section.children, depth + 1, text);
    })
    .join("");
}

function wholeSection(section: OutlineSection, text: string): string {
  const { heading, span } = section;
  const words = headingText(section, text);
  const body = text.slice(heading?.end ?? span.start, span.end);
  const paragraphs = body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => `\n${atLineStart(plain(line))}\n`);
  return `\n### ${words === null ? section.role : plain(words)}\n\n*${[section.role, ...placeWords(section, plain)].join(", ")}*\n${paragraphs.join("")}`;
}

/** Where a section stands: `line 8`, `source 203..236`, `text 115..143`, `below 一、基本情况`; `safe` makes the text's own words safe. */
export function placeWords({ line, raw, span, above = [] }: OutlineSection, safe: (words: string) => string): string[] {
  return [
    ...(line === null ? [] : [`line ${line}`]),
    ...(raw === null ? [] : [`source ${raw.start}..${raw.end}`]),
    `text ${span.start}..${span.end}`,
    ...(above.length === 0 ? [] : [`below ${safe(above.join(" › "))}`]),
  ];
}

/** The first words of a passage on one line. */
export function opening(text: string): string {
  const line = text
    .slice(0, 10 * OPENING)
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...line];
  return letters.length <= OPENING ? line : `${letters.slice(0, OPENING).join("")}…`;
}

const plain = (text: string): string => escapeMarkdown(text).replace(/\s+/g, " ").trim();
