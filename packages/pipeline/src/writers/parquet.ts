import type { Cell } from "../csv.ts";
import type { Write } from "./csv.ts";
import type { ColumnType, Table, TableWriter } from "./table.ts";

/** Rows of a row group, and the characters after which it is closed before: what is held in memory. */
const GROUP = { rows: 50_000, characters: 16_000_000 };

const TYPES = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  date: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  number: { type: "DOUBLE" },
  integer: { type: "INT32" },
  boolean: { type: "BOOLEAN" },
} as const satisfies Record<ColumnType, object>;

/**
 * Writes a table as Parquet with the columns of the table under their names, every one nullable: text and dates are
 * strings (2023-05 is no day), numbers DOUBLE, counts and offsets INT32, the rest BOOLEAN; Snappy, row groups of up to
 * 50,000 rows. The file's metadata name the table: `zongjie.table` is `zongjie/figures@1`.
 */
export async function parquetWriter(
  { name, columns }: Pick<Table, "name" | "columns">,
  write: Write,
): Promise<TableWriter> {
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const bytes = new ByteWriter();
  const flush = async (): Promise<void> => {
    const chunk = new Uint8Array(bytes.buffer.slice(0, bytes.index));
    bytes.index = 0;
    await write(chunk);
  };
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: "OPTIONAL" as const, ...TYPES[type] })),
    ],
    kvMetadata: [{ key: "zongjie.table", value: `zongjie/${name}@1` }],
    createdBy: "zongjie",
  });
  let data: Cell[][] = columns.map(() => []);
  let characters = 0;
  const close = async (): Promise<void> => {
    if (data[0]?.length === 0) return;
    await parquet.write({
      columnData: columns.map(({ name }, i) => ({ name, data: data[i] ?? [] })),
      rowGroupSize: GROUP.rows,
    });
    await flush();
    data = columns.map(() => []);
    characters = 0;
  };
  return {
    add: async (row) => {
      for (const [i, cell] of row.entries()) {
        data[i]?.push(cell);
        if (typeof cell === "string") characters += cell.length;
      }
      if (GROUP.rows <= (data[0]?.length ?? 0) || GROUP.characters <= characters) await close();
    },
    close: async () => {
      await close();
      await parquet.finish();
      await flush();
    },
  };
}
