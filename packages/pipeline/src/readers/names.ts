import { createHash } from "node:crypto";
import { pageId } from "../page-id.ts";
import type { Reading } from "./reading.ts";

/** Pages of one file that are told apart: no more can be held. */
const MOST = 4_000_000;

/**
 * Gives pages of one file names of their own where name and content are both those of an earlier one, for their documents
 * would have the same ids: the second row 7 is `rows.jsonl#7#2`. All others keep theirs.
 */
export async function* namedApart(readings: AsyncIterable<Reading>): AsyncGenerator<Reading> {
  /** By id how many pages would have it. */
  const times = new Map<string, number>();
  for await (const reading of readings) {
    if ("failed" in reading || MOST <= times.size) {
      yield reading;
      continue;
    }
    const { input } = reading;
    const sha256 = createHash("sha256").update(input.bytes).digest("hex");
    const first = pageId(input.uri, sha256);
    let [uri, id, count] = [input.uri, first, times.get(first) ?? 0];
    for (; times.has(id); id = pageId(uri, sha256)) uri = `${input.uri}#${++count}`;
    times.set(id, 1);
    if (id !== first) times.set(first, count);
    yield uri === input.uri ? reading : { input: { ...input, uri } };
  }
}
