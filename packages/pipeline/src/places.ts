import {
  cleanSpan,
  type DocumentRecord,
  type LedgerEntry,
  type Page,
  type PageRecord,
  type Piece,
  type Span,
  trace,
} from "@zongjie/document";
import { lineCounter } from "./review.ts";

/** Where a stretch of a document's text stands in the decoded source. */
export interface Place {
  /** From its first to its last character; null where the record has no whole ledger. */
  readonly raw: Span | null;
  /** From 1; null where the source is not at hand. */
  readonly line: number | null;
}

/**
 * Leads stretches of the documents of a record back to the page, by the ledger alone.
 *
 *     ledger  112..113 → "."      document 22..266
 *     text    91..97              raw 113..120
 *
 * `source` is the decoded source, null where there is only the record.
 */
export function placesIn(record: PageRecord, source: string | null): (document: DocumentRecord, span: Span) => Place {
  const pages = pagesOf(record);
  const lineAt = source === null ? () => null : lineCounter(source);
  return (document, span) => {
    const page = pages.get(document) ?? null;
    const pieces = page === null || page.text.length < span.end ? [] : trace(page, cleanSpan(span.start, span.end));
    const [first] = pieces;
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return { raw: null, line: null };
    return { raw: { start: first.start, end: last.end }, line: lineAt(first.start) };
  };
}

/** Each document as a page with the pieces that the ledger tells of; none where they do not add up to its text. */
function pagesOf({ ledger, documents }: PageRecord): Map<DocumentRecord, Page> {
  const pages = new Map<DocumentRecord, Page>();
  let next = 0;
  for (const document of documents) {
    const { id, raw, text } = document;
    while ((ledger[next]?.start ?? Infinity) < raw.start) next++;
    const pieces = piecesOf(ledger, next, raw);
    const last = pieces?.at(-1);
    const length = last === undefined ? 0 : last.text + (last.insert?.length ?? last.end - last.start);
    if (pieces !== null && length === text.length) pages.set(document, { id, raw: "", text, revisions: [], pieces });
  }
  return pages;
}

/** The stretches of a raw range, kept and changed ones; null where entries overlap. `from` is the range's first entry. */
function piecesOf(ledger: readonly LedgerEntry[], from: number, range: Span): Piece[] | null {
  const pieces: Piece[] = [];
  let at = range.start;
  let length = 0;
  const put = (end: number, insert: string | null): void => {
    if (at < end || insert) pieces.push({ start: at, end, insert, text: length, edit: null });
    length += insert?.length ?? end - at;
    at = end;
  };
  for (let i = from; i < ledger.length; i++) {
    const { start, end, insert } = ledger[i] as LedgerEntry;
    if (range.end < end) break;
    if (start < at || end < start) return null;
    put(start, null);
    put(end, insert);
  }
  put(range.end, null);
  return pieces;
}
