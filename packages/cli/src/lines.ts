import { closeSync, openSync } from "node:fs";
import { packingOf, readUnpacked } from "./packing.ts";
import { readChunk } from "./stdin.ts";

const SIZE = 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * The lines of a file, or of stdin (`-`), one after the other, without their ends; null for one that is longer than a
 * text can be. The file may be larger than the memory: only the line at hand is held.
 * @throws Error where the file cannot be read
 */
export function* readLines(file: string): Generator<string | null> {
  const handle = file === "-" ? 0 : openSync(file, "r");
  try {
    const chunk = Buffer.allocUnsafe(SIZE);
    const open: Buffer[] = [];
    for (let size = readChunk(handle, chunk); 0 < size; size = readChunk(handle, chunk))
      yield* linesOf(chunk.subarray(0, size), open);
    if (0 < open.length) yield text(open);
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

/**
 * The lines of a file as {@link readLines} gives them, unpacked where its name says that it is packed: `records.ndjson.gz`.
 * @throws Error where the file cannot be read or is damaged
 */
export function readPackedLines(file: string): Iterable<string | null> | AsyncIterable<string | null> {
  const packing = packingOf(file);
  return packing === null ? readLines(file) : linesOfChunks(readUnpacked(file, packing));
}

async function* linesOfChunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<string | null> {
  const open: Buffer[] = [];
  for await (const chunk of chunks) yield* linesOf(chunk, open);
  if (0 < open.length) yield text(open);
}

/** The lines that end in a chunk; what is behind the last of them is put into `open`, for the next chunk. */
function* linesOf(chunk: Buffer, open: Buffer[]): Generator<string | null> {
  let from = 0;
  for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
    yield text([...open, chunk.subarray(from, end)]);
    open.length = 0;
    from = end + 1;
  }
  if (from < chunk.length) open.push(Buffer.from(chunk.subarray(from)));
}

function text(pieces: readonly Buffer[]): string | null {
  try {
    return Buffer.concat(pieces).toString("utf8");
  } catch {
    return null;
  }
}
