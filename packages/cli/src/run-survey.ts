import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RunReport } from "@zongjie/document";
import type { RunOptions, RunSurvey } from "@zongjie/pipeline";
import { readPackedLines } from "./lines.ts";
import { takeRecords, takeWritten } from "./records.ts";
import type { Written } from "./run/written.ts";
import { complain, fileReason } from "./talk.ts";

/** What a report is made of beside records. */
export interface SurveyInputs {
  /** Files of `zongjie duplicates`. */
  readonly duplicates: readonly string[];
  /** Files that name pages without record, and why. */
  readonly failed: readonly string[];
  /** How pages among the inputs are read. */
  readonly run: RunOptions;
}

/** A report, and the number of inputs and lines that could not be read for it. */
export interface Surveyed {
  readonly report: RunReport;
  readonly unread: number;
}

/** Lines that are not what they should be are named up to this many a file. */
const NAMED = 3;

/**
 * Counts the records of inputs, of which none is held; a run folder gives its records, what failed and what took longest.
 * @throws Error naming the file of duplicates or failures that cannot be read
 */
export async function surveyInputs(
  inputs: readonly string[],
  { duplicates, failed, run }: SurveyInputs,
): Promise<Surveyed> {
  const { surveyRun } = await import("@zongjie/pipeline");
  const survey = surveyRun();
  const files = inputs.map((input) => (isRun(input) ? join(input, "records.ndjson") : input));
  const folders = inputs.filter(isRun);
  let unread = await takeRecords(files, { keywords: 0, ...run }, async (record) => survey.add(record));
  for (const folder of folders) takeTimes(folder, survey);
  for (const file of [...folders.map((folder) => join(folder, "failed.ndjson")).filter(existsSync), ...failed])
    unread += await takeFailures(file, survey);
  for (const file of duplicates) unread += await takeFamilies(file, survey);
  return { report: survey.finish(), unread };
}

/** Counts what a run has just written, as {@link surveyInputs} counts a run folder. */
export async function surveyWritten({ records, unread, slowest }: Written): Promise<Surveyed> {
  const { surveyRun } = await import("@zongjie/pipeline");
  const survey = surveyRun();
  const none = statSync(records).size === 0;
  const refused = none ? 0 : await takeWritten(records, async (record) => survey.add(record));
  for (const page of slowest) survey.time(page);
  for (const page of unread) survey.fail(page);
  return { report: survey.finish(), unread: refused };
}

/** True for a folder that `zongjie run --out DIR/` has written. */
function isRun(input: string): boolean {
  return existsSync(join(input, "manifest.json")) && existsSync(join(input, "records.ndjson"));
}

function takeTimes(folder: string, survey: RunSurvey): void {
  const manifest = parsed(readFileSync(join(folder, "manifest.json"), "utf8"));
  const { counts } = (manifest ?? {}) as { counts?: { slowest?: unknown } | null };
  for (const page of Array.isArray(counts?.slowest) ? counts.slowest : []) {
    const { uri, milliseconds } = (page ?? {}) as { uri?: unknown; milliseconds?: unknown };
    if (typeof uri === "string" && typeof milliseconds === "number") survey.time({ uri, milliseconds });
  }
}

function takeFailures(file: string, survey: RunSurvey): Promise<number> {
  return takeLines(file, "names no page and reason", (value) => {
    const { uri, reason } = (value ?? {}) as { uri?: unknown; reason?: unknown };
    if (typeof uri !== "string" || typeof reason !== "string") return false;
    survey.fail({ uri, reason });
    return true;
  });
}

async function takeFamilies(file: string, survey: RunSurvey): Promise<number> {
  const { duplicatesSchema } = await import("@zongjie/document/schema");
  survey.family(null);
  return takeLines(file, "not a family (zongjie/duplicates@1)", (value) => {
    const { data } = duplicatesSchema.safeParse(value);
    if (data !== undefined) survey.family(data);
    return data !== undefined;
  });
}

/** Gives `take` the JSON of each line; those that it refuses are named. Gives their number. */
async function takeLines(file: string, fault: string, take: (value: unknown) => boolean): Promise<number> {
  let [number, refused] = [0, 0];
  try {
    for await (const line of readPackedLines(file)) {
      number++;
      if (line?.trim() === "" || take(line === null ? null : parsed(line))) continue;
      if (++refused <= NAMED) complain(`${file} line ${number}: ${fault}`);
    }
  } catch (error) {
    throw new Error(`${file}: ${fileReason(error)}`);
  }
  return refused;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
