import type { PageInput } from "../options.ts";

/** An input that could not be read, and why. */
export interface UnreadInput {
  readonly uri: string;
  readonly reason: string;
}

/** What an input came to: its bytes, or the reason why there are none. */
export type Reading = { readonly input: PageInput } | { readonly failed: UnreadInput };

/** Larger pages are refused by name: a page of this size is no page. */
export const LARGEST: number = 64 * 1024 * 1024;

/** Costs the file or member at hand, whose reason it brings; all others are read. */
export class UnreadableError extends Error {}

/** Ends the reading of the input that a person named: what it unpacks to knows no bound. */
export class ArchiveBombError extends UnreadableError {}

/** A reading that failed, from what was thrown. */
export function failure(uri: string, error: unknown): Reading {
  return { failed: { uri, reason: reasonOf(error) } };
}

/** Costs the page, row or record at hand, in a stream that goes on behind it. */
export class TooLargeError extends UnreadableError {
  constructor(limit: number = LARGEST) {
    super(`larger than ${limit / 1024 / 1024} MiB`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
  EISDIR: "a folder, not a file",
  ELOOP: "links that lead in a circle",
  ENOTDIR: "a part of the path is no folder",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
  ENOSPC: "the disk is full",
  EROFS: "the disk cannot be written",
};

/** The reason of a failed file operation in words. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: string } | null)?.code;
  return (code !== undefined ? REASONS[code] : undefined) ?? (error instanceof Error ? error.message : String(error));
}
