import type { Figure } from "./annotation.ts";
import type { SourceDocument } from "./source.ts";

/** A document of the corpus as plain text, one block a line, with its headings and figures. */
export interface PlainDocument {
  readonly text: string;
  readonly headings: readonly { readonly start: number; readonly end: number }[];
  readonly figures: readonly Figure[];
}

/** A document without anything around it: its blocks joined by line ends. */
export function plainDocument({ blocks }: SourceDocument): PlainDocument {
  const headings: { start: number; end: number }[] = [];
  const figures: Figure[] = [];
  let text = "";
  for (const block of blocks) {
    if (block.heading !== null) headings.push({ start: text.length, end: text.length + block.heading.end });
    for (const f of block.figures) figures.push({ ...f, start: f.start + text.length, end: f.end + text.length });
    text += `${block.text}\n`;
  }
  return { text, headings, figures };
}
