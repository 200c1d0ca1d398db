import type { Draft, DraftSection } from "@zongjie/document";
import { guideLines } from "./figure-words.ts";

const STYLE = `body{max-width:42em;margin:2em auto;padding:0 1em;font-family:FangSong,"仿宋",STFangsong,serif;line-height:1.9}
h1{text-align:center;font-family:SimSun,"宋体",serif}h2{font-family:SimHei,"黑体",sans-serif;font-weight:normal}
h3{font-family:KaiTi,"楷体",serif;font-weight:normal}h1+p.to{text-indent:0}p{text-indent:2em;margin:.3em 0}
.guide{color:#555;border-left:3px solid #ccc;padding-left:1em}.sign{text-align:right}mark{background:#fff3b0}`;

/**
 * A draft as a page of HTML: what Markdown shows, in the same order, open places marked. All text is escaped: `<b>` of a brief is
 * `&lt;b&gt;`. Shows no ids, counts or support.
 */
export function renderHtml(draft: Draft): string {
  const { title, addressee, opening, sections, closing, signature, form } = draft;
  const edge = (texts: readonly { readonly text: string }[]): string =>
    form === "outline" ? guide(texts.map(({ text }) => text)) : paragraph(texts.map(({ text }) => text).join(""));
  const body = [
    `<h1>${marked(title)}</h1>`,
    addressee === null ? "" : `<p class="to">${marked(addressee)}：</p>`,
    edge(opening),
    ...sections.map((section) => sectionHtml(section, draft)),
    edge(closing),
    `<p class="sign">${marked(signature.unit)}<br>${marked(signature.date)}</p>`,
  ].filter((block) => block !== "");
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join("\n")}
</body>
</html>
`;
}

function sectionHtml(section: DraftSection, draft: Draft): string {
  const tag = `h${Math.min(section.level + 1, 6)}`;
  const body =
    draft.form === "outline"
      ? guide(guideLines(section, draft))
      : paragraph(section.sentences.map(({ text }) => text).join(""));
  return [
    `<${tag}>${section.marker}${marked(section.title)}</${tag}>`,
    body,
    ...section.children.map((child) => sectionHtml(child, draft)),
  ]
    .filter((block) => block !== "")
    .join("\n");
}

function paragraph(text: string): string {
  return text === "" ? "" : `<p>${marked(text)}</p>`;
}

function guide(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<div class="guide">${lines.map((line) => `<p>${marked(line)}</p>`).join("")}</div>`;
}

/** Escaped text with its open places marked. */
function marked(text: string): string {
  return escapeHtml(text).replace(/【待补：[^】]*】/gu, (open) => `<mark>${open}</mark>`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML, in a paragraph or an attribute's quotes, each run of blanks as one: `<b>` is `&lt;b&gt;`. */
export function escapeHtml(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}
