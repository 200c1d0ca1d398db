import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { type Cursor, cursorOf } from "./cursor.ts";
import { type HttpResponse, readHttp } from "./http.ts";
import { ArchiveBombError, failure, LARGEST, type Reading, TooLargeError, UnreadableError } from "./reading.ts";
import type { Source } from "./source.ts";
import type { Walk } from "./walk.ts";

/** Header lines are short; one beyond this is none. */
const LONGEST_LINE = 65_536;
const MOST_HEADERS = 1000;

const VERSION = /^WARC\/[01]\.\d+\s*$/;

/** Payloads that are pages. */
const PAGE = /^\s*(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i;

/** What a record says of itself, names in lower case. */
type Headers = ReadonlyMap<string, string>;

/**
 * The pages in a crawl (ISO 28500, WARC and the WET files made of it), called by their address: responses with status
 * 2xx and resources that are HTML or text, and conversions. All other records are passed over, as pictures are; where
 * a record is damaged the next one is looked for.
 */
export async function* readWarc(source: Source, walk: Walk): AsyncGenerator<Reading> {
  const cursor = cursorOf(source.chunks());
  let [number, any] = [0, false];
  for (let begins = await nextRecord(cursor); begins; begins = await nextRecord(cursor)) {
    const place = `${source.uri}#${++number}`;
    try {
      const headers = await readHeaders(cursor);
      const size = Number(headers.get("content-length") ?? Number.NaN);
      if (!Number.isSafeInteger(size) || size < 0) throw new UnreadableError("a record without a length");
      if (!mayHold(headers)) {
        await cursor.skip(size);
        continue;
      }
      if (LARGEST < size) {
        await cursor.skip(size);
        throw new TooLargeError();
      }
      const block = await cursor.take(size);
      if (block.length < size) throw new UnreadableError("the file breaks off in it");
      const reading = readRecord(headers, block, place, walk);
      if (reading === null) continue;
      any = true;
      yield reading;
    } catch (error) {
      if (error instanceof ArchiveBombError || !(error instanceof UnreadableError)) throw error;
      any = true;
      yield failure(place, error);
    }
  }
  if (!any) throw new UnreadableError("holds no page (a response, resource or conversion that is HTML or text)");
}

/** Goes behind the next version line; false at the end of the file. */
async function nextRecord(cursor: Cursor): Promise<boolean> {
  for (;;) {
    // between two records of a whole file stand two line ends
    const line = await cursor.line(LONGEST_LINE).catch((error: unknown) => {
      if (!(error instanceof TooLargeError)) throw error;
      return Buffer.alloc(0);
    });
    if (line === null) return false;
    if (line.length < 20 && VERSION.test(line.toString("latin1"))) return true;
  }
}

async function readHeaders(cursor: Cursor): Promise<Headers> {
  const headers = new Map<string, string>();
  let last = "";
  for (let count = 0; count < MOST_HEADERS; count++) {
    const line = (await cursor.line(LONGEST_LINE))?.toString("utf8").trimEnd() ?? "";
    if (line === "") return headers;
    if (/^[ \t]/.test(line)) headers.set(last, `${headers.get(last) ?? ""} ${line.trim()}`);
    else {
      const colon = line.indexOf(":");
      last = line.slice(0, colon === -1 ? line.length : colon).toLowerCase();
      headers.set(last, colon === -1 ? "" : line.slice(colon + 1).trim());
    }
  }
  throw new UnreadableError("a record with headers without end");
}

/** Whether a record may be a page, before its block is read. */
function mayHold(headers: Headers): boolean {
  const kind = headers.get("warc-type")?.toLowerCase();
  const type = headers.get("content-type") ?? "";
  if (kind === "response") return /^\s*application\/http\b/i.test(type) || type === "";
  return (kind === "resource" || kind === "conversion") && PAGE.test(type);
}

/** The address that a record is of, as it stands or in angle brackets. */
function addressOf(headers: Headers): string | null {
  return /^<?([a-z][a-z\d+.-]*:[^\s<>]+)>?$/i.exec(headers.get("warc-target-uri") ?? "")?.[1] ?? null;
}

/** Null for a response that is no page. The header's charset is a hint only. */
function readRecord(headers: Headers, block: Buffer, place: string, walk: Walk): Reading | null {
  const uri = addressOf(headers) ?? place;
  if (headers.get("warc-type")?.toLowerCase() !== "response") {
    // a WET file is UTF-8, whatever the page was
    return { input: { uri, bytes: block } };
  }
  const response = readHttp(block);
  if (response === null) return failure(uri, new UnreadableError("a damaged response"));
  const declared = response.headers.get("content-type") ?? "";
  if (!/^2\d\d$/.test(response.status) || !PAGE.test(declared)) return null;
  try {
    return { input: { uri, bytes: unpack(response, walk), declared } };
  } catch (error) {
    if (error instanceof ArchiveBombError) throw error;
    return failure(uri, error);
  }
}

const UNPACK: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes, { maxOutputLength: LARGEST }),
  "x-gzip": (bytes) => gunzipSync(bytes, { maxOutputLength: LARGEST }),
  br: (bytes) => brotliDecompressSync(bytes, { maxOutputLength: LARGEST }),
  deflate: (bytes) =>
    ((bytes[0] ?? 0) & 0x0f) === 8
      ? inflateSync(bytes, { maxOutputLength: LARGEST })
      : inflateRawSync(bytes, { maxOutputLength: LARGEST }),
};

/** The body without its content encoding. Crawlers often unpack it and leave the header: what is plain stays. */
function unpack({ headers, body }: HttpResponse, walk: Walk): Buffer {
  const name = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  const unpacker = Object.hasOwn(UNPACK, name) ? UNPACK[name] : undefined;
  if (unpacker === undefined || /^[\s\ufeff\u00ef\u00bb\u00bf]*</.test(body.toString("latin1", 0, 256))) {
    if (name === "zstd" && body.readUInt32LE?.(0) === 0xfd2fb528) throw new UnreadableError("packed by zstd");
    return body;
  }
  try {
    const bytes = unpacker(body);
    walk.spend(bytes.length);
    return bytes;
  } catch (error) {
    if (error instanceof ArchiveBombError) throw error;
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw new TooLargeError();
    if (name.endsWith("gzip") && (body[0] !== 0x1f || body[1] !== 0x8b)) return body;
    throw new UnreadableError(`a damaged body (${name})`);
  }
}
