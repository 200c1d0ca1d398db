import type { DocumentRecord, PageRecord } from "@zongjie/document";
import type { Cell } from "../csv.ts";

/** What the cells of a column hold; a `date` is text that may be less than a day (2023-05). Any cell may be empty. */
export type ColumnType = "text" | "number" | "integer" | "boolean" | "date";

/** A column of a table that is written out. `long`: it is left out where nobody asks for it. */
export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly long?: boolean;
}

/** A table over records: what its columns are, and the rows that a document of a page gives. */
export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: (document: DocumentRecord, page: PageRecord) => Iterable<readonly Cell[]>;
}

/** A column that takes its cell from a row `T`. */
export interface Taken<T> extends TableColumn {
  readonly cell: (row: T) => Cell;
}

/** Takes rows one after the other; what it was told to write to is whole once `close` is done. */
export interface TableWriter {
  readonly add: (row: readonly Cell[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A table from columns, and the rows `T` of a document, here called by their name. */
export function tableOf<T>(
  name: string,
  columns: readonly Taken<T>[],
  rowsOf: (document: DocumentRecord, page: PageRecord) => readonly T[],
): Table {
  return {
    name,
    columns,
    rows: function* (document, page) {
      for (const row of rowsOf(document, page)) yield columns.map(({ cell }) => cell(row));
    },
  };
}

/** The table without its long columns: the documents without their text. */
export function shortTable(table: Table): Table {
  const kept = table.columns.map(({ long }) => long !== true);
  return {
    name: table.name,
    columns: table.columns.filter((_, i) => kept[i]),
    rows: function* (document, page) {
      for (const row of table.rows(document, page)) yield row.filter((_, i) => kept[i]);
    },
  };
}
