import type { FigureRow } from "@zongjie/document";
import { setTable } from "./text-table.ts";
import { visible } from "./visible.ts";
import { columns, cutTo } from "./width.ts";

/** A column for the eye: several of the row's cells in one. */
interface Column {
  readonly name: string;
  readonly cell: (row: FigureRow) => string;
  /** Columns that it takes at most on a terminal. */
  readonly most: number;
  /** True where it stands empty too. */
  readonly always?: boolean;
}

/** Last the sentence: it gets what is left of a terminal. */
const COLUMNS: readonly Column[] = [
  { name: "metric", cell: ({ metric }) => metric, most: 24, always: true },
  { name: "value", cell: amountOf, most: 24, always: true },
  { name: "unit", cell: ({ unit }) => unit, most: 12, always: true },
  { name: "period", cell: ({ period, periodNormalized }) => periodNormalized ?? period ?? "", most: 20 },
  {
    name: "qualifier",
    cell: ({ qualifier, modality }) => [qualifier, modality === "target" ? modality : null].filter(Boolean).join(" "),
    most: 16,
  },
  {
    name: "comparison",
    cell: ({ comparison, direction }) => `${comparison ?? ""} ${direction ?? ""}`.trim(),
    most: 16,
  },
  { name: "subject", cell: ({ subject }) => subject ?? "", most: 16 },
  { name: "suspect", cell: ({ suspect, masked }) => suspect ?? (masked ? "masked" : ""), most: 17 },
  { name: "likely", cell: ({ likely }) => (likely === null ? "" : `${likely}`), most: 12 },
  { name: "surface", cell: ({ surface }) => surface, most: 16 },
  { name: "section", cell: ({ section }) => section ?? "", most: 20 },
  { name: "sentence", cell: ({ sentence }) => sentence, most: Infinity },
];

const NUMBERS: ReadonlySet<string> = new Set(["value", "likely"]);

/** Columns that a sentence gets on a terminal, however narrow that is: the line is cut then. */
const LEAST = 16;

/**
 * The figures of a document for reading, one a line. Columns that say nothing are left out. On a terminal of `width`
 * columns long cells end in `…`; elsewhere (`null`) nothing is cut.
 */
export function figureTable(rows: readonly FigureRow[], width: number | null): string {
  const cells = COLUMNS.map(({ cell }) => rows.map((row) => visible(cell(row).replace(/\s+/g, " ").trim())));
  const used = COLUMNS.flatMap((column, i) => {
    const own = cells[i] as string[];
    return column.always || own.some((cell) => cell !== "") ? [{ ...column, own }] : [];
  });
  const right = new Set(used.flatMap(({ name }, i) => (NUMBERS.has(name) ? [i] : [])));
  let left = width ?? Infinity;
  const set = used.map(({ name, own, most }, i) => {
    const limit = width === null ? Infinity : i < used.length - 1 ? most : Math.max(LEAST, left);
    const column = [name, ...own].map((cell) => cutTo(cell, limit));
    left -= column.reduce((least, cell) => Math.max(least, columns(cell)), 0) + GAP;
    return column;
  });
  const table = setTable(
    ["", ...rows].map((_, y) => set.map((column) => column[y] ?? "")),
    right,
  );
  return width === null
    ? table
    : table
        .split("\n")
        .map((line) => cutTo(line, width))
        .join("\n");
}

/** Blanks between two columns. */
const GAP = 2;

/** The value, a range or a ratio: `485000`, `6–15`, `1:2`. */
function amountOf({ value, low, high, kind, surface }: FigureRow): string {
  if (value !== null) return `${value}`;
  if (low !== null && high !== null) return `${low}–${high}`;
  return kind === "ratio" ? surface : "";
}
