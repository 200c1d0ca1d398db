import { replay } from "./ledger.ts";
import {
  type DocumentRecord,
  flatSections,
  type LedgerEntry,
  type PageRecord,
  type Section,
  type TracedSpan,
} from "./record.ts";
import type { Span } from "./span.ts";

/** A place where a record breaks one of the contract's laws, or the form of its ledger. It shows no text of the page. */
export interface Breach {
  readonly law: "ledger" | "law 1" | "law 2" | "law 3";
  /** `document 0, figure 55..62`; offsets in the text, those of entries in the source. */
  readonly place: string;
  readonly what: string;
}

/**
 * What a record breaks of laws 1 to 3 and of the ledger's form (CONTRACT.md), none where nothing was changed in silence.
 * `raw` is the decoded source. Nothing of the work that made the record is used. Linear in record and source.
 *
 *     raw    首页⏎全年门诊48.5万人次。        ledger  0..3 → ""
 *     text   全年门诊8.5万人次。              law 1, document 0: the replay of its raw range is not its text
 */
export function breachesOf(record: PageRecord, raw: string): Breach[] {
  return [
    ...ledgerBreaches(record, raw),
    ...coverBreaches(record, raw),
    ...record.documents.flatMap((document, i) => documentBreaches(document, i, record.ledger, raw)),
  ];
}

/** In raw order, none over another, one entry a start, minimal, neighbours of one reason joined, no document's edge crossed. */
function ledgerBreaches({ ledger, documents }: PageRecord, raw: string): Breach[] {
  const out: Breach[] = [];
  const edges = documents.flatMap((d) => [d.raw.start, d.raw.end]).sort((a, b) => a - b);
  let edge = 0;
  for (const [i, e] of ledger.entries()) {
    const last = ledger[i - 1];
    const say = (what: string): void =>
      void out.push({ law: "ledger", place: `entry ${i} at ${e.start}..${e.end} (${e.rule})`, what });
    if (e.end < e.start || raw.length < e.end) say("out of range");
    if (last !== undefined && (e.start < last.end || e.start === last.start))
      say("overlaps the one before or shares its start");
    if (last !== undefined && e.start === last.end && isRemoval(e) && isRemoval(last) && e.reason === last.reason)
      say("not joined to its neighbour");
    if (e.rule === "" || e.stage === "") say("names no rule or stage");
    const before = raw.slice(e.start, e.end);
    if (before === e.insert) say("changes nothing");
    else if (before !== "" && e.insert !== "" && (before[0] === e.insert[0] || before.at(-1) === e.insert.at(-1)))
      say("is not minimal");
    while ((edges[edge] ?? Infinity) <= e.start) edge++;
    if ((edges[edge] ?? Infinity) < e.end) say(`crosses the edge of a document at ${edges[edge]}`);
  }
  return out;
}

function isRemoval(entry: LedgerEntry): boolean {
  return entry.insert === "";
}

/** Documents in raw order, apart; every character in a document, in the ledger, or white space. */
function coverBreaches({ ledger, documents, issues }: PageRecord, raw: string): Breach[] {
  // of a page that could not be read the record says so, and nothing else
  if (documents.length === 0 && ledger.length === 0 && issues.some(({ document }) => document === null)) return [];
  const out: Breach[] = [];
  const cover = new Uint8Array(raw.length);
  for (const e of ledger) cover.fill(1, e.start, e.end);
  let end = 0;
  for (const [i, d] of documents.entries()) {
    if (d.raw.start < end) out.push({ law: "law 3", place: `document ${i}`, what: "overlaps the one before" });
    end = d.raw.end;
    cover.fill(1, d.raw.start, d.raw.end);
  }
  for (let i = 0; i < raw.length; i++)
    if (cover[i] === 0 && /\S/.test(raw[i] as string))
      return [...out, { law: "law 3", place: `offset ${i} of the source`, what: "is in no document and in no entry" }];
  return out;
}

/** Texts and spans of one document. */
function documentBreaches(d: DocumentRecord, index: number, ledger: readonly LedgerEntry[], raw: string): Breach[] {
  const out: Breach[] = [];
  const at = `document ${index}`;
  const inside = (span: Span): boolean => 0 <= span.start && span.start <= span.end && span.end <= d.text.length;
  const say = (what: string, span: Span, wrong: string): void =>
    void out.push({ law: "law 2", place: `${at}, ${what} ${span.start}..${span.end}`, what: wrong });
  if (replay(raw, ledger, d.raw) !== d.text)
    out.push({ law: "law 1", place: at, what: "the replay of its raw range is not its text" });
  const spelt = (what: string, span: TracedSpan): void => {
    const [first] = span.raw;
    const last = span.raw.at(-1);
    if (!inside(span)) say(what, span, "out of range");
    else if (first === undefined || last === undefined) say(what, span, "has no raw piece");
    else if (replay(raw, ledger, { start: first.start, end: last.end }) !== d.text.slice(span.start, span.end))
      say(what, span, "its raw spells something else");
    for (const [i, piece] of span.raw.entries())
      if (piece.end < piece.start || piece.start < (span.raw[i - 1]?.end ?? 0))
        say(what, span, "raw pieces out of order");
  };
  const states = (what: string, span: Span & { readonly surface: string }): void => {
    if (!inside(span) || d.text.slice(span.start, span.end) !== span.surface)
      say(what, span, "its surface is not the text");
  };
  for (const f of d.figures) {
    spelt("figure", f);
    states("figure", f);
    if (!isPath(d.sections, f.section)) say("figure", f, "names no section");
  }
  for (const s of flatSections(d.sections)) {
    if (s.heading !== null) spelt("heading", s.heading);
    if (!inside(s.span)) say("section", s.span, "out of range");
    for (const item of s.items) spelt("item", item);
  }
  for (const e of d.entities) states("entity", e);
  for (const [i, b] of d.blocks.entries()) {
    if (!inside(b) || d.text.slice(b.start, b.end).includes("\n")) say("block", b, "is not one line");
    if (b.start < (d.blocks[i - 1]?.end ?? 0)) say("block", b, "overlaps the one before");
  }
  for (const s of d.sentences) if (!inside(s)) say("sentence", s, "out of range");
  for (const c of d.checks)
    if (c.figures.some((f) => d.figures[f] === undefined))
      out.push({ law: "law 2", place: `${at}, check ${c.code}`, what: "names no figure" });
  return out;
}

function isPath(sections: readonly Section[], path: readonly number[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const section = sections[first];
  return section !== undefined && isPath(section.children, rest);
}
