import type { Draft, DraftSection } from "@zongjie/document";
import type { Heading, Root, RootContent, Text } from "mdast";
import type { Options } from "mdast-util-to-markdown";
import { guideLines } from "./figure-words.ts";

/** What GitHub reads as mathematics, and as bare links also where an escape follows: `www.\\*`. */
const UNSAFE: Options["unsafe"] = [
  { character: "$", inConstruct: "phrasing" },
  { before: "[Ww]", character: ".", inConstruct: "phrasing" },
  { before: "[-+.\\w]", character: "@", inConstruct: "phrasing" },
];

/**
 * A draft as Markdown: title, salutation, opening, numbered headings with their text (in an outline with the guide below as
 * quotes), signature. Shows no ids, counts or support. What comes from the brief is text: `*重点*` stays `*重点*` on the page,
 * `<b>` is no tag. The library is loaded on the first call.
 */
export async function renderMarkdown(draft: Draft): Promise<string> {
  const [{ toMarkdown }, { gfmToMarkdown }] = await Promise.all([
    import("mdast-util-to-markdown"),
    import("mdast-util-gfm"),
  ]);
  return toMarkdown(treeOf(draft), {
    extensions: [gfmToMarkdown()],
    unsafe: UNSAFE,
    // a backslash at the end of the unit's line would be read as part of it
    handlers: { break: () => "  \n" },
  });
}

function treeOf(draft: Draft): Root {
  const { title, addressee, opening, sections, closing, signature, form } = draft;
  const edge = form === "outline" ? quote : paragraph;
  return {
    type: "root",
    children: [
      heading(1, title),
      ...(addressee === null ? [] : paragraph([`${addressee}：`])),
      ...edge(texts(opening)),
      ...sections.flatMap((section) => sectionNodes(section, draft)),
      ...edge(texts(closing)),
      { type: "paragraph", children: [text(signature.unit), { type: "break" }, text(signature.date)] },
    ],
  };
}

function sectionNodes(section: DraftSection, draft: Draft): RootContent[] {
  return [
    heading(section.level + 1, `${section.marker}${section.title}`),
    ...(draft.form === "outline" ? quote(guideLines(section, draft)) : paragraph(texts(section.sentences))),
    ...section.children.flatMap((child) => sectionNodes(child, draft)),
  ];
}

function texts(sentences: readonly { readonly text: string }[]): string[] {
  return sentences.map((one) => one.text);
}

function heading(level: number, title: string): Heading {
  return { type: "heading", depth: Math.min(level, 6) as Heading["depth"], children: [text(title)] };
}

function paragraph(sentences: readonly string[]): RootContent[] {
  return sentences.length === 0 ? [] : [{ type: "paragraph", children: [text(sentences.join(""))] }];
}

/** A quote with a paragraph for each line. */
function quote(lines: readonly string[]): RootContent[] {
  if (lines.length === 0) return [];
  return [{ type: "blockquote", children: lines.map((line) => ({ type: "paragraph", children: [text(line)] })) }];
}

function text(value: string): Text {
  return { type: "text", value: value.replace(/\s+/gu, " ").trim() };
}
