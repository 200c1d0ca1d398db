import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuplicateFamily, FamilyType } from "@zongjie/document";
import { type Command, Option } from "commander";
import { familyText } from "../family-text.ts";
import { addReading, cleaningOf, type FieldOptions, RECORD_INPUTS } from "../options.ts";
import { type Output, openOutput } from "../output.ts";
import { finish } from "../pages.ts";
import { takeRecords } from "../records.ts";
import { complain } from "../talk.ts";
import { visibleJson } from "../visible.ts";

interface Options extends FieldOptions {
  readonly format: "ndjson" | "table";
  readonly passages: boolean;
  readonly toSimplified?: boolean;
  readonly out?: string;
}

/** `zongjie duplicates INPUT…`: documents that are the same or nearly so, and passages that stand in several, over all pages. */
export function addDuplicates(program: Command): void {
  addReading(program.command("duplicates"))
    .description("find copies of documents and of long passages over all pages")
    .argument("<input...>", RECORD_INPUTS)
    .addOption(new Option("-f, --format <format>", "form of the output").choices(["ndjson", "table"]).default("ndjson"))
    .option("--no-passages", "look for copies of whole documents only")
    .option("--to-simplified", "read pages with traditional characters simplified")
    .option("-o, --out <file>", "write to a file instead of stdout")
    .addHelpText(
      "after",
      `
Examples:
  zongjie run pages/ --out records.ndjson && zongjie duplicates records.ndjson -o duplicates.ndjson
  zongjie duplicates pages/ --format table --no-passages

A line a family (zongjie schema duplicates), the original first: the earliest by date, of equals the one read first.
exact: the same letters and digits. near: half of all runs of five letters are shared (Jaccard likeness 0.5).
passage: some 80 characters and more that stand in documents of different families, numbers and names in them aside.
What was found is said on stderr. The texts lie in a temporary file meanwhile; the pages' records do not change.`,
    )
    .action(async (inputs: string[], options: Options) => {
      const output = openOutput(options.out, inputs);
      const folder = mkdtempSync(join(tmpdir(), "zongjie-"));
      try {
        finish(await findFamilies(inputs, options, output, join(folder, "texts")));
      } catch (error) {
        output.abandon();
        throw error;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      output.close();
    });
}

async function findFamilies(
  inputs: readonly string[],
  { format, passages, ...options }: Options,
  output: Output,
  path: string,
): Promise<number> {
  const { familyFinder, textFile } = await import("@zongjie/pipeline");
  const texts = textFile(path);
  const finder = familyFinder({ passages });
  let documents = 0;
  const failed = await takeRecords(inputs, { ledger: "none", ...cleaningOf(options) }, async (record) => {
    const { published } = record.meta;
    for (const { id, title, signature, text } of record.documents) {
      documents++;
      texts.add(text);
      finder.add({ id, uri: record.source.uri, title, date: signature?.date ?? published, published }, text);
    }
  });
  const write = format === "table" ? familyText : (family: DuplicateFamily) => `${visibleJson(family)}\n`;
  const counts: Record<FamilyType, number> = { exact: 0, near: 0, passage: 0 };
  let copies = 0;
  for (const family of finder.families(texts.read)) {
    counts[family.type]++;
    if (family.type !== "passage") copies += family.members.length - 1;
    await output.write(write(family));
  }
  texts.remove();
  complain(
    `${documents} documents, ${copies} of them copies: ${counts.exact} families of the same text, ${counts.near} of nearly the same${passages ? `; ${counts.passage} passages in common` : ""}`,
  );
  return failed;
}
