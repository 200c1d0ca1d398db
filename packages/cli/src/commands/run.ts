import type { RunOptions } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { collectFiles, parseCount } from "../arguments.ts";
import { addCleaning, CLEANING_HELP, type CleaningOptions, cleaningOf, PAGE_INPUTS } from "../options.ts";
import { finish } from "../pages.ts";
import { type Choice, parseSample, parseSize, type Sample } from "../run/choice.ts";
import { runCollection } from "../run/collection.ts";
import { isRunFolder, openRunFolder } from "../run/folder.ts";
import { refuseReports, reportFault, reportWritten } from "../run/reports.ts";
import { openSink } from "../run/sink.ts";
import type { RunTask } from "../run/task.ts";
import { siteLinesOf } from "../site-lines.ts";

interface Options extends CleaningOptions {
  readonly out?: string;
  readonly ledger: "full" | "compact" | "none";
  readonly keywords: number;
  readonly resume?: boolean;
  readonly report?: readonly string[];
  readonly workers?: number;
  readonly timeout: number;
  readonly maxSize?: number;
  readonly limit?: number;
  readonly sample?: Sample;
  readonly lexicon?: string;
}

/** `zongjie run INPUT…`: page records as NDJSON. */
export function addRun(program: Command): void {
  addCleaning(
    program
      .command("run")
      .description("write one page record (JSON, zongjie/page@1) a line for each input page")
      .argument("<input...>", PAGE_INPUTS)
      .option(
        "-o, --out <file>",
        "write to a file instead of stdout; it appears when the run is done. DIR/: a run folder",
      )
      .option("--resume", "go on where a broken run to --out stopped")
      .option("--report <file>", "then report what it came to: report.html or report.json; repeatable", collectFiles)
      .addOption(
        new Option("--ledger <size>", "how much of the ledger to write")
          .choices(["full", "compact", "none"])
          .default("full"),
      )
      .option("--keywords <n>", "keywords a document", parseCount, 10)
      .option(
        "--workers <n>",
        "threads that work; 0 for none beside the one that reads (default: one a core)",
        parseCount,
      )
      .option("--timeout <seconds>", "give up a page that takes longer; 0 for never", parseCount, 300)
      .option("--max-size <size>", "leave out larger pages: 500K, 5M", parseSize)
      .option("--limit <n>", "work through the first inputs only", parseCount)
      .option("--sample <n>", "work through so many inputs, or a share (5%), drawn by their names", parseSample),
  )
    .addHelpText(
      "after",
      `
Examples:
  zongjie run page.txt | head -c 300
  zongjie run corpus/dev/pages --out records.ndjson --resume
  zongjie run crawl.warc.gz --out records.ndjson.gz --workers 4
  zongjie run pages/ --out run/ --sample 5% --report run/report.html
${CLEANING_HELP}
A record stays whole: to leave out short documents use zongjie clean --min-length.
A run folder (--out DIR/) holds records.ndjson, failed.ndjson (what could not be read, and why) and manifest.json (inputs,
options, versions, counts; "finished" when all is done). One run at a time writes to FILE or DIR/, kept by FILE.lock. A few
small pages are worked through without threads, and without --timeout. The same page gives the same record with any number
of workers.`,
    )
    .action(async (inputs: string[], options: Options, command: Command) => {
      const { out, resume = false, report = [], workers = null, timeout, lexicon = null } = options;
      if (resume && out === undefined) command.error("error: --resume needs --out FILE");
      if (options.sample !== undefined && "count" in options.sample && inputs.includes("-"))
        command.error("error: --sample N reads its inputs twice: - is gone after the first time");
      const fault = reportFault(report, out);
      if (fault !== null) command.error(`error: ${fault}`);
      if (out !== undefined) await refuseReports(report, out, inputs);
      const task = await taskOf(inputs, options, command.parent?.version() ?? "");
      const { run, choice } = task;
      const sink =
        out !== undefined && isRunFolder(out) ? openRunFolder(out, task, resume) : openSink(out, task, resume);
      const failed = await runCollection(inputs, { run, choice, workers, timeout, lexicon }, sink);
      const written = report.length === 0 ? null : sink.written();
      sink.close();
      const unread = out === undefined || written === null ? 0 : await reportWritten(report, out, written);
      finish(failed + unread);
    });
}

async function taskOf(inputs: readonly string[], options: Options, zongjie: string): Promise<RunTask> {
  const { lexiconInUse, lexiconVersion } = await import("@zongjie/pipeline");
  const { ledger, keywords, limit, sample, maxSize } = options;
  const run: RunOptions = { ledger, keywords, ...cleaningOf(options), ...(await siteLinesOf(inputs, options)) };
  const choice: Choice = {
    ...(limit === undefined ? {} : { limit }),
    ...(sample === undefined ? {} : { sample }),
    ...(maxSize === undefined ? {} : { maxSize }),
  };
  return { inputs, run, choice, versions: { zongjie, lexicon: lexiconVersion(), ownLexicon: lexiconInUse() } };
}
