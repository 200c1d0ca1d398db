import { type DocumentRecord, type Finding, flatSections, type PageRecord, type Section } from "@zongjie/document";
import { FIGURE_COLUMNS } from "../figure-columns.ts";
import { findingsOf } from "../findings.ts";
import { headingText } from "../outline.ts";
import { type Table, tableOf } from "./table.ts";

/** A document with its page. */
interface Whole {
  readonly document: DocumentRecord;
  readonly page: PageRecord;
}

/** Words of a list in one cell. */
const JOINT = "；";

/** A row a document: 东岭县2023年养老服务工作总结, 总结, 东岭县民政局, 2023-12-28 … */
const DOCUMENTS: Table = tableOf<Whole>(
  "documents",
  [
    { name: "document", type: "text", cell: ({ document }) => document.id },
    { name: "source", type: "text", cell: ({ page }) => page.source.uri },
    { name: "title", type: "text", cell: ({ document }) => document.title },
    { name: "kind", type: "text", cell: ({ document }) => document.kind },
    { name: "complete", type: "boolean", cell: ({ document }) => document.complete },
    { name: "unit", type: "text", cell: ({ document }) => document.signature?.unit ?? null },
    { name: "addressee", type: "text", cell: ({ document }) => document.addressee },
    { name: "date", type: "date", cell: ({ document }) => document.signature?.date ?? null },
    { name: "site", type: "text", cell: ({ page }) => page.meta.site },
    { name: "published", type: "date", cell: ({ page }) => page.meta.published },
    { name: "characters", type: "integer", cell: ({ document }) => document.text.match(/\S/gu)?.length ?? 0 },
    { name: "sections", type: "integer", cell: ({ document }) => flatSections(document.sections).length },
    { name: "figures", type: "integer", cell: ({ document }) => document.figures.length },
    { name: "suspect", type: "integer", cell: ({ document: d }) => d.figures.filter((f) => f.suspect !== null).length },
    { name: "checks", type: "integer", cell: ({ document }) => document.checks.length },
    { name: "failing", type: "integer", cell: ({ document }) => document.checks.filter(({ holds }) => !holds).length },
    { name: "duplicates", type: "integer", cell: ({ document }) => document.duplicates.length },
    { name: "keywords", type: "text", cell: ({ document }) => document.keywords.map(({ word }) => word).join(JOINT) },
    { name: "text", type: "text", long: true, cell: ({ document }) => document.text },
  ],
  (document, page) => [{ document, page }],
);

/** A row a figure, the columns of `zongjie figures`. */
const FIGURES: Table = {
  name: "figures",
  columns: FIGURE_COLUMNS,
  rows: function* (document, page) {
    for (const figure of document.figures) yield FIGURE_COLUMNS.map(({ value }) => value(figure, document, page));
  },
};

/** A section with the headings above it. */
interface Placed extends Whole {
  readonly section: Section;
  readonly above: readonly string[];
}

/** A row a section, in reading order. */
const SECTIONS: Table = tableOf<Placed>(
  "sections",
  [
    { name: "document", type: "text", cell: ({ document }) => document.id },
    { name: "title", type: "text", cell: ({ document }) => document.title },
    { name: "depth", type: "integer", cell: ({ section }) => section.depth },
    { name: "marker", type: "text", cell: ({ section }) => section.marker },
    { name: "heading", type: "text", cell: ({ section, document }) => headingText(section, document.text) },
    { name: "above", type: "text", cell: ({ above }) => (above.length === 0 ? null : above.join(" › ")) },
    { name: "role", type: "text", cell: ({ section }) => section.role },
    { name: "confidence", type: "number", cell: ({ section }) => section.heading?.confidence ?? null },
    { name: "items", type: "integer", cell: ({ section }) => section.items.length },
    { name: "start", type: "integer", cell: ({ section }) => section.span.start },
    { name: "end", type: "integer", cell: ({ section }) => section.span.end },
    { name: "source", type: "text", cell: ({ page }) => page.source.uri },
    {
      name: "text",
      type: "text",
      long: true,
      cell: ({ section: { span }, document }) => document.text.slice(span.start, span.end),
    },
  ],
  (document, page) => placed(document.sections, [], { document, page }),
);

/** A row a check and a row a suspect figure, as `zongjie check` finds them; those that hold too. */
const CHECKS: Table = tableOf<Finding>(
  "checks",
  [
    { name: "document", type: "text", cell: ({ id }) => id },
    { name: "title", type: "text", cell: ({ title }) => title },
    { name: "type", type: "text", cell: ({ type }) => type },
    { name: "code", type: "text", cell: ({ code }) => code },
    { name: "holds", type: "boolean", cell: ({ holds }) => holds },
    { name: "message", type: "text", cell: ({ message }) => message },
    { name: "stated", type: "number", cell: ({ stated }) => stated },
    { name: "computed", type: "number", cell: ({ computed }) => computed },
    { name: "tolerance", type: "number", cell: ({ tolerance }) => tolerance },
    { name: "figures", type: "text", cell: ({ figures }) => figures.map(({ surface }) => surface).join(JOINT) },
    { name: "sentences", type: "text", cell: ({ sentences }) => sentences.map(({ text }) => text).join("\n") },
    { name: "source", type: "text", cell: ({ uri }) => uri },
    { name: "start", type: "integer", cell: ({ figures }) => figures[0]?.raw.start ?? null },
    { name: "end", type: "integer", cell: ({ figures }) => figures[0]?.raw.end ?? null },
  ],
  (document, page) => findingsOf({ ...page, documents: [document] }, null),
);

/** The tables that records give, by their names. */
export const TABLES: readonly Table[] = [DOCUMENTS, FIGURES, SECTIONS, CHECKS];

function placed(sections: readonly Section[], above: readonly string[], whole: Whole): Placed[] {
  return sections.flatMap((section) => {
    const heading = headingText(section, whole.document.text);
    const below = heading === null ? above : [...above, heading];
    return [{ ...whole, section, above }, ...placed(section.children, below, whole)];
  });
}
