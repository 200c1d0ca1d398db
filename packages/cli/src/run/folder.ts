import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { SlowPage } from "@zongjie/document";
import { isFolder, refuseOwnInput } from "../output.ts";
import { openResumable, type Resumable } from "../resume.ts";
import { fileReason } from "../talk.ts";
import type { Sink } from "./sink.ts";
import { type RunTask, taskText } from "./task.ts";
import { withSlow, writtenTo } from "./written.ts";

/** `manifest.json` of a run folder: what was done, with what, and what came of it. */
interface Manifest extends Pick<RunTask, "inputs" | "versions"> {
  readonly schema: "zongjie/run@1";
  readonly versions: RunTask["versions"] & { readonly node: string; readonly tokenizer: string | null };
  /** What the run was told, without the lines of `siteBoilerplate`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly started: string;
  /** Null until all is done: the mark of a whole run. */
  readonly finished: string | null;
  readonly counts: Counts | null;
}

interface Counts {
  /** Inputs with a record. */
  readonly pages: number;
  /** Inputs of which nothing could be read, with a record or without. */
  readonly failed: number;
  readonly documents: number;
  readonly bytes: number;
  /** SHA-256 over the name and SHA-256 of each input, in order: two runs with the same one read the same pages. */
  readonly inputs: string;
  /** The pages that took longest. */
  readonly slowest: readonly SlowPage[];
}

const MANIFEST = "manifest.json";
const RECORDS = "records.ndjson";
const FAILED = "failed.ndjson";

/** The files that a run writes into its folder. */
export function runFiles(out: string): string[] {
  return [RECORDS, FAILED, MANIFEST].map((name) => join(out, name));
}

/** True for `out/`, and for the folder of an earlier run. */
export function isRunFolder(out: string): boolean {
  return /[/\\]$/.test(out) || existsSync(join(out, MANIFEST));
}

/**
 * Opens a run folder: `records.ndjson`, `failed.ndjson` (uri and reason) and `manifest.json`, which has a `finished` when all
 * is done. `again` goes on with a broken run.
 * @throws Error where it cannot be written, or holds what no run has written
 */
export function openRunFolder(out: string, task: RunTask, again: boolean): Sink {
  refuseOwnInput(out, task.inputs);
  makeFolder(out);
  const state = openResumable(join(out, RECORDS), taskText(task), again);
  const { siteLines, ...run } = task.run;
  const options = { ...run, ...task.choice, ...(siteLines === undefined ? {} : { siteBoilerplate: true }) };
  const started = new Date().toISOString();
  let tokenizer: string | null = null;
  const write = (finished: string | null, counts: Counts | null): void => {
    const versions = { ...task.versions, node: process.versions.node, tokenizer };
    const manifest: Manifest = {
      schema: "zongjie/run@1",
      inputs: task.inputs,
      versions,
      options,
      started,
      finished,
      counts,
    };
    replace(join(out, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  };
  write(null, null);
  return {
    gzip: false,
    resumable: true,
    knows: state.knows,
    append(outcome) {
      if ("worked" in outcome) tokenizer = outcome.worked.tokenizer ?? tokenizer;
      state.append(outcome);
    },
    written: () => writtenTo(join(out, RECORDS), state),
    close() {
      const counts = writeFailed(join(out, FAILED), state);
      write(new Date().toISOString(), counts);
      state.close();
    },
  };
}

function makeFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw new Error(`${out}: ${isFolder(out) ? fileReason(error) : "no folder can be made of it"}`);
  }
  // a run that has just begun, or was ended there, has no manifest yet
  const foreign = readdirSync(out).some((name) => !name.startsWith(`${RECORDS}.`));
  if (foreign && !existsSync(join(out, MANIFEST)))
    throw new Error(`${out}: holds files that no run has written, give --out the name of a new folder`);
}

/** Writes what failed and counts what was done. */
function writeFailed(file: string, state: Resumable): Counts {
  const part = openSync(`${file}.part`, "w");
  const sum = createHash("sha256");
  let slowest: readonly SlowPage[] = [];
  let [pages, failed, documents, bytes] = [0, 0, 0, 0];
  for (const step of state.steps()) {
    const { uri, sha256 } = step;
    sum.update(`${uri}\n${sha256 ?? ""}\n`);
    if (sha256 !== null) pages++;
    documents += step.documents;
    bytes += step.bytes;
    slowest = withSlow(slowest, { uri, milliseconds: step.time });
    if (step.failed === null) continue;
    failed++;
    writeSync(part, `${JSON.stringify({ uri, reason: step.failed })}\n`);
  }
  closeSync(part);
  renameSync(`${file}.part`, file);
  return { pages, failed, documents, bytes, inputs: sum.digest("hex"), slowest };
}

/** A file is the old one or the new one, never a part of it. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
