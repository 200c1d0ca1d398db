import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type FieldChoice, fieldNames } from "./fields.ts";
import { readSource } from "./formats.ts";
import { namedApart } from "./names.ts";
import { NO_PAGE, pathsOf } from "./paths.ts";
import { failure, type Reading } from "./reading.ts";
import { bytesSource, fileSource, type Source } from "./source.ts";
import { newTally, type Tally } from "./tally.ts";
import { makeBudget, type Walk } from "./walk.ts";

/**
 * Reads the pages of the inputs, in the order given: files, folders, patterns, and what stands in archives, tables and
 * crawls, one page at a time. A folder gives its pages in the order of their names, hidden files left out. `-` reads
 * `stdin` once. No two pages of a file have both name and content in common: {@link namedApart}. Nothing is thrown: what
 * cannot be read comes back with its reason and costs only itself; what is passed over is counted in `left`.
 */
export async function* readInputs(
  inputs: readonly string[],
  stdin: () => Uint8Array,
  fields: FieldChoice = {},
  left: Tally = newTally(),
): AsyncGenerator<Reading> {
  const names = fieldNames(fields);
  left.files.clear();
  left.records.clear();
  left.again = 0;
  // what two inputs share is read once
  const seen = 1 < inputs.length ? new Set<string>() : null;
  const walk = (size: number, found: boolean): Walk => ({
    fields: names,
    found,
    depth: 0,
    unzipped: false,
    left,
    spend: makeBudget(size),
    read: readSource,
  });
  for (const input of inputs) {
    if (input === "-") {
      const bytes = stdin();
      yield* namedApart(readSource(bytesSource("-", "", bytes), walk(bytes.length, false)));
      continue;
    }
    let any = false;
    for await (const path of pathsOf(input, left)) {
      any = true;
      if ("reason" in path) yield { failed: path };
      else if (seen?.has(resolve(path.path))) left.again++;
      else {
        seen?.add(resolve(path.path));
        yield* readFile(path.path, (size) => walk(size, path.found));
      }
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
  yield* namedApart(readSource(source, walk(size)));
}
