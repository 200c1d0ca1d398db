import { ArchiveBombError, failure, type Reading } from "./reading.ts";
import { isPageName } from "./sift.ts";
import { isGzip, isJson, isOle, isParquet, isPdf, isTar, isWarc, isZip } from "./signs.ts";
import { peek, readWhole, type Source } from "./source.ts";
import type { Reader, Walk } from "./walk.ts";

/** A format, by which it is told, and its reader, which is loaded when the first such file comes. */
interface Format {
  readonly is: (head: Uint8Array, name: string) => boolean;
  readonly reader: () => Promise<Reader>;
}

const named =
  (pattern: RegExp): Format["is"] =>
  (_head, name) =>
    pattern.test(name);

/** First by the first bytes, which cannot err, then by name; what is none of these is a page. */
const FORMATS: readonly Format[] = [
  { is: isZip, reader: async () => (await import("./zip-kinds.ts")).readZipKind },
  { is: isGzip, reader: async () => (await import("./gzip.ts")).readGzip },
  { is: isPdf, reader: async () => (await import("./pdf.ts")).readPdf },
  { is: isOle, reader: async () => (await import("./doc.ts")).readDoc },
  { is: isParquet, reader: async () => (await import("./parquet.ts")).readParquet },
  { is: isWarc, reader: async () => (await import("./warc.ts")).readWarc },
  { is: isTar, reader: async () => (await import("./tar.ts")).readTar },
  { is: named(/\.[ct]sv$/i), reader: async () => (await import("./csv.ts")).readCsv },
  { is: isRows, reader: async () => (await import("./json.ts")).readJson },
];

function isRows(head: Uint8Array, name: string): boolean {
  return /\.(?:jsonl|ndjson|json)$/i.test(name) || (!isPageName(name) && isJson(head));
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
