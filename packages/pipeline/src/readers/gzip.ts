import { gunzip } from "./gunzip.ts";
import { failure, type Reading, UnreadableError } from "./reading.ts";
import { type Source, streamSource } from "./source.ts";
import type { Walk } from "./walk.ts";

/**
 * What a gzip file holds, under the file's own name: `pages.jsonl.gz#17`, `page.html.gz`. Files of several members, as
 * crawlers write them, are read to the end; what stands before a damage and in the members behind it is read too.
 */
export async function* readGzip(source: Source, walk: Walk): AsyncGenerator<Reading> {
  if (walk.unzipped) throw new UnreadableError("packed by gzip twice");
  const name = source.name.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, "");
  const damages: number[] = [];
  const chunks = gunzip(source.chunks(), walk.spend, (at) => damages.push(at));
  yield* walk.read(streamSource(source.uri, name, chunks), { ...walk, unzipped: true });
  const [first] = damages;
  if (first === undefined) return;
  const more = damages.length === 1 ? "" : ` and in ${damages.length - 1} places more`;
  yield failure(source.uri, new UnreadableError(`a damaged gzip file, at byte ${first}${more}; all else is read`));
}
