import type { RunOptions } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { parseCount } from "../arguments.ts";
import { addCleaning, CLEANING_HELP, type CleaningOptions, cleaningOf } from "../options.ts";
import { openOutput, refuseOwnInput } from "../output.ts";
import { finish, runInputs } from "../pages.ts";
import { openResumable } from "../resume.ts";

interface Options extends CleaningOptions {
  readonly out?: string;
  readonly ledger: "full" | "compact" | "none";
  readonly keywords: number;
  readonly resume?: boolean;
}

/** `zongjie run INPUT…`: page records as NDJSON. */
export function addRun(program: Command): void {
  addCleaning(
    program
      .command("run")
      .description("write one page record (JSON, zongjie/page@1) a line for each input page")
      .argument("<input...>", "files, folders, or - for one page on stdin")
      .option("-o, --out <file>", "write to a file instead of stdout; it appears when the run is done")
      .option("--resume", "go on where a broken run to --out stopped")
      .addOption(
        new Option("--ledger <size>", "how much of the ledger to write")
          .choices(["full", "compact", "none"])
          .default("full"),
      )
      .option("--keywords <n>", "keywords a document", parseCount, 10),
  )
    .addHelpText(
      "after",
      `
Examples:
  zongjie run page.txt | head -c 300
  zongjie run corpus/dev/pages --out records.ndjson --resume
${CLEANING_HELP}
A record stays whole: to leave out short documents use zongjie clean --min-length.`,
    )
    .action(async (inputs: string[], options: Options, command: Command) => {
      const run: RunOptions = { ledger: options.ledger, keywords: options.keywords, ...cleaningOf(options) };
      if (options.resume && options.out === undefined) command.error("error: --resume needs --out FILE");
      if (options.resume && options.out !== undefined) {
        finish(await resume(inputs, run, options.out));
        return;
      }
      const output = openOutput(options.out, inputs);
      const failed = await runInputs(inputs, run, (record) => output.write(`${JSON.stringify(record)}\n`));
      output.close();
      finish(failed);
    });
}

async function resume(inputs: readonly string[], run: RunOptions, file: string): Promise<number> {
  const { isFailed, lexiconInUse } = await import("@zongjie/pipeline");
  refuseOwnInput(file, inputs);
  const state = openResumable(file, JSON.stringify({ inputs, run, lexicon: lexiconInUse() }));
  let index = 0;
  const failed = await runInputs(
    inputs,
    run,
    async (record) => state.append(record.source.uri, `${JSON.stringify(record)}\n`, isFailed(record)),
    (input) => state.knows(index++, input.uri),
  );
  state.close();
  return failed + state.failedBefore;
}
