import type { Reading, RunOptions } from "@zongjie/pipeline";
import { type Progress, progress } from "../progress.ts";
import { readStdin } from "../stdin.ts";
import { clearProgress, complain } from "../talk.ts";
import { type Choice, choose, totalOf } from "./choice.ts";
import type { Sink } from "./sink.ts";

/** How a collection is worked through. */
export interface CollectionOptions {
  readonly run: RunOptions;
  readonly choice: Choice;
  readonly workers: number | null;
  readonly timeout: number;
  /** The folder of the user's own words. */
  readonly lexicon: string | null;
}

/**
 * Works through the pages of inputs and writes what they came to, in order. What cannot be read is named on stderr and
 * costs only itself. Gives the number of inputs that failed, those of a broken run that this one goes on with included.
 */
export async function runCollection(
  inputs: readonly string[],
  { run, choice, ...pool }: CollectionOptions,
  sink: Sink,
): Promise<number> {
  const { newTally, pageTotal, readInputs, tallyLines, workPages } = await import("@zongjie/pipeline");
  const line = progress("zongjie", async () => totalOf(await pageTotal(inputs), choice));
  let failed = 0;
  const fail = (uri: string, reason: string): void => {
    failed++;
    complain(`${uri}: ${reason}`);
  };
  const left = newTally();
  const read = (): AsyncIterable<Reading> => readInputs(inputs, readStdin, run.fields, left);
  const fresh = async function* (): AsyncGenerator<Reading> {
    for await (const reading of choose(read(), choice, read)) {
      const step = sink.knows(reading);
      if (step === null) yield reading;
      else {
        if (step.failed !== null) fail(step.uri, step.failed);
        line.step(false);
      }
    }
  };
  const options = { run, gzip: sink.gzip, ...pool, started: () => quitOnSignal(line, sink) };
  for await (const outcome of workPages(fresh(), options)) {
    if ("failed" in outcome) fail(outcome.failed.uri, outcome.failed.reason);
    else if (outcome.worked.failed !== null) fail(outcome.worked.uri, outcome.worked.failed);
    await sink.append(outcome);
    line.step();
  }
  line.end();
  for (const said of tallyLines(left)) complain(said);
  return failed;
}

/** Exit status by signal, as a shell has it. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Ends the run when a person does: what is written is whole, pages that are in work are dropped. A page of a thread of its
 * own does not keep the signal waiting; without threads the signal ends the process as it always does.
 */
function quitOnSignal(line: Progress, { resumable }: Sink): void {
  for (const [signal, status] of Object.entries(SIGNALS))
    process.once(signal, () => {
      clearProgress();
      const hint = resumable ? "; the same command with --resume goes on from there" : "";
      complain(`stopped after ${line.done()} pages${hint}`);
      process.exit(status);
    });
}
