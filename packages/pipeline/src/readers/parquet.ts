import { open } from "node:fs/promises";
import type { AsyncBuffer, FileMetaData } from "hyparquet";
import { type Row, readRow, wantedColumns } from "./fields.ts";
import { failure, LARGEST, type Reading, UnreadableError } from "./reading.ts";
import { readWhole, type Source } from "./source.ts";
import type { Walk } from "./walk.ts";

/** The columns of a row group are held as a whole; writers end a group long before. */
const LARGEST_GROUP = 8 * LARGEST;

/** Writers end a row group after a million rows, which is much for pages. */
const MOST_ROWS = 10_000_000;

/** The pages in a Parquet file, a page a row, one row group in memory: `pages.parquet#17`. */
export async function* readParquet(source: Source, walk: Walk): AsyncGenerator<Reading> {
  const { parquetMetadataAsync, parquetReadObjects } = await import("hyparquet");
  const { compressors } = await import("hyparquet-compressors");
  const { file, close } = await bufferOf(source);
  try {
    const metadata = await parquetMetadataAsync(file).catch((error: unknown) => Promise.reject(damaged(error)));
    const columns = wantedColumns(columnsOf(metadata), walk.fields);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const size = Number(group.num_rows);
      if (!(0 <= size && size <= MOST_ROWS)) throw damaged(`a row group of ${size} rows`);
      const rowEnd = rowStart + size;
      const place = `${source.uri}#${rowStart + 1}-${rowEnd}`;
      try {
        walk.spend(sizeOf(group, columns));
        const rows = await parquetReadObjects({ file, metadata, columns, rowStart, rowEnd, compressors });
        for (const [i, row] of rows.entries()) yield readRow(row as Row, source.uri, rowStart + i + 1, walk.fields);
      } catch (error) {
        if (error instanceof UnreadableError) throw error;
        yield failure(place, damaged(error));
      }
      rowStart = rowEnd;
    }
    if (rowStart === 0) throw new UnreadableError("holds no row");
  } finally {
    await close();
  }
}

function damaged(error: unknown): UnreadableError {
  return new UnreadableError(`a damaged Parquet file: ${error instanceof Error ? error.message : String(error)}`);
}

/** Names of the outermost columns: the root is the first element, and each says how many children it has. */
function columnsOf({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  let at = 1;
  const pass = (): void => {
    const { num_children: children = 0 } = schema[at++] ?? {};
    for (let i = 0; i < children && at < schema.length; i++) pass();
  };
  while (at < schema.length) {
    names.push(schema[at]?.name ?? "");
    pass();
  }
  return names;
}

/** What the columns of a row group unpack to. @throws UnreadableError where that is too much to hold */
function sizeOf({ columns: chunks }: FileMetaData["row_groups"][number], columns: readonly string[]): number {
  let size = 0;
  for (const { meta_data: meta } of chunks)
    if (columns.includes(meta?.path_in_schema[0] ?? "")) size += Number(meta?.total_uncompressed_size ?? 0);
  if (LARGEST_GROUP < size) throw new UnreadableError(`a row group larger than ${LARGEST_GROUP / 1024 / 1024} MiB`);
  return size;
}

async function bufferOf(source: Source): Promise<{ file: AsyncBuffer; close: () => Promise<void> }> {
  if (source.file === null) {
    const bytes = await readWhole(source);
    const slice = (start: number, end?: number): ArrayBuffer => Uint8Array.from(bytes.subarray(start, end)).buffer;
    return { file: { byteLength: bytes.length, slice }, close: async () => undefined };
  }
  const handle = await open(source.file);
  const { size: byteLength } = await handle.stat();
  const slice = async (start: number, end: number = byteLength): Promise<ArrayBuffer> => {
    const bytes = new Uint8Array(Math.max(0, end - start));
    await handle.read(bytes, 0, bytes.length, start);
    return bytes.buffer;
  };
  return { file: { byteLength, slice }, close: () => handle.close() };
}
