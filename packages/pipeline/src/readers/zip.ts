import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import * as zlib from "node:zlib";
import { decode } from "@zongjie/cleaner";
import type { Entry, ZipFile } from "yauzl";
import { UnreadableError } from "./reading.ts";
import { type Chunks, readWhole, type Source } from "./source.ts";

/** A file in a zip archive, before it is unpacked. */
export interface ZipMember {
  /** As it is shown, never a path that anything is written to: `../总结.txt` is what it is called. */
  readonly name: string;
  readonly folder: boolean;
  /** The unpacked bytes. @throws UnreadableError where it is encrypted or a link, or packed in a way that is not known */
  readonly chunks: () => Chunks;
}

/** Where a zip names in the upper half of a member's attributes that it is a symbolic link (S_IFLNK). */
const LINK = 0xa000;
const UNICODE_NAME = 0x800;

/**
 * The members of a zip archive in the order of its directory, one at a time. @throws UnreadableError where it is damaged
 */
export async function* zipMembers(source: Source): AsyncGenerator<ZipMember> {
  const zip = await open(source);
  try {
    for await (const entry of zip.eachEntry()) yield member(zip, entry);
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged(error);
  } finally {
    zip.close();
  }
}

async function open(source: Source): Promise<ZipFile> {
  const { default: yauzl } = await import("yauzl");
  const options = { decodeStrings: false, autoClose: false };
  const bytes = source.file === null ? await readWhole(source) : null;
  try {
    if (source.file !== null) return await yauzl.openPromise(source.file, options);
    return await yauzl.fromBufferPromise(Buffer.from(bytes ?? []), options);
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(error: unknown): UnreadableError {
  return new UnreadableError(`a damaged zip archive: ${error instanceof Error ? error.message : String(error)}`);
}

function member(zip: ZipFile, entry: Entry): ZipMember {
  const name = nameOf(entry);
  return {
    name,
    folder: name.endsWith("/"),
    chunks: () => {
      const mode = (entry.externalFileAttributes >>> 16) & 0xf000;
      if (mode === LINK) throw new UnreadableError("a symbolic link in an archive, which is not followed");
      if (entry.isEncrypted()) throw new UnreadableError("encrypted");
      if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
        throw new UnreadableError(`packed by method ${entry.compressionMethod}, which is not known`);
      return unpack(zip, entry);
    },
  };
}

/** UTF-8 where the archive says so or the bytes are; else what Windows in Chinese writes: GBK, or what reads better. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileNameRaw;
  const unicode = (entry.generalPurposeBitFlag & UNICODE_NAME) !== 0 || isUtf8(bytes);
  const name = unicode ? bytes.toString("utf8") : decode(bytes, "gbk").text;
  return (name === "" ? bytes.toString("latin1") : name).replaceAll("\\", "/");
}

async function* unpack(zip: ZipFile, entry: Entry): Chunks & AsyncGenerator<Uint8Array> {
  // Node has it since 20.15
  const { crc32 } = zlib as { crc32?: (bytes: Uint8Array, before: number) => number };
  let sum = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      sum = crc32?.(chunk, sum) ?? entry.crc32;
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged(error);
  }
  if (0 < entry.uncompressedSize && sum !== entry.crc32) throw damaged(new Error("wrong checksum"));
}
