import { statSync } from "node:fs";
import { type FieldChoice, fieldNames } from "./fields.ts";
import { readSource } from "./formats.ts";
import { NO_PAGE, pathsOf } from "./paths.ts";
import { failure, type Reading } from "./reading.ts";
import { bytesSource, fileSource, type Source } from "./source.ts";
import { makeBudget, type Walk } from "./walk.ts";

/**
 * Reads the pages of the inputs, in the order given: files, folders, patterns, and what stands in archives, tables and
 * crawls, one page at a time. A folder gives its pages in the order of their names, hidden files left out. `-` reads
 * `stdin` once. Nothing is thrown: what cannot be read comes back with its reason and costs only itself.
 */
export async function* readInputs(
  inputs: readonly string[],
  stdin: () => Uint8Array,
  fields: FieldChoice = {},
): AsyncGenerator<Reading> {
  const names = fieldNames(fields);
  const walk = (size: number, found: boolean): Walk => ({
    fields: names,
    found,
    depth: 0,
    unzipped: false,
    spend: makeBudget(size),
    read: readSource,
  });
  for (const input of inputs) {
    if (input === "-") {
      const bytes = stdin();
      yield* readSource(bytesSource("-", "", bytes), walk(bytes.length, false));
      continue;
    }
    let any = false;
    for await (const path of pathsOf(input)) {
      any = true;
      if ("reason" in path) yield { failed: path };
      else yield* readFile(path.path, (size) => walk(size, path.found));
    }
    if (!any) yield { failed: { uri: input, reason: `the folder ${NO_PAGE}` } };
  }
}

async function* readFile(path: string, walk: (size: number) => Walk): AsyncGenerator<Reading> {
  let source: Source;
  let size: number;
  try {
    size = statSync(path).size;
    source = fileSource(path);
  } catch (error) {
    yield failure(path, error);
    return;
  }
  yield* readSource(source, walk(size));
}
