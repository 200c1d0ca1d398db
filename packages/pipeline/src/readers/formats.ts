import { isPageName } from "./paths.ts";
import { ArchiveBombError, failure, type Reading } from "./reading.ts";
import { peek, readWhole, type Source } from "./source.ts";
import type { Reader, Walk } from "./walk.ts";

/** A format, by which it is told, and its reader, which is loaded when the first such file comes. */
interface Format {
  readonly is: (head: Uint8Array, name: string) => boolean;
  readonly reader: () => Promise<Reader>;
}

const startsWith =
  (signature: string): Format["is"] =>
  (head) =>
    Buffer.from(head.buffer, head.byteOffset, signature.length <= head.length ? signature.length : 0).equals(
      Buffer.from(signature, "latin1"),
    );

const named =
  (pattern: RegExp): Format["is"] =>
  (_head, name) =>
    pattern.test(name);

/** How JSON with members begins, alone, in lines or in an array. */
const JSON_HEAD = /^(?:\u00ef\u00bb\u00bf)?\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){0,200}"\s*:/;

/** First by the first bytes, which cannot err, then by name; what is none of these is a page. */
const FORMATS: readonly Format[] = [
  { is: startsWith("PK\x03\x04"), reader: async () => (await import("./zip-kinds.ts")).readZipKind },
  { is: startsWith("PK\x05\x06"), reader: async () => (await import("./zip-kinds.ts")).readZipKind },
  { is: startsWith("\x1f\x8b\x08"), reader: async () => (await import("./gzip.ts")).readGzip },
  { is: startsWith("%PDF-"), reader: async () => (await import("./pdf.ts")).readPdf },
  { is: startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), reader: async () => (await import("./doc.ts")).readDoc },
  { is: startsWith("PAR1"), reader: async () => (await import("./parquet.ts")).readParquet },
  { is: startsWith("WARC/"), reader: async () => (await import("./warc.ts")).readWarc },
  { is: isTar, reader: async () => (await import("./tar.ts")).readTar },
  { is: named(/\.[ct]sv$/i), reader: async () => (await import("./csv.ts")).readCsv },
  { is: isJson, reader: async () => (await import("./json.ts")).readJson },
];

function isTar(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar";
}

function isJson(head: Uint8Array, name: string): boolean {
  if (/\.(?:jsonl|ndjson|json)$/i.test(name)) return true;
  return !isPageName(name) && JSON_HEAD.test(Buffer.from(head.subarray(0, 1024)).toString("latin1"));
}

/** The pages of a source, by its format. What is thrown costs the source what it has not given yet. */
export async function* readSource(source: Source, walk: Walk): AsyncGenerator<Reading> {
  try {
    const { head, source: whole } = await peek(source);
    const format = FORMATS.find(({ is }) => is(head, source.name));
    if (format === undefined) yield { input: { uri: source.uri, bytes: await readWhole(whole) } };
    else yield* (await format.reader())(whole, walk);
  } catch (error) {
    // a bomb ends what the person named, not only the archive in it
    if (error instanceof ArchiveBombError && (0 < walk.depth || walk.unzipped)) throw error;
    yield failure(source.uri, error);
  }
}
