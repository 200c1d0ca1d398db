import { LARGEST, TooLargeError, UnreadableError } from "./reading.ts";
import type { Chunks } from "./source.ts";

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];

/**
 * The outermost objects of a stream of JSON, whatever stands between them: the two of `[{"a": 1}, {"a": 2}]`. Only the
 * one at hand is held; one that is too large, or that the stream breaks off in, is an error in its place.
 */
export async function* objectsOf(
  chunks: Chunks,
): AsyncGenerator<{ readonly number: number; readonly json: Buffer | UnreadableError }> {
  let pieces: Uint8Array[] = [];
  let [number, size, depth] = [0, 0, 0];
  let [quoted, escaped] = [false, false];
  const keep = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= LARGEST) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (escaped) escaped = false;
      else if (quoted) {
        if (byte === QUOTE) quoted = false;
        else if (byte === BACKSLASH) escaped = true;
      } else if (byte === QUOTE) quoted = true;
      else if (byte === OPEN) {
        if (depth++ === 0) [start, size, pieces] = [at, 0, []];
      } else if (byte === CLOSE && 0 < depth && --depth === 0) {
        keep(chunk.subarray(start, at + 1));
        yield { number: ++number, json: LARGEST < size ? new TooLargeError() : Buffer.concat(pieces) };
        pieces = [];
      }
    }
    if (0 < depth) keep(chunk.subarray(start));
  }
  if (0 < depth) yield { number: ++number, json: new UnreadableError("the file breaks off in it") };
}
