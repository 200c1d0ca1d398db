import { findLayout } from "@zongjie/cleaner";
import { type DocumentRecord, locate, type Page, type Span, trimmedSpan } from "@zongjie/document";
import type { CleanPage } from "./run.ts";

/** A link in a document's text, and where it leads. */
export interface TextLink extends Span {
  readonly href: string;
}

/** A line of a document that an item of a list begins: where the line starts. */
export interface TextItem {
  readonly start: number;
  readonly depth: number;
  /** Its number in an ordered list, null for a bullet. */
  readonly number: number | null;
}

/** A row of a table, with the cells that are empty: where its first word stands. */
interface TextRow {
  readonly start: number;
  readonly cells: readonly Span[];
}

/** What the markup of its page says of a document's text. */
export interface DocumentLayout {
  readonly links: readonly TextLink[];
  readonly items: readonly TextItem[];
  readonly rows: readonly TextRow[];
}

/** The layout of each document of a page: links, list items and table rows, in order, by offsets in its text. Text pages have none. */
export function documentLayouts({ work }: CleanPage, documents: readonly DocumentRecord[]): DocumentLayout[] {
  if (!work.html) return documents.map(() => ({ links: [], items: [], rows: [] }));
  const { links, items, rows } = findLayout(work.page.raw);
  const inText = <T extends Span>(span: T): T => ({ ...span, ...shown(work.page, span) });
  const shownLinks = links.map(inText).filter(({ start, end }) => start < end);
  const shownItems = items.map(inText).filter(({ start, end }) => start < end);
  const shownRows = rows.flatMap(({ cells }) => {
    const all = cells.map(inText);
    const first = all.find(({ start, end }) => start < end);
    return first === undefined ? [] : [{ ...first, end: all.at(-1)?.end ?? first.end, cells: all }];
  });
  return documents.map((d) => {
    const start = locate(work.page, d.raw.start);
    const end = start + d.text.length;
    const inside = (span: Span): boolean => start <= span.start && span.end <= end;
    return {
      links: shownLinks.filter(inside).map((link) => ({ ...link, start: link.start - start, end: link.end - start })),
      items: shownItems
        .filter(inside)
        .map((item) => ({ start: item.start - start, depth: item.depth, number: item.number })),
      rows: shownRows.filter(inside).map((row) => ({
        start: row.start - start,
        cells: row.cells.map((cell) => ({ start: cell.start - start, end: cell.end - start })),
      })),
    };
  });
}

/** Where a stretch of the source stands in the text, without the blanks at its ends. */
function shown(page: Page, { start, end }: Span): Span {
  return trimmedSpan(page.text, { start: locate(page, start), end: locate(page, end) });
}
