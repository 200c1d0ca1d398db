import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { toStdout, type Write } from "./pages.ts";
import { fileReason } from "./talk.ts";

/** Where a command writes: stdout, or a file that appears under its name only when it is whole. */
export interface Output {
  readonly write: Write;
  readonly close: () => void;
  /** Throws what was written away. */
  readonly abandon: () => void;
}

/** Opens an output. @throws Error where the file cannot be written */
export function openOutput(file: string | undefined): Output {
  if (file === undefined || file === "-") return { write: toStdout, close: () => undefined, abandon: () => undefined };
  const part = `${file}.part`;
  const handle = open(part, file);
  return {
    write: async (chunk) => {
      const bytes = Buffer.from(chunk, "utf8");
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    },
    close: () => {
      fsyncSync(handle);
      closeSync(handle);
      renameSync(part, file);
    },
    abandon: () => {
      closeSync(handle);
      rmSync(part, { force: true });
    },
  };
}

/** @throws Error that names the file as the person wrote it */
function open(part: string, file: string): number {
  try {
    return openSync(part, "w");
  } catch (error) {
    throw new Error(`${file}: ${fileReason(error)}`);
  }
}
