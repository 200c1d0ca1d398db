import { closeSync, openSync } from "node:fs";
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
    let open: Buffer[] = [];
    for (let size = readChunk(handle, chunk); 0 < size; size = readChunk(handle, chunk)) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1 && end < size; end = chunk.indexOf(NEWLINE, from)) {
        yield text([...open, chunk.subarray(from, end)]);
        open = [];
        from = end + 1;
      }
      if (from < size) open.push(Buffer.from(chunk.subarray(from, size)));
    }
    if (0 < open.length) yield text(open);
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

function text(pieces: readonly Buffer[]): string | null {
  try {
    return Buffer.concat(pieces).toString("utf8");
  } catch {
    return null;
  }
}
