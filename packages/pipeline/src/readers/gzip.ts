import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Reading, UnreadableError } from "./reading.ts";
import { type Chunks, type Source, streamSource } from "./source.ts";
import type { Walk } from "./walk.ts";

/**
 * What a gzip file holds, under the file's own name: `pages.jsonl.gz#17`, `page.html.gz`. Files of several members, as
 * crawlers write them, are read to the end.
 */
export async function* readGzip(source: Source, walk: Walk): AsyncGenerator<Reading> {
  if (walk.unzipped) throw new UnreadableError("packed by gzip twice");
  const name = source.name.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, "");
  const inner = streamSource(source.uri, name, gunzip(source.chunks(), walk.spend));
  yield* walk.read(inner, { ...walk, unzipped: true });
}

async function* gunzip(chunks: Chunks, spend: Walk["spend"]): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ chunkSize: 256 * 1024 });
  // what goes wrong comes out of the stream
  pipeline(Readable.from(chunks, { objectMode: false }), stream, () => undefined);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      spend(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith("Z_") === true
      ? new UnreadableError(`a damaged gzip file: ${(error as Error).message}`)
      : error;
  } finally {
    stream.destroy();
  }
}
