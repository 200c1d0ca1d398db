import { automaton } from "./automaton.ts";
import type { RuleSource } from "./schema.ts";

/** A rule that holds for a text, and where. */
export interface Match {
  readonly rule: RuleSource;
  readonly start: number;
  readonly end: number;
}

/** All rules of a purpose, tried at once. */
export interface Matcher {
  readonly rules: readonly RuleSource[];
  /** The rules that hold for a text (a line, as a rule), each once, in the order of the files. */
  match(text: string): Match[];
}

/** White space, bullets and brackets that may stand before a cue with `at: start` or behind one with `at: end`. */
const EDGE = /[\s\u3000\u00a0•·●○■□◆◇★☆▲△▪▶►»›>＞\-—_|｜*#【】[\]（()）「」<《》“”"':：,，.。;；!！?？~～]/;

interface Compiled {
  readonly rule: RuleSource;
  readonly pattern: RegExp | null;
}

/**
 * Compiles rules: one scan of the text finds all cues, only rules whose cue is there are looked at further.
 * @throws SyntaxError on a pattern that is no regular expression
 */
export function matcher(rules: readonly RuleSource[]): Matcher {
  const compiled = rules.map(
    (rule): Compiled => ({ rule, pattern: rule.pattern ? new RegExp(rule.pattern, "u") : null }),
  );
  const owners = new Map<string, number[]>();
  for (const [index, rule] of rules.entries())
    for (const cue of rule.cue) {
      const list = owners.get(cue) ?? [];
      list.push(index);
      owners.set(cue, list);
    }
  const cues = [...owners.keys()];
  const users = [...owners.values()];
  const cueScan = automaton(cues);
  return {
    rules,
    match(text) {
      let edge: Edge | null = null;
      let found: Map<number, Match> | null = null;
      cueScan.scan(text, (cue, start, end) => {
        for (const index of users[cue] as number[]) {
          if (found?.has(index)) continue;
          edge ??= trimmed(text);
          const match = verify(compiled[index] as Compiled, text, edge, start, end);
          if (match !== null) found = (found ?? new Map<number, Match>()).set(index, match);
        }
      });
      return found === null ? [] : inOrder(found);
    },
  };
}

function inOrder(found: ReadonlyMap<number, Match>): Match[] {
  return [...found].sort((a, b) => a[0] - b[0]).map(([, match]) => match);
}

interface Edge {
  readonly start: number;
  readonly end: number;
}

function verify(compiled: Compiled, text: string, edge: Edge, start: number, end: number): Match | null {
  const { rule, pattern } = compiled;
  const at = rule.at ?? "any";
  if ((at === "start" || at === "whole") && edge.start < start) return null;
  if ((at === "end" || at === "whole") && end < edge.end) return null;
  if (rule.max !== undefined && rule.max < edge.end - edge.start) return null;
  if (pattern === null) return { rule, start, end };
  const hit = pattern.exec(text);
  return hit === null ? null : { rule, start: hit.index, end: hit.index + hit[0].length };
}

function trimmed(text: string): Edge {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text[start] as string)) start++;
  while (start < end && EDGE.test(text[end - 1] as string)) end--;
  return { start, end };
}
