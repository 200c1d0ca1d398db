import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import type { Cell } from "../src/csv.ts";
import { parquetWriter } from "../src/writers/parquet.ts";
import type { TableColumn } from "../src/writers/table.ts";
import { DAMAGED, HOSTILE, written } from "./sink.ts";

const COLUMNS: readonly TableColumn[] = [
  { name: "metric", type: "text" },
  { name: "value", type: "number" },
  { name: "start", type: "integer" },
  { name: "masked", type: "boolean" },
  { name: "date", type: "date" },
];

async function parquet(rows: Iterable<readonly Cell[]>): Promise<Uint8Array> {
  const { write, bytes } = written();
  const writer = await parquetWriter({ name: "figures", columns: COLUMNS }, write);
  for (const row of rows) await writer.add(row);
  await writer.close();
  return bytes();
}

const objects = (rows: readonly (readonly Cell[])[]): object[] =>
  rows.map((row) => Object.fromEntries(COLUMNS.map(({ name }, i) => [name, row[i]])));

const ROWS: readonly (readonly Cell[])[] = [
  ["门诊人次", 485_000, 12, false, "2023-12-28"],
  ["", -0.0193, 0, true, "2023-05"],
  [null, null, null, null, null],
  ["财政收入", 1.3e16, 2_000_000, false, null],
  ...HOSTILE.map((text): Cell[] => [text, 1, 2, true, text]),
];
const MANY = Array.from({ length: 120_000 }, (_, i): Cell[] => [`指标${i % 7}`, i / 4, i, i % 2 === 0, null]);

const FOLDER = mkdtempSync(join(tmpdir(), "zongjie-parquet-"));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe("a Parquet file", () => {
  it("holds the rows that it was given", async () =>
    expect(await parquetReadObjects({ file: (await parquet(ROWS)).buffer as ArrayBuffer })).toEqual(objects(ROWS)));

  it.each(DAMAGED)("holds %j as good UTF-8", async (text) => {
    const [row] = await parquetReadObjects({ file: (await parquet([[text, 1, 2, true, null]])).buffer as ArrayBuffer });
    expect(row).toMatchObject({ metric: Buffer.from(text, "utf8").toString("utf8") });
  });

  it("may be empty", async () =>
    expect(await parquetReadObjects({ file: (await parquet([])).buffer as ArrayBuffer })).toEqual([]));

  it("has row groups that bound the memory, and says which table it is", async () => {
    const metadata = parquetMetadata((await parquet(MANY)).buffer as ArrayBuffer);
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([50_000, 50_000, 20_000]);
    expect(metadata.key_value_metadata).toEqual([{ key: "zongjie.table", value: "zongjie/figures@1" }]);
  });

  it("closes a row group early where texts are long", async () => {
    const long: Cell[] = ["字".repeat(9_000_000), 1, 2, true, null];
    expect(parquetMetadata((await parquet([long, long, long])).buffer as ArrayBuffer).row_groups).toHaveLength(2);
  });
});

/** DuckDB has a binary for most systems, not for all. */
const duck = await import("@duckdb/node-api").catch(() => null);

describe.skipIf(duck === null)("DuckDB", () => {
  const query = async (rows: readonly (readonly Cell[])[], sql: string): Promise<unknown[]> => {
    const file = join(FOLDER, "figures.parquet");
    writeFileSync(file, await parquet(rows));
    const connection = await (await (duck as NonNullable<typeof duck>).DuckDBInstance.create(":memory:")).connect();
    return (await connection.runAndReadAll(sql.replace("FILE", `'${file}'`))).getRowObjectsJS();
  };

  it("reads the same rows", async () => expect(await query(ROWS, "select * from FILE")).toEqual(objects(ROWS)));
  it("sees plain types", async () =>
    expect(await query(ROWS, "select column_type t from (describe select * from FILE)")).toEqual(
      ["VARCHAR", "DOUBLE", "INTEGER", "BOOLEAN", "VARCHAR"].map((t) => ({ t })),
    ));
  it("finds rows by the statistics of their groups", async () =>
    expect(
      await query(MANY, "select count(*)::int n, sum(value) s from FILE where metric = '指标3' and start >= 60000"),
    ).toEqual([
      {
        n: MANY.filter(([metric, , start]) => metric === "指标3" && 60_000 <= Number(start)).length,
        s: MANY.filter(([metric, , start]) => metric === "指标3" && 60_000 <= Number(start)).reduce(
          (sum, [, value]) => sum + Number(value),
          0,
        ),
      },
    ]));
});
