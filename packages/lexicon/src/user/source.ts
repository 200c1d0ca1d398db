import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** What is wrong with a lexicon, and where. */
export interface LexiconProblem {
  /** Name of the file within the folder. */
  readonly file: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  /** Id of the rule, where one is meant. */
  readonly rule: string | null;
  readonly message: string;
}

/** A YAML file with the lines that its values stand on. */
export interface Source<T> {
  /** Null where the file is not of its schema. */
  readonly data: T | null;
  readonly problems: readonly LexiconProblem[];
  /** Line of a value: `lineOf(["rules", 0, "hit", 1])`. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
}

/** Reads YAML and checks it; all that is wrong comes back with its line, nothing is thrown. */
export function readSource<T>(file: string, text: string, schema: z.ZodType<T>): Source<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    for (let depth = path.length; 0 <= depth; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  const broken = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    rule: null,
    message: error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "",
  }));
  if (0 < broken.length) return { data: null, problems: broken, lineOf };
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // aliases that would unfold to more than a file may hold
    const message = error instanceof Error ? error.message : String(error);
    return { data: null, problems: [{ file, line: null, rule: null, message }], lineOf };
  }
  const checked = schema.safeParse(value);
  if (checked.success) return { data: checked.data, problems: [], lineOf };
  const problems = checked.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    rule: idAt(value, issue.path),
    message: `${issue.path.join(".")}${issue.path.length === 0 ? "" : ": "}${issue.message}`,
  }));
  return { data: null, problems, lineOf };
}

/** The id of the rule that a path leads into. */
function idAt(value: unknown, path: readonly PropertyKey[]): string | null {
  const rules = (value as { rules?: unknown } | null)?.rules;
  const rule: unknown = path[0] === "rules" && Array.isArray(rules) ? rules[Number(path[1])] : null;
  const id = (rule as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id : null;
}
