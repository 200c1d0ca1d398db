import { figuresOfDocument, figuresOfRows, type RecordFigure } from "@zongjie/composer";
import type { FigureRow } from "@zongjie/document";
import { figureTableSchema } from "@zongjie/document/schema";
import { csvRows } from "./csv.ts";
import { FIGURE_COLUMNS, type FigureColumn } from "./figure-columns.ts";
import { readRecord } from "./verify.ts";

/** The figures of a file, and what could not be read: `figures.csv line 3: …`. */
export interface FigureReading {
  readonly figures: readonly RecordFigure[];
  readonly problems: readonly string[];
}

/** Problems that are named; the rest is counted. */
const NAMED = 3;

/** Reads page records, one a line, or what `zongjie figures` writes: csv, ndjson, json. Throws nothing. */
export function readFigures(file: string, text: string): FigureReading {
  const table = parsed(text);
  if (isTable(table))
    return rowsOf(
      file,
      table.figures.map((row, i) => [i + 1, row]),
    );
  const first = text.trimStart()[0];
  if (first !== "{" && first !== "[") return rowsOf(file, tableRows(text));
  const figures: RecordFigure[] = [];
  const rows: [number, unknown][] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const record = readRecord(line);
    if (record !== null) figures.push(...record.documents.flatMap(figuresOfDocument));
    else rows.push([i + 1, parsed(line)]);
  }
  const rest = rowsOf(file, rows);
  return { figures: [...figures, ...rest.figures], problems: rest.problems };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTable(value: unknown): value is { figures: unknown[] } {
  return Array.isArray((value as { figures?: unknown } | null)?.figures) && !Array.isArray(value);
}

function rowsOf(file: string, rows: readonly (readonly [line: number, row: unknown])[]): FigureReading {
  const good: FigureRow[] = [];
  const problems: string[] = [];
  for (const [line, row] of rows) {
    const checked = figureTableSchema.safeParse({ schema: "zongjie/figures@1", figures: [row] });
    if (checked.success) good.push(...checked.data.figures);
    else {
      const [issue] = checked.error.issues;
      problems.push(`${file} line ${line}: ${issue?.path.slice(2).join(".") || "no figure"}: ${issue?.message ?? ""}`);
    }
  }
  const more = problems.length - NAMED;
  return {
    figures: figuresOfRows(good),
    problems: more <= 0 ? problems : [...problems.slice(0, NAMED), `${file}: ${more} more lines are no figures`],
  };
}

/** The rows of a CSV with a line of names, as the columns of the figures table say what they hold. */
function tableRows(text: string): [number, unknown][] {
  const [names = [], ...rows] = [...csvRows(text)];
  const types = new Map<string, FigureColumn["type"]>(FIGURE_COLUMNS.map(({ name, type }) => [name, type]));
  return rows.map((cells, i) => {
    const entries = names.flatMap((name, at): [string, unknown][] => {
      const type = types.get(name);
      const cell = cells[at] ?? "";
      if (type === undefined) return [];
      if (type === "boolean") return [[name, cell === "true"]];
      if (type === "number" || type === "integer") return [[name, cell === "" ? null : Number(cell)]];
      return [[name, cell === "" && !FILLED.has(name) ? null : cell]];
    });
    return [i + 2, Object.fromEntries(entries)];
  });
}

/** Columns whose empty cell is an empty string: a figure without a unit. */
const FILLED: ReadonlySet<string> = new Set(["metric", "unit", "surface", "sentence", "source", "document"]);
