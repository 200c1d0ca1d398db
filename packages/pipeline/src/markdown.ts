import type { DocumentRecord, Section } from "@zongjie/document";

/** A clean document as Markdown: headline `#`, headings `##` and below, a paragraph a block. */
export function documentMarkdown(document: DocumentRecord): string {
  const levels = headingLevels(document.sections);
  const out: string[] = [];
  for (const block of document.blocks) {
    const text = document.text.slice(block.start, block.end).trim();
    if (text === "") continue;
    if (block.type === "title") out.push(`# ${escapeMarkdown(document.title ?? text)}`);
    else if (block.type === "heading")
      out.push(`${"#".repeat(Math.min(6, 1 + (levels.get(block.start) ?? 1)))} ${escapeMarkdown(text)}`);
    else if (block.type === "table-row")
      out.push(
        `| ${text
          .split("\t")
          .map((cell) => escapeMarkdown(cell.trim()))
          .join(" | ")} |`,
      );
    else out.push(escapeMarkdown(text));
  }
  return joinBlocks(out);
}

/** Blocks with a blank line between them; rows of a table stand together. */
function joinBlocks(blocks: readonly string[]): string {
  let text = "";
  for (const [i, block] of blocks.entries()) {
    const rows = block.startsWith("| ") && blocks[i - 1]?.startsWith("| ");
    text += i === 0 ? block : `${rows ? "\n" : "\n\n"}${block}`;
    if (block.startsWith("| ") && !rows) text += `\n|${" --- |".repeat(block.split(" | ").length)}`;
  }
  return `${text}\n`;
}

function headingLevels(sections: readonly Section[]): Map<number, number> {
  const out = new Map<number, number>();
  for (const section of sections) {
    if (section.heading !== null) out.set(section.heading.start, section.depth);
    for (const [start, depth] of headingLevels(section.children)) out.set(start, depth);
  }
  return out;
}

/** Marks that Markdown or HTML would read are escaped; Chinese text has none of them. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&")
    .replace(/^(\d+)\./, "$1\\.")
    .replace(/^([-+])/, "\\$1");
}
