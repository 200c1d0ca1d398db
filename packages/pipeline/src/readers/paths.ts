import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, join, sep } from "node:path";
import { reasonOf, type UnreadInput } from "./reading.ts";

/** A file to read, and whether it was found in a folder or named by a person. */
export interface FoundPath {
  readonly path: string;
  readonly found: boolean;
}

/** Endings of pages, of files that hold one, and of files that hold many; a file that is named itself may have any. */
const PAGE = /\.(?:txt|text|html?|xhtml|shtml|md|markdown)$/i;
const OFFICE = /\.(?:docx?|pdf)$/i;
const MANY = /\.(?:zip|tar|tgz|jsonl|ndjson|json|csv|tsv|xlsx|warc|wet|parquet)$/i;
/** What is said where a folder or archive has none of them. */
export const NO_PAGE = "holds no page (txt, html, md, docx, doc, pdf) and no file with pages";

/** True for names that a folder or archive is searched for: `总结.docx`, `pages.jsonl.gz`; hidden files are none. */
export function isWanted(name: string): boolean {
  if (name.startsWith(".")) return false;
  const plain = name.replace(/\.gz$/i, "");
  return PAGE.test(plain) || OFFICE.test(plain) || MANY.test(plain);
}

/** True for names that say that a file is a page, whatever it begins with. */
export function isPageName(name: string): boolean {
  return PAGE.test(name);
}

/** True for names of files that hold one page, as far as a name can tell. */
export function isOnePage(name: string): boolean {
  return PAGE.test(name) || OFFICE.test(name);
}

/**
 * The files of an input, in the order of their names: the file itself, those of a folder and the folders below it, or
 * those that a pattern (`pages/*.html`) fits. A file that is literally so named wins over the pattern.
 */
export async function* pathsOf(input: string): AsyncGenerator<FoundPath | UnreadInput> {
  const seen = new Set<string>();
  if (!/[*?[{]/.test(input) || statSync(input, { throwIfNoEntry: false }) !== undefined) {
    yield* walk(input, seen, false);
    return;
  }
  const { glob } = await import("tinyglobby");
  // a shell gives folders too, and whoever writes ** means the files in them
  const onlyFiles = input.includes("**");
  const pattern = sep === "\\" ? input.replaceAll("\\", "/") : input;
  const absolute = isAbsolute(input);
  const paths = await glob(pattern, { absolute, onlyFiles, expandDirectories: false, followSymbolicLinks: !onlyFiles });
  if (paths.length === 0) yield { uri: input, reason: "no file fits the pattern" };
  for (const path of paths.sort()) yield* walk(path.replace(/\/$/, ""), seen, onlyFiles && !isPageName(path));
}

function* walk(input: string, seen: Set<string>, found: boolean): Generator<FoundPath | UnreadInput> {
  try {
    if (!statSync(input).isDirectory()) {
      yield { path: input, found };
      return;
    }
    const real = realpathSync(input);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of readdirSync(input).sort()) {
      if (name.startsWith(".")) continue;
      const path = join(input, name);
      const link = lstatSync(path, { throwIfNoEntry: false });
      if (link === undefined) {
        yield { uri: path, reason: "its name is not UTF-8, or it is gone" };
        continue;
      }
      const folder = link.isDirectory() || (link.isSymbolicLink() && isFolder(path));
      if (folder) yield* walk(path, seen, true);
      else if (isWanted(basename(path))) yield { path, found: true };
    }
  } catch (error) {
    yield { uri: input, reason: reasonOf(error) };
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
