import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { toStdout, type Write } from "./pages.ts";
import { fileReason } from "./talk.ts";

/** Where a command writes: stdout, or a file that appears under its name only when it is whole. */
export interface Output {
  readonly write: Write;
  readonly close: () => void;
  /** Throws what was written away. */
  readonly abandon: () => void;
}

/** Opens an output that `option` names. @throws Error where the file cannot be written */
export function openOutput(file: string | undefined, inputs: readonly string[] = [], option = "--out"): Output {
  refuseOwnInput(file, inputs, option);
  if (file === undefined || file === "-") return { write: toStdout, close: () => undefined, abandon: () => undefined };
  const target = targetOf(file);
  if (target === null) return direct(file);
  const part = `${target}.part`;
  const handle = open(part, file);
  return {
    write: async (chunk) => writeAll(handle, chunk, file),
    close: () => {
      fsyncSync(handle);
      closeSync(handle);
      renameSync(part, target);
    },
    abandon: () => {
      closeSync(handle);
      rmSync(part, { force: true });
    },
  };
}

/** Writes an output that is at hand as a whole. @throws Error naming the file where it cannot be written; nothing is left of it then */
export async function writeWhole(
  file: string | undefined,
  content: string | Uint8Array,
  inputs: readonly string[],
): Promise<void> {
  const output = openOutput(file, inputs);
  try {
    await output.write(content);
  } catch (error) {
    output.abandon();
    throw error;
  }
  output.close();
}

/** @throws Error that names the file as the person wrote it */
function writeAll(handle: number, chunk: string | Uint8Array, file: string): void {
  const bytes = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  } catch (error) {
    throw new Error(`${file}: ${fileReason(error)}`);
  }
}

/** Columns of the terminal that shows the output; null where it goes to a file or another program. */
export function terminalWidth(file: string | undefined): number | null {
  return (file ?? "-") === "-" && process.stdout.isTTY ? process.stdout.columns : null;
}

/** The file behind links that is to be replaced; null for a device or pipe, which is written to as it is. */
export function targetOf(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return file;
  if (stat.isDirectory()) throw new Error(`${file}: a folder, not a file`);
  return stat.isFile() ? realpathSync(file) : null;
}

/** True for a folder that is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function direct(file: string): Output {
  const handle = open(file, file);
  return {
    write: async (chunk) => writeAll(handle, chunk, file),
    close: () => closeSync(handle),
    abandon: () => closeSync(handle),
  };
}

/**
 * Refuses an output that would overwrite what is read.
 * @throws Error naming the file
 */
export function refuseOwnInput(file: string | undefined, inputs: readonly string[], option = "--out"): void {
  if (file === undefined || file === "-") return;
  if (file === "") throw new Error(`${option} needs the name of a file`);
  const same = (input: string): boolean => resolve(input) === resolve(file) || isSameFile(input, file);
  if (inputs.some((input) => input !== "-" && same(input)))
    throw new Error(`${file}: is read as input, give ${option} another name`);
}

/** True where both names lead to one file that is there. */
export function isSameFile(a: string, b: string): boolean {
  const one = statSync(a, { throwIfNoEntry: false });
  const two = statSync(b, { throwIfNoEntry: false });
  return one !== undefined && two !== undefined && one.isFile() && one.ino === two.ino && one.dev === two.dev;
}

/** @throws Error that names the file as the person wrote it */
function open(part: string, file: string): number {
  try {
    return openSync(part, "w");
  } catch (error) {
    throw new Error(`${file}: ${fileReason(error)}`);
  }
}
