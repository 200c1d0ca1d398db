import type { PageRecord } from "@zongjie/document";
import type { SplitPart } from "@zongjie/pipeline";
import { openOutput } from "../output.ts";
import { type Packing, packed } from "../packing.ts";
import type { Write } from "../pages.ts";
import type { Place } from "./place.ts";

/** Takes records and writes them in one form. */
export interface Sink {
  readonly take: (page: PageRecord) => Promise<void>;
  /** Writes what is left; gives what is to be said of it. */
  readonly close: () => Promise<readonly string[]>;
  /** Throws away what was written. */
  readonly abandon: () => void;
}

/** The file that a sink writes, packed where it is asked for. */
export interface Target {
  readonly write: Write;
  readonly close: () => Promise<void>;
  readonly abandon: () => void;
}

/** Opens a file that appears under its name when it is whole. @throws Error where it is an input or cannot be written */
export function openTarget(file: string, inputs: readonly string[], packing: Packing | null): Target {
  const output = openOutput(file, inputs, "--to");
  let closed = false;
  const abandon = (): void => {
    if (!closed) output.abandon();
    closed = true;
  };
  try {
    const pack = packing === null ? null : packed(output.write, packing);
    return {
      write: pack?.write ?? output.write,
      close: async () => {
        await pack?.close();
        closed = true;
        output.close();
      },
      abandon,
    };
  } catch (error) {
    abandon();
    throw error;
  }
}

/** Names the parts of a split output: by the words of the page, made safe, each part its own. */
export function partNamer(name: (words: string) => string): (part: SplitPart | null) => string | null {
  const names = new Map<string, string>();
  return (part) => {
    if (part === null) return null;
    const known = names.get(part.key) ?? name(part.words);
    names.set(part.key, known);
    return known;
  };
}

/** Files that are named one by one; of more their number and the first few. */
const NAMED = 10;

/** What is said of files that were written: `wrote figures.csv: 1783 figures`. */
export function report(place: Place, files: readonly (readonly [file: string, content: string])[]): string[] {
  const lines = files.slice(0, NAMED).map(([file, content]) => {
    const name = place.final(file);
    return `wrote ${name === "-" ? "stdout" : name}: ${content}`;
  });
  if (files.length <= NAMED) return files.length === 0 ? ["nothing to write: no document"] : lines;
  return [`wrote ${files.length} files, among them`, ...lines.slice(0, 3)];
}
