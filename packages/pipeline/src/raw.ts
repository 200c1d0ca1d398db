import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Reading, readFile, reasonOf } from "./read.ts";

/** Most endings of an address that are tried; deeper folders are no collection of pages. */
const MOST = 64;

/**
 * Reads the page that a record names from below a folder: of `pages/a.txt` below `raw/` the files `raw/pages/a.txt` and
 * `raw/a.txt` are tried, first those with the content that the record names. Never reads outside of the folder, whatever
 * the address says and wherever links lead. Nothing is thrown.
 */
export function readRaw(folder: string, uri: string, sha256: string): Reading {
  let other: Reading | null = null;
  for (const path of candidates(uri)) {
    const reading = readBelow(folder, path, uri);
    if (reading === null) continue;
    if ("input" in reading && createHash("sha256").update(reading.input.bytes).digest("hex") === sha256) return reading;
    other ??= reading;
  }
  return other ?? { failed: { uri, reason: `no such page below ${folder}` } };
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
function readBelow(folder: string, parts: readonly string[], uri: string): Reading | null {
  try {
    const path = realpathSync(join(folder, ...parts));
    const inside = relative(realpathSync(folder), path);
    if (inside === ".." || inside.startsWith(`..${sep}`))
      return { failed: { uri, reason: `a link that leads out of ${folder}` } };
    return readFile(path);
  } catch (error) {
    const { code } = error as { code?: string };
    return code === "ENOENT" || code === "ENOTDIR" ? null : { failed: { uri, reason: reasonOf(error) } };
  }
}
