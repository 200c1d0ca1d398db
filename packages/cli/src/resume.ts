import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import type { Outcome, Reading } from "@zongjie/pipeline";
import { readLines } from "./lines.ts";
import { lockOutput } from "./lock.ts";
import { fileReason } from "./talk.ts";

/** What an input came to, as a line of FILE.state. */
interface Step {
  readonly uri: string;
  /** Of the page's bytes; null where they could not be read. */
  readonly sha256: string | null;
  readonly bytes: number;
  readonly documents: number;
  /** Why nothing of it could be read; null where something was. */
  readonly failed: string | null;
  /** Milliseconds that the page took. */
  readonly time: number;
  /** Length of FILE.part behind its record, in bytes. */
  readonly end: number;
}

/** An output that survives being killed: records in FILE.part, a line for each input in FILE.state. */
export interface Resumable {
  /** The step of a reading where the broken run took it; what it wrote from the first other reading on is thrown away. */
  readonly knows: (reading: Reading) => Step | null;
  readonly append: (outcome: Outcome) => void;
  /** All that was done so far, in order. */
  readonly steps: () => Generator<Step>;
  /** Gives the output its name, when all is done. */
  readonly close: () => void;
}

/**
 * Opens the output of a run that may be broken off at any moment: a record is written before its step, so that what
 * stands in FILE.part beyond the last whole step is cut off. `task` says what is done with which inputs. Where `again` is
 * false, or another task was broken off, the run starts afresh.
 * @throws Error naming the file where it cannot be written, or another run writes to it
 */
export function openResumable(file: string, task: string, again: boolean): Resumable {
  lockOutput(file);
  const part = `${file}.part`;
  const state = `${file}.state`;
  const head = `${JSON.stringify({ task: createHash("sha256").update(task).digest("hex") })}\n`;
  const goesOn = again && existsSync(part) && existsSync(state) && beginsWith(state, head);
  const records = open(part, goesOn, file);
  const log = open(state, goesOn, file);
  let known = goesOn ? readSteps(state, statSync(part).size) : null;
  let end = 0;
  let logEnd = Buffer.byteLength(head);
  if (known === null) cut();
  else known.next(); // the head

  function cut(): void {
    known?.return(undefined);
    known = null;
    ftruncateSync(records, end);
    ftruncateSync(log, logEnd);
    if (end === 0) writeAll(log, Buffer.from(head), 0, file);
  }

  return {
    knows(reading) {
      if (known === null) return null;
      const next = known.next().value;
      if (next === undefined || !isSame(next.step, reading)) {
        cut();
        return null;
      }
      end = next.step.end;
      logEnd += next.size;
      return next.step;
    },
    append(outcome) {
      if (known !== null) cut();
      if ("worked" in outcome) end = writeAll(records, outcome.worked.line, end, file);
      logEnd = writeAll(log, Buffer.from(`${JSON.stringify(stepOf(outcome, end))}\n`), logEnd, file);
    },
    *steps() {
      if (known !== null) cut();
      const all = readSteps(state, end);
      all.next();
      for (const { step } of all) yield step;
    },
    close() {
      if (known !== null) cut();
      fsyncSync(records);
      closeSync(records);
      closeSync(log);
      renameSync(part, file);
      rmSync(state, { force: true });
    },
  };
}

function stepOf(outcome: Outcome, end: number): Step {
  if ("failed" in outcome) {
    const { uri, reason } = outcome.failed;
    return { uri, sha256: null, bytes: 0, documents: 0, failed: reason, time: 0, end };
  }
  const { uri, sha256, bytes, documents, failed, time } = outcome.worked;
  return { uri, sha256, bytes, documents, failed, time: Math.round(time), end };
}

/** A page by its name and bytes, what cannot be read by its name and reason. */
function isSame({ uri, sha256, failed }: Step, reading: Reading): boolean {
  if ("failed" in reading) return sha256 === null && uri === reading.failed.uri && failed === reading.failed.reason;
  const { input } = reading;
  return uri === input.uri && sha256 === createHash("sha256").update(input.bytes).digest("hex");
}

/** The head and the whole steps of a state, with their sizes in bytes; no further than FILE.part reaches. */
function* readSteps(state: string, size: number): Generator<{ readonly step: Step; readonly size: number }> {
  let left = statSync(state).size;
  for (const line of readLines(state)) {
    const bytes = Buffer.byteLength(line ?? "") + 1;
    left -= bytes;
    const step = left < 0 ? null : parse(line ?? "");
    if (step === null || size < (step.end ?? 0)) return;
    yield { step, size: bytes };
  }
}

function parse(line: string): Step | null {
  try {
    return JSON.parse(line) as Step;
  } catch {
    return null;
  }
}

function beginsWith(file: string, head: string): boolean {
  const handle = openSync(file, "r");
  const bytes = Buffer.alloc(Buffer.byteLength(head));
  const size = readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  return bytes.toString("utf8", 0, size) === head;
}

/** @throws Error that names the file as the person wrote it */
function open(path: string, goesOn: boolean, file: string): number {
  try {
    return openSync(path, goesOn ? "r+" : "w+");
  } catch (error) {
    throw new Error(`${file}: ${fileReason(error)}`);
  }
}

/** Writes all bytes at a place and gives the place behind them. @throws Error that names the file */
function writeAll(handle: number, bytes: Uint8Array, from: number, file: string): number {
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, from + at);
  } catch (error) {
    throw new Error(`${file}: ${fileReason(error)}; --resume goes on from here when there is room`);
  }
  return from + bytes.length;
}
