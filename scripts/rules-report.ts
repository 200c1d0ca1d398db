/**
 * `npm run rules` prints, a rule file after the other, how many of its rules hold for some line of the corpus (dev) and
 * which ones never do: those are either for pages that the corpus lacks, or dead. A report, not a test: the rules' own
 * `hit` lines prove that they can fire.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decode, findMarkup } from "@zongjie/cleaner";
import { applyEdits } from "@zongjie/document";
import { loadRules, ruleFiles, ruleMatcher } from "@zongjie/lexicon";

const PAGES = fileURLToPath(new URL("../corpus/dev/pages", import.meta.url));

/** The lines that the rules get to see: of HTML those that stand there once the markup is gone. */
function linesOf(file: string): string[] {
  const { text, mediaType } = decode(readFileSync(file));
  const plain = mediaType === "text/html" ? applyEdits(text, findMarkup(text).edits) : text;
  return plain.split("\n").filter((line) => line.trim() !== "");
}

const lines = new Set(readdirSync(PAGES).flatMap((name) => linesOf(join(PAGES, name))));
console.log(`${lines.size} different lines of corpus/dev/pages`);
for (const file of ruleFiles()) {
  const rules = loadRules(file);
  const fired = new Set<string>();
  for (const line of lines) for (const { rule } of ruleMatcher(file).match(line)) fired.add(rule.id);
  const silent = rules.filter(({ id }) => !fired.has(id));
  console.log(`\n${file}: ${fired.size} of ${rules.length} fire${silent.length === 0 ? "" : "; never:"}`);
  for (const { id, note } of silent) console.log(`  ${id.padEnd(30)} ${note}`);
}
