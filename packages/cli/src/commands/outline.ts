import { type DocumentOutline, type PageRecord, ROLES, type Role } from "@zongjie/document";
import type { OutlineChoice } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { parseShare, wordsOf } from "../arguments.ts";
import { addReading, cleaningOf, type FieldOptions, RECORD_INPUTS } from "../options.ts";
import { outlineText, sectionsText } from "../outline-text.ts";
import { openOutput } from "../output.ts";
import { finish } from "../pages.ts";
import { paintFor } from "../paint.ts";
import { takeRecords } from "../records.ts";
import { complain } from "../talk.ts";
import { visible, visibleJson } from "../visible.ts";

interface Options extends FieldOptions {
  readonly format: "text" | "markdown" | "md" | "json";
  readonly role?: readonly Role[];
  readonly minConfidence?: number;
  readonly issues?: boolean;
  readonly toSimplified?: boolean;
  readonly out?: string;
}

/** `zongjie outline INPUT…`: the section tree of every document, or its sections of some roles. */
export function addOutline(program: Command): void {
  addReading(program.command("outline"))
    .description("print the outline of each document, or its sections of some roles (--role 问题) with their sources")
    .argument("<input...>", RECORD_INPUTS)
    .addOption(
      new Option("-f, --format <format>", "form of the output")
        .choices(["text", "markdown", "md", "json"])
        .default("text"),
    )
    .addOption(
      new Option("--role <roles>", "only sections of these roles, whole (a,b; repeatable)").argParser(
        wordsOf(ROLES, "role"),
      ),
    )
    .option("--min-confidence <p>", "leave out headings that are less sure (0–1); what they hold moves up", parseShare)
    .option("--issues", "say what is wrong with the numbering (JSON always does)")
    .option("--to-simplified", "read pages with traditional characters simplified; roles are told by simplified words")
    .option("-o, --out <file>", "write to a file instead of stdout")
    .addHelpText(
      "after",
      `
Examples:
  zongjie outline page.txt
  zongjie outline pages/ --role 问题,建议 --format markdown --out problems.md
  zongjie run pages/ --out records.ndjson && zongjie outline records.ndjson --issues

Before each heading stands its line in the page; where the input is a record, the offset in its source (@146).
「…」 are the first words of a passage without a heading. A section inside one of a role that is asked for is part of it.
json gives one object a document (zongjie schema outline).

Roles: ${ROLES.join(", ")}.`,
    )
    .action(async (inputs: string[], options: Options, command: Command) => {
      if (options.issues && options.role !== undefined) command.error("error: --issues does not go with --role");
      finish(await outline(inputs, options));
    });
}

async function outline(inputs: readonly string[], options: Options): Promise<number> {
  const { outlinesOf } = await import("@zongjie/pipeline");
  const { role: roles, minConfidence = 0 } = options;
  const choice: OutlineChoice = { minConfidence, ...(roles === undefined ? {} : { roles }) };
  const write = await writer(options);
  const output = openOutput(options.out, inputs);
  let documents = 0;
  let found = 0;
  const failed = await takeRecords(inputs, cleaningOf(options), async (record, source) => {
    documents += record.documents.length;
    for (const one of outlinesOf(record, source, choice)) await output.write(write(one, record, found++ === 0));
  });
  output.close();
  if (roles !== undefined && found === 0)
    complain(`no section of the role ${roles.join(", ")} in ${documents} documents`);
  return failed;
}

type WriteOne = (outline: DocumentOutline, record: PageRecord, first: boolean) => string;

/** How one document is written. */
async function writer({ format, role, issues, out }: Options): Promise<WriteOne> {
  if (format === "json") return (one) => `${visibleJson(one)}\n`;
  const { headingText, opening, outlineMarkdown, placeWords } = await import("@zongjie/pipeline");
  const paint = paintFor((out ?? "-") === "-" && process.stdout.isTTY);
  const blank = (first: boolean): string => (first ? "" : "\n");
  return (one, record, first) => {
    const text = record.documents[one.document]?.text ?? "";
    if (format !== "text") return blank(first) + outlineMarkdown(one, text).split("\n").map(visible).join("\n");
    if (role !== undefined) return blank(first) + sectionsText(one, paint, placeWords);
    return blank(first) + outlineText(one, { paint, text, opening, headingOf: headingText, faults: issues === true });
  };
}
