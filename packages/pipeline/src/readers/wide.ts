import type { Chunks } from "./source.ts";

/** The encoding of a table or JSON file that begins as UTF-16 does, which Windows programs call Unicode; else null. */
export function wideMark(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
}

/** A stream without its byte order mark, UTF-16 in UTF-8; all else as it is. */
export async function* unmarked(chunks: Chunks, head: Uint8Array): AsyncGenerator<Uint8Array> {
  const wide = wideMark(head);
  if (wide !== null) {
    const decoder = new TextDecoder(wide);
    for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), "utf8");
    yield Buffer.from(decoder.decode(), "utf8");
    return;
  }
  let left = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for await (const chunk of chunks) {
    yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
