import { CHECK_CODES, type CheckCode, type Finding, SUSPECTS, type Suspect } from "@zongjie/document";
import { type Command, Option } from "commander";
import { wordsOf } from "../arguments.ts";
import { addReading, cleaningOf, type FieldOptions, RECORD_INPUTS } from "../options.ts";
import { type Output, openOutput, terminalWidth } from "../output.ts";
import { finish } from "../pages.ts";
import { paintFor } from "../paint.ts";
import { takeRecords } from "../records.ts";
import { jsonRows, type RowWriter, textRows } from "../rows.ts";
import { complain } from "../talk.ts";

interface Options extends FieldOptions {
  readonly format: "text" | "json" | "ndjson";
  readonly all?: boolean;
  readonly code?: readonly (CheckCode | Suspect)[];
  readonly strict?: boolean;
  readonly toSimplified?: boolean;
  readonly out?: string;
}

const CODES = [...CHECK_CODES, ...SUSPECTS] as const;

/** Columns of text where no terminal shows it. */
const WIDTH = 100;

/** What a run came to. */
interface Count {
  checks: number;
  failed: number;
  suspects: number;
  documents: number;
  /** Documents with something to look at. */
  concerned: number;
}

/** `zongjie check INPUT…`: the sums of a text that do not come out, and figures that cannot be meant as they are written. */
export function addCheck(program: Command): void {
  addReading(program.command("check"))
    .description("check the arithmetic that the texts state: sums, shares, changes, suspect numbers")
    .argument("<input...>", RECORD_INPUTS)
    .addOption(
      new Option("-f, --format <format>", "form of the output").choices(["text", "json", "ndjson"]).default("text"),
    )
    .option("--all", "show the checks that hold too")
    .addOption(
      new Option("--code <codes>", "only findings of these codes (a,b; repeatable)").argParser(wordsOf(CODES, "code")),
    )
    .option("--strict", "exit status 1 where a check fails or a figure is suspect")
    .option("--to-simplified", "read pages with traditional characters simplified")
    .option("-o, --out <file>", "write to a file instead of stdout")
    .addHelpText(
      "after",
      `
Examples:
  zongjie check page.txt
  zongjie check pages/ --code parts-sum,percent-of
  zongjie run pages/ --out records.ndjson && zongjie check records.ndjson --format ndjson

A finding stands under its document: page:line (where the input is a record, @ and the offset in the source), what is
wrong, the code, and the sentences with carets under the numbers. A sum is checked only where the text states it.
json and ndjson have the same findings with all numbers and places (zongjie schema check).

Exit status: 0 all inputs were read, whatever was found; with --strict 1 where anything was; 1 some inputs failed (named
on stderr), 2 wrong usage. How many checks were made, and how many failed, is said on stderr.

Codes of checks: ${CHECK_CODES.join(", ")}.
Codes of suspect figures: ${SUSPECTS.join(", ")}.`,
    )
    .action(async (inputs: string[], options: Options) => {
      const output = openOutput(options.out, inputs);
      const count: Count = { checks: 0, failed: 0, suspects: 0, documents: 0, concerned: 0 };
      const failed = await check(inputs, options, output, count);
      output.close();
      complain(summary(count));
      finish(failed + (options.strict ? count.failed + count.suspects : 0));
    });
}

async function check(inputs: readonly string[], options: Options, output: Output, count: Count): Promise<number> {
  const { findingsOf } = await import("@zongjie/pipeline");
  const { head, rows, tail } = await writer(options);
  await output.write(head);
  const failed = await takeRecords(inputs, { ledger: "none", ...cleaningOf(options) }, async (page, source) => {
    const found: Finding[][] = page.documents.map(() => []);
    for (const finding of findingsOf(page, source))
      if (options.code?.includes(finding.code) ?? true) found[finding.document]?.push(finding);
    for (const [index, own] of found.entries()) {
      const wrong = own.filter(({ holds }) => !holds);
      count.documents++;
      count.checks += own.filter(({ type }) => type === "check").length;
      count.failed += wrong.filter(({ type }) => type === "check").length;
      count.suspects += wrong.filter(({ type }) => type === "suspect").length;
      if (0 < wrong.length) count.concerned++;
      const shown = options.all ? own : wrong;
      if (0 < shown.length) await output.write(rows(shown, { page, index }));
    }
  });
  await output.write(tail);
  return failed;
}

async function writer({ format, out }: Options): Promise<RowWriter<Finding>> {
  if (format !== "text") return jsonRows(format, "zongjie/check@1", "findings");
  const { findingText } = await import("../finding-text.ts");
  const width = terminalWidth(out);
  const paint = paintFor(width !== null);
  return textRows(paint, (findings) => findings.map((one) => findingText(one, width ?? WIDTH, paint)).join(""));
}

/** `checks that fail: 2 of 14, suspect figures: 1, in 1 of 3 documents` */
function summary({ checks, failed, suspects, documents, concerned }: Count): string {
  return `checks that fail: ${failed} of ${checks}, suspect figures: ${suspects}, in ${concerned} of ${documents} documents`;
}
