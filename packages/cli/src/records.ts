import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { PageRecord } from "@zongjie/document";
import type { CleanPage, FieldChoice, RunOptions } from "@zongjie/pipeline";
import { readPackedLines } from "./lines.ts";
import { holdsPages } from "./page-rows.ts";
import { runInputs } from "./pages.ts";
import { readStdin } from "./stdin.ts";
import { complain, fileReason } from "./talk.ts";

/** Gets the record of a page, its decoded source and the cleaned page; both null where the input was the record. */
type Take = (record: PageRecord, source: string | null, page: CleanPage | null) => Promise<void>;

/** Names of files that hold records. */
const RECORDS = /\.(?:ndjson|jsonl)(?:\.(?:gz|zst))?$/i;

/** How a record begins, as `zongjie run` writes it. */
const BEGINNING = '{"schema":"zongjie/page@';

/** Lines that are no record are named up to this many a file. */
const NAMED = 3;

/**
 * Gives the records of inputs, in order: pages and folders are worked through as `options` say, files of records
 * (`.ndjson`, `.jsonl`, packed as `.gz` or `.zst` too, or records on stdin, or a file of any name that begins with one) are
 * read. What cannot be read is named on stderr and costs only itself. Gives the number of inputs and lines that failed.
 */
export async function takeRecords(inputs: readonly string[], options: RunOptions, take: Take): Promise<number> {
  let failed = 0;
  for (let i = 0; i < inputs.length; ) {
    const input = inputs[i] as string;
    const stdin = input === "-" ? readStdin() : null;
    if (stdin?.toString("latin1", 0, BEGINNING.length) === BEGINNING)
      failed += await takeLines(input, linesOf(stdin), take);
    else if (holdsRecords(input, options.fields)) failed += await takeLines(input, readPackedLines(input), take);
    else {
      // pages that stand side by side are one run, which says how far it is
      let end = i + 1;
      while (end < inputs.length && inputs[end] !== "-" && !holdsRecords(inputs[end] as string, options.fields)) end++;
      failed += await runInputs(
        inputs.slice(i, end),
        { keywords: 0, ...options },
        async (record, page) => take(record, page?.decoded.text ?? null, page),
        () => stdin ?? Buffer.alloc(0),
      );
      i = end;
      continue;
    }
    i++;
  }
  return failed;
}

/** Gives the records of a file of any name that `zongjie run` wrote; as {@link takeRecords}. */
export function takeWritten(file: string, take: (record: PageRecord) => Promise<void>): Promise<number> {
  return takeLines(file, readPackedLines(file), take);
}

/** All records of inputs, taken as `takeRecords` does, and how many inputs and lines failed. */
export async function gatherRecords(
  inputs: readonly string[],
  options: RunOptions,
): Promise<{ readonly records: readonly PageRecord[]; readonly failed: number }> {
  const records: PageRecord[] = [];
  const failed = await takeRecords(inputs, options, async (record) => {
    records.push(record);
  });
  return { records, failed };
}

/** By its name, or by how it begins: `zongjie run … > records.json`. Rows of somebody else's pages are no records. */
function holdsRecords(input: string, fields?: FieldChoice): boolean {
  if (RECORDS.test(input)) return !holdsPages(input, fields);
  try {
    // a pipe could not be read a second time
    if (!statSync(input).isFile()) return false;
    const handle = openSync(input, "r");
    try {
      const beginning = Buffer.alloc(BEGINNING.length);
      return readSync(handle, beginning) === BEGINNING.length && beginning.toString("latin1") === BEGINNING;
    } finally {
      closeSync(handle);
    }
  } catch {
    // whoever reads it says why it cannot be read
    return false;
  }
}

async function takeLines(
  file: string,
  lines: Iterable<string | null> | AsyncIterable<string | null>,
  take: Take,
): Promise<number> {
  const { readRecord } = await import("@zongjie/pipeline");
  let [failed, taken, number] = [0, 0, 0];
  let taking = false;
  try {
    for await (const line of lines) {
      number++;
      if (line?.trim() === "") continue;
      const record = line === null ? null : readRecord(line);
      if (record !== null) {
        taken++;
        taking = true;
        await take(record, null, null);
        taking = false;
      } else if (++failed <= NAMED) complain(`${file} line ${number}: not a page record (zongjie/page@1)`);
    }
  } catch (error) {
    // only a failed file operation has a code; all else, and what is written from the records, is no fault of the file
    if (taking || (error as { code?: string } | null)?.code === undefined) throw error;
    complain(`${file}: ${fileReason(error)}`);
    return failed + 1;
  }
  if (NAMED < failed) complain(`${file}: ${failed} lines in all are no page records`);
  if (failed + taken === 0) complain(`${file}: holds no page record`);
  return failed + taken === 0 ? 1 : failed;
}

function* linesOf(bytes: Buffer): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found;
    yield bytes.toString("utf8", start, end);
    start = end + 1;
  }
}
