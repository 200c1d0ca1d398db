import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { matcher } from "../matcher.ts";
import type { RuleSource } from "../schema.ts";
import { refusalOf } from "./cost.ts";
import { nameFile, noiseLineFile, RULE_FILES } from "./schema.ts";
import { type LexiconProblem, readSource, type Source } from "./source.ts";

/** A line that a rule was asked about. */
export interface LexiconCase {
  readonly file: string;
  readonly line: number | null;
  readonly rule: string;
  readonly text: string;
  readonly wanted: "hit" | "miss";
  readonly right: boolean;
}

/** The user's own words, beside ours: `readLexicon("my-lexicon", …)`. */
export interface Lexicon {
  readonly folder: string;
  /** SHA-256 over the names and bytes of its files. */
  readonly fingerprint: string;
  readonly files: readonly { readonly name: string; readonly entries: number }[];
  /** By the name of our rule file that they come to. */
  readonly rules: Readonly<Record<string, readonly RuleSource[]>>;
  /** The checked content of `units.yaml`; null where there is none. */
  readonly units: unknown;
  readonly cases: readonly LexiconCase[];
  readonly problems: readonly LexiconProblem[];
}

/** Largest file, in bytes. */
const LARGEST = 1024 * 1024;

interface Draft {
  readonly rules: Record<string, RuleSource[]>;
  readonly files: { name: string; entries: number }[];
  readonly cases: LexiconCase[];
  readonly problems: LexiconProblem[];
  units: unknown;
}

type Take = (draft: Draft, name: string, text: string) => number;

/**
 * Reads a folder of the user's own rules, lines, units and names and tries every rule on its hits and misses. All that is
 * wrong stands in `problems`; nothing is thrown. `units`: the schema of `units.yaml`, which is that of our units.
 */
export function readLexicon(folder: string, units: z.ZodType): Lexicon {
  const draft: Draft = { rules: {}, files: [], cases: [], problems: [], units: null };
  const hash = createHash("sha256");
  const known: Record<string, Take> = {
    "noise-lines.yaml": takeLines,
    "names.yaml": takeNames,
    "units.yaml": (to, name, text) => {
      const { data, problems } = readSource(name, text, units);
      to.problems.push(...problems);
      to.units = data;
      return (
        (data as { groups?: readonly { units: readonly string[] }[] } | null)?.groups?.flatMap((g) => g.units).length ??
        0
      );
    },
  };
  for (const name of Object.keys(RULE_FILES)) known[`rules/${name}`] = takeRules;
  for (const name of filesOf(folder, draft.problems)) {
    const take = known[name];
    if (take === undefined) {
      const message = `no file of a lexicon; it may have ${Object.keys(known).join(", ")}`;
      draft.problems.push({ file: name, line: null, rule: null, message });
      continue;
    }
    const text = readText(folder, name, draft.problems);
    if (text === null) continue;
    hash.update(`${name}\n`).update(text).update("\0");
    draft.files.push({ name, entries: take(draft, name, text) });
  }
  if (draft.files.length === 0 && draft.problems.length === 0)
    draft.problems.push({
      file: ".",
      line: null,
      rule: null,
      message: `holds none of ${Object.keys(known).join(", ")}`,
    });
  refuseDoubles(draft);
  return { folder, fingerprint: hash.digest("hex"), ...draft };
}

/** YAML files of the folder and of `rules/` in it, by name; other files are no business of ours. */
function filesOf(folder: string, problems: LexiconProblem[]): string[] {
  const list = (path: string): string[] =>
    readdirSync(join(folder, path))
      .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith("."))
      .map((name) => `${path}${name}`);
  try {
    const rules = statSync(join(folder, "rules"), { throwIfNoEntry: false })?.isDirectory() === true;
    return [...list(""), ...(rules ? list("rules/") : [])].sort();
  } catch (error) {
    problems.push({ file: ".", line: null, rule: null, message: reasonOf(error) });
    return [];
  }
}

function readText(folder: string, name: string, problems: LexiconProblem[]): string | null {
  try {
    const path = join(folder, name);
    if (LARGEST < statSync(path).size) throw new Error(`larger than ${LARGEST / 1024} KiB`);
    return readFileSync(path, "utf8");
  } catch (error) {
    problems.push({ file: name, line: null, rule: null, message: reasonOf(error) });
    return null;
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as { code?: string };
  if (code === "ENOENT") return "no such folder";
  if (code === "ENOTDIR") return "a file, not a folder";
  return error instanceof Error ? error.message : String(error);
}

function takeRules(draft: Draft, file: string, text: string): number {
  const name = file.slice("rules/".length);
  const { schema, length } = RULE_FILES[name] as (typeof RULE_FILES)[string];
  const source = readSource(file, text, schema);
  draft.problems.push(...source.problems);
  for (const [i, rule] of (source.data?.rules ?? []).entries()) {
    const refusal = rule.pattern === undefined ? null : refusalOf(rule.pattern, Math.min(length, rule.max ?? length));
    if (refusal !== null)
      draft.problems.push({ file, line: source.lineOf(["rules", i, "pattern"]), rule: rule.id, message: refusal });
    else tryRule(draft, { file, rule, path: ["rules", i], source });
    draft.rules[name] = [...(draft.rules[name] ?? []), rule];
  }
  return source.data?.rules.length ?? 0;
}

/** Asks a rule about its hits and misses, as the test suite asks ours. */
function tryRule(
  draft: Draft,
  {
    file,
    rule,
    path,
    source,
  }: { file: string; rule: RuleSource; path: readonly PropertyKey[]; source: Source<unknown> },
): void {
  const one = matcher([rule]);
  for (const wanted of ["hit", "miss"] as const)
    for (const [k, text] of rule[wanted].entries()) {
      const right = (one.match(text).length === 1) === (wanted === "hit");
      const line = source.lineOf([...path, wanted, k]);
      draft.cases.push({ file, line, rule: rule.id, text, wanted, right });
      const message = wanted === "hit" ? `does not hit its hit ${text}` : `hits its miss ${text}`;
      if (!right) draft.problems.push({ file, line, rule: rule.id, message });
    }
}

const bare = { note: "of the user's own lexicon", weight: 1, miss: [] } as const;

/** Lines of one reason are one rule: `user.lines.footer`. */
function takeLines(draft: Draft, file: string, text: string): number {
  const source = readSource(file, text, noiseLineFile);
  draft.problems.push(...source.problems);
  let count = 0;
  for (const [reason, lines = []] of Object.entries(source.data?.noise ?? {})) {
    const cue = [...new Set(lines.flatMap(dresses))];
    const rule: RuleSource = { ...bare, id: `user.lines.${reason}`, label: reason, cue, at: "whole", hit: lines };
    tryRule(draft, { file, rule, path: ["noise", reason], source });
    draft.rules["boilerplate.yaml"] = [...(draft.rules["boilerplate.yaml"] ?? []), rule];
    count += lines.length;
  }
  return count;
}

function takeNames(draft: Draft, file: string, text: string): number {
  const source = readSource(file, text, nameFile);
  draft.problems.push(...source.problems);
  const names = source.data?.names ?? [];
  if (names.length === 0) return 0;
  const rule: RuleSource = { ...bare, id: "user.names", cue: [...new Set(names.flatMap(dresses))], hit: names };
  tryRule(draft, { file, rule, path: ["names"], source });
  draft.rules["non-figures.yaml"] = [...(draft.rules["non-figures.yaml"] ?? []), rule];
  return names.length;
}

const HALF = ",:;!?()%";
const FULL = "，：；！？（）％";

/** A line as it stands once the characters are cleaned, with half-width and with full-width punctuation. */
function dresses(line: string): string[] {
  const plain = line.trim().replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => c.normalize("NFKC"));
  const dressed = (from: string, to: string): string =>
    Array.from(plain, (c) => (from.includes(c) ? (to[from.indexOf(c)] as string) : c)).join("");
  return [plain, dressed(FULL, HALF), dressed(HALF, FULL)];
}

function refuseDoubles(draft: Draft): void {
  const seen = new Set<string>();
  for (const [name, rules] of Object.entries(draft.rules))
    for (const { id } of rules) {
      if (seen.has(id))
        draft.problems.push({ file: `rules/${name}`, line: null, rule: id, message: "another rule has this id" });
      seen.add(id);
    }
}
