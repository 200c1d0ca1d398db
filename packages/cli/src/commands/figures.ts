import { FIGURE_KINDS, type FigureKind, type FigureRow } from "@zongjie/document";
import type { Cell, FigureChoice } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { collectWords, wordsOf } from "../arguments.ts";
import { figuresOfTexts } from "../figures-of-texts.ts";
import { addReading, cleaningOf, type FieldOptions, RECORD_INPUTS } from "../options.ts";
import { openOutput, terminalWidth } from "../output.ts";
import { finish, type Write } from "../pages.ts";
import { paintFor } from "../paint.ts";
import { takeRecords } from "../records.ts";
import { jsonRows, type Place, type RowWriter, textRows } from "../rows.ts";
import { complain } from "../talk.ts";
import { visibleLines } from "../visible.ts";

interface Options extends FieldOptions {
  readonly format: "json" | "ndjson" | "csv" | "table";
  readonly out?: string;
  readonly metric?: readonly string[];
  readonly kind?: readonly FigureKind[];
  readonly unit?: readonly string[];
  readonly period?: readonly string[];
  readonly suspect?: boolean;
  readonly bom?: boolean;
  readonly toSimplified?: boolean;
}

/** `zongjie figures`: texts on stdin, or the figures of pages as a table. */
export function addFigures(program: Command): void {
  addReading(program.command("figures"))
    .description(
      "the figures of pages, a row a figure; without INPUT: {id, text} lines on stdin to {id, figures} lines",
    )
    .argument("[input...]", RECORD_INPUTS)
    .addOption(
      new Option("-f, --format <format>", "form of the output for pages")
        .choices(["json", "ndjson", "csv", "table"])
        .default("ndjson"),
    )
    .option("-o, --out <file>", "write to a file instead of stdout")
    .option("--metric <words>", "only figures whose metric holds one of these words (a,b; repeatable)", collectWords)
    .addOption(
      new Option("--kind <kinds>", "only figures of these kinds (a,b; repeatable)").argParser(
        wordsOf(FIGURE_KINDS, "kind of figure"),
      ),
    )
    .option("--unit <units>", "only figures with one of these units (a,b; repeatable)", collectWords)
    .option("--period <words>", "only figures whose period, as written or normalised, holds one of these", collectWords)
    .option("--suspect", "only figures that cannot be meant as they are written")
    .option("--bom", "begin a CSV with a byte-order mark, so that Excel reads it as UTF-8")
    .option("--to-simplified", "read pages with traditional characters simplified")
    .addHelpText(
      "after",
      `
Examples:
  zongjie figures page.txt --format table
  zongjie figures pages/ --format csv --bom --out figures.csv
  zongjie figures records.ndjson --metric 门诊,住院 --period 2023
  echo '{"id":1,"text":"门诊48.5万人次,同比增长3.2%"}' | zongjie figures

--metric 门诊 finds 门诊 and 普通门诊人次. Width, blanks and capital letters make no difference (％ is %, ＧＤＰ is gdp).
Figures have to fit every option, and one of its words.
csv, json and ndjson have the same columns (zongjie schema figures): value is a plain number, a range stands in low and
high, source, start and end say where the figure stands in the page. In CSV text that a spreadsheet would run as a formula
gets an apostrophe. table is for reading: columns that say nothing are left out, and on a terminal long cells are cut.

Kinds: ${FIGURE_KINDS.join(", ")}.`,
    )
    .action(async (inputs: string[], options: Options, command: Command) => {
      if (options.bom && options.format !== "csv") command.error("error: --bom needs --format csv");
      if (inputs.length === 0 && (options.format !== "ndjson" || options.toSimplified))
        command.error("error: without INPUT {id, text} lines are read; name pages, or - for one page on stdin");
      const output = openOutput(options.out, inputs);
      const failed = await figures(inputs, options, output.write);
      output.close();
      finish(failed);
    });
}

async function figures(inputs: readonly string[], options: Options, write: Write): Promise<number> {
  const { figureChooser, figureRow } = await import("@zongjie/pipeline");
  const asked = figureChooser(choiceOf(options));
  if (inputs.length === 0) return figuresOfTexts(asked, write);
  const { head, rows, tail } = await writer(inputs, options);
  let [all, found] = [0, 0];
  await write(head);
  const failed = await takeRecords(inputs, { ledger: "none", ...cleaningOf(options) }, async (page) => {
    for (const [index, document] of page.documents.entries()) {
      const own = document.figures.filter(asked).map((figure) => figureRow(figure, document, page));
      all += document.figures.length;
      found += own.length;
      if (0 < own.length) await write(rows(own, { page, index }));
    }
  });
  await write(tail);
  if (found === 0 && 0 < all) complain(`none of ${all} figures is asked for`);
  return failed;
}

async function writer(inputs: readonly string[], { format, bom, out }: Options): Promise<RowWriter<FigureRow>> {
  if (format === "json" || format === "ndjson") return jsonRows(format, "zongjie/figures@1", "figures");
  if (format === "csv") {
    const { csvRow, FIGURE_COLUMNS } = await import("@zongjie/pipeline");
    const names = FIGURE_COLUMNS.map(({ name }) => name);
    return {
      head: `${bom ? "\ufeff" : ""}${csvRow(names)}`,
      rows: (rows) => rows.map((row) => csvRow(names.map((name) => shown(row[name])))).join(""),
      tail: "",
    };
  }
  const { figureTable } = await import("../figure-table.ts");
  const width = terminalWidth(out);
  const named = ({ page }: Place): boolean =>
    1 < inputs.length || 1 < page.documents.length || page.source.uri !== inputs[0];
  return textRows(paintFor(width !== null), (rows) => figureTable(rows, width), named);
}

/** A cell without the control characters of its page; line ends may stay. */
function shown(cell: Cell): Cell {
  return typeof cell === "string" ? visibleLines(cell) : cell;
}

function choiceOf({ metric, kind, unit, period, suspect }: Options): FigureChoice {
  return {
    ...(metric === undefined ? {} : { metrics: metric }),
    ...(kind === undefined ? {} : { kinds: kind }),
    ...(unit === undefined ? {} : { units: unit }),
    ...(period === undefined ? {} : { periods: period }),
    ...(suspect === undefined ? {} : { suspect }),
  };
}
