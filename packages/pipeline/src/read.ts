import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PageInput } from "./options.ts";

/** An input that could not be read, and why. */
export interface UnreadInput {
  readonly uri: string;
  readonly reason: string;
}

/** What an input came to: its bytes, or the reason why there are none. */
export type Reading = { readonly input: PageInput } | { readonly failed: UnreadInput };

/** Endings that a folder is searched for; a file that is named itself may have any. */
const PAGE = /\.(?:txt|text|html?|xhtml|shtml|md|markdown)$/i;

/** Larger inputs are refused by name: a page of this size is no page. */
export const LARGEST: number = 64 * 1024 * 1024;

/**
 * Reads the inputs in the order given; a folder gives its pages in the order of their names, hidden files left out.
 * `-` reads `stdin` once. Nothing is thrown: what cannot be read comes back with its reason.
 */
export function* readInputs(inputs: readonly string[], stdin: () => Uint8Array): Generator<Reading> {
  for (const input of inputs) {
    if (input === "-") {
      yield { input: { uri: "-", bytes: stdin() } };
      continue;
    }
    let found = 0;
    for (const path of pathsOf(input)) {
      found++;
      yield typeof path === "string" ? readFile(path) : { failed: path };
    }
    if (found === 0) yield { failed: { uri: input, reason: "the folder holds no page (txt, html, md)" } };
  }
}

function* pathsOf(input: string, seen: Set<string> = new Set()): Generator<string | UnreadInput> {
  try {
    if (!statSync(input).isDirectory()) {
      yield input;
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
      if (folder) yield* pathsOf(path, seen);
      else if (PAGE.test(name)) yield path;
    }
  } catch (error) {
    yield { uri: input, reason: reasonOf(error) };
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Reads one file as a page: its bytes, or the reason why there are none. */
export function readFile(path: string): Reading {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { failed: { uri: path, reason: "not a file" } };
    if (LARGEST < stat.size) return { failed: { uri: path, reason: `larger than ${LARGEST / 1024 / 1024} MiB` } };
    return { input: { uri: path, bytes: readFileSync(path) } };
  } catch (error) {
    return { failed: { uri: path, reason: reasonOf(error) } };
  }
}

/** The reason of a failed file operation in words. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: string } | null)?.code;
  const words: Readonly<Record<string, string>> = {
    ENOENT: "no such file or folder",
    EACCES: "no permission to read it",
    EPERM: "no permission to read it",
    EISDIR: "a folder, not a file",
    ELOOP: "links that lead in a circle",
    ENOTDIR: "a part of the path is no folder",
    ENAMETOOLONG: "the name is too long",
    EMFILE: "too many files are open",
    ENOSPC: "the disk is full",
    EROFS: "the disk cannot be written",
  };
  return (code !== undefined ? words[code] : undefined) ?? (error instanceof Error ? error.message : String(error));
}
