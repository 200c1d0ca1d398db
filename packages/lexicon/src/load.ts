import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { z } from "zod";
import { type Matcher, matcher } from "./matcher.ts";
import { type RuleSource, ruleFileSchema } from "./schema.ts";

const DATA = new URL("../data/", import.meta.url);

/**
 * Reads a data file of the lexicon and checks it: `loadData("units.yaml", unitFileSchema)`.
 * @throws Error naming the file and the place where it is not of the schema
 */
export function loadData<T>(name: string, schema: z.ZodType<T>, folder: URL = DATA): T {
  const file = new URL(name, folder);
  const result = schema.safeParse(parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`${fileURLToPath(file)}: ${problems.join("; ")}`);
}

/** The rules of a file under `data/rules`: `loadRules("boilerplate.yaml")`. @throws Error as {@link loadData} does */
export function loadRules(name: string, folder: URL = DATA): readonly RuleSource[] {
  return loadData(`rules/${name}`, ruleFileSchema, folder).rules;
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
