import type { Lexicon } from "@zongjie/pipeline";
import { Argument, type Command } from "commander";
import { problemsOf } from "../lexicon.ts";
import { finish, toStdout } from "../pages.ts";
import { visible } from "../visible.ts";

const HELP = `
The folder may hold
  noise-lines.yaml         whole lines that go wherever they stand, by reason
  rules/boilerplate.yaml   rules over lines: id, note, label (reason), cue, hit, miss; at, pattern, scope, max, weight
  rules/non-figures.yaml   rules for numerals that state no quantity: id, note, cue, hit, miss; pattern
  units.yaml               units by what they measure: groups of kind, discrete, note, examples, units
  names.yaml               names that hold a numeral and are no figure: names
Every rule is tried on its hits and misses, every group of units on its examples. In the ledger their ids begin with user.

Examples:
  noise: { advertisement: [本报全年征订中] }
  rules: [{ id: portal.qr, note: seen on our portal, label: widget, cue: [扫码], at: start, hit: [扫码看全文], miss: [群众扫码缴费。] }]
  names: [一二三工程]`;

/** `zongjie lexicon check FOLDER`: what a lexicon holds, and whether its rules do what their examples say. */
export function addLexiconCommand(program: Command): void {
  program
    .command("lexicon")
    .description("check your own noise lines, rules, units and names")
    .addArgument(new Argument("<action>", "what to do").choices(["check"]))
    .argument("<folder>", "the lexicon that --lexicon is to name")
    .addHelpText("after", HELP)
    .action(async (_action: "check", folder: string) => {
      const { openLexicon } = await import("@zongjie/pipeline");
      const lexicon = openLexicon(folder);
      await toStdout(describe(lexicon));
      finish(lexicon.problems.length);
    });
}

function describe(lexicon: Lexicon): string {
  const lines: string[] = [];
  for (const { name, entries } of lexicon.files) {
    lines.push(`${name}: ${entries} ${entries === 1 ? "entry" : "entries"}`);
    const cases = lexicon.cases.filter(({ file }) => file === name);
    for (const rule of new Set(cases.map((one) => one.rule))) {
      const own = cases.filter((one) => one.rule === rule);
      const count = (wanted: string): string => {
        const asked = own.filter((one) => one.wanted === wanted);
        const right = asked.filter((one) => one.right).length;
        return asked.length === 0 ? "" : `, ${right} of ${asked.length} ${wanted === "hit" ? "hits" : "misses"} right`;
      };
      lines.push(visible(`  ${rule}${count("hit")}${count("miss")}`));
    }
  }
  const problems = problemsOf(lexicon);
  lines.push(problems.length === 0 ? "all well" : `${problems.length} problem${problems.length === 1 ? "" : "s"}:`);
  return `${[...lines, ...problems.map((problem) => `  ${problem}`)].join("\n")}\n`;
}
