import type { Piece } from "./canvas.ts";
import { dressed } from "./dress.ts";
import type { Segment } from "./edit.ts";
import { chinese, type Facts, facts, type PageMeta, titleOf } from "./facts.ts";
import { type Pen, pen } from "./pen.ts";
import { type PrintedBlock, type PrintedDocument, printed } from "./print.ts";
import type { Encoding, Separator, Skin } from "./skin.ts";
import type { SourceDocument } from "./source.ts";

/** What one page is to be: a skin around one document, or around several with a separator. */
export interface PagePlan {
  readonly name: string;
  readonly skin: Skin;
  readonly documents: readonly SourceDocument[];
  readonly separator: Separator | null;
  readonly encoding: Encoding;
  /** Titles of the whole corpus, for lists of other articles. */
  readonly titles: readonly string[];
}

/** A document as it stands on a page; title and lead are null or empty where the page has none, `篇1：` being the lead. */
export interface PlacedDocument extends PrintedDocument {
  readonly title: string | null;
  /** Lines before the body as a cleaner keeps them: label and title. */
  readonly opening: readonly string[];
  /** What is glued before the first line of the body. */
  readonly lead: string;
}

/** A page with the origin of each character. */
export interface Sheet {
  readonly plan: PagePlan;
  readonly raw: string;
  readonly pieces: readonly Piece[];
  readonly documents: readonly PlacedDocument[];
  readonly meta: PageMeta;
}

/** Lays a page out: the site's noise, then document by document, then noise again. */
export function layOut(plan: PagePlan): Sheet {
  const { name, skin, separator } = plan;
  const single = plan.documents.length === 1;
  const known = facts(name, skin, plan.documents, plan.titles, plan.encoding.says);
  const prints = plan.documents.map((d, i) =>
    printed(d, skin, `${name}/${i}`, separator === null || separator.title === "own", single),
  );
  const bodies = prints.flatMap((p) => p.blocks);
  const lists = {
    headings: bodies
      .filter((b) => b.block.heading !== null && !b.block.heading.optional)
      .map((b) => b.block.text.slice(0, b.block.heading?.end)),
    blocks: bodies.filter((b) => b.block.type !== "title").map((b) => b.block.text.replaceAll("\t", " ")),
    titles: plan.documents.map((d) => titleOf(d) ?? ""),
  };
  const write = pen(name, skin, known, lists, single);
  const counter = { n: 1 };
  write.noise(skin.before);
  const documents = prints.map((print, doc) => {
    if (0 < doc) write.noise(skin.between, false, { n: String(doc) });
    return place(write, plan, known, print, doc, counter);
  });
  write.noise(skin.after);
  return { plan, raw: write.canvas.raw(), pieces: write.canvas.pieces, documents, meta: known.meta() };
}

/** What a separator writes around a document's title: `篇1：` and nothing after it. */
function labelOf(plan: PagePlan, known: Facts, doc: number): { head: string; tail: string } {
  if (plan.separator === null || plan.separator.label === "") return { head: "", tail: "" };
  const label = known.fill(plan.separator.label, { n: String(doc + 1), "n.cn": chinese(doc + 1) }) ?? "";
  const [head = "", tail = ""] = dressed(label, plan.skin.dress).split("|");
  return { head, tail };
}

function place(
  write: Pen,
  plan: PagePlan,
  known: Facts,
  print: PrintedDocument,
  doc: number,
  counter: { n: number },
): PlacedDocument {
  const { skin, separator } = plan;
  const { head, tail } = labelOf(plan, known, doc);
  const title = print.blocks.find((b) => b.block.type === "title")?.settled ?? null;
  const where =
    head + tail === "" ? null : separator?.place === "same" && title === null ? "alone" : (separator?.place ?? null);
  const [open, close] = write.wrapper("document");
  write.site(open, "markup");
  if (where === "alone") {
    const [start, end] = write.wrapper(title === null ? "title" : "label");
    write.site(start, "markup");
    write.label(head + tail, doc);
    write.site(end, "markup");
  }
  const first = print.blocks.findIndex((b) => b.block.type !== "title");
  let pending = "";
  for (const [i, block] of print.blocks.entries()) {
    if (block.glue !== null)
      write.text([{ start: 0, end: 0, show: block.glue.insert, repair: block.glue.repair }], doc, i);
    else {
      write.site(pending, "markup");
      if (first < i && block.block.type !== "table-row")
        counter.n += write.noise(
          skin.inside.filter((e) => e.at === "block"),
          false,
          { n: String(counter.n) },
        );
      const [start, end] = wrapperOf(write, print.blocks, i);
      write.site(start, "markup");
      pending = end;
    }
    if (i === first) write.noise(skin.glued.first, true);
    if (i === first && where === "first") write.label(head, doc);
    if (block.block.type === "title" && where === "same") write.label(head, doc);
    content(write, skin, block, doc, i, counter);
    if (block.block.type === "title") {
      if (where === "same") write.label(tail, doc);
      write.noise(skin.glued.title, true);
      if (separator?.again === true) {
        write.site(`${pending}${write.wrapper("title")[0]}`, "markup");
        write.site(block.block.text, "site-title");
      }
    }
    if (i === print.blocks.length - 1) write.noise(skin.glued.last, true);
  }
  write.site(pending + close, "markup");
  const topic = separator?.title === "topic" ? dressed(known.fill("{topic}") ?? "", skin.dress) : null;
  const line = where === "same" ? [head + (title ?? "") + tail] : title === null ? [] : [title];
  return {
    ...print,
    title: title ?? topic,
    opening: where === "alone" ? [head + tail, ...line] : line,
    lead: where === "first" ? head : "",
  };
}

/** A block's wrapper, with the table's around its first and last row; `heading-2` where the skin has one for the level. */
function wrapperOf(write: Pen, blocks: readonly PrintedBlock[], i: number): [string, string] {
  const { block } = blocks[i] as PrintedBlock;
  if (block.type === "table-row") {
    const [table, row] = [write.wrapper("table"), write.wrapper("row")];
    const [isFirst, isLast] = [blocks[i - 1]?.block.type !== "table-row", blocks[i + 1]?.block.type !== "table-row"];
    return [(isFirst ? table[0] : "") + row[0], row[1] + (isLast ? table[1] : "")];
  }
  if (block.heading === null) return write.wrapper(block.type);
  if (block.heading.inline) return write.wrapper("paragraph");
  const own = write.wrapper(`heading-${block.heading.level}`);
  return own.join("") === "" ? write.wrapper("heading") : own;
}

function content(write: Pen, skin: Skin, print: PrintedBlock, doc: number, i: number, counter: { n: number }): void {
  const { block, parts } = print;
  const length = block.text.length;
  if (block.type === "table-row") {
    const [open, close] = write.wrapper("cell");
    let at = 0;
    for (const cell of block.text.split("\t")) {
      if (0 < at) write.site(skin.blocks.cells ?? "", "markup");
      write.site(open, "markup");
      write.text(between(parts, at, at + cell.length), doc, i);
      write.site(close, "markup");
      at += cell.length + 1;
    }
  } else if (block.heading?.inline === true && skin.blocks.strong !== "|") {
    const [open, close] = write.wrapper("strong");
    write.site(open, "markup");
    write.text(between(parts, 0, block.heading.end), doc, i);
    write.site(close, "markup");
    write.text(between(parts, block.heading.end, length), doc, i);
  } else {
    const pageMarks = skin.inside.filter((e) => e.at === "wrap");
    const solid = [...block.figures, ...(block.heading === null ? [] : [{ start: 0, end: block.heading.end }])];
    for (const part of parts) {
      write.text([part], doc, i);
      const open = part.repair?.type === "line-wrap" && !solid.some((s) => s.start < part.start && part.start < s.end);
      if (open) counter.n += write.noise(pageMarks, false, { n: String(counter.n) });
    }
  }
}

/** The segments of [start, end) of a block; damage does not cross the place where a block is divided. */
function between(parts: readonly Segment[], start: number, end: number): Segment[] {
  return parts.flatMap((part) => {
    const [low, high] = [Math.max(start, part.start), Math.min(end, part.end)];
    if (part.repair !== undefined)
      return start <= part.start && (part.start < part.end ? part.end <= end : part.start < end) ? part : [];
    return low < high
      ? { ...part, start: low, end: high, show: part.show.slice(low - part.start, high - part.start) }
      : [];
  });
}
