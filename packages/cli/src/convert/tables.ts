import type { DocumentRecord, PageRecord } from "@zongjie/document";
import type { Table, TableWriter } from "@zongjie/pipeline";
import type { Write } from "../pages.ts";
import { visibleLines } from "../visible.ts";
import type { Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import { openTarget, report, type Sink, type Target } from "./sink.ts";

/** What tables are written from and into. */
export interface TableTask {
  readonly plan: Plan;
  readonly place: Place;
  readonly tables: readonly Table[];
  readonly inputs: readonly string[];
  readonly bom: boolean;
  /** The part that a document belongs to; null where the output is not split. */
  readonly partOf: (document: DocumentRecord, page: PageRecord) => string | null;
}

/** A table on its way into a file. */
interface Open {
  readonly table: Table;
  readonly path: string;
  readonly target: Target;
  readonly writer: TableWriter;
  rows: number;
}

/** Writes tables as CSV or Parquet straight into their files, while the records come. */
export async function directSink(task: TableTask): Promise<Sink> {
  const open: Open[] = [];
  const abandon = (): void => {
    for (const { target } of open.splice(0)) target.abandon();
  };
  for (const table of task.tables) {
    const path = task.place.path(null, `${table.name}.${task.plan.format}`);
    const target = openTarget(path, task.inputs, task.plan.packing);
    open.push({ table, path, target, writer: await tableWriter(task, table, target.write), rows: 0 });
  }
  return {
    take: async (page) => {
      for (const one of open)
        for (const document of page.documents)
          for (const row of one.table.rows(document, page)) {
            one.rows++;
            await one.writer.add(row);
          }
    },
    close: async () => {
      const files = open.map(({ path, table, rows }): [string, string] => [path, `${rows} ${table.name}`]);
      for (let one = open[0]; one !== undefined; one = open[0]) {
        await one.writer.close();
        await one.target.close();
        open.shift();
      }
      return report(task.place, files);
    },
    abandon,
  };
}

/** The writer of a table in the form that is asked for. */
export async function tableWriter({ plan, bom }: TableTask, table: Table, write: Write): Promise<TableWriter> {
  const { csvWriter, parquetWriter } = await import("@zongjie/pipeline");
  return plan.format === "parquet"
    ? parquetWriter(table, write)
    : csvWriter(table.columns, write, { bom, show: visibleLines });
}
