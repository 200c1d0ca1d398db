import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, join, sep } from "node:path";
import { reasonOf, type UnreadInput } from "./reading.ts";
import { endingOf, isOther, isPageName, isReadable, isWanted } from "./sift.ts";
import { fileHead } from "./source.ts";
import { newTally, type Tally, tally } from "./tally.ts";

/** A file to read, and whether it was found in a folder or named by a person. */
export interface FoundPath {
  readonly path: string;
  readonly found: boolean;
}

/** What is said where a folder or archive has none of them. */
export const NO_PAGE = "holds no page (txt, html, md, docx, doc, pdf) and no file with pages";

/**
 * The files of an input, in the order of their names: the file itself, those of a folder and the folders below it, or
 * those that a pattern (`pages/*.html`) fits. A file that is literally so named wins over the pattern. Of a folder those
 * are left out that hold no page, which are counted.
 */
export async function* pathsOf(input: string, left: Tally = newTally()): AsyncGenerator<FoundPath | UnreadInput> {
  const seen = new Set<string>();
  if (!/[*?[{]/.test(input) || statSync(input, { throwIfNoEntry: false }) !== undefined) {
    yield* walk(input, seen, left, false);
    return;
  }
  const { glob } = await import("tinyglobby");
  // a shell gives folders too, and whoever writes ** means the files in them
  const onlyFiles = input.includes("**");
  const pattern = sep === "\\" ? input.replaceAll("\\", "/") : input;
  const absolute = isAbsolute(input);
  const paths = await glob(pattern, { absolute, onlyFiles, expandDirectories: false, followSymbolicLinks: !onlyFiles });
  if (paths.length === 0) yield { uri: input, reason: "no file fits the pattern" };
  for (const path of paths.sort()) yield* walk(path.replace(/\/$/, ""), seen, left, onlyFiles && !isPageName(path));
}

function* walk(input: string, seen: Set<string>, left: Tally, found: boolean): Generator<FoundPath | UnreadInput> {
  let names: string[];
  try {
    if (!statSync(input).isDirectory()) {
      yield { path: input, found };
      return;
    }
    const real = realpathSync(input);
    if (seen.has(real)) return;
    seen.add(real);
    names = readdirSync(input).sort();
  } catch (error) {
    yield { uri: input, reason: reasonOf(error) };
    return;
  }
  for (const name of names) {
    const path = join(input, name);
    try {
      const link = lstatSync(path, { throwIfNoEntry: false });
      if (link === undefined) yield { uri: path, reason: "its name is not UTF-8, or it is gone" };
      else if (name.startsWith(".")) tally(left.files, endingOf(name));
      else if (link.isDirectory() || (link.isSymbolicLink() && isFolder(path))) yield* walk(path, seen, left, true);
      else if (isWanted(name) || (!isOther(name) && holdsPages(path))) yield { path, found: true };
      else tally(left.files, endingOf(name));
    } catch (error) {
      yield { uri: path, reason: reasonOf(error) };
    }
  }
}

/** Whether a file whose name says nothing is read. */
function holdsPages(path: string): boolean {
  return statSync(path).isFile() && isReadable(fileHead(path), basename(path));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
