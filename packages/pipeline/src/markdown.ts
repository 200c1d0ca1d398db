import { type DocumentRecord, type Section, type Span, trimmedSpan } from "@zongjie/document";
import type { DocumentLayout, TextItem, TextLink } from "./layout.ts";

const NOTHING: DocumentLayout = { links: [], items: [], rows: [] };

/**
 * A clean document as Markdown: headline `#`, headings `##` and below by their depth, list items and tables of HTML
 * pages, links where `layout` has some, every other block a paragraph. Numbers such as 一、 or 1. stay text. Nothing of the
 * document's text can become markup.
 */
export function documentMarkdown(document: DocumentRecord, layout: DocumentLayout = NOTHING): string {
  const depths = headingDepths(document.sections);
  const items = new Map(layout.items.map((item) => [item.start, item]));
  const rows = new Map(layout.rows.map((row) => [row.start, row.cells]));
  const write = writer(document.text, layout.links);
  const out: Line[] = [];
  for (const block of document.blocks) {
    const span = trimmedSpan(document.text, block);
    if (span.start === span.end) continue;
    const { type, cells } = block;
    if (type === "title") {
      // a headline of several lines is one
      if (!out.some(({ form }) => form === "title"))
        out.push({ form: "title", text: `# ${titleOf(document, span, write)}` });
    } else if (type === "heading") {
      const depth = depths.get(block.start) ?? depths.get(span.start) ?? 1;
      out.push({ form: "block", text: `${"#".repeat(Math.min(6, 1 + depth))} ${write(span)}` });
    } else if (type === "table-row" && cells !== undefined) {
      const own = cellsOf(cells, rows.get(span.start));
      out.push({ form: "row", cells: own.map((cell) => write(trimmedSpan(document.text, cell))) });
    } else {
      const item = type === "list-item" ? undefined : items.get(span.start);
      const above = out.at(-1);
      if (item === undefined) out.push({ form: "block", text: atLineStart(write(span)) });
      else out.push(itemLine(item, above?.form === "item" ? above.depth : -1, atLineStart(write(span))));
    }
  }
  return joinLines(out);
}

type Line =
  | { readonly form: "title" | "block"; readonly text: string }
  | { readonly form: "item"; readonly text: string; readonly depth: number }
  | { readonly form: "row"; readonly cells: readonly string[] };

/** The cells as the table has them, empty ones too, where those with a word in them are the cells of the text. */
function cellsOf(cells: readonly Span[], row: readonly Span[] = cells): readonly Span[] {
  const filled = (all: readonly Span[]): string[] =>
    all.flatMap(({ start, end }) => (start < end ? [`${start} ${end}`] : []));
  return filled(row).join() === filled(cells).join() ? row : cells;
}

/** An item is set in by no more than one step from the one above it. */
function itemLine({ depth, number }: TextItem, above: number, text: string): Line {
  const level = Math.min(depth, above + 1);
  return {
    form: "item",
    depth: level,
    text: `${" ".repeat(4 * level)}${number === null ? "-" : `${number}.`} ${text}`,
  };
}

/** The headline without a collection's mark: `篇1：卫生局工作总结` gives 卫生局工作总结. */
function titleOf({ text, title }: DocumentRecord, span: Span, write: (span: Span) => string): string {
  const at = title === null || title.includes("\n") ? -1 : text.slice(span.start, span.end).indexOf(title);
  if (title === null) return write(span);
  return at === -1
    ? escapeMarkdown(title.replace(/\s*\n\s*/g, ""))
    : write({ start: span.start + at, end: span.start + at + title.length });
}

/** Blocks with a blank line between them; rows of a table and items of a list stand together. */
function joinLines(lines: readonly Line[]): string {
  let text = "";
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const tight = line.form === "item" && lines[i - 1]?.form === "item";
    text += i === 0 ? "" : tight ? "\n" : "\n\n";
    if (line.form !== "row") {
      text += line.text;
      continue;
    }
    const rows = [line.cells];
    for (let next = lines[i + 1]; next?.form === "row"; next = lines[++i + 1]) rows.push(next.cells);
    text += table(rows);
  }
  return `${text}\n`;
}

/** Rows of one width, the first one as the head. */
function table(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 1);
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${" --- |".repeat(width)}`, ...body.map(line)].join("\n");
}

function headingDepths(sections: readonly Section[]): Map<number, number> {
  const out = new Map<number, number>();
  const stack = [...sections];
  for (let section = stack.pop(); section !== undefined; section = stack.pop()) {
    if (section.heading !== null) out.set(section.heading.start, section.depth);
    stack.push(...section.children);
  }
  return out;
}

/** Writes spans of a text, links in it as links; to be asked in the order of the text. */
function writer(text: string, links: readonly TextLink[]): (span: Span) => string {
  let next = 0;
  return ({ start, end }) => {
    let out = "";
    let at = start;
    while ((links[next]?.end ?? Infinity) <= start) next++;
    for (let i = next; i < links.length; i++) {
      const link = links[i] as TextLink;
      if (end <= link.start) break;
      const from = Math.max(at, link.start);
      const to = Math.min(end, link.end);
      if (to <= from || text.slice(from, to).trim() === "") continue;
      // an exclamation mark before a link would make it an image
      out += escapeMarkdown(text.slice(at, from)).replace(/!$/, "\\!");
      out += `[${escapeMarkdown(text.slice(from, to))}](${escapeAddress(link.href)})`;
      at = to;
    }
    return out + escapeMarkdown(text.slice(at, end));
  };
}

/** Marks that Markdown or HTML would read are escaped; Chinese text has few of them. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~$]/g, "\\$&")
    .replace(/&(?=#?[a-z0-9]{1,31};)/gi, "\\&")
    .replace(/[\t\n\r]+/g, " ");
}

/** Marks that mean something at the beginning of a line only: `1.`, `1)`, `-`, `+`, `=`. */
export function atLineStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])/, "$1\\$2").replace(/^([-+=])/, "\\$1");
}

/** An address as it stands between the brackets of a link. */
function escapeAddress(href: string): string {
  return href
    .replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029<>\\`"|[\]{}^]/g, encodeURIComponent)
    .replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"))
    .replace(/&(?=#?[a-z0-9]{1,31};)/gi, "&amp;");
}
