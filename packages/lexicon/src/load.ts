import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { z } from "zod";
import { type Matcher, matcher } from "./matcher.ts";
import { type RuleSource, ruleFileSchema } from "./schema.ts";
import type { Lexicon } from "./user/lexicon.ts";

const DATA = new URL("../data/", import.meta.url);

let own: Lexicon | null = null;

/** True once anything of ours was read: what was made of it is kept and would know nothing of the user's. */
let begun = false;

/**
 * Adds the user's own words to ours, for all that is read from now on. Once in a process, before anything is read.
 * @throws Error where the lexicon has problems, where ours was read already, or where another one is in use
 */
export function useLexicon(lexicon: Lexicon): void {
  const [first] = lexicon.problems;
  if (first !== undefined) throw new Error(`${lexicon.folder}/${first.file}: ${first.message}`);
  if (own?.fingerprint === lexicon.fingerprint) return;
  if (begun || own !== null) throw new Error(`${lexicon.folder}: a lexicon is named once, before any page is read`);
  own = lexicon;
}

/** The fingerprint of the lexicon that is in use; null where there is none. */
export function lexiconInUse(): string | null {
  return own?.fingerprint ?? null;
}

/** SHA-256 over the names and bytes of our data files: another one may read a page otherwise. */
export function lexiconVersion(): string {
  const sum = createHash("sha256");
  for (const name of (readdirSync(DATA, { recursive: true }) as string[]).sort()) {
    if (/\.(?:yaml|json)$/.test(name))
      sum
        .update(`${name}\n`)
        .update(readFileSync(new URL(name, DATA)))
        .update("\0");
  }
  return sum.digest("hex");
}

/** The user's units, of the schema that they were checked with; null where there are none. */
export function ownUnits(): unknown {
  return own?.units ?? null;
}

/**
 * Reads a data file of the lexicon and checks it: `loadData("units.yaml", unitFileSchema)`.
 * @throws Error naming the file and the place where it is not of the schema
 */
export function loadData<T>(name: string, schema: z.ZodType<T>, folder: URL = DATA): T {
  begun ||= folder === DATA;
  const file = new URL(name, folder);
  const result = schema.safeParse(parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`${fileURLToPath(file)}: ${problems.join("; ")}`);
}

/**
 * The rules of a file under `data/rules`, the user's own before ours: `loadRules("boilerplate.yaml")`.
 * @throws Error as {@link loadData} does
 */
export function loadRules(name: string, folder: URL = DATA): readonly RuleSource[] {
  const { rules } = loadData(`rules/${name}`, ruleFileSchema, folder);
  return folder === DATA ? [...(own?.rules[name] ?? []), ...rules] : rules;
}

const matchers = new Map<string, Matcher>();

/** A compiled matcher over a rule file, made on first use and kept. */
export function ruleMatcher(name: string): Matcher {
  let found = matchers.get(name);
  if (found === undefined) {
    found = matcher(loadRules(name));
    matchers.set(name, found);
  }
  return found;
}

/** Names of all rule files, for tests and reports that walk every rule. */
export function ruleFiles(): string[] {
  return readdirSync(new URL("rules/", DATA))
    .filter((name) => name.endsWith(".yaml"))
    .sort();
}
