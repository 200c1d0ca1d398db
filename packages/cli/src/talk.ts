import { visibleLines } from "./visible.ts";

/** Says something to the person: stderr, never stdout. */
export function complain(message: string): void {
  clearProgress();
  process.stderr.write(`zongjie: ${visibleLines(message)}\n`);
}

/** True while the line that shows how far a run is stands on the terminal. */
let shown = false;

/** Takes that line away, so that what is written next begins a line. */
export function clearProgress(): void {
  if (shown) process.stderr.write("\r\u001b[K");
  shown = false;
}

/** Puts a line on the terminal that shows how far a run is, in the place of the one before. */
export function showProgress(line: string): void {
  process.stderr.write(`\r\u001b[K${line}`);
  shown = true;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "no permission",
  EPERM: "no permission",
  EISDIR: "a folder, not a file",
  ENOTDIR: "a part of the path is no folder",
  ENOSPC: "the disk is full",
  EROFS: "the disk cannot be written",
};

/** The reason of a failed file operation in words, without the path that the system was asked for. */
export function fileReason(error: unknown): string {
  const code = (error as { code?: string } | null)?.code ?? "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
