import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";

/** Texts of a collection on disk, two bytes a UTF-16 unit, to be read again one by one. */
export interface TextFile {
  readonly add: (text: string) => void;
  /** The n-th text that was added. */
  readonly read: (index: number) => string;
  /** Closes the file and takes it away. */
  readonly remove: () => void;
}

/** Opens a new file for texts: it is written as `path`, which must not be there yet. @throws Error where it cannot be written */
export function textFile(path: string): TextFile {
  const handle = openSync(path, "wx+", 0o600);
  const ends = [0];
  return {
    add(text) {
      const bytes = Buffer.from(text, "utf16le");
      const start = ends.at(-1) as number;
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, start + at);
      ends.push(start + bytes.length);
    },
    read(index) {
      const [start = 0, end = 0] = ends.slice(index, index + 2);
      const bytes = Buffer.alloc(end - start);
      for (let at = 0; at < bytes.length; ) {
        const got = readSync(handle, bytes, at, bytes.length - at, start + at);
        if (got === 0) throw new Error(`${path}: shorter than what was written`);
        at += got;
      }
      return bytes.toString("utf16le");
    },
    remove() {
      closeSync(handle);
      rmSync(path, { force: true });
    },
  };
}
