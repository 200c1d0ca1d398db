import * as zlib from "node:zlib";
import { type Cursor, cursorOf } from "./cursor.ts";
import { UnreadableError } from "./reading.ts";
import type { Chunks } from "./source.ts";

/** Bytes that are unpacked at a time, at the beginning of a file and behind it: what they come to is lost with a damage. */
const FINE = 64;
const COARSE = 1024;
const BEGINNING = 256 * 1024;
/** More than a piece unpacks to, so that no stream waits for somebody who reads. */
const ROOM = 4 * 1024 * 1024;

/** So many bytes of a damaged member, the last ones, are searched for the next one. */
const KEPT = 4 * 1024 * 1024;

/** Parts of a member: its head, the parts behind that by the flags that announce them, what stands behind its data. */
const HEAD = 10;
const [CHECK, EXTRA, NAME, COMMENT] = [2, 4, 8, 16];
const LONGEST_NAME = 65_536;
const TRAILER = 8;

/** Costs the member at hand. */
class DamageError extends UnreadableError {
  constructor(what: string) {
    super(`a damaged gzip file: ${what}`);
  }
}

/**
 * What a file of gzip members unpacks to, up to a damage and from the next member on, before which a line end is put.
 * `damaged` is told where that is, in bytes of the file. @throws UnreadableError where no member follows a damage
 */
export async function* gunzip(
  chunks: Chunks,
  spend: (bytes: number) => void,
  damaged: (at: number) => void,
): AsyncGenerator<Uint8Array> {
  const cursor = keeping(cursorOf(chunks));
  for (let any = false; ; any = true) {
    const at = cursor.begin();
    try {
      const head = await cursor.take(HEAD);
      // tapes are filled up with zeros
      if (any && head.every((byte) => byte === 0)) return;
      if (!isHead(head, 0)) throw new DamageError(any ? "what follows is no gzip" : "its head is none");
      await passHead(cursor, head[3] as number);
      for await (const piece of unpack(cursor)) {
        spend(piece.length);
        yield piece;
      }
    } catch (error) {
      if (!(error instanceof DamageError) || !(await cursor.findHead())) throw error;
      damaged(at);
      yield Buffer.from("\n");
    }
  }
}

/** A cursor that keeps what was taken of a member, so that the next one can be looked for in it. */
interface KeepingCursor extends Pick<Cursor, "take" | "back"> {
  /** Begins a member; gives where in the file. */
  readonly begin: () => number;
  readonly at: () => number;
  /** Goes to the head of the next member behind the first bytes of this one; false where there is none. */
  readonly findHead: () => Promise<boolean>;
}

function keeping(cursor: Cursor): KeepingCursor {
  let kept: Buffer[] = [];
  let size = 0;
  let at = 0;
  const take = async (count: number): Promise<Buffer> => {
    const bytes = await cursor.take(count);
    kept.push(bytes);
    size += bytes.length;
    at += bytes.length;
    if (2 * KEPT < size) {
      kept = [Buffer.concat(kept).subarray(-KEPT)];
      size = KEPT;
    }
    return bytes;
  };
  const back = (bytes: Buffer): void => {
    cursor.back(bytes);
    at -= bytes.length;
    size -= bytes.length;
    const last = kept.pop() as Buffer;
    kept.push(last.subarray(0, last.length - bytes.length));
  };
  return {
    take,
    back,
    at: () => at,
    begin() {
      [kept, size] = [[], 0];
      return at;
    },
    async findHead() {
      let window = Buffer.concat(kept).subarray(1);
      for (;;) {
        for (let i = window.indexOf(0x1f); i !== -1 && i + HEAD <= window.length; i = window.indexOf(0x1f, i + 1))
          if (isHead(window, i)) {
            cursor.back(window.subarray(i));
            at -= window.length - i;
            return true;
          }
        const more = await cursor.take(BEGINNING);
        if (more.length === 0) return false;
        at += more.length;
        window = Buffer.concat([window.subarray(1 - HEAD), more]);
      }
    },
  };
}

/** Whether a member begins here: its mark, deflate, flags, time, how hard it was packed, the system. */
function isHead(bytes: Uint8Array, at: number): boolean {
  const [one, two, method, flags = 0xff, , , , , hard = 0xff, system = 0xfe] = bytes.subarray(at, at + HEAD);
  const known = hard === 0 || hard === 2 || hard === 4;
  return one === 0x1f && two === 0x8b && method === 8 && flags < 32 && known && (system <= 13 || system === 255);
}

async function passHead(cursor: KeepingCursor, flags: number): Promise<void> {
  if ((flags & EXTRA) !== 0) {
    const size = await cursor.take(2);
    await cursor.take(size.length < 2 ? 0 : size.readUInt16LE());
  }
  for (const flag of [NAME, COMMENT]) {
    if ((flags & flag) === 0) continue;
    for (let count = 0; ((await cursor.take(1))[0] ?? 0) !== 0; count++)
      if (LONGEST_NAME < count) throw new DamageError("a name without end");
  }
  if ((flags & CHECK) !== 0) await cursor.take(2);
}

/** The data of a member; the cursor stands behind its trailer then. */
async function* unpack(cursor: KeepingCursor): AsyncGenerator<Buffer> {
  // Node has it since 20.15
  const { crc32 } = zlib as { crc32?: (bytes: Uint8Array, before: number) => number };
  const inflate = zlib.createInflateRaw({ readableHighWaterMark: ROOM } as zlib.ZlibOptions);
  let fail: (error: Error) => void = () => undefined;
  inflate.on("error", (error) => fail(error));
  const write = (piece: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      fail = (error) => reject(new DamageError(error.message));
      inflate.write(piece, () => resolve());
    });
  let [fed, sum, size] = [0, 0, 0];
  try {
    for (let over = false; !over; ) {
      const piece = await cursor.take(cursor.at() < BEGINNING ? FINE : COARSE);
      if (piece.length === 0) throw new DamageError("unexpected end of file");
      await write(piece);
      fed += piece.length;
      for (let out: Buffer | null = inflate.read(); out !== null; out = inflate.read()) {
        sum = crc32?.(out, sum) ?? 0;
        size = (size + out.length) % 2 ** 32;
        yield out;
      }
      // it takes no more than the member has
      over = inflate.bytesWritten < fed;
      if (over) cursor.back(piece.subarray(piece.length - (fed - inflate.bytesWritten)));
    }
  } finally {
    inflate.destroy();
  }
  const trailer = await cursor.take(TRAILER);
  if (trailer.length < TRAILER) throw new DamageError("unexpected end of file");
  if ((crc32 !== undefined && trailer.readUInt32LE(0) !== sum) || trailer.readUInt32LE(4) !== size)
    throw new DamageError("incorrect data check");
}
