import type { PageRecord } from "@zongjie/document";
import type { CleanPage, RunOptions } from "@zongjie/pipeline";
import { progress } from "./progress.ts";
import { readStdin } from "./stdin.ts";
import { clearProgress, complain } from "./talk.ts";

/** Writes a chunk to a stream and waits where its buffer is full. */
export type Write = (chunk: string | Uint8Array) => Promise<void>;

/**
 * Runs the pipeline over inputs, in order. What cannot be read is named on stderr and costs only itself.
 * `take` gets the record and the cleaned page, null where the work on it broke off. Gives the number of inputs that
 * failed. `stdin` gives the bytes of `-`.
 */
export async function runInputs(
  inputs: readonly string[],
  options: RunOptions,
  take: (record: PageRecord, page: CleanPage | null) => Promise<void>,
  stdin: () => Uint8Array = readStdin,
): Promise<number> {
  const { cleanPage, failedPage, failureOf, newTally, readInputs, recordOf, tallyLines } = await import(
    "@zongjie/pipeline"
  );
  const line = progress("zongjie");
  let failed = 0;
  const left = newTally();
  for await (const reading of readInputs(inputs, stdin, options.fields, left)) {
    if ("failed" in reading) {
      failed++;
      complain(`${reading.failed.uri}: ${reading.failed.reason}`);
      continue;
    }
    const { input } = reading;
    let record: PageRecord;
    let page: CleanPage | null = null;
    try {
      page = cleanPage(input, options);
      record = recordOf(input, page, options);
    } catch (error) {
      record = failedPage(input, error);
    }
    const reason = failureOf(record);
    if (reason !== null) {
      failed++;
      complain(`${input.uri}: ${reason}`);
    }
    await take(record, page);
    line.step();
  }
  line.end();
  for (const said of tallyLines(left)) complain(said);
  return failed;
}

/** Sets the exit status after a run. */
export function finish(failed: number): void {
  if (0 < failed) process.exitCode = 1;
}

/** A writer to stdout that respects back-pressure. */
export const toStdout: Write = (chunk) =>
  new Promise((resolve) => {
    if (process.stdout.isTTY) clearProgress();
    if (process.stdout.write(chunk)) resolve();
    else process.stdout.once("drain", resolve);
  });
