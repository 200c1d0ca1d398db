import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { type Cursor, cursorOf } from "./cursor.ts";
import { type HttpResponse, readHttp } from "./http.ts";
import { ArchiveBombError, failure, LARGEST, type Reading, TooLargeError, UnreadableError } from "./reading.ts";
import type { Source } from "./source.ts";
import { tally } from "./tally.ts";
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
 * 2xx and resources that are HTML or text, and conversions. All other records are passed over, as pictures are, and counted;
 * where a record is damaged or longer than it says the next one is looked for.
 */
export async function* readWarc(source: Source, walk: Walk): AsyncGenerator<Reading> {
  const cursor = cursorOf(source.chunks());
  let [number, any, astray] = [0, false, 0];
  for (let begins = await nextRecord(cursor); begins; begins = await nextRecord(cursor)) {
    const place = `${source.uri}#${++number}`;
    let address: string | null = null;
    try {
      const headers = await readHeaders(cursor);
      address = addressOf(headers);
      const size = Number(headers.get("content-length") ?? Number.NaN);
      if (!Number.isSafeInteger(size) || size < 0) throw new UnreadableError("a record without a length");
      if (LARGEST < size) {
        await cursor.skip(size);
        if (passedOver(headers, walk)) continue;
        throw new TooLargeError();
      }
      const { block, wrong } = await takeBlock(cursor, size);
      if (wrong !== null && MOST_ASTRAY < ++astray) throw new Error("more lengths of records are wrong than right");
      if (passedOver(headers, walk)) continue;
      if (block === null) throw new UnreadableError(wrong ?? "the file breaks off in it");
      const reading = readRecord(headers, block, place, walk, wrong);
      if (reading === null) continue;
      any = true;
      yield reading;
    } catch (error) {
      if (error instanceof ArchiveBombError || !(error instanceof UnreadableError)) throw error;
      any = true;
      yield failure(`${place}${address === null ? "" : ` (${address})`}`, error);
    }
  }
  if (!any) throw new UnreadableError("holds no page (a response, resource or conversion that is HTML or text)");
}

/** Records with a wrong length, each of which is read twice, before a file is given up. */
const MOST_ASTRAY = 1000;

/** What stands behind a block: line ends and the next record, or nothing. */
const BEHIND = 16;
const SEAM = /^[\r\n]*(?:WARC\/[01]\.|$)/;

/** The block of a record, null where the next record begins in it or the file ends; `wrong`: what is wrong with its length. */
async function takeBlock(
  cursor: Cursor,
  size: number,
): Promise<{ readonly block: Buffer | null; readonly wrong: string | null }> {
  const block = await cursor.take(size);
  const behind = await cursor.take(BEHIND);
  cursor.back(behind);
  if (block.length === size && SEAM.test(behind.toString("latin1"))) return { block, wrong: null };
  const next = headIn(block);
  if (next !== -1) {
    cursor.back(block.subarray(next));
    return { block: null, wrong: "a wrong length: another record begins in it" };
  }
  return block.length < size
    ? { block: null, wrong: null }
    : { block, wrong: "it is longer than the crawl says: its end may be missing" };
}

/** Where a record begins in a block; -1 for nowhere. */
function headIn(block: Buffer): number {
  for (let at = block.indexOf("\nWARC/1."); at !== -1; at = block.indexOf("\nWARC/1.", at + 1))
    if (/^WARC\/1\.\d\r?\n[A-Za-z-]+:/.test(block.toString("latin1", at + 1, at + 64))) return at + 1;
  return -1;
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

/** Records about the crawl itself, which nobody misses. */
const OWN: ReadonlySet<string> = new Set(["warcinfo", "request", "metadata", ""]);

/** Whether a record is no page as far as its own headers say; it is counted then. */
function passedOver(headers: Headers, { left }: Walk): boolean {
  const kind = headers.get("warc-type")?.toLowerCase() ?? "";
  const type = headers.get("content-type") ?? "";
  if (kind === "response" && (/^\s*application\/http\b/i.test(type) || type === "")) return false;
  if ((kind === "resource" || kind === "conversion") && (PAGE.test(type) || type === "")) return false;
  if (!OWN.has(kind)) tally(left.records, kind === "resource" || kind === "conversion" ? kindOf(type) : kind);
  return true;
}

/** A type as it is counted: `image/png`. */
function kindOf(type: string): string {
  return /^\s*([\w.+-]{1,40}\/[\w.+-]{1,60})/.exec(type)?.[1]?.toLowerCase() ?? "no type";
}

/** How HTML begins, where nothing says what a body is. */
const HTML = /^[\s\ufeff\u00ef\u00bb\u00bf]*(?:<!--.{0,800}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title)\b/is;

const isHtml = (body: Buffer): boolean => HTML.test(body.toString("latin1", 0, 1024));

/** The address that a record is of, as it stands or in angle brackets. */
function addressOf(headers: Headers): string | null {
  return /^<?([a-z][a-z\d+.-]*:[^\s<>]+)>?$/i.exec(headers.get("warc-target-uri") ?? "")?.[1] ?? null;
}

/** Null for a record that is no page, which is counted. The header's charset is a hint only. `wrong`: what is wrong with its length. */
function readRecord(headers: Headers, block: Buffer, place: string, walk: Walk, wrong: string | null): Reading | null {
  const uri = addressOf(headers) ?? place;
  const truncated = headers.get("warc-truncated");
  const cut = wrong ?? (truncated === undefined ? null : `cut short by the crawler (${truncated.slice(0, 80)})`);
  const pass = (kind: string): null => {
    tally(walk.left.records, kind);
    return null;
  };
  if (headers.get("warc-type")?.toLowerCase() !== "response") {
    if (!headers.has("content-type") && !isHtml(block)) return pass("no type");
    // a WET file is UTF-8, whatever the page was
    return { input: { uri, bytes: block, ...(cut === null ? {} : { cut }) } };
  }
  const response = readHttp(block);
  if (response === null) throw new UnreadableError("a damaged response");
  const declared = response.headers.get("content-type") ?? "";
  if (!/^2\d\d$/.test(response.status)) return pass(`status ${response.status}`);
  if (declared !== "" && !PAGE.test(declared)) return pass(kindOf(declared));
  const bytes = unpack(response, walk);
  if (declared === "" && !isHtml(bytes)) return pass("no type");
  const short = cut ?? (response.cut ? "cut short: its last chunk is missing" : null);
  return { input: { uri, bytes, ...(declared === "" ? {} : { declared }), ...(short === null ? {} : { cut: short }) } };
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
