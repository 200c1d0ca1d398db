import { createHash } from "node:crypto";
import { type Decoded, decode, findPlainMeta } from "@zongjie/cleaner";
import {
  firstIndex,
  type Issue,
  type LedgerEntry,
  ledger,
  locate,
  type Page,
  type PageMeta,
  type PageRecord,
  page,
  type Span,
} from "@zongjie/document";
import { readDocument } from "./document.ts";
import { findDuplicates } from "./duplicates/index.ts";
import { restore } from "./keep.ts";
import type { PageInput, RunOptions } from "./options.ts";
import { pageId } from "./page-id.ts";
import { STAGES, type Work } from "./stages.ts";

const NO_META: PageMeta = { title: null, site: null, author: null, published: null, category: null };

/** A page after the cleaner's stages, before its documents are read. */
export interface CleanPage {
  readonly decoded: Decoded;
  readonly work: Work;
}

/** Decodes a page and runs the stages over it. Never throws for what the page holds. */
export function cleanPage(input: PageInput, options: RunOptions = {}): CleanPage {
  const { decoded, work: start } = startOf(input, options);
  if (decoded.problems.some(({ code }) => FATAL.has(code))) return { decoded, work: start };
  const work = STAGES.reduce((before, stage) => stage.run(before), start);
  return { decoded, work: options.keep === undefined ? work : restore(work, new Set(options.keep)) };
}

/** A page as a stage finds it: `workBefore(input, "split")`. For training and measuring that stage alone. */
export function workBefore(input: PageInput, stage: string, options: RunOptions = {}): CleanPage {
  const { decoded, work } = startOf(input, options);
  const until = STAGES.findIndex(({ name }) => name === stage);
  return { decoded, work: STAGES.slice(0, until).reduce((before, { run }) => run(before), work) };
}

function startOf(input: PageInput, options: RunOptions): CleanPage {
  const decoded = decodeInput(input);
  const work: Work = {
    page: page(input.uri, decoded.text),
    html: decoded.mediaType === "text/html",
    medium: input.extract !== undefined ? "print" : input.cell && !FRAMED.test(decoded.text) ? "cell" : "web",
    simplify: options.simplified === true,
    siteLines: options.siteLines ?? null,
    lines: [],
    headings: [],
    headline: null,
    meta: null,
    dropped: [],
    documents: [],
  };
  return { decoded, work };
}

/** What a whole page of the web has and an article without it has not. */
const FRAMED = /<(?:!doctype|html|head|body|header|nav|aside|footer|form|frameset)\b/i;

/** A page as text: decoded, or as it was taken out of its file. */
export function decodeInput({ bytes, declared, cut, extract }: PageInput): Decoded {
  if (extract === undefined) {
    const decoded = decode(bytes, declared ?? null);
    if (cut === undefined) return decoded;
    return { ...decoded, problems: [...decoded.problems, { code: "input.truncated", note: cut }] };
  }
  const { text, html } = extract;
  return { text, encoding: EXTRACTED, bom: false, mediaType: html ? "text/html" : "text/plain", problems: [] };
}

/** Stands for the encoding of a text that no bytes were decoded to: a reader took it out of the file. */
const EXTRACTED = "extracted";

/** Problems of the input that leave nothing to read. */
const FATAL: ReadonlySet<string> = new Set([
  "input.binary",
  "input.empty",
  "input.undecodable",
  "page.failed",
  "page.no-document",
]);

/** The record of a page that could not be worked through: no documents, and an issue that says why. */
export function failedPage(input: PageInput, error: unknown): PageRecord {
  const note = error instanceof Error ? error.message : String(error);
  return {
    schema: "zongjie/page@1",
    source: {
      uri: input.uri,
      sha256: createHash("sha256").update(input.bytes).digest("hex"),
      bytes: input.bytes.length,
      encoding: "unknown",
      mediaType: "application/octet-stream",
    },
    meta: NO_META,
    ledger: [],
    documents: [],
    issues: [{ code: "page.failed", document: null, span: null, note }],
  };
}

/** The problem that cost a page, in words, where the command's exit status is 1; null where its record holds none. */
export function failureOf({ issues }: PageRecord): string | null {
  const issue = issues.find(({ code }) => FATAL.has(code));
  return issue === undefined ? null : (issue.note ?? issue.code);
}

/** The record of one page (CONTRACT.md): `runPage({ uri: "a.txt", bytes })`. The same bytes give the same record. */
export function runPage(input: PageInput, options: RunOptions = {}): PageRecord {
  return recordOf(input, cleanPage(input, options), options);
}

/** The record of a page that is cleaned already. */
export function recordOf(input: PageInput, { decoded, work }: CleanPage, options: RunOptions = {}): PageRecord {
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  const id = pageId(input.uri, sha256);
  const titles = work.documents.map(({ title }) =>
    title === null ? null : work.page.text.slice(title.start, title.end),
  );
  const times = new Map<string | null, number>();
  for (const title of titles) times.set(title, (times.get(title) ?? 0) + 1);
  const repaired = decimalsOf(work.page);
  const headings = headingLines(work);
  const readings = work.documents.map((span, index) => {
    const title = titles[index] ?? null;
    const generic = title !== null && 1 < (times.get(title) ?? 0);
    const keywords = options.keywords ?? 10;
    return readDocument({ page: work.page, span, index, id, keywords, generic, repaired, headingLines: headings });
  });
  const duplicates = findDuplicates(readings.map(({ record }) => record));
  const problems: Issue[] = decoded.problems.map(({ code, note }) => ({ code, document: null, span: null, note }));
  if (readings.length === 0 && !problems.some(({ code }) => FATAL.has(code)))
    problems.push({
      code: "page.no-document",
      document: null,
      span: null,
      note: "nothing on the page reads like a document",
    });
  return {
    schema: "zongjie/page@1",
    source: {
      uri: input.uri,
      sha256,
      bytes: input.bytes.length,
      encoding: decoded.encoding,
      mediaType: input.extract?.mediaType ?? decoded.mediaType,
    },
    meta: work.meta ?? findPlainMeta(work.dropped, titles[0] ?? null),
    ledger: ledgerOf(work.page, options.ledger ?? "full"),
    documents: readings.map(({ record }, i) => ({ ...record, duplicates: duplicates[i] ?? [] })),
    issues: [...problems, ...readings.flatMap(({ issues }) => issues)],
  };
}

function ledgerOf(done: Page, size: "full" | "compact" | "none"): LedgerEntry[] {
  if (size === "none") return [];
  const entries = ledger(done, () => "other");
  return size === "full" ? entries : entries.filter(({ reason }) => reason !== "markup" && reason !== "whitespace");
}

/** Whether raw pieces hold a repaired decimal point; by binary search over the repairs. */
function decimalsOf(done: Page): (pieces: readonly Span[]) => boolean {
  const at = done.pieces.filter((p) => p.edit?.reason === "decimal-separator").map((p) => p.start);
  return (pieces) => {
    const start = pieces[0]?.start ?? 0;
    const end = pieces.at(-1)?.end ?? 0;
    return (at[firstIndex(at.length, (i) => (at[i] as number) < start)] ?? end) < end;
  };
}

/** Line starts of h1–h6 in the final text, carried over by the raw offsets of their first characters. */
function headingLines(work: Work): { start: number; level: number }[] {
  return work.headings.flatMap(({ raw, level }) => {
    const start = locate(work.page, raw);
    return work.page.text[start] === work.page.raw[raw] ? [{ start, level }] : [];
  });
}
