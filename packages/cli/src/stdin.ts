import { readSync } from "node:fs";

const SIZE = 64 * 1024;

/**
 * All bytes of stdin. Not `readFileSync(0)`: that asks for the kind of a pipe, and Node 20 then takes the next path that
 * it resolves for a pipe too, so that a package behind a symbolic link is not found.
 * @throws Error where stdin cannot be read
 */
export function readStdin(): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(SIZE);
    const size = readChunk(0, chunk);
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, size));
  }
}

/** Reads once; waits where a terminal or a pipe has nothing yet and does not block. Gives the number of bytes, 0 at the end. */
export function readChunk(handle: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(handle, chunk);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
