import type { FieldNames } from "./fields.ts";
import { ArchiveBombError, LARGEST, type Reading } from "./reading.ts";
import type { Source } from "./source.ts";
import type { Tally } from "./tally.ts";

/** What a reader is told beside its source. */
export interface Walk {
  readonly fields: FieldNames;
  /** True for what was found in a folder or archive, false for what a person named. */
  readonly found: boolean;
  /** How many archives stand around the source. */
  readonly depth: number;
  /** True for what was taken out of a gzip file. */
  readonly unzipped: boolean;
  /** Counts what is passed over. */
  readonly left: Tally;
  /** Counts what is unpacked. @throws ArchiveBombError where that is too much */
  readonly spend: (bytes: number) => void;
  /** Reads a source that stands in another one, by its format. */
  readonly read: (source: Source, walk: Walk) => AsyncGenerator<Reading>;
}

/** A reader gives the pages of a source. It may throw: that costs the source what is not given yet. */
export type Reader = (source: Source, walk: Walk) => AsyncGenerator<Reading>;

/** Text packs to a tenth, pages of one site to a fiftieth; deflate cannot go beyond a thousandth, where nothing is but bombs. */
const RATIO = 200;

/** A small file may unpack to this much, whatever the ratio. */
const FREE = 4 * LARGEST;

/** Counts what an input of a size unpacks to, archives in archives included. */
export function makeBudget(size: number): (bytes: number) => void {
  let left = Math.max(FREE, RATIO * size);
  return (bytes) => {
    left -= bytes;
    if (left < 0)
      throw new ArchiveBombError(`unpacks to more than ${RATIO} times its size, as no text does; not read further`);
  };
}
