import { readFileSync } from "node:fs";
import { DOCUMENT_KINDS, type DocumentKind, type PageRecord } from "@zongjie/document";
import { type Command, Option } from "commander";
import { openOutput } from "../output.ts";
import { readStdin } from "../stdin.ts";
import { complain, fileReason } from "../talk.ts";

interface Options {
  readonly kind: DocumentKind;
  readonly topic?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly addressee?: string;
  readonly from?: readonly string[];
  readonly format: "md" | "json";
  readonly out?: string;
}

/** `zongjie compose`: a draft outline from the headings that a collection uses. */
export function addCompose(program: Command): void {
  program
    .command("compose")
    .description("write a draft outline for a kind of document, learned from page records")
    .addOption(new Option("--kind <kind>", "kind of document").choices([...DOCUMENT_KINDS]).default("总结"))
    .option("--topic <text>", "what the document is about, such as 双拥")
    .option("--unit <name>", "who writes it")
    .option("--period <text>", "such as 2024年")
    .option("--addressee <name>", "whom it is for")
    .option("--from <records...>", "page records (NDJSON of zongjie run) to learn from")
    .addOption(new Option("-f, --format <format>", "form of the output").choices(["md", "json"]).default("md"))
    .option("-o, --out <file>", "write to a file instead of stdout")
    .addHelpText(
      "after",
      "\nExample:\n  zongjie compose --kind 总结 --topic 双拥 --unit 清溪县人民医院 --period 2024年 --from records.ndjson\n\nWhat is not given stays open as 【待补：…】.",
    )
    .action(async (options: Options) => {
      const { composeOutline, learnPatterns, renderMarkdown } = await import("@zongjie/pipeline");
      const { kind, topic = null, unit = null, period = null, addressee = null } = options;
      let read = 0;
      const counted = function* (): Generator<PageRecord> {
        for (const record of readRecords(options.from ?? [])) {
          read++;
          yield record;
        }
      };
      const patterns = learnPatterns(counted());
      if (options.from !== undefined && read === 0)
        throw new Error("no page record to learn from; make some with zongjie run … --out records.ndjson");
      if (options.from === undefined)
        complain("no records given (--from): the outline rests on the built-in frames only");
      const draft = composeOutline({ kind, topic, unit, period, addressee }, patterns);
      const output = openOutput(options.out, options.from);
      await output.write(options.format === "json" ? `${JSON.stringify(draft, null, 2)}\n` : renderMarkdown(draft));
      output.close();
    });
}

/** Records from NDJSON files; a line that is none is named and left out. */
function* readRecords(files: readonly string[]): Generator<PageRecord> {
  for (const file of files) {
    let text: string;
    try {
      text = file === "-" ? readStdin().toString("utf8") : readFileSync(file, "utf8");
    } catch (error) {
      complain(`${file}: ${fileReason(error)}`);
      process.exitCode = 1;
      continue;
    }
    let bad = 0;
    for (const [i, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const record = parse(line);
      if (record !== null) yield record;
      else if (++bad <= 3) complain(`${file} line ${i + 1}: not a page record (zongjie/page@1)`);
    }
    if (3 < bad) complain(`${file}: ${bad} lines in all are no page records`);
    if (0 < bad) process.exitCode = 1;
  }
}

function parse(line: string): PageRecord | null {
  try {
    const value = JSON.parse(line) as PageRecord;
    return value.schema === "zongjie/page@1" && Array.isArray(value.documents) && value.documents.every(isDocument)
      ? value
      : null;
  } catch {
    return null;
  }
}

function isDocument(document: Partial<PageRecord["documents"][number]> | null): boolean {
  return (
    typeof document?.text === "string" &&
    Array.isArray(document.sections) &&
    Array.isArray(document.figures) &&
    Array.isArray(document.entities)
  );
}
