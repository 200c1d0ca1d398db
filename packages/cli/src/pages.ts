import type { PageRecord } from "@zongjie/document";
import type { CleanPage, PageInput, RunOptions } from "@zongjie/pipeline";
import { readStdin } from "./stdin.ts";
import { clearProgress, complain, progress } from "./talk.ts";

/** Writes a chunk to a stream and waits where its buffer is full. */
export type Write = (chunk: string | Uint8Array) => Promise<void>;

/**
 * Runs the pipeline over inputs, in order. What cannot be read is named on stderr and costs only itself.
 * `known` inputs are passed over. `take` gets the record and the cleaned page, null where the work on it broke off. Gives
 * the number of inputs that failed. `stdin` gives the bytes of `-`.
 */
export async function runInputs(
  inputs: readonly string[],
  options: RunOptions,
  take: (record: PageRecord, page: CleanPage | null) => Promise<void>,
  known: (input: PageInput) => boolean = () => false,
  stdin: () => Uint8Array = readStdin,
): Promise<number> {
  const { cleanPage, failedPage, isFailed, readInputs, recordOf } = await import("@zongjie/pipeline");
  const line = progress("zongjie");
  let failed = 0;
  let done = 0;
  for (const reading of readInputs(inputs, stdin)) {
    if ("failed" in reading) {
      failed++;
      complain(`${reading.failed.uri}: ${reading.failed.reason}`);
      continue;
    }
    const { input } = reading;
    if (known(input)) continue;
    let record: PageRecord;
    let page: CleanPage | null = null;
    try {
      page = cleanPage(input, options);
      record = recordOf(input, page, options);
    } catch (error) {
      record = failedPage(input, error);
    }
    if (isFailed(record)) {
      failed++;
      const issue = record.issues.find((i) => i.document === null);
      complain(`${input.uri}: ${issue?.note ?? issue?.code ?? "failed"}`);
    }
    await take(record, page);
    line.step(++done);
  }
  line.end();
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
