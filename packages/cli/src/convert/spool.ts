import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readLines } from "../lines.ts";

/** Lines that wait on the disk until the file that they belong to is written. */
export interface Spool {
  readonly add: (name: string, line: string) => void;
  /** The lines of a name, in order. */
  readonly lines: (name: string) => Iterable<string>;
  readonly remove: () => void;
}

/** Characters that are held before they are written, over all names. */
const HELD = 8_000_000;

/**
 * Opens a spool in a folder of its own beside `file`, where there has to be room for the output anyway. However many names
 * there are, no file stays open.
 * @throws Error where nothing can be written there
 */
export function openSpool(file: string): Spool {
  const folder = mkdtempSync(`${file}.spool-`);
  const numbers = new Map<string, number>();
  const held = new Map<string, string[]>();
  let length = 0;
  const pathOf = (name: string): string => join(folder, `${numbers.get(name)}`);
  const flush = (): void => {
    for (const [name, lines] of held) appendFileSync(pathOf(name), `${lines.join("\n")}\n`);
    held.clear();
    length = 0;
  };
  return {
    add: (name, line) => {
      if (!numbers.has(name)) numbers.set(name, numbers.size);
      const lines = held.get(name);
      if (lines === undefined) held.set(name, [line]);
      else lines.push(line);
      length += line.length;
      if (HELD <= length) flush();
    },
    lines: function* (name) {
      flush();
      if (!numbers.has(name)) return;
      for (const line of readLines(pathOf(name))) if (line !== null) yield line;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
