import { z } from "zod";

/**
 * A rule over a line or a text. One of its cues must stand in the text (at the place that `at` names) before anything
 * else is looked at; `pattern` then has the last word.
 */
export interface RuleSource {
  /** Dotted, unique over all files: `byline.source-time`. */
  readonly id: string;
  /** Why the rule is there and where such lines were seen. */
  readonly note: string;
  /** What the rule says of its hits: a ledger reason, a kind, a role … */
  readonly label?: string | undefined;
  /** Strength of the evidence, 0–1; 1 where left out. */
  readonly weight?: number | undefined;
  /** Literal strings, one of which must occur. */
  readonly cue: readonly string[];
  /** Where the cue must stand: `start` and `end` after white space and bullets are put aside. `whole`: nothing else. */
  readonly at?: "start" | "end" | "any" | "whole" | undefined;
  /** How far before its cue the pattern may begin, in UTF-16 units, where rules are looked for in running text; 40 where left out. */
  readonly before?: number | undefined;
  /** A regular expression (flag u) that must match besides; its match is the rule's span. */
  readonly pattern?: string | undefined;
  /** What is judged and taken: the line, a sentence of it, or the matched stretch alone. `line` where left out. */
  readonly scope?: "line" | "sentence" | "match" | undefined;
  /** Longest text (UTF-16 units, trimmed) that the rule speaks of. */
  readonly max?: number | undefined;
  /** What a repair inserts, `$1` as in String.replace. */
  readonly insert?: string | undefined;
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

const words = z.array(z.string().min(1)).min(1);

const ruleId: z.ZodType<string> = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, "an id is dotted lower case, such as byline.source-time");

/** The schema of a rule, its id and label being of given sorts. */
export function ruleSchemaWith(
  id: z.ZodType<string>,
  label: z.ZodType<string | undefined> = z.string().optional(),
): z.ZodType<RuleSource> {
  return z.strictObject({
    id,
    note: z.string().min(4, "say why the rule is there"),
    label,
    weight: z.number().min(0).max(1).optional(),
    cue: words,
    at: z.enum(["start", "end", "any", "whole"]).optional(),
    before: z.int().nonnegative().optional(),
    pattern: z.string().optional(),
    scope: z.enum(["line", "sentence", "match"]).optional(),
    max: z.int().positive().optional(),
    insert: z.string().optional(),
    hit: words,
    miss: words,
  });
}

export const ruleSchema: z.ZodType<RuleSource> = ruleSchemaWith(ruleId);

/** A file of rules: all of one purpose. */
export const ruleFileSchema: z.ZodType<{ readonly rules: readonly RuleSource[] }> = z.strictObject({
  rules: z.array(ruleSchema).min(1),
});
