import type { DocumentRecord } from "@zongjie/document";
import type { RunOptions } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { parseCount } from "../arguments.ts";
import { showDiff } from "../diff.ts";
import { addCleaning, CLEANING_HELP, type CleaningOptions, cleaningOf, RECORD_INPUTS } from "../options.ts";
import { openOutput } from "../output.ts";
import { finish } from "../pages.ts";
import { paintFor } from "../paint.ts";
import { takeRecords } from "../records.ts";
import { siteLinesOf } from "../site-lines.ts";
import { complain } from "../talk.ts";
import { visible } from "../visible.ts";

interface Options extends CleaningOptions {
  readonly format: "text" | "md" | "json";
  readonly out?: string;
  readonly minLength?: number;
  readonly keepLinks?: boolean;
  readonly diff?: boolean;
  readonly report?: string;
  readonly review?: boolean;
  readonly limit?: number;
}

/** `zongjie clean INPUT…`: the clean documents only. */
export function addClean(program: Command): void {
  addCleaning(
    program
      .command("clean")
      .description("write the clean documents of each page")
      .argument("<input...>", RECORD_INPUTS)
      .addOption(
        new Option("-f, --format <format>", "form of the output").choices(["text", "md", "json"]).default("text"),
      )
      .option("-o, --out <file>", "write to a file instead of stdout")
      .option("--min-length <n>", "leave out documents with fewer characters, blanks not counted", parseCount)
      .option("--keep-links", "with --format md: keep the links of HTML pages (http, https, mailto, relative)")
      .addOption(
        new Option("--diff", "show the whole page with what was taken out and changed").conflicts([
          "format",
          "minLength",
          "keepLinks",
        ]),
      )
      .option("--report <file>", "what went, by reason, over all pages: a table, JSON for *.json, - for stderr")
      .addOption(
        new Option("--review", "list the least certain decisions over all pages instead, those first").conflicts([
          "diff",
          "minLength",
          "keepLinks",
          "report",
        ]),
      )
      .option("--limit <n>", "with --review: how many decisions (default: 40)", parseCount),
  )
    .addHelpText(
      "after",
      `
Examples:
  zongjie clean page.txt
  zongjie clean pages/ --format json --out documents.ndjson
  zongjie clean page.html --diff
  FORCE_COLOR=1 zongjie clean page.html --diff | less -R
  zongjie clean pages/ --review --limit 20
  zongjie clean pages/ --keep byline,caption-credit --min-length 200 --report removed.json --out clean.txt

In text, a line ===== names page and document where there is more than one.
json gives one object a line: {uri, id, title, kind, complete, text}.
--diff is in colour on a terminal; elsewhere, and with NO_COLOR, it has [-taken out-] and {+put in+}. FORCE_COLOR=1
colours always. ⏎ is a line end, ‹1234› that many characters of markup or blanks.
--review: how sure the decision is (0–1), what was done, page and line, reason and rule, the text. With --format json
one object a line: {uri, line, raw, what, reason, rule, confidence, text}.
${CLEANING_HELP}`,
    )
    .action(async (inputs: string[], options: Options, command: Command) => {
      if (options.keepLinks && options.format !== "md") command.error("error: --keep-links needs --format md");
      if (options.limit !== undefined && !options.review) command.error("error: --limit needs --review");
      if (options.review && options.format === "md") command.error("error: --review gives text or json");
      if (!options.review) {
        await clean(inputs, options);
        return;
      }
      const { review } = await import("../review.ts");
      finish(await review(inputs, { ...options, limit: options.limit ?? 40 }));
    });
}

async function clean(inputs: readonly string[], options: Options): Promise<void> {
  const { documentLayouts, documentMarkdown } = await import("@zongjie/pipeline");
  const { openReport } = await import("../report.ts");
  const { format, out, diff = false, minLength = 0 } = options;
  const siteLines = await siteLinesOf(inputs, options);
  const sums = options.report === undefined ? null : openReport(options.report, inputs, out);
  const output = openOutput(out, inputs);
  const paint = paintFor((out ?? "-") === "-" && process.stdout.isTTY);
  const run: RunOptions = { ledger: diff || sums !== null ? "full" : "none", ...cleaningOf(options), ...siteLines };
  let first = true;
  let short = 0;
  const write = async (piece: string): Promise<void> => {
    await output.write(format === "json" || first ? piece : `\n${piece}`);
    first = false;
  };
  let blind = 0;
  const failed = await takeRecords(inputs, run, async (record, source, page) => {
    if (source !== null) sums?.add(record, source);
    else if (0 < record.documents.length && (diff || sums !== null)) blind++;
    if (diff) {
      if (source !== null) for (const piece of showDiff(record, source, paint)) await output.write(piece);
      return;
    }
    const many = 1 < inputs.length || 1 < record.documents.length || record.source.uri !== inputs[0];
    const layouts = format === "md" && page !== null ? documentLayouts(page, record.documents) : [];
    for (const [i, document] of record.documents.entries()) {
      if (lengthOf(document) < minLength) {
        short++;
        continue;
      }
      const { items = [], links = [], rows = [] } = layouts[i] ?? {};
      const { id, title, kind, complete, text } = document;
      const { uri } = record.source;
      if (format === "text") await write(`${many ? `===== ${visible(uri)} #${i}\n` : ""}${text}\n`);
      else if (format === "md")
        await write(documentMarkdown(document, { items, rows, links: options.keepLinks ? links : [] }));
      else await write(`${JSON.stringify({ uri, id, title, kind, complete, text })}\n`);
    }
  });
  output.close();
  await sums?.close();
  if (0 < blind) complain(`of ${blind} records the page is not at hand: --diff and --report need pages`);
  if (0 < short) complain(`${short} documents with fewer than ${minLength} characters left out`);
  finish(failed + blind);
}

/** Characters of a document, blanks not counted. */
function lengthOf({ text }: DocumentRecord): number {
  return text.match(/\S/gu)?.length ?? 0;
}
