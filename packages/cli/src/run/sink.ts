import type { Outcome } from "@zongjie/pipeline";
import { openOutput, refuseOwnInput, targetOf } from "../output.ts";
import { packingOf } from "../packing.ts";
import { openResumable, type Resumable } from "../resume.ts";
import { type RunTask, taskText } from "./task.ts";
import { type Written, writtenTo } from "./written.ts";

/** Where a run writes. */
export interface Sink {
  /** True where records are packed as members of a gzip file. */
  readonly gzip: boolean;
  /** True where a run that is broken off can be gone on with. */
  readonly resumable: boolean;
  /** What an earlier run did with a reading, where this one goes on from it. */
  readonly knows: Resumable["knows"];
  readonly append: (outcome: Outcome) => Promise<void> | void;
  /** What stands in the output, before it is closed; null where it cannot be read again. */
  readonly written: () => Written | null;
  readonly close: () => void;
}

/**
 * Opens stdout, a device, or a file, which appears under its name when the run is done; `again` goes on with a broken run.
 * @throws Error where it cannot be written, or would be read as input
 */
export function openSink(out: string | undefined, task: RunTask, again: boolean): Sink {
  refuseOwnInput(out, task.inputs);
  const file = out === undefined || out === "-" ? null : targetOf(out);
  if (out !== undefined && packingOf(out) === "zst") throw new Error(`${out}: run writes .gz and plain files, no .zst`);
  if (file !== null) {
    const gzip = packingOf(file) === "gz";
    const state = openResumable(file, taskText(task), again);
    return { ...state, gzip, resumable: true, written: () => writtenTo(file, state) };
  }
  const output = openOutput(out);
  return {
    gzip: false,
    resumable: false,
    knows: () => null,
    append: (outcome) => ("worked" in outcome ? output.write(outcome.worked.line) : undefined),
    written: () => null,
    close: output.close,
  };
}
