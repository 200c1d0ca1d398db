import { REASONS, REMOVALS, type Removal } from "@zongjie/document";
import type { FieldChoice, RunOptions } from "@zongjie/pipeline";
import { type Command, InvalidArgumentError, Option } from "commander";
import { addLexicon } from "./lexicon.ts";

/** Which fields of rows hold pages. */
export interface FieldOptions {
  readonly textField?: string;
  readonly htmlField?: string;
  readonly idField?: string;
}

/** Adds the options by which a person says what the rows of JSON, CSV, XLSX and Parquet hold. */
export function addFields(command: Command): Command {
  return command
    .option("--text-field <name>", "field of rows (JSON, CSV, XLSX, Parquet) that holds the page (text, content, 正文)")
    .option("--html-field <name>", "field of rows that holds the page as HTML (html)")
    .option("--id-field <name>", "field of rows that names the page (url, id)");
}

/** Adds what all commands that read pages are told alike. */
export function addReading(command: Command): Command {
  return addFields(addLexicon(command)).addHelpText("after", READING_HELP);
}

/** What inputs may be, in the help text of a command that reads pages. */
export const PAGE_INPUTS: string =
  "pages (txt, html, md, Word, PDF), archives, tables, crawls, folders of these, or - for stdin";

/** The same of a command that takes records as well. */
export const RECORD_INPUTS: string = PAGE_INPUTS.replace("or -", "records of zongjie run (.ndjson), or -");

/** What is read, and what it is called. */
const READING_HELP = `
Read by content and name: txt, html, md, docx, doc, pdf; archives zip, tar, gz (bundle.zip!/dir/a.txt); rows of jsonl,
json, csv, tsv, xlsx, parquet (rows.jsonl#17, or what --id-field names); crawls warc and wet (by their addresses).
Folders are searched for all of these, patterns such as 'pages/**/*.html' are taken where the shell leaves them.`;

/** The pipeline's choice of fields for what a person asked. */
export function fieldsOf({ textField, htmlField, idField }: FieldOptions): FieldChoice {
  return {
    ...(textField === undefined ? {} : { text: textField }),
    ...(htmlField === undefined ? {} : { html: htmlField }),
    ...(idField === undefined ? {} : { id: idField }),
  };
}

/** What `run` and `clean` are told alike of the cleaning of pages. */
export interface CleaningOptions extends FieldOptions {
  readonly keep?: readonly Removal[];
  readonly drop?: readonly Removal[];
  readonly toSimplified?: boolean;
  readonly siteBoilerplate?: boolean;
}

/** Adds the options by which a person says how pages are cleaned. */
export function addCleaning(command: Command): Command {
  return addReading(command)
    .option("--to-simplified", "write traditional characters simplified; the wording stays (軟體 → 软体)")
    .option(
      "--site-boilerplate",
      "read all pages twice: a line on many pages of a site is the site's, where more speaks for that (reason repeat)",
    )
    .addOption(
      new Option("--keep <reasons>", "leave in the text what would go for these reasons (a,b; repeatable)")
        .argParser(collectReasons)
        .conflicts("drop"),
    )
    .addOption(
      new Option("--drop <reasons>", "take out what goes for these reasons only, leave the rest").argParser(
        collectReasons,
      ),
    );
}

/** What is said of the options at the end of a help text. */
export const CLEANING_HELP: string = `
Reasons for --keep and --drop:
${wrapped(REMOVALS)}.
What is left stands as a line where it stood; all else is as without the option.`;

/** The pipeline's options for what a person asked. */
export function cleaningOf(options: CleaningOptions): Pick<RunOptions, "keep" | "simplified" | "fields"> {
  const { keep, drop, toSimplified } = options;
  const fields = fieldsOf(options);
  const rest = {
    ...(toSimplified ? { simplified: true } : {}),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  };
  if (drop !== undefined) return { keep: REMOVALS.filter((reason) => !drop.includes(reason)), ...rest };
  return keep === undefined ? rest : { keep, ...rest };
}

/** Adds `byline,footer` to what was named before. @throws InvalidArgumentError on what is no reason for a removal */
function collectReasons(text: string, before: readonly Removal[] = []): Removal[] {
  const names = text.split(",").map((name) => name.trim());
  return [...new Set([...before, ...names.map(reasonOf)])];
}

function reasonOf(name: string): Removal {
  const found = REMOVALS.find((reason) => reason === name);
  if (found !== undefined) return found;
  const why = REASONS.some((reason) => reason === name)
    ? `${name} is no class of noise: markup, white space and repairs are always dealt with.`
    : `${JSON.stringify(name)} is no reason.`;
  throw new InvalidArgumentError(`${why} Reasons: ${REMOVALS.join(", ")}.`);
}

/** Names in lines of six. */
function wrapped(names: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < names.length; i += 6) lines.push(names.slice(i, i + 6).join(", "));
  return lines.join(",\n");
}
