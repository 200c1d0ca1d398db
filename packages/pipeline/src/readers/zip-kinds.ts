import { NO_PAGE } from "./paths.ts";
import { ArchiveBombError, failure, type Reading, UnreadableError } from "./reading.ts";
import { endingOf, isOther, isReadable, isWanted } from "./sift.ts";
import { bytesSource, type Chunks, peek, readWhole, type Source, streamSource } from "./source.ts";
import { tally } from "./tally.ts";
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
 * The pages among the members of an archive, called `bundle.zip!/dir/a.txt`: those that a folder is
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
    if (folder || parts[0] === "__MACOSX") continue;
    const file = parts.at(-1) ?? "";
    const own = `${uri}!/${name}`;
    const open = (): Source => streamSource(own, file, count(chunks(), walk.spend));
    try {
      const source = hidden || isOther(file) ? null : isWanted(file) ? open() : await readable(open);
      if (source === null) {
        tally(walk.left.files, hidden ? "hidden" : endingOf(file));
        continue;
      }
      any = true;
      yield* walk.read(source, inner);
    } catch (error) {
      if (error instanceof ArchiveBombError) throw error;
      any = true;
      yield failure(own, error);
    }
  }
  if (!any) throw new UnreadableError(`the archive ${NO_PAGE}`);
}

/** A member whose name says nothing, where its first bytes say that it is read; else null. */
async function readable(open: () => Source): Promise<Source | null> {
  try {
    const { head, source } = await peek(open());
    if (isReadable(head, source.name)) return source;
    for await (const _ of source.chunks()) break;
  } catch (error) {
    if (error instanceof ArchiveBombError || !(error instanceof UnreadableError)) throw error;
  }
  return null;
}

/** Passes bytes on and counts them. */
export async function* count(chunks: Chunks, spend: Walk["spend"]): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    spend(chunk.length);
    yield chunk;
  }
}
