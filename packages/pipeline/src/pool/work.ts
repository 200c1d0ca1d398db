import { gzipSync } from "node:zlib";
import type { PageRecord } from "@zongjie/document";
import { tokenizerInUse } from "@zongjie/segmenter";
import type { PageInput, RunOptions } from "../options.ts";
import { failedPage, failureOf, runPage } from "../run.ts";

/** What a page came to: its record as it is written, and what a run counts of it. */
export interface WorkedPage {
  readonly uri: string;
  readonly sha256: string;
  /** The record as a line of NDJSON in UTF-8, or that line as a member of a gzip file. */
  readonly line: Uint8Array;
  /** Why nothing on it could be read; null where something was. */
  readonly failed: string | null;
  readonly bytes: number;
  readonly documents: number;
  /** Milliseconds that the page took. */
  readonly time: number;
  /** The tokenizer that cut its keywords; null where none was needed. */
  readonly tokenizer: string | null;
}

/** How pages are worked at. */
export interface WorkOptions {
  readonly run: RunOptions;
  /** True packs each record as a member of a gzip file: members end to end are one file, which may be cut between them. */
  readonly gzip?: boolean;
}

/** Works through a page. Never throws for what the page holds. */
export function workPage(input: PageInput, options: WorkOptions): WorkedPage {
  const begin = performance.now();
  let record: PageRecord;
  try {
    record = runPage(input, options.run);
  } catch (error) {
    record = failedPage(input, error);
  }
  return workedPage(record, options, performance.now() - begin);
}

/** The record of a page as it is handed over. */
export function workedPage(record: PageRecord, { gzip }: WorkOptions, time: number): WorkedPage {
  const { uri, sha256, bytes } = record.source;
  const line = new TextEncoder().encode(`${JSON.stringify(record)}\n`);
  return {
    uri,
    sha256,
    line: gzip ? new Uint8Array(gzipSync(line)) : line,
    failed: failureOf(record),
    bytes,
    documents: record.documents.length,
    time,
    tokenizer: tokenizerInUse(),
  };
}
