import { isWanted, NO_PAGE } from "./paths.ts";
import { ArchiveBombError, failure, type Reading, UnreadableError } from "./reading.ts";
import { bytesSource, type Chunks, readWhole, type Source, streamSource } from "./source.ts";
import type { Reader, Walk } from "./walk.ts";
import { type ZipMember, zipMembers } from "./zip.ts";

/** What a zip is by a member that it has near its beginning; all others are archives of pages. */
const KINDS: Readonly<Record<string, () => Promise<Reader>>> = {
  "word/document.xml": async () => (await import("./docx.ts")).readDocx,
  "xl/workbook.xml": async () => (await import("./xlsx.ts")).readXlsx,
  "ppt/presentation.xml": () => Promise.reject(new UnreadableError("a presentation, not a text")),
};

/** Members among which that one is looked for; Word writes it third. */
const FIRST = 200;

/** Reads a zip as what it is: a Word file, a spreadsheet, or an archive of pages. */
export async function* readZipKind(packed: Source, walk: Walk): AsyncGenerator<Reading> {
  // the directory of a zip stands at its end
  const source = packed.file === null ? bytesSource(packed.uri, packed.name, await readWhole(packed)) : packed;
  let seen = 0;
  for await (const { name } of zipMembers(source)) {
    const reader = Object.hasOwn(KINDS, name) ? await KINDS[name]?.() : undefined;
    if (reader !== undefined) {
      yield* reader(source, walk);
      return;
    }
    if (FIRST < ++seen) break;
  }
  yield* readZip(source, walk);
}

async function* readZip(source: Source, walk: Walk): AsyncGenerator<Reading> {
  yield* readMembers(source.uri, zipMembers(source), walk);
}

/** An archive may stand in an archive, and no deeper: all that is packed deeper is a trap. */
const DEEPEST = 1;

/**
 * The pages among the members of an archive, called `bundle.zip!/dir/a.txt`: those with the endings that a folder is
 * searched for. A member that cannot be read costs only itself.
 * @throws UnreadableError where there are none
 */
export async function* readMembers(
  uri: string,
  members: AsyncIterable<ZipMember>,
  walk: Walk,
): AsyncGenerator<Reading> {
  if (DEEPEST < walk.depth) throw new UnreadableError("an archive in an archive in an archive, which is not opened");
  let any = false;
  const inner: Walk = { ...walk, found: true, unzipped: false, depth: walk.depth + 1 };
  for await (const { name, folder, chunks } of members) {
    const parts = name.split("/");
    const hidden = parts.some((part) => part === "__MACOSX" || /^\.[^./]/.test(part));
    if (folder || hidden || !isWanted(parts.at(-1) ?? "")) continue;
    any = true;
    const own = `${uri}!/${name}`;
    try {
      const counted = count(chunks(), walk.spend);
      yield* walk.read(streamSource(own, parts.at(-1) ?? "", counted), inner);
    } catch (error) {
      if (error instanceof ArchiveBombError) throw error;
      yield failure(own, error);
    }
  }
  if (!any) throw new UnreadableError(`the archive ${NO_PAGE}`);
}

/** Passes bytes on and counts them. */
export async function* count(chunks: Chunks, spend: Walk["spend"]): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    spend(chunk.length);
    yield chunk;
  }
}
