import type { Command } from "commander";
import { collectFiles } from "../arguments.ts";
import { addReading, cleaningOf, type FieldOptions } from "../options.ts";
import { finish } from "../pages.ts";
import { REPORT_NAMES, writeReports } from "../run-report.ts";
import { surveyInputs } from "../run-survey.ts";

interface Options extends FieldOptions {
  readonly out?: readonly string[];
  readonly duplicates?: readonly string[];
  readonly failed?: readonly string[];
  readonly toSimplified?: boolean;
}

/** `zongjie report RECORDS… -o report.html`: what a run came to, with charts. */
export function addReport(program: Command): void {
  addReading(program.command("report"))
    .description("report what a run came to, as a page with charts or as JSON")
    .argument(
      "<input...>",
      "run folders, records of zongjie run (.ndjson, .ndjson.gz), what that reads (pages, archives …), or - for stdin",
    )
    .option("-o, --out <file>", "report.html or report.json instead of JSON on stdout; repeatable", collectFiles)
    .option("--duplicates <file>", "families of zongjie duplicates over the same pages; repeatable", collectFiles)
    .option("--failed <file>", "NDJSON with uri and reason of pages without record; repeatable", collectFiles)
    .option("--to-simplified", "read pages with traditional characters simplified")
    .addHelpText(
      "after",
      `
Examples:
  zongjie report records.ndjson -o report.html
  zongjie report run/ -o report.html -o report.json
  zongjie report run/ --duplicates duplicates.ndjson -o report.html

Documents by kind, length and year, what was taken out and repaired and why, figures, suspect ones, failed checks with
examples, copies, sites, failed and slow pages. The page is one file that works offline, without script; the JSON is
zongjie/report@1 (zongjie schema report). A run folder brings its failed.ndjson and the times of its slowest pages. The
option --report of zongjie run writes the report at the end of a run.`,
    )
    .action(async (inputs: string[], options: Options, command: Command) => {
      const { out = ["-"], duplicates = [], failed = [] } = options;
      const wrong = out.find((file) => file !== "-" && !REPORT_NAMES.test(file));
      if (wrong !== undefined) command.error(`error: --out ${wrong}: the name must end in .html or .json`);
      if (new Set(out).size < out.length) command.error("error: --out names one file twice");
      const sources = [...inputs, ...duplicates, ...failed];
      const survey = { duplicates, failed, run: cleaningOf(options) };
      const subject = { inputs, sources, option: "--out", survey: () => surveyInputs(inputs, survey) };
      finish(await writeReports(out, subject));
    });
}
