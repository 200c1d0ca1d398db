import { ArchiveBombError, TooLargeError, UnreadableError } from "./reading.ts";
import { gather, type Source } from "./source.ts";
import type { Walk } from "./walk.ts";
import { zipMembers } from "./zip.ts";
import { count } from "./zip-kinds.ts";

/** What the parts of a document may come to, its pictures left out; libraries hold them as trees. */
const LARGEST_PARTS = 128 * 1024 * 1024;

/** The parts of an Office document that are wanted, by their names. @throws UnreadableError where one is damaged or all are too large */
export async function officeParts(
  source: Source,
  walk: Walk,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  let left = LARGEST_PARTS;
  for await (const { name, folder, chunks } of zipMembers(source)) {
    if (folder || !wanted(name)) continue;
    const spend = (bytes: number): void => {
      walk.spend(bytes);
      left -= bytes;
      if (left < 0) throw new TooLargeError(LARGEST_PARTS);
    };
    try {
      parts.set(name, await gather(count(chunks(), spend), LARGEST_PARTS));
    } catch (error) {
      if (error instanceof ArchiveBombError || !(error instanceof UnreadableError)) throw error;
      throw new UnreadableError(`${name}: ${error.message}`);
    }
  }
  return parts;
}

/** Packs parts again, so that a library sees nothing but what was measured. */
export async function packParts(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  return zipSync(Object.fromEntries(parts), { level: 0 });
}
