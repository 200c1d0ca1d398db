import { type Command, InvalidArgumentError } from "commander";
import { parseCount } from "../arguments.ts";
import { addReading, cleaningOf, type FieldOptions } from "../options.ts";
import { writeWhole } from "../output.ts";
import { finish } from "../pages.ts";
import { filesOf } from "../patterns-file.ts";
import { gatherRecords } from "../records.ts";
import { complain } from "../talk.ts";

interface Options extends FieldOptions {
  readonly out?: string;
  readonly support: number;
  readonly toSimplified?: boolean;
}

/** `zongjie learn INPUT… -o patterns.json`: how the documents of a collection are built and worded. */
export function addLearn(program: Command): void {
  addReading(program.command("learn"))
    .description("learn from a collection which sections follow which, what they are called, how sentences are worded")
    .argument("<input...>", "files, folders, records of zongjie run (.ndjson), or - for a page or records on stdin")
    .option("-o, --out <file>", "write to a file instead of stdout")
    .option("--support <n>", "documents that have to share a sentence pattern", parseSupport, 3)
    .option("--to-simplified", "read pages with traditional characters simplified")
    .addHelpText(
      "after",
      `
Examples:
  zongjie learn pages/ -o patterns.json
  zongjie run pages/ --out records.ndjson && zongjie learn records.ndjson --support 5 -o patterns.json

Near-copies count once. What is kept is what several documents share: no text of one document alone, no names.
zongjie patterns show patterns.json lists it, zongjie compose --patterns patterns.json uses it (zongjie schema patterns).`,
    )
    .action(async (inputs: string[], options: Options) => {
      const { learnPatterns } = await import("@zongjie/pipeline");
      const { records, failed } = await gatherRecords(inputs, { ledger: "none", ...cleaningOf(options) });
      if (records.every(({ documents }) => documents.length === 0)) throw new Error("no document to learn from");
      const patterns = learnPatterns(records, { least: options.support });
      await writeWhole(options.out, `${JSON.stringify(patterns)}\n`, [...inputs, ...filesOf(records)]);
      complain(
        `${patterns.documents} documents, ${patterns.distinct} distinct: ${patterns.themes.length} themes, ${patterns.sentences.length} sentence patterns`,
      );
      finish(failed);
    });
}

/** @throws InvalidArgumentError on 0: a pattern of nobody is none */
function parseSupport(text: string): number {
  const support = parseCount(text);
  if (support === 0) throw new InvalidArgumentError("At least 1 is wanted.");
  return support;
}
