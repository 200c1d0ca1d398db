import { pipeline, Readable } from "node:stream";
import { decode } from "@zongjie/cleaner";
import { readRow, wantedColumns } from "./fields.ts";
import { LARGEST, type Reading, UnreadableError } from "./reading.ts";
import { type Chunks, peek, type Source } from "./source.ts";
import type { Walk } from "./walk.ts";
import { unmarked, wideMark } from "./wide.ts";

interface Parsed {
  readonly record: readonly Buffer[];
  readonly info: { readonly records: number };
}

/**
 * The pages in a table of text with a head (CSV, TSV; UTF-8, UTF-16 or GBK as Excel writes it), a page a row:
 * `table.csv#17` is row 17 as a spreadsheet counts, the head being row 1 and empty rows left out. The cells' bytes are
 * taken as they stand in the file: no byte of a GBK character is a comma, a quote or a line end.
 */
export async function* readCsv(named: Source, walk: Walk): AsyncGenerator<Reading> {
  const { parse } = await import("csv-parse");
  const { head, source } = await peek(named);
  const { text, encoding } = decode(head);
  const parser = parse({
    encoding: null,
    delimiter: delimiterOf(text),
    info: true,
    max_record_size: LARGEST,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  let broken: UnreadableError | null = null;
  const chunks = unmarked(
    untilBroken(source.chunks(), (error) => {
      broken = error;
    }),
    head,
  );
  // what goes wrong comes out of the parser
  pipeline(Readable.from(chunks, { objectMode: false }), parser, () => undefined);
  const declared = wideMark(head) === null ? encoding : "utf-8";
  let columns: readonly (readonly [name: string, index: number])[] | null = null;
  let any = false;
  /** The row that is given with the next one: the last one of a table that breaks off is none. */
  let last: Reading | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (columns === null) {
        const names = record.map((cell) => new TextDecoder(declared).decode(cell).trim());
        columns = wantedColumns(names, walk.fields).map((name) => [name, names.indexOf(name)]);
        continue;
      }
      const row = Object.fromEntries(columns.map(([name, index]) => [name, record[index]]));
      for (const name of walk.fields.id) {
        const cell = row[name];
        if (cell !== undefined && !walk.fields.page.includes(name))
          Object.assign(row, { [name]: new TextDecoder(declared).decode(cell) });
      }
      any = true;
      if (last !== null) yield last;
      last = readRow(row, source.uri, info.records, walk.fields, declared);
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code?.startsWith("CSV_") !== true) throw error;
    if (last !== null) yield last;
    throw broken ?? new UnreadableError(`a damaged table: ${message}`);
  } finally {
    parser.destroy();
  }
  if (broken !== null) throw broken;
  if (last !== null) yield last;
  if (!any) throw new UnreadableError("holds no row");
}

/** A stream that ends where it breaks off, for readers that would lose what they hold. */
async function* untilBroken(chunks: Chunks, broken: (error: UnreadableError) => void): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    broken(error);
  }
}

/** Of comma, semicolon and tab the one that the first line has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const times = (mark: string): number => first.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (times(best) < times(mark) ? mark : best));
}
