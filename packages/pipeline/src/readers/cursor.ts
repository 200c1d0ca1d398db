import { TooLargeError } from "./reading.ts";
import type { Chunks } from "./source.ts";

const NEWLINE = 0x0a;

/** Goes over a stream by lines and lengths; holds only what is asked for. */
export interface Cursor {
  /** The next line with its end, or what is left; null at the end of the stream. A line beyond `limit` is passed over and thrown. */
  readonly line: (limit: number) => Promise<Buffer | null>;
  /** So many bytes, or fewer at the end of the stream. */
  readonly take: (size: number) => Promise<Buffer>;
  /** Passes over so many bytes; gives how many there were. */
  readonly skip: (size: number) => Promise<number>;
  /** Puts bytes back before what follows. */
  readonly back: (bytes: Buffer) => void;
}

/** A cursor at the beginning of a stream. */
export function cursorOf(chunks: Chunks): Cursor {
  const source = chunks[Symbol.asyncIterator]();
  let left: Buffer = Buffer.alloc(0);
  const later: Buffer[] = [];
  const fill = async (): Promise<boolean> => {
    while (left.length === 0) {
      const put = later.pop();
      if (put !== undefined) {
        left = put;
        continue;
      }
      const next = await source.next();
      if (next.done === true) return false;
      left = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
    }
    return true;
  };
  const cut = (size: number): Buffer => {
    const piece = left.subarray(0, size);
    left = left.subarray(piece.length);
    return piece;
  };
  return {
    async line(limit) {
      const pieces: Buffer[] = [];
      let size = 0;
      while (await fill()) {
        const end = left.indexOf(NEWLINE);
        const piece = cut(end === -1 ? left.length : end + 1);
        size += piece.length;
        if (size <= limit) pieces.push(piece);
        else pieces.length = 0;
        if (end !== -1) break;
      }
      if (limit < size) throw new TooLargeError(limit);
      return size === 0 ? null : pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
    },
    async take(size) {
      const pieces: Buffer[] = [];
      for (let taken = 0; taken < size && (await fill()); ) {
        const piece = cut(size - taken);
        taken += piece.length;
        pieces.push(piece);
      }
      return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
    },
    async skip(size) {
      let gone = 0;
      while (gone < size && (await fill())) gone += cut(size - gone).length;
      return gone;
    },
    back(bytes) {
      if (0 < left.length) later.push(left);
      left = bytes;
    },
  };
}
