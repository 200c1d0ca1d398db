import { createReadStream } from "node:fs";
import { pipeline, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import type { Write } from "./pages.ts";

/** Ways in which a file of lines may be packed, by the ending of its name. */
export type Packing = "gz" | "zst";

/** How a file is packed, by its name; null where it is not. */
export function packingOf(file: string): Packing | null {
  const [, ending] = /\.(gz|zst)$/i.exec(file) ?? [];
  return ending === undefined ? null : (ending.toLowerCase() as Packing);
}

/** The bytes of a packed file. @throws Error where it cannot be read or is damaged */
export async function* readUnpacked(file: string, packing: Packing): AsyncGenerator<Buffer> {
  const unpack = packing === "gz" ? zlib.createGunzip() : zstd().createZstdDecompress();
  // whoever reads the end of the pipeline is told what goes wrong in it
  pipeline(createReadStream(file), unpack, () => undefined);
  yield* unpack as AsyncIterable<Buffer>;
}

/** Packs what is written and passes it on to `write`; `close` waits until all of it is. @throws Error where this Node cannot */
export function packed(write: Write, packing: Packing): { readonly write: Write; readonly close: () => Promise<void> } {
  const pack = packing === "gz" ? zlib.createGzip() : zstd().createZstdCompress();
  const passed = (async () => {
    for await (const chunk of pack) await write(chunk as Buffer);
  })();
  // whoever writes next, or closes, is told
  passed.catch(() => undefined);
  return {
    write: (chunk) => {
      if (pack.write(chunk)) return Promise.resolve();
      return Promise.race([new Promise<void>((resolve) => pack.once("drain", resolve)), passed]);
    },
    close: async () => {
      pack.end();
      await passed;
    },
  };
}

/** What newer versions of Node bring. */
interface Zstd {
  readonly createZstdCompress: () => Transform;
  readonly createZstdDecompress: () => Transform;
}

function zstd(): Zstd {
  if ("createZstdCompress" in zlib) return zlib as unknown as Zstd;
  throw new Error(`Node ${process.versions.node} has no zstd (22.15 and later have): use .gz`);
}
