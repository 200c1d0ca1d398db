import type { Cell, Table } from "@zongjie/pipeline";
import { complain } from "../talk.ts";
import { visibleLines } from "../visible.ts";
import { columns as widthOf } from "../width.ts";
import { linksFrom } from "./link.ts";
import { openTarget, report, type Sink, type Target } from "./sink.ts";
import { openSpool } from "./spool.ts";
import { type TableTask, tableWriter } from "./tables.ts";

/** A table of a part that waits to be written: its rows by their name in the spool, and how wide their cells are. */
interface Waiting {
  readonly table: Table;
  readonly name: string;
  readonly widths: number[];
  rows: number;
}

/** Characters of a cell that are measured; no column is wider. */
const MEASURED = 60;

/**
 * Writes tables that have to wait until all records are there: those of a workbook, whose sheets stand one behind the other, and
 * those of a split output. Their rows wait on the disk.
 */
export function spooledSink(task: TableTask, split: boolean): Sink {
  const spool = openSpool(task.place.path(null, "rows"));
  const parts = new Map<string | null, Waiting[]>();
  const waitingOf = (part: string | null): Waiting[] => {
    const known = parts.get(part);
    if (known !== undefined) return known;
    const waiting = task.tables.map((table) => ({
      table,
      name: `${table.name} ${part}`,
      widths: table.columns.map(() => 0),
      rows: 0,
    }));
    parts.set(part, waiting);
    return waiting;
  };
  if (!split) waitingOf(null);
  const rowsOf = function* ({ name }: Waiting): Generator<Cell[]> {
    for (const line of spool.lines(name)) yield JSON.parse(line) as Cell[];
  };
  return {
    take: async (page) => {
      for (const document of page.documents)
        for (const one of waitingOf(task.partOf(document, page)))
          for (const row of one.table.rows(document, page)) {
            measure(row, one.widths);
            one.rows++;
            spool.add(one.name, JSON.stringify(row));
          }
    },
    close: async () => {
      const files: [string, string][] = [];
      for (const [part, waiting] of parts)
        if (task.plan.format === "xlsx") files.push(await writeSheets(task, part, waiting, rowsOf));
        else for (const one of waiting) files.push(await writeRows(task, part, one, rowsOf(one)));
      spool.remove();
      return report(task.place, files);
    },
    abandon: spool.remove,
  };
}

/** Widens columns to the cells of a row. */
function measure(row: readonly Cell[], widths: number[]): void {
  for (const [i, cell] of row.entries()) {
    if (cell === null || widths[i] === MEASURED) continue;
    const line = `${cell}`.slice(0, MEASURED).split("\n", 1)[0] ?? "";
    widths[i] = Math.min(MEASURED, Math.max(widths[i] ?? 0, widthOf(line)));
  }
}

async function writeSheets(
  task: TableTask,
  part: string | null,
  waiting: readonly Waiting[],
  rowsOf: (one: Waiting) => Iterable<Cell[]>,
): Promise<[file: string, content: string]> {
  const { writeWorkbook } = await import("@zongjie/pipeline");
  const path = task.place.path(part, "tables.xlsx");
  const notes = await fill(task, path, ({ write }) =>
    writeWorkbook(
      waiting.map((one) => ({
        name: one.table.name,
        columns: one.table.columns,
        widths: one.widths,
        rows: rowsOf(one),
      })),
      write,
      { show: visibleLines, link: linksFrom(task.place.final(path)) },
    ),
  );
  if (0 < notes.cut)
    complain(
      `${notes.cut} texts are longer than the 32,767 characters that Excel takes, and end in [cut]; csv and parquet hold all`,
    );
  if (0 < notes.unlinked) complain(`${notes.unlinked} sources are no links, Excel takes 65,530 a sheet`);
  return [path, waiting.map(({ rows, table }) => `${rows} ${table.name}`).join(", ")];
}

async function writeRows(
  task: TableTask,
  part: string | null,
  { table, rows: count }: Waiting,
  rows: Iterable<Cell[]>,
): Promise<[file: string, content: string]> {
  const path = task.place.path(part, `${table.name}.${task.plan.format}`);
  await fill(task, path, async ({ write }) => {
    const writer = await tableWriter(task, table, write);
    for (const row of rows) await writer.add(row);
    await writer.close();
  });
  return [path, `${count} ${table.name}`];
}

/** Writes a file as a whole, or not at all. */
async function fill<T>({ inputs, plan }: TableTask, path: string, write: (target: Target) => Promise<T>): Promise<T> {
  const target = openTarget(path, inputs, plan.packing);
  let done: T;
  try {
    done = await write(target);
    await target.close();
  } catch (error) {
    target.abandon();
    throw error;
  }
  return done;
}
