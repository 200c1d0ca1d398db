import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { LARGEST, TooLargeError, UnreadableError } from "./reading.ts";

/** Bytes in pieces, which can be taken once. */
export type Chunks = AsyncIterable<Uint8Array>;

/** Where bytes come from: a file on the disk, bytes at hand, or a stream out of an archive. */
export interface Source {
  /** What the records call it: `pages/a.html`, `bundle.zip!/a.html`. */
  readonly uri: string;
  /** The name by which its format may be told; empty for stdin. */
  readonly name: string;
  readonly file: string | null;
  readonly bytes: Uint8Array | null;
  readonly chunks: () => Chunks;
}

/** First bytes by which a format or an encoding is told. */
const HEAD = 65_536;

/** A file on the disk. */
export function fileSource(path: string): Source {
  const chunks = (): Chunks => createReadStream(path, { highWaterMark: 1024 * 1024 });
  return { uri: path, name: basename(path), file: path, bytes: null, chunks };
}

/** Bytes that are at hand. */
export function bytesSource(uri: string, name: string, bytes: Uint8Array): Source {
  return { uri, name, file: null, bytes, chunks: () => once([bytes]) };
}

/** A stream, which can be taken once. */
export function streamSource(uri: string, name: string, chunks: Chunks): Source {
  return { uri, name, file: null, bytes: null, chunks: () => chunks };
}

/** The first bytes of a source, and the source with all its bytes still before it. */
export async function peek(source: Source): Promise<{ readonly head: Uint8Array; readonly source: Source }> {
  if (source.bytes !== null) return { head: source.bytes.subarray(0, HEAD), source };
  if (source.file !== null) return { head: fileHead(source.file), source };
  const rest = source.chunks()[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  let broken: unknown = null;
  try {
    while (size < HEAD) {
      const next = await rest.next();
      if (next.done === true) break;
      taken.push(next.value);
      size += next.value.length;
    }
  } catch (error) {
    // a stream that breaks off has a beginning too
    if (size === 0) throw error;
    broken = error;
  }
  const chunks = once(taken, broken === null ? rest : { next: () => Promise.reject(broken) });
  return { head: Buffer.concat(taken).subarray(0, HEAD), source: streamSource(source.uri, source.name, chunks) };
}

async function* once(taken: readonly Uint8Array[], rest?: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* taken;
    if (rest === undefined) return;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}

/** The first bytes of a file on the disk. @throws UnreadableError where it is none */
export function fileHead(path: string): Uint8Array {
  if (!statSync(path).isFile()) throw new UnreadableError("not a file");
  const handle = openSync(path, "r");
  try {
    const head = Buffer.allocUnsafe(HEAD);
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}

/** All bytes of a source. @throws UnreadableError where they are more than `limit`; of a file it names, nothing is read then */
export async function readWhole(source: Source, limit: number = LARGEST): Promise<Uint8Array> {
  if (source.file !== null) {
    if (limit < statSync(source.file).size) throw new TooLargeError(limit);
    return readFileSync(source.file);
  }
  if (source.bytes === null) return gather(source.chunks(), limit);
  if (limit < source.bytes.length) throw new TooLargeError(limit);
  return source.bytes;
}

/** The bytes of a stream as one piece. @throws UnreadableError where they are more than `limit` */
export async function gather(chunks: Chunks, limit: number = LARGEST): Promise<Buffer> {
  const taken: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (limit < size) throw new TooLargeError(limit);
    taken.push(chunk);
  }
  return Buffer.concat(taken);
}
