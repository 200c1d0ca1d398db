import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { packingOf } from "../packing.ts";

/** Where the files of an output go. */
export interface Place {
  /** The file of a part (null where the output is not split); `file` is its name where a folder is written. */
  readonly path: (part: string | null, file: string) => string;
  /** The name under which a file of `path` will stand in the end. */
  readonly final: (path: string) => string;
  readonly close: () => void;
  readonly abandon: () => void;
}

/** One file, or for parts files beside it: `figures.csv`, `figures-总结.csv`. */
export function filePlace(to: string): Place {
  const packing = packingOf(to);
  const inner = packing === null ? extname(to) : extname(to.slice(0, -packing.length - 1));
  const ending = packing === null ? inner : `${inner}.${packing}`;
  const base = to.slice(0, to.length - ending.length);
  return {
    path: (part) => (part === null ? to : `${base}-${part}${ending}`),
    final: (path) => path,
    close: () => undefined,
    abandon: () => undefined,
  };
}

/**
 * A folder, which appears when all of it is written; parts are folders in it.
 * @throws Error where there is a folder with files in it already, or none can be made
 */
export function folderPlace(to: string): Place {
  const target = resolve(to);
  if (existsSync(target) && 0 < readdirSync(target).length)
    throw new Error(`${to}: holds files already, give --to the name of a new folder`);
  const part = mkdtempSync(`${target}.part-`);
  return {
    path: (name, file) => {
      const folder = name === null ? part : join(part, name);
      mkdirSync(folder, { recursive: true });
      return join(folder, file);
    },
    final: (path) => join(to, path.slice(part.length)),
    close: () => {
      if (existsSync(target)) rmdirSync(target);
      // a temporary folder is its maker's alone
      chmodSync(part, 0o777 & ~process.umask());
      renameSync(part, target);
    },
    abandon: () => rmSync(part, { recursive: true, force: true }),
  };
}
