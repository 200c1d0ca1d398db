import type { Explanation } from "@zongjie/pipeline";
import type { Command } from "commander";
import { addReading, type FieldOptions, fieldsOf } from "../options.ts";
import { finish, toStdout } from "../pages.ts";
import { readStdin } from "../stdin.ts";
import { complain } from "../talk.ts";

/** `zongjie explain FILE PLACE`: what happened to a place, and by which rule. */
export function addExplain(program: Command): void {
  addReading(program.command("explain"))
    .description("say what happened to a place of a page, and by which rule")
    .argument("<file>", "the page (txt, html, md, Word, PDF), or - for stdin")
    .argument("<place>", "an offset in the decoded source (UTF-16 units), or a phrase")
    .option("--json", "write the explanations as JSON lines")
    .addHelpText(
      "after",
      "\nExamples:\n  zongjie explain page.txt 902\n  zongjie explain page.txt 1、38亿元\n\nDigits alone are an offset; to look for them as a phrase, keep single quotes inside: zongjie explain page.txt \"'902'\"",
    )
    .action(async (file: string, place: string, options: FieldOptions & { json?: boolean }) => {
      const { explain, readInputs } = await import("@zongjie/pipeline");
      let failed = 0;
      for await (const reading of readInputs([file], readStdin, fieldsOf(options))) {
        if ("failed" in reading) {
          failed++;
          complain(`${reading.failed.uri}: ${reading.failed.reason}`);
          continue;
        }
        const quoted = /^'(.*)'$/s.exec(place)?.[1];
        const found = explain(reading.input, quoted ?? (/^\d+$/.test(place) ? Number(place) : place));
        if (found.length === 0) {
          failed++;
          complain(
            `${file}: ${/^\d+$/.test(place) ? `offset ${place} lies behind the end` : `no such phrase in the source: ${place}`}`,
          );
        }
        for (const one of found) await toStdout(options.json ? `${JSON.stringify(one)}\n` : `${inWords(one)}\n`);
      }
      finish(failed);
    });
}

function inWords(one: Explanation): string {
  const lines = [`offset ${one.raw}, line ${one.line}, column ${one.column}: …${one.context}…`];
  const { entries, document } = one;
  if (entries.length === 0)
    lines.push(document === null ? "  outside of every document: white space" : "  kept as it stands");
  for (const entry of entries) {
    const what = entry.insert === "" ? "taken out" : `replaced by ${JSON.stringify(entry.insert)}`;
    lines.push(`  ${JSON.stringify(entry.before)} at ${entry.start} ${what}`);
    lines.push(
      `  stage ${entry.stage}, rule ${entry.rule}, reason ${entry.reason}${entry.confidence === undefined ? "" : `, confidence ${entry.confidence}`}${entry.note === null ? "" : ` (${entry.note})`}`,
    );
  }
  if (document !== null)
    lines.push(
      `  document ${document.index} (${document.kind}): ${document.title ?? "without a headline"}, offset ${one.offset}`,
    );
  if (one.section.length > 0) lines.push(`  section ${one.section.join(" > ")}`);
  for (const f of one.figures) lines.push(`  figure ${f.surface} = ${f.value ?? "?"} ${f.unit} [${f.metric}]`);
  return lines.join("\n");
}
