import { createHash } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";

/** A run whose output survives being killed: records in FILE.part, one line a record in FILE.state. */
export interface Resumable {
  /** Inputs that had failed before the run was broken off. */
  readonly failedBefore: number;
  /** True where the n-th page that was read is written already. */
  readonly knows: (index: number, uri: string) => boolean;
  readonly append: (uri: string, line: string, failed: boolean) => void;
  readonly close: () => void;
}

interface Step {
  readonly uri: string;
  /** Length of FILE.part after the record, in bytes. */
  readonly end: number;
  readonly failed: boolean;
}

/**
 * Opens the output of a run that may be broken off at any moment. What stands in FILE.part beyond the last step that
 * FILE.state knows is cut off. Where `task` (inputs and options) differs from the broken run's, it starts afresh.
 * @throws Error where the files cannot be written
 */
export function openResumable(file: string, task: string): Resumable {
  const part = `${file}.part`;
  const state = `${file}.state`;
  const key = createHash("sha256").update(task).digest("hex");
  const steps = existsSync(part) && existsSync(state) ? readSteps(state, key, statSync(part).size) : null;
  if (steps === null) writeFileSync(state, `${JSON.stringify({ key })}\n`);
  else writeFileSync(state, `${[{ key }, ...steps].map((step) => JSON.stringify(step)).join("\n")}\n`);
  const handle = openSync(part, steps === null ? "w" : "r+");
  let end = steps?.at(-1)?.end ?? 0;
  ftruncateSync(handle, end);
  return {
    failedBefore: steps?.filter((step) => step.failed).length ?? 0,
    knows: (index, uri) => steps?.[index]?.uri === uri,
    append(uri, line, failed) {
      const bytes = Buffer.from(line, "utf8");
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, end + at);
      end += bytes.length;
      appendFileSync(state, `${JSON.stringify({ uri, end, failed } satisfies Step)}\n`);
    },
    close() {
      fsyncSync(handle);
      closeSync(handle);
      renameSync(part, file);
      rmSync(state, { force: true });
    },
  };
}

/** The steps that were finished; null where the state is of another run. */
function readSteps(state: string, key: string, size: number): Step[] | null {
  const [head = "", ...lines] = readFileSync(state, "utf8").split("\n");
  if ((parse(head) as { key?: string } | null)?.key !== key) return null;
  const steps: Step[] = [];
  for (const line of lines) {
    const step = parse(line) as Step | null;
    if (step === null || typeof step.end !== "number" || size < step.end) break;
    steps.push(step);
  }
  return steps;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
