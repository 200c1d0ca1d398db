import type { FigureRow } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { addLexicon } from "../lexicon.ts";
import { openOutput } from "../output.ts";
import { finish, runInputs, type Write } from "../pages.ts";
import { readStdin } from "../stdin.ts";
import { complain } from "../talk.ts";

interface Options {
  readonly format: "table" | "csv" | "ndjson";
  readonly out?: string;
  readonly metric?: string;
  readonly bom?: boolean;
}

/** `zongjie figures`: texts on stdin, or the figures of pages as a table. */
export function addFigures(program: Command): void {
  addLexicon(program.command("figures"))
    .description(
      "without INPUT: read {id, text} lines from stdin, write {id, figures} lines; with INPUT: the figures of pages",
    )
    .argument("[input...]", "files, folders, or - for one page on stdin")
    .addOption(
      new Option("-f, --format <format>", "form of the output for pages")
        .choices(["table", "csv", "ndjson"])
        .default("ndjson"),
    )
    .option("-o, --out <file>", "write to a file instead of stdout")
    .option("--metric <text>", "only figures whose metric holds this text")
    .option("--bom", "begin a CSV with a byte-order mark, for Excel")
    .addHelpText(
      "after",
      `\nExamples:\n  echo '{"id":1,"text":"门诊48.5万人次,同比增长3.2%"}' | zongjie figures\n  zongjie figures pages/ --format csv --out figures.csv --bom`,
    )
    .action(async (inputs: string[], options: Options) => {
      const output = openOutput(options.out, inputs);
      const failed =
        inputs.length === 0 ? await figuresOfTexts(output.write) : await figuresOfPages(inputs, options, output.write);
      output.close();
      finish(failed);
    });
}

async function figuresOfTexts(write: Write): Promise<number> {
  const { findFigures } = await import("@zongjie/pipeline");
  if (process.stdin.isTTY)
    complain("reading {id, text} lines from the terminal; end with Ctrl-D, or name pages to read");
  let failed = 0;
  for (const [i, line] of readStdin().toString("utf8").split("\n").entries()) {
    if (line.trim() === "") continue;
    const row = parse(line);
    if (row === null) {
      failed++;
      complain(`stdin line ${i + 1}: not a JSON object with a text`);
      continue;
    }
    await write(`${JSON.stringify({ id: row.id, figures: findFigures(row.text) })}\n`);
  }
  return failed;
}

function parse(line: string): { id: unknown; text: string } | null {
  try {
    const row: unknown = JSON.parse(line.replace(/^\ufeff/, ""));
    if (typeof row !== "object" || row === null || !("text" in row) || typeof row.text !== "string") return null;
    return { id: "id" in row ? row.id : null, text: row.text };
  } catch {
    return null;
  }
}

async function figuresOfPages(
  inputs: readonly string[],
  { format, metric, bom }: Options,
  write: Write,
): Promise<number> {
  const { csvCell, FIGURE_COLUMNS, figureRows } = await import("@zongjie/pipeline");
  if (format === "csv") await write(`${bom ? "\ufeff" : ""}${FIGURE_COLUMNS.join(",")}\r\n`);
  return runInputs(inputs, { ledger: "none", keywords: 0 }, async (record) => {
    const rows = figureRows(record).filter((row) => metric === undefined || row.metric.includes(metric));
    if (format === "ndjson") for (const row of rows) await write(`${JSON.stringify(row)}\n`);
    else if (format === "csv")
      for (const row of rows) await write(`${FIGURE_COLUMNS.map((c) => csvCell(row[c])).join(",")}\r\n`);
    else await write(textTable(rows));
  });
}

const SHOWN = ["metric", "value", "unit", "period", "qualifier", "comparison", "suspect", "surface"] as const;

/** Columns set for a terminal, a Chinese character counted two. */
function textTable(rows: readonly FigureRow[]): string {
  if (rows.length === 0) return "";
  const lines: (readonly string[])[] = [SHOWN, ...rows.map((row) => SHOWN.map((c) => row[c].replace(/\s+/g, " ")))];
  const widths = SHOWN.map((_, i) => Math.min(40, Math.max(...lines.map((line) => columns(line[i] ?? "")))));
  return `${lines
    .map((line) =>
      line
        .map((cell, i) => cell + " ".repeat(Math.max(0, (widths[i] ?? 0) - columns(cell))))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")}\n`;
}

function columns(text: string): number {
  let count = 0;
  for (const c of text) count += (c.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return count;
}
