import type { Draft, DraftSection } from "@zongjie/document";

/**
 * A draft as Markdown: title, salutation, opening, numbered headings with the guide below as quotes, signature. Shows no ids,
 * counts or support. What comes from the brief is escaped: `*重点*` stays `*重点*` on the page, `<b>` is no tag.
 */
export function renderMarkdown(draft: Draft): string {
  const blocks = [
    `# ${escapeMarkdown(draft.title)}`,
    ...(draft.addressee === null ? [] : [`${escapeMarkdown(draft.addressee)}：`]),
    ...quote(draft.opening),
    ...draft.sections.flatMap(sectionBlocks),
    `${escapeMarkdown(draft.signature.unit)}  \n${escapeMarkdown(draft.signature.date)}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sectionBlocks(section: DraftSection): string[] {
  const marks = "#".repeat(Math.min(section.level + 1, 6));
  return [
    `${marks} ${section.marker}${escapeMarkdown(section.title)}`,
    ...quote(section.guide),
    ...section.children.flatMap(sectionBlocks),
  ];
}

function quote(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `> ${escapeMarkdown(line)}`).join("\n>\n")];
}

/**
 * Escapes what CommonMark and its tables, strikethrough and bare links would read as markup, anywhere in a line, and what
 * they would read at its start: lists, quotes, rules. A backslash before ASCII punctuation is that character (CommonMark 2.4).
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_[\]<>&~|#!$]|:(?=\/\/)|(?<=www)\./gi, "\\$&")
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
