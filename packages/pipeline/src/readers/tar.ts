import { decode } from "@zongjie/cleaner";
import { type Cursor, cursorOf } from "./cursor.ts";
import { type Reading, UnreadableError } from "./reading.ts";
import type { Source } from "./source.ts";
import type { Walk } from "./walk.ts";
import type { ZipMember } from "./zip.ts";
import { readMembers } from "./zip-kinds.ts";

const BLOCK = 512;

/** Long names stand in members of their own; a longer one is no name. */
const LONGEST_NAME = 65_536;

/** The pages in a tar archive (POSIX ustar and pax, GNU's long names), one member at a time. */
export async function* readTar(source: Source, walk: Walk): AsyncGenerator<Reading> {
  yield* readMembers(source.uri, tarMembers(cursorOf(source.chunks())), walk);
}

async function* tarMembers(cursor: Cursor): AsyncGenerator<ZipMember> {
  let long: string | null = null;
  for (let header = await cursor.take(BLOCK); header.length === BLOCK; header = await cursor.take(BLOCK)) {
    if (header.every((byte) => byte === 0)) return;
    const size = sizeOf(header);
    const type = String.fromCharCode(header[156] as number);
    let left = size;
    if (type === "L" || type === "x") {
      if (LONGEST_NAME < size) throw new UnreadableError("a damaged tar archive: a name without end");
      const text = await cursor.take(size);
      left = 0;
      long = type === "L" ? nameOf(text) : paxName(text);
    } else if (type === "0" || type === "\0") {
      const name: string = long ?? shortName(header);
      long = null;
      const chunks = async function* (): AsyncGenerator<Uint8Array> {
        while (0 < left) {
          const piece = await cursor.take(Math.min(left, 65_536));
          if (piece.length === 0) throw new UnreadableError("the archive breaks off in it");
          left -= piece.length;
          yield piece;
        }
      };
      yield { name, folder: name.endsWith("/"), chunks };
    } else if (type !== "g") long = null;
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if ((await cursor.skip(left + padding)) < left) return;
  }
}

/** Octal digits, or a big-endian number behind a first bit. */
function sizeOf(header: Buffer): number {
  const field = header.subarray(124, 136);
  const size =
    ((field[0] as number) & 0x80) === 0 ? Number.parseInt(field.toString("latin1"), 8) : field.readUIntBE(6, 6);
  if (Number.isSafeInteger(size)) return size;
  throw new UnreadableError("a damaged tar archive");
}

function shortName(header: Buffer): string {
  const prefix = header.subarray(257, 263).toString("latin1") === "ustar\0" ? nameOf(header.subarray(345, 500)) : "";
  return `${prefix === "" ? "" : `${prefix}/`}${nameOf(header.subarray(0, 100))}`;
}

/** Up to the first NUL; UTF-8, or what the bytes read like. */
function nameOf(field: Buffer): string {
  const end = field.indexOf(0);
  return decode(end === -1 ? field : field.subarray(0, end)).text;
}

/** `27 path=县卫生院/总结.txt` among the records of a pax header; null where there is none. */
function paxName(text: Buffer): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)/.exec(text.toString("utf8"))?.[1] ?? null;
}
