import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isFolder, isSameFile, openOutput, targetOf } from "../output.ts";
import { REPORT_NAMES, writeReports } from "../run-report.ts";
import { surveyWritten } from "../run-survey.ts";
import { isRunFolder, runFiles } from "./folder.ts";
import type { Written } from "./written.ts";

/** What is wrong with the use of `--report`, whatever stands on the disk; null where nothing is. */
export function reportFault(files: readonly string[], out: string | undefined): string | null {
  if (files.length === 0) return null;
  if (out === undefined || out === "-")
    return "--report needs --out FILE or DIR/: what goes to stdout cannot be read again";
  const wrong = files.find((file) => !REPORT_NAMES.test(file));
  if (wrong !== undefined) return `--report ${wrong}: the name must end in .html or .json`;
  return new Set(files.map(placeOf)).size < files.length ? "--report names one file twice" : null;
}

/**
 * Refuses before a run the reports that could not be written behind it, or would overwrite what it reads or writes.
 * @throws Error naming the file
 */
export async function refuseReports(files: readonly string[], out: string, inputs: readonly string[]): Promise<void> {
  const folder = isRunFolder(out);
  if (!folder && 0 < files.length && targetOf(out) === null)
    throw new Error(`${out}: no file, what it takes cannot be read again for --report`);
  const written = (folder ? runFiles(out) : [out]).map(placeOf);
  for (const file of files) {
    if (written.includes(placeOf(file))) throw new Error(`${file}: is what the run writes, give --report another name`);
    if (existsSync(file) && (await isRead(file, inputs)))
      throw new Error(`${file}: is read as input, give --report another name`);
    // the run makes its own folder
    const made = folder && !existsSync(out) && resolve(dirname(file)) === resolve(out);
    if (!made && targetOf(file) !== null) openOutput(file, inputs, "--report").abandon();
  }
}

/** Writes the reports over what a run has written. Gives the number of its lines that could not be read. */
export function reportWritten(files: readonly string[], out: string, written: Written): Promise<number> {
  const survey = (): ReturnType<typeof surveyWritten> => surveyWritten(written);
  return writeReports(files, { inputs: [out], sources: [written.records], option: "--report", survey });
}

/** One name for one file, whatever links lead to its folder. */
function placeOf(file: string): string {
  const folder = resolve(dirname(file));
  return join(isFolder(folder) ? realpathSync(folder) : folder, basename(file));
}

async function isRead(file: string, inputs: readonly string[]): Promise<boolean> {
  const { pathsOf } = await import("@zongjie/pipeline");
  for (const input of inputs)
    if (input !== "-")
      for await (const found of pathsOf(input))
        if ("path" in found && basename(found.path) === basename(file) && isSameFile(found.path, file)) return true;
  return false;
}
