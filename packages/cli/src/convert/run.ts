import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { PageRecord } from "@zongjie/document";
import type { RunOptions, Split } from "@zongjie/pipeline";
import { takeRecords } from "../records.ts";
import { complain, fileReason } from "../talk.ts";
import { articleSink } from "./articles.ts";
import { filePlace, folderPlace, type Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import { recordSink, splitRecordSink } from "./records.ts";
import { partNamer, type Sink } from "./sink.ts";
import { spooledSink } from "./spooled.ts";
import { directSink, type TableTask } from "./tables.ts";

/** What is written of records, and how pages among the inputs are read. */
export interface Conversion {
  readonly plan: Plan;
  readonly splitBy: Split | undefined;
  readonly text: boolean;
  readonly bom: boolean;
  readonly run: RunOptions;
}

/**
 * Writes the records of inputs as it is planned and says what was written. Gives the number of inputs and lines that failed.
 * @throws Error that names the output where it cannot be written; nothing half is left under its name then
 */
export async function convert(inputs: readonly string[], conversion: Conversion): Promise<number> {
  const { plan } = conversion;
  const refuse = sourceRefuser(plan);
  let place: Place | null = null;
  let sink: Sink | null = null;
  try {
    place = plan.folder ? folderPlace(plan.to) : filePlace(plan.to);
    sink = await openSink(inputs, place, conversion);
    const { take } = sink;
    const failed = await takeRecords(
      inputs,
      { ledger: plan.format === "ndjson" ? "full" : "none", keywords: 10, ...conversion.run },
      async (page) => {
        refuse(page);
        await take(page);
      },
    );
    const said = await sink.close();
    place.close();
    for (const line of said) complain(line);
    return failed;
  } catch (error) {
    sink?.abandon();
    place?.abandon();
    const failure = error as { code?: string } | null;
    throw failure?.code === undefined ? error : new Error(`${plan.to}: ${fileReason(error)}`);
  }
}

async function openSink(inputs: readonly string[], place: Place, conversion: Conversion): Promise<Sink> {
  const { fileNamer, shortTable, splitPart, TABLES } = await import("@zongjie/pipeline");
  const { plan, splitBy, text, bom } = conversion;
  const nameOf = partNamer(await fileNamer());
  const task: TableTask = {
    plan,
    place,
    inputs,
    bom,
    tables: TABLES.filter(({ name }) => plan.tables.some((asked) => asked === name)).map((table) =>
      text ? table : shortTable(table),
    ),
    partOf: (document, page) => (splitBy === undefined ? null : nameOf(splitPart(splitBy, document, page))),
  };
  if (plan.format === "md") return articleSink(task);
  if (plan.format === "ndjson") return splitBy === undefined ? recordSink(task) : splitRecordSink(task, "unknown");
  return splitBy === undefined && plan.format !== "xlsx" ? directSink(task) : spooledSink(task, splitBy !== undefined);
}

/** Refuses to write over a page that the records were made from. */
function sourceRefuser({ to }: Plan): (page: PageRecord) => void {
  const target = existsSync(to) ? realpathSync(to) : null;
  return ({ source: { uri } }) => {
    if (target !== null && resolve(uri) === target)
      throw new Error(`${to}: is a page that the records were made from, give --to another name`);
  };
}
