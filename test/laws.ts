import type { DocumentRecord, LedgerEntry, PageRecord, Section, Span, TracedSpan } from "@zongjie/document";
import { jsonSchema } from "@zongjie/document/schema";
import { Ajv2020 } from "ajv/dist/2020.js";

/**
 * The laws of a page record, checked from outside: nothing of the product is used but its types and its schema. Gives
 * what is broken, with offsets only, so that a report shows no text of the page. `raw`: the decoded source.
 */
export function breachesOf(record: PageRecord, raw: string): string[] {
  const documents = record.documents.flatMap((d, i) =>
    documentBreaches(d, record.ledger, raw).map((b) => `document ${i}: ${b}`),
  );
  return [...schemaBreaches(record), ...ledgerBreaches(record, raw), ...coverBreaches(record, raw), ...documents];
}

const validate = new Ajv2020({ allErrors: false, strict: true }).compile(jsonSchema("page"));

function schemaBreaches(record: PageRecord): string[] {
  const written: unknown = JSON.parse(JSON.stringify(record));
  return validate(written) ? [] : (validate.errors ?? []).map((e) => `schema: ${e.instancePath} ${e.message}`);
}

/** In raw order, none over another, one entry a start, minimal, neighbours of one reason joined, no document's edge crossed. */
function ledgerBreaches({ ledger, documents }: PageRecord, raw: string): string[] {
  const out: string[] = [];
  for (const [i, e] of ledger.entries()) {
    const last = ledger[i - 1];
    const say = (what: string): void => void out.push(`entry ${i} at ${e.start}..${e.end} (${e.rule}): ${what}`);
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
    for (const { raw: d } of documents)
      if ((e.start < d.start && d.start < e.end) || (e.start < d.end && d.end < e.end))
        say(`crosses the edge of the document at ${d.start}..${d.end}`);
  }
  return out;
}

function isRemoval(entry: LedgerEntry): boolean {
  return entry.insert === "";
}

/** Documents in raw order, apart; every character in a document, in the ledger, or white space. */
function coverBreaches({ ledger, documents }: PageRecord, raw: string): string[] {
  if (documents.length === 0 && ledger.length === 0) return [];
  const out: string[] = [];
  const cover = new Uint8Array(raw.length);
  for (const e of ledger) cover.fill(1, e.start, e.end);
  let end = 0;
  for (const [i, d] of documents.entries()) {
    if (d.raw.start < end) out.push(`document ${i} overlaps the one before`);
    end = d.raw.end;
    cover.fill(1, d.raw.start, d.raw.end);
  }
  for (let i = 0; i < raw.length; i++)
    if (cover[i] === 0 && /\S/.test(raw[i] as string)) return [...out, `offset ${i} is in no document and in no entry`];
  return out;
}

function documentBreaches(d: DocumentRecord, ledger: readonly LedgerEntry[], raw: string): string[] {
  const out: string[] = [];
  const inside = (span: Span): boolean => 0 <= span.start && span.start <= span.end && span.end <= d.text.length;
  if (replayed(raw, ledger, d.raw) !== d.text) out.push("the replay of its raw range is not its text");
  const spelt = (what: string, span: TracedSpan): void => {
    const at = `${what} ${span.start}..${span.end}`;
    const [first] = span.raw;
    const last = span.raw.at(-1);
    if (!inside(span)) out.push(`${at} out of range`);
    else if (first === undefined || last === undefined) out.push(`${at} has no raw piece`);
    else if (replayed(raw, ledger, { start: first.start, end: last.end }) !== d.text.slice(span.start, span.end))
      out.push(`${at}: its raw spells something else`);
    for (const [i, piece] of span.raw.entries())
      if (piece.end < piece.start || piece.start < (span.raw[i - 1]?.end ?? 0))
        out.push(`${at}: raw pieces out of order`);
  };
  for (const f of d.figures) {
    spelt("figure", f);
    if (d.text.slice(f.start, f.end) !== f.surface) out.push(`figure ${f.start}: surface is not the text`);
    if (!isPath(d.sections, f.section)) out.push(`figure ${f.start}: no such section`);
  }
  for (const s of flat(d.sections)) {
    if (s.heading !== null) spelt("heading", s.heading);
    if (!inside(s.span)) out.push(`section ${s.span.start} out of range`);
    for (const item of s.items) spelt("item", item);
  }
  for (const e of d.entities)
    if (!inside(e) || d.text.slice(e.start, e.end) !== e.surface)
      out.push(`entity ${e.start}: surface is not the text`);
  for (const [i, b] of d.blocks.entries()) {
    if (!inside(b) || d.text.slice(b.start, b.end).includes("\n"))
      out.push(`block ${b.start}..${b.end} is not one line`);
    if (b.start < (d.blocks[i - 1]?.end ?? 0)) out.push(`block ${b.start} overlaps the one before`);
  }
  for (const s of d.sentences) if (!inside(s)) out.push(`sentence ${s.start} out of range`);
  for (const c of d.checks)
    if (c.figures.some((f) => d.figures[f] === undefined)) out.push(`check ${c.code} names no figure`);
  return out;
}

/** The text that the ledger makes of a raw range: entries that lie inside it. */
function replayed(raw: string, ledger: readonly LedgerEntry[], { start, end }: Span): string {
  let out = "";
  let at = start;
  for (const e of ledger) {
    if (e.start < start || end < e.end) continue;
    out += raw.slice(at, e.start) + e.insert;
    at = e.end;
  }
  return out + raw.slice(at, end);
}

function flat(sections: readonly Section[]): Section[] {
  return sections.flatMap((s) => [s, ...flat(s.children)]);
}

function isPath(sections: readonly Section[], path: readonly number[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const section = sections[first];
  return section !== undefined && isPath(section.children, rest);
}
