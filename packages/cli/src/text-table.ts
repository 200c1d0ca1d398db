import { columns } from "./width.ts";

/** Rows set in columns, a Chinese character counted two; those named in `right` stand to the right, as numbers do. */
export function setTable(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string {
  const widths = rows[0]?.map((_, i) => rows.reduce((most, row) => Math.max(most, columns(row[i] ?? "")), 0)) ?? [];
  const set = (cell: string, i: number): string => {
    const blanks = " ".repeat(Math.max(0, (widths[i] ?? 0) - columns(cell)));
    return right.has(i) ? blanks + cell : cell + blanks;
  };
  return `${rows.map((row) => row.map(set).join("  ").trimEnd()).join("\n")}\n`;
}
