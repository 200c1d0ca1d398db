import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { FieldChoice } from "./readers/fields.ts";
import { readInputs } from "./readers/index.ts";
import { type Reading, reasonOf } from "./readers/reading.ts";

/** Most endings of an address that are tried; deeper folders are no collection of pages. */
const MOST = 64;

/** Gives the page that a record names, by its address and hash. */
export type RawReader = (uri: string, sha256: string) => Promise<Reading>;

/**
 * Reads the pages that records name from below a folder: of `pages/a.txt` below `raw/` the files `raw/pages/a.txt` and
 * `raw/a.txt` are tried, first those with the content that the record names; `pages.zip!/a.txt` is looked for in such
 * archives, and `https://…` in all of them. Records in the order of their run need one pass over an archive. Never reads
 * outside of the folder, whatever the address says and wherever links lead. Nothing is thrown.
 */
export function rawReader(folder: string, fields: FieldChoice = {}): RawReader {
  const seek = seeker(fields);
  return async (uri, sha256) => {
    const other: Reading[] = [];
    for (const { file, rest } of places(uri)) {
      for (const parts of candidates(file)) {
        const path = pathBelow(folder, parts, uri);
        const reading = typeof path === "string" ? await seek(path, `${path}${rest}`, sha256) : path;
        if (reading === null) continue;
        if ("input" in reading && hashOf(reading) === sha256) return reading;
        other.push(reading);
      }
    }
    const anywhere = /^[a-z][a-z\d+.-]*:\/\//i.test(uri) ? await seek(folder, uri, sha256) : null;
    return anywhere ?? other[0] ?? { failed: { uri, reason: `no such page below ${folder}` } };
  };
}

/** The file of an address and what is said of the place in it: `a.zip!/b.txt` may be in `a.zip`, or a file of this name. */
function places(uri: string): { readonly file: string; readonly rest: string }[] {
  const cuts = [uri.length, uri.indexOf("!/"), uri.indexOf("#")].filter((cut) => cut !== -1);
  return [...new Set(cuts)].map((cut) => ({ file: uri.slice(0, cut), rest: uri.slice(cut) }));
}

/** The parts of an address and its endings, `..` resolved without leaving the folder. */
function candidates(uri: string): string[][] {
  const parts: string[] = [];
  for (const part of uri.split(sep === "/" ? "/" : /[\\/]/))
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  const path = parts.slice(-MOST);
  return path.map((_, i) => path.slice(i));
}

/** Null where there is no such file. */
function pathBelow(folder: string, parts: readonly string[], uri: string): string | Reading | null {
  try {
    const path = realpathSync(join(folder, ...parts));
    const inside = relative(realpathSync(folder), path);
    if (inside === ".." || inside.startsWith(`..${sep}`))
      return { failed: { uri, reason: `a link that leads out of ${folder}` } };
    return statSync(path).isFile() ? path : { failed: { uri, reason: "not a file" } };
  } catch (error) {
    const { code } = error as { code?: string };
    return code === "ENOENT" || code === "ENOTDIR" ? null : { failed: { uri, reason: reasonOf(error) } };
  }
}

function hashOf(reading: Reading): string {
  return "input" in reading ? createHash("sha256").update(reading.input.bytes).digest("hex") : "";
}

/** Finds pages in an input. It goes on where the last one was found, and once more from the beginning. */
function seeker(fields: FieldChoice): (input: string, uri: string, sha256: string) => Promise<Reading | null> {
  let open: { readonly input: string; readonly readings: AsyncGenerator<Reading> } | null = null;
  return async (input, uri, sha256) => {
    let other: Reading | null = null;
    for (const fresh of [false, true]) {
      if (fresh || open?.input !== input) {
        await open?.readings.return(undefined);
        open = { input, readings: readInputs([input], () => new Uint8Array(), fields) };
      }
      for (let next = await open.readings.next(); next.done !== true; next = await open.readings.next()) {
        const reading = next.value;
        if (("input" in reading ? reading.input : reading.failed).uri !== uri) continue;
        if (hashOf(reading) === sha256) return reading;
        other ??= reading;
      }
    }
    return other;
  };
}
