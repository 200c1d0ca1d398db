import { Argument, type Command } from "commander";
import { toStdout } from "../pages.ts";
import { readPatterns } from "../patterns-file.ts";
import { visible } from "../visible.ts";

/** `zongjie patterns show|stats FILE`: what `zongjie learn` found. */
export function addPatterns(program: Command): void {
  program
    .command("patterns")
    .description("list what zongjie learn found: sections, headings and sentences with their counts")
    .addArgument(new Argument("<action>", "what to do").choices(["show", "stats"]))
    .argument("<file>", "what zongjie learn wrote")
    .addHelpText("after", "\nExample:\n  zongjie patterns show patterns.json | less")
    .action(async (action: "show" | "stats", file: string) => {
      const { listPatterns, statsOfPatterns } = await import("@zongjie/pipeline");
      const patterns = await readPatterns(file);
      const lines =
        action === "show"
          ? listPatterns(patterns)
          : statsOfPatterns(patterns).map(([name, count]) => `${String(count).padStart(7)}  ${name}`);
      await toStdout(`${lines.map(visible).join("\n")}\n`);
    });
}
