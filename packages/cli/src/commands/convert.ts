import type { Split } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { wordsOf } from "../arguments.ts";
import { FORMATS, type Format, type Plan, planOf, TABLE_NAMES, type TableName } from "../convert/plan.ts";
import { addReading, type CleaningOptions, cleaningOf } from "../options.ts";
import { finish } from "../pages.ts";

const SPLIT_NAMES = ["kind", "unit", "year", "source", "site"] as const satisfies readonly Split[];

interface Options extends Pick<CleaningOptions, "toSimplified" | "textField" | "htmlField" | "idField"> {
  readonly to: string;
  readonly format?: Format;
  readonly table?: readonly TableName[];
  readonly splitBy?: Split;
  readonly text?: boolean;
  readonly bom?: boolean;
}

/** `zongjie convert RECORDS… --to FILE`: records as tables, Markdown or packed records. */
export function addConvert(program: Command): void {
  addReading(program.command("convert"))
    .description("write page records as CSV, XLSX or Parquet tables, as Markdown files, or packed")
    .argument(
      "<input...>",
      "records of zongjie run (.ndjson, .ndjson.gz), what that reads (pages, archives …), or - for stdin",
    )
    .requiredOption("-t, --to <name>", "the file or folder; its ending says what is written")
    .addOption(
      new Option("-f, --format <format>", "what is written, where the name does not say").choices([...FORMATS]),
    )
    .addOption(
      new Option("--table <tables>", "only these tables (a,b; repeatable)").argParser(wordsOf(TABLE_NAMES, "table")),
    )
    .addOption(
      new Option("--split-by <what>", "a file for each kind, unit, year, source or site").choices([...SPLIT_NAMES]),
    )
    .option("--text", "with the text of documents and sections")
    .option("--bom", "begin a CSV with a byte-order mark, so that Excel reads it as UTF-8")
    .option("--to-simplified", "read pages with traditional characters simplified")
    .addHelpText(
      "after",
      `
Examples:
  zongjie convert records.ndjson --to figures.csv --bom
  zongjie convert records.ndjson --to all.xlsx
  zongjie convert records.ndjson --to figures.parquet
  zongjie convert records.ndjson --to tables/ --format parquet --text
  zongjie convert records.ndjson --to articles/ --format md --split-by kind
  zongjie convert part-*.ndjson --to records.ndjson.gz

Endings: .csv .csv.gz .xlsx .parquet .ndjson .ndjson.gz (.zst where Node has it). Tables: ${TABLE_NAMES.join(", ")}.
A CSV or Parquet file holds one: that of --table, else the one in its name, else documents. XLSX has a sheet for each.
A folder must be new or empty; of a split output each part is a folder in it, or a file beside: figures-总结.csv.
The figures are the columns of zongjie figures, the checks those of zongjie check. In CSV text that a spreadsheet would run
as a formula gets an apostrophe; in XLSX it is text. Split records go with the first document of their page.`,
    )
    .action(async (inputs: string[], options: Options, command: Command) => {
      const plan = planFor(options, command);
      if (options.bom && plan.format !== "csv") command.error("error: --bom needs --to FILE.csv or --format csv");
      if (options.text && plan.tables.length === 0) command.error("error: --text is for tables");
      if (options.splitBy && options.to === "-") command.error("error: --split-by needs --to FILE or FOLDER");
      const { convert } = await import("../convert/run.ts");
      const { splitBy, text = false, bom = false } = options;
      finish(await convert(inputs, { plan, splitBy, text, bom, run: cleaningOf(options) }));
    });
}

function planFor({ to, format, table }: Options, command: Command): Plan {
  try {
    return planOf(to, format, table);
  } catch (error) {
    return command.error(`error: ${(error as Error).message}`);
  }
}
