import { Command } from "commander";
import { addCheck } from "./commands/check.ts";
import { addClean } from "./commands/clean.ts";
import { addCompose } from "./commands/compose.ts";
import { addConvert } from "./commands/convert.ts";
import { addDuplicates } from "./commands/duplicates.ts";
import { addExplain } from "./commands/explain.ts";
import { addFigures } from "./commands/figures.ts";
import { addGrep } from "./commands/grep.ts";
import { addLearn } from "./commands/learn.ts";
import { addLexiconCommand } from "./commands/lexicon.ts";
import { addOutline } from "./commands/outline.ts";
import { addPatterns } from "./commands/patterns.ts";
import { addReport } from "./commands/report.ts";
import { addRun } from "./commands/run.ts";
import { addSchema } from "./commands/schema.ts";
import { addVerify } from "./commands/verify.ts";

/** The command and its sub-commands. Nothing heavy is loaded before a sub-command runs. */
export function makeProgram(): Command {
  const program = new Command("zongjie")
    .description(
      "Scraped Chinese reports (工作总结 and their kin) into clean text, figures and draft outlines. Works offline.",
    )
    .version("0.1.0")
    .showHelpAfterError("(add --help for the options)")
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  zongjie run pages/ --out records.ndjson          page records of a folder
  zongjie clean page.html --format md              the clean documents only
  zongjie outline records.ndjson --role 问题         all sections that tell of problems
  zongjie grep --role 问题 人员不足 records.ndjson     sentences in such sections
  zongjie figures page.txt --format table          what the text says in numbers
  zongjie check page.txt                           sums that do not come out, suspect numbers
  zongjie convert records.ndjson --to all.xlsx     documents, figures, sections and checks as tables
  zongjie report records.ndjson -o report.html     what a run came to, with charts
  zongjie duplicates records.ndjson -o duplicates.ndjson   copies over all pages
  zongjie learn records.ndjson -o patterns.json    how such documents are built and worded
  zongjie compose --brief brief.yaml --patterns patterns.json -o draft.docx
  zongjie explain page.txt 编辑                     what happened to a place, and by which rule
  zongjie verify records.ndjson --raw pages/       proof that nothing was changed in silence

Exit status: 0 all well, 1 some inputs failed (each is named on stderr), 2 wrong usage.`,
    );
  for (const add of [
    addRun,
    addClean,
    addOutline,
    addGrep,
    addFigures,
    addCheck,
    addDuplicates,
    addConvert,
    addReport,
    addLearn,
    addPatterns,
    addCompose,
    addExplain,
    addVerify,
    addLexiconCommand,
    addSchema,
  ])
    add(program);
  for (const command of program.commands) command.exitOverride().showHelpAfterError("(add --help for the options)");
  return program;
}
