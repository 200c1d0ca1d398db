import { type Cell, csvRow } from "../csv.ts";
import type { TableColumn, TableWriter } from "./table.ts";

/** Characters that are held before they are written. */
const CHUNK = 65_536;

/** Bytes or text on their way to a file; resolves when more may come. */
export type Write = (chunk: string | Uint8Array) => Promise<void>;

/**
 * Writes a table as CSV, the names of the columns first. `show` makes a text fit to be seen, as control characters of a page
 * are not; what a spreadsheet would run as a formula gets an apostrophe.
 */
export async function csvWriter(
  columns: readonly TableColumn[],
  write: Write,
  { bom = false, show = (text) => text }: { readonly bom?: boolean; readonly show?: (text: string) => string } = {},
): Promise<TableWriter> {
  let open = `${bom ? "\ufeff" : ""}${csvRow(columns.map(({ name }) => name))}`;
  const shown = (cell: Cell): Cell => (typeof cell === "string" ? show(cell) : cell);
  return {
    add: async (row) => {
      open += csvRow(row.map(shown));
      if (open.length < CHUNK) return;
      const chunk = open;
      open = "";
      await write(chunk);
    },
    close: () => write(open),
  };
}
