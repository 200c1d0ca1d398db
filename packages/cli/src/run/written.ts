import type { FailedPage, SlowPage } from "@zongjie/document";
import type { Resumable } from "../resume.ts";

/** What a run has written, and what its records do not say. */
export interface Written {
  /** The file of records. */
  readonly records: string;
  /** Inputs without record. */
  readonly unread: readonly FailedPage[];
  /** The pages that took longest, the slowest first. */
  readonly slowest: readonly SlowPage[];
}

/** How many of the slowest pages are named. */
const SLOWEST = 10;

/** Looks through the steps of a run to a file, before that is closed. */
export function writtenTo(records: string, { steps }: Resumable): Written {
  const unread: FailedPage[] = [];
  let slowest: readonly SlowPage[] = [];
  for (const { uri, sha256, failed, time } of steps()) {
    slowest = withSlow(slowest, { uri, milliseconds: time });
    if (sha256 === null && failed !== null) unread.push({ uri, reason: failed });
  }
  return { records, unread, slowest };
}

/** The slowest pages when one more is done. */
export function withSlow(slowest: readonly SlowPage[], page: SlowPage): readonly SlowPage[] {
  return [...slowest, page].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST);
}
