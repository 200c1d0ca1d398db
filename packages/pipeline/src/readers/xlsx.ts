import { type Row, readRow, wantedColumns } from "./fields.ts";
import { officeParts, packParts } from "./office.ts";
import { failure, type Reading, UnreadableError } from "./reading.ts";
import type { Source } from "./source.ts";
import type { Walk } from "./walk.ts";

/** The pages in a spreadsheet, a page a row: `book.xlsx!/Sheet1#17` is row 17 of that sheet. A sheet without a column of pages costs only itself. */
export async function* readXlsx(source: Source, walk: Walk): AsyncGenerator<Reading> {
  const parts = await officeParts(source, walk, (name) => !name.startsWith("xl/media/"));
  const { default: readXlsxFile } = await import("read-excel-file/node");
  const sheets = await readXlsxFile(Buffer.from(await packParts(parts)), { trim: false }).catch((error: unknown) =>
    Promise.reject(new UnreadableError(`a damaged spreadsheet: ${(error as Error).message}`)),
  );
  let any = false;
  for (const { sheet, data } of sheets) {
    const first = data.findIndex((cells) => cells.some((cell) => cell !== null));
    if (first === -1) continue;
    const names = (data[first] ?? []).map((cell) => String(cell ?? "").trim());
    let columns: readonly string[];
    try {
      columns = wantedColumns(names, walk.fields);
    } catch (error) {
      any = true;
      yield failure(`${source.uri}!/${sheet}`, error);
      continue;
    }
    for (const [i, cells] of data.entries()) {
      if (i <= first || cells.every((cell) => cell === null)) continue;
      const row: Row = Object.fromEntries(columns.map((name) => [name, cells[names.indexOf(name)]]));
      any = true;
      yield readRow(row, `${source.uri}!/${sheet}`, i + 1, walk.fields);
    }
  }
  if (!any) throw new UnreadableError("holds no row");
}
