import type { Draft, DraftFigure, DraftSection } from "@zongjie/document";
import { frames } from "./frames.ts";

/**
 * A draft as Markdown: title, salutation, opening, numbered headings with their text (in an outline with the guide below as
 * quotes), signature. Shows no ids, counts or support. What comes from the brief is escaped: `*重点*` stays `*重点*` on the page,
 * `<b>` is no tag.
 */
export function renderMarkdown(draft: Draft): string {
  const told = (texts: readonly { readonly text: string }[]): string[] =>
    draft.form === "outline" ? quote(texts.map(({ text }) => text)) : paragraph(texts);
  const blocks = [
    `# ${escapeMarkdown(draft.title)}`,
    ...(draft.addressee === null ? [] : [`${escapeMarkdown(draft.addressee)}：`]),
    ...told(draft.opening),
    ...draft.sections.flatMap((section) => sectionBlocks(section, draft)),
    ...paragraph(draft.closing),
    `${escapeMarkdown(draft.signature.unit)}  \n${escapeMarkdown(draft.signature.date)}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sectionBlocks(section: DraftSection, draft: Draft): string[] {
  const marks = "#".repeat(Math.min(section.level + 1, 6));
  const body = draft.form === "outline" ? quote(guideLines(section, draft)) : paragraph(section.sentences);
  return [
    `${marks} ${section.marker}${escapeMarkdown(section.title)}`,
    ...body,
    ...section.children.flatMap((child) => sectionBlocks(child, draft)),
  ];
}

/** The guide of a section and the figures that belong there: 可用的数据：门诊人次485000人次。 */
export function guideLines(section: DraftSection, draft: Draft): string[] {
  const own = new Set(section.figures);
  const figures = draft.figures.filter(({ id }) => own.has(id));
  if (figures.length === 0) return [...section.guide];
  const { figures: line } = frames().guide;
  return [...section.guide, line.replace("{数据}", () => figuresWords(figures))];
}

/** Figures at hand, a change behind its figure: 走访户数128户，同比增长6%、义诊4场. */
function figuresWords(figures: readonly DraftFigure[]): string {
  return figures.reduce((text, figure, i) => {
    const before = figures[i - 1];
    const follows = figure.comparison !== null && before?.metric === figure.metric && before.comparison === null;
    if (!follows) return `${text}${i === 0 ? "" : "、"}${figureWords(figure)}`;
    return `${text}，${figureWords({ ...figure, metric: "", period: null })}`;
  }, "");
}

/** A figure at hand in a few words: 门诊人次同比增长5.3%（2024年）. */
export function figureWords({ metric, surface, period, modality, comparison }: DraftFigure): string {
  const { aim, directions } = frames().guide;
  const change = comparison === null ? "" : `${comparison.base}${directions[comparison.direction]}`;
  const notes = [period, modality === "target" ? aim : null].filter((note) => note !== null);
  return `${metric}${change}${surface}${notes.length === 0 ? "" : `（${notes.join("，")}）`}`;
}

function paragraph(sentences: readonly { readonly text: string }[]): string[] {
  return sentences.length === 0 ? [] : [escapeMarkdown(sentences.map(({ text }) => text).join(""))];
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
