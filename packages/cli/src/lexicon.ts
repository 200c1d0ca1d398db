import type { Lexicon } from "@zongjie/pipeline";
import type { Command } from "commander";
import { visible } from "./visible.ts";

/** Problems that are shown at once. */
const MOST = 10;

/** Adds `--lexicon`; the lexicon is in use before the command begins, and with a broken one it does not begin. */
export function addLexicon(command: Command): Command {
  return command
    .option("--lexicon <folder>", "your own noise lines, rules, units and names (zongjie lexicon check FOLDER)")
    .hook("preAction", async (self) => {
      const { lexicon } = self.opts<{ lexicon?: string }>();
      if (lexicon === undefined) return;
      const { openLexicon } = await import("@zongjie/pipeline");
      const problems = problemsOf(openLexicon(lexicon));
      const more =
        problems.length <= MOST ? [] : [`and ${problems.length - MOST} more: zongjie lexicon check ${lexicon}`];
      if (0 < problems.length) self.error(["error: broken lexicon", ...problems.slice(0, MOST), ...more].join("\n  "));
    });
}

/** The problems of a lexicon in words, each once: `mine/units.yaml:7: rule …: …`. */
export function problemsOf({ folder, problems }: Lexicon): string[] {
  const words = problems.map(({ file, line, rule, message }) => {
    const place = `${file === "." ? folder : `${folder}/${file}`}${line === null ? "" : `:${line}`}`;
    return visible(`${place}: ${rule === null ? "" : `rule ${rule}: `}${message}`);
  });
  return [...new Set(words)];
}
