import { type DocumentRecord, type LedgerEntry, locate, type PageRecord } from "@zongjie/document";
import { loadRules, ruleFiles } from "@zongjie/lexicon";
import type { PageInput } from "./options.ts";
import { cleanPage, recordOf } from "./run.ts";

/** What became of one place of a page. */
export interface Explanation {
  /** Raw offset in UTF-16 units. */
  readonly raw: number;
  /** Line and column in the decoded source, both from 1. */
  readonly line: number;
  readonly column: number;
  /** The source around the place. */
  readonly context: string;
  /** The entries that changed it, in order; none where it stands as it was. */
  readonly entries: readonly (LedgerEntry & { readonly before: string; readonly note: string | null })[];
  readonly document: { readonly index: number; readonly title: string | null; readonly kind: string } | null;
  /** Offset in the document's text. */
  readonly offset: number | null;
  readonly section: readonly string[];
  readonly figures: readonly {
    readonly surface: string;
    readonly value: number | null;
    readonly unit: string;
    readonly metric: string;
  }[];
}

/**
 * What happened to a place of a page and by which rule. `place` is a raw offset or a phrase; of a phrase all places
 * that it stands at in the source are explained, at most `most`.
 */
export function explain(input: PageInput, place: number | string, most = 5): Explanation[] {
  const cleaned = cleanPage(input);
  const { work, decoded } = cleaned;
  const record = recordOf(input, cleaned, { keywords: 0 });
  const raw = decoded.text;
  const offsets = typeof place === "number" ? [place] : placesOf(raw, place, most);
  const length = typeof place === "number" ? 1 : place.length;
  return offsets
    .filter((at) => at < raw.length)
    .map((at) =>
      explainAt(record, raw, { at, end: at + length }, (d) => locate(work.page, at) - locate(work.page, d.raw.start)),
    );
}

function placesOf(raw: string, phrase: string, most: number): number[] {
  const out: number[] = [];
  for (let at = raw.indexOf(phrase); at !== -1 && phrase !== "" && out.length < most; at = raw.indexOf(phrase, at + 1))
    out.push(at);
  return out;
}

function explainAt(
  record: PageRecord,
  raw: string,
  { at, end }: { readonly at: number; readonly end: number },
  offsetIn: (d: DocumentRecord) => number,
): Explanation {
  const entries = record.ledger.filter((e) => e.start < end && at < Math.max(e.end, e.start + 1));
  const index = record.documents.findIndex((d) => d.raw.start <= at && at < d.raw.end);
  const document = record.documents[index];
  const offset = document === undefined ? null : offsetIn(document);
  const before = raw.slice(0, at);
  return {
    raw: at,
    line: before.split("\n").length,
    column: at - before.lastIndexOf("\n"),
    context: raw.slice(Math.max(0, at - 20), at + 40).replace(/\s+/g, " "),
    entries: entries.map((entry) => ({
      ...entry,
      before: raw.slice(entry.start, Math.min(entry.end, entry.start + 200)),
      note: noteOf(entry.rule),
    })),
    document: document === undefined ? null : { index, title: document.title, kind: document.kind },
    offset,
    section: document === undefined || offset === null ? [] : headingsAt(document, offset),
    figures: (document?.figures ?? [])
      .filter((f) => f.raw.some((piece) => piece.start < end && at < piece.end))
      .map(({ surface, value, unit, metric }) => ({ surface, value, unit, metric })),
  };
}

function headingsAt(document: DocumentRecord, offset: number): string[] {
  const out: string[] = [];
  for (let sections = document.sections; ; ) {
    const section = sections.find((s) => s.span.start <= offset && offset < s.span.end);
    if (section === undefined) return out;
    out.push(`${section.marker ?? ""}${section.title ?? ""}（${section.role}）`);
    sections = section.children;
  }
}

let notes: Map<string, string> | undefined;

function noteOf(rule: string): string | null {
  notes ??= new Map(ruleFiles().flatMap((file) => loadRules(file).map((r) => [r.id, r.note] as const)));
  return notes.get(rule) ?? null;
}
