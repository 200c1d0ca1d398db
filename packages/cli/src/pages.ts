import type { PageRecord } from "@zongjie/document";
import type { PageInput, RunOptions } from "@zongjie/pipeline";
import { readStdin } from "./stdin.ts";
import { complain, progress } from "./talk.ts";

/** Writes a chunk to a stream and waits where its buffer is full. */
export type Write = (chunk: string) => Promise<void>;

/**
 * Runs the pipeline over inputs, in order. What cannot be read is named on stderr and costs only itself.
 * `known` inputs are passed over. Gives the number of inputs that failed.
 */
export async function runInputs(
  inputs: readonly string[],
  options: RunOptions,
  take: (record: PageRecord, input: PageInput) => Promise<void>,
  known: (input: PageInput) => boolean = () => false,
): Promise<number> {
  const { isFailed, readInputs, runPage, failedPage } = await import("@zongjie/pipeline");
  const line = progress("zongjie");
  let failed = 0;
  let done = 0;
  for (const reading of readInputs(inputs, readStdin)) {
    if ("failed" in reading) {
      failed++;
      complain(`${reading.failed.uri}: ${reading.failed.reason}`);
      continue;
    }
    const { input } = reading;
    if (known(input)) continue;
    let record: PageRecord;
    try {
      record = runPage(input, options);
    } catch (error) {
      record = failedPage(input, error);
    }
    if (isFailed(record)) {
      failed++;
      const issue = record.issues.find((i) => i.document === null);
      complain(`${input.uri}: ${issue?.note ?? issue?.code ?? "failed"}`);
    }
    await take(record, input);
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
    if (process.stdout.write(chunk)) resolve();
    else process.stdout.once("drain", resolve);
  });
