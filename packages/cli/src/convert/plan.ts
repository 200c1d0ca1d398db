import { basename } from "node:path";
import { isFolder } from "../output.ts";
import { type Packing, packingOf } from "../packing.ts";

/** What is written. */
export const FORMATS = ["csv", "xlsx", "parquet", "md", "ndjson"] as const;
export type Format = (typeof FORMATS)[number];

/** The tables that there are. */
export const TABLE_NAMES = ["documents", "figures", "sections", "checks"] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** What a person asked for with `--to`. */
export interface Plan {
  readonly to: string;
  readonly format: Format;
  readonly packing: Packing | null;
  /** True where `to` is a folder that files are written into. */
  readonly folder: boolean;
  readonly tables: readonly TableName[];
}

const ENDINGS: Readonly<Record<string, Format>> = {
  csv: "csv",
  xlsx: "xlsx",
  parquet: "parquet",
  ndjson: "ndjson",
  jsonl: "ndjson",
};

/**
 * Reads `figures.csv`, `records.ndjson.gz`, `all.xlsx` or a folder with `--format`. A CSV or Parquet file holds one table: the one
 * that is asked for, else the one in its name, else the documents.
 * @throws Error that says what is missing
 */
export function planOf(to: string, format: Format | undefined, asked: readonly TableName[] | undefined): Plan {
  const packing = packingOf(to);
  const [, ending = ""] = /\.([^./\\]+)$/.exec(packing === null ? to : to.slice(0, -packing.length - 1)) ?? [];
  const found = format ?? ENDINGS[ending.toLowerCase()];
  if (found === undefined)
    throw new Error(`--to ${to}: the end of the name is none of ${Object.keys(ENDINGS).join(", ")}; say --format`);
  const folder = to !== "-" && packing === null && (found === "md" || ending === "" || isFolder(to));
  if (found === "md" && !folder)
    throw new Error("--format md writes a file a document: --to needs the name of a folder");
  if (packing !== null && found !== "csv" && found !== "ndjson")
    throw new Error(`--to ${to}: ${found} is packed already, leave out .${packing}`);
  return { to, format: found, packing, folder, tables: tablesOf(to, found, folder, asked) };
}

function tablesOf(
  to: string,
  format: Format,
  folder: boolean,
  asked: readonly TableName[] | undefined,
): readonly TableName[] {
  if (format === "md" || format === "ndjson") {
    if (asked !== undefined) throw new Error(`--table: ${format} holds whole documents`);
    return [];
  }
  if (folder || format === "xlsx") return asked ?? TABLE_NAMES;
  if (asked !== undefined && 1 < asked.length)
    throw new Error(`--to ${to}: holds one table; name a folder for several`);
  return asked ?? [TABLE_NAMES.find((name) => basename(to).includes(name)) ?? "documents"];
}
