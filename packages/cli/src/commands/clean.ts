import type { PageRecord } from "@zongjie/document";
import { type Command, Option } from "commander";
import { openOutput } from "../output.ts";
import { finish, runInputs } from "../pages.ts";

type Format = "text" | "md" | "json";

/** `zongjie clean INPUT…`: the clean documents only. */
export function addClean(program: Command): void {
  program
    .command("clean")
    .description("write the clean documents of each page")
    .argument("<input...>", "files, folders, or - for one page on stdin")
    .addOption(
      new Option("-f, --format <format>", "form of the output").choices(["text", "md", "json"]).default("text"),
    )
    .option("-o, --out <file>", "write to a file instead of stdout")
    .addHelpText(
      "after",
      "\nExamples:\n  zongjie clean page.txt\n  zongjie clean pages/ --format json --out documents.ndjson\n\nIn text, a line ===== names page and document where there is more than one.\njson gives one object a line: {uri, id, title, kind, complete, text}.",
    )
    .action(async (inputs: string[], { format, out }: { format: Format; out?: string }) => {
      const { documentMarkdown } = await import("@zongjie/pipeline");
      const output = openOutput(out, inputs);
      let first = true;
      const failed = await runInputs(inputs, { ledger: "none", keywords: 0 }, async (record) => {
        const many = 1 < inputs.length || 1 < record.documents.length || record.source.uri !== inputs[0];
        for (const piece of pieces(record, format, documentMarkdown, many)) {
          await output.write(format === "json" || first ? piece : `\n${piece}`);
          first = false;
        }
      });
      output.close();
      finish(failed);
    });
}

function pieces(
  record: PageRecord,
  format: Format,
  markdown: (d: PageRecord["documents"][number]) => string,
  many: boolean,
): string[] {
  return record.documents.map((d, i) => {
    if (format === "text") return `${many ? `===== ${record.source.uri} #${i}\n` : ""}${d.text}\n`;
    if (format === "md") return markdown(d);
    const { id, title, kind, complete, text } = d;
    return `${JSON.stringify({ uri: record.source.uri, id, title, kind, complete, text })}\n`;
  });
}
