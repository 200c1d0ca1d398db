import { readFileSync } from "node:fs";
import { DOCUMENT_KINDS, type DocumentKind, type PageRecord } from "@zongjie/document";
import { type Command, Option } from "commander";
import { openOutput } from "../output.ts";
import { complain } from "../talk.ts";

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
    .addHelpText("after", "\nExample:\n  zongjie compose --kind 总结 --topic 双拥 --unit 清溪县人民医院 --period 2024年 --from records.ndjson\n\nWhat is not given stays open as 【待补：…】.")
    .action(async (options: Options) => {
      const { composeOutline, learnPatterns, renderMarkdown } = await import("@zongjie/pipeline");
      const { kind, topic = null, unit = null, period = null, addressee = null } = options;
      const patterns = learnPatterns(readRecords(options.from ?? []));
      const draft = composeOutline({ kind, topic, unit, period, addressee }, patterns);
      const output = openOutput(options.out);
      await output.write(options.format === "json" ? `${JSON.stringify(draft, null, 2)}\n` : renderMarkdown(draft));
      output.close();
    });
}

/** Records from NDJSON files; a line that is none is named and left out. */
function* readRecords(files: readonly string[]): Generator<PageRecord> {
  for (const file of files) {
    let text: string;
    try {
      text = readFileSync(file === "-" ? 0 : file, "utf8");
    } catch (error) {
      complain(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
      continue;
    }
    for (const [i, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const record = parse(line);
      if (record !== null) yield record;
      else {
        complain(`${file} line ${i + 1}: not a page record (zongjie/page@1)`);
        process.exitCode = 1;
      }
    }
  }
}

function parse(line: string): PageRecord | null {
  try {
    const value = JSON.parse(line) as PageRecord;
    return value.schema === "zongjie/page@1" && Array.isArray(value.documents) ? value : null;
  } catch {
    return null;
  }
}
