import { REASONS, REMOVALS, type Removal } from "@zongjie/document";
import type { RunOptions } from "@zongjie/pipeline";
import { type Command, InvalidArgumentError, Option } from "commander";
import { addLexicon } from "./lexicon.ts";

/** What `run` and `clean` are told alike of the cleaning of pages. */
export interface CleaningOptions {
  readonly keep?: readonly Removal[];
  readonly drop?: readonly Removal[];
  readonly toSimplified?: boolean;
}

/** Adds the options by which a person says how pages are cleaned. */
export function addCleaning(command: Command): Command {
  return addLexicon(command)
    .option("--to-simplified", "write traditional characters simplified; the wording stays (軟體 → 软体)")
    .addOption(
      new Option("--keep <reasons>", "leave in the text what would go for these reasons (a,b; repeatable)")
        .argParser(collectReasons)
        .conflicts("drop"),
    )
    .addOption(
      new Option("--drop <reasons>", "take out what goes for these reasons only, leave the rest").argParser(
        collectReasons,
      ),
    );
}

/** What is said of the options at the end of a help text. */
export const CLEANING_HELP: string = `
Reasons for --keep and --drop:
${wrapped(REMOVALS)}.
What is left stands as a line where it stood; all else is as without the option.`;

/** The pipeline's options for what a person asked. */
export function cleaningOf({ keep, drop, toSimplified }: CleaningOptions): Pick<RunOptions, "keep" | "simplified"> {
  const simplified = toSimplified ? { simplified: true } : {};
  if (drop !== undefined) return { keep: REMOVALS.filter((reason) => !drop.includes(reason)), ...simplified };
  return keep === undefined ? simplified : { keep, ...simplified };
}

/** Adds `byline,footer` to what was named before. @throws InvalidArgumentError on what is no reason for a removal */
function collectReasons(text: string, before: readonly Removal[] = []): Removal[] {
  const names = text.split(",").map((name) => name.trim());
  return [...new Set([...before, ...names.map(reasonOf)])];
}

function reasonOf(name: string): Removal {
  const found = REMOVALS.find((reason) => reason === name);
  if (found !== undefined) return found;
  const why = REASONS.some((reason) => reason === name)
    ? `${name} is no class of noise: markup, white space and repairs are always dealt with.`
    : `${JSON.stringify(name)} is no reason.`;
  throw new InvalidArgumentError(`${why} Reasons: ${REMOVALS.join(", ")}.`);
}

/** Names in lines of six. */
function wrapped(names: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < names.length; i += 6) lines.push(names.slice(i, i + 6).join(", "));
  return lines.join(",\n");
}
