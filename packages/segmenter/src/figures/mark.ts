import type { Span } from "@zongjie/document";
import { automaton, type RuleSource } from "@zongjie/lexicon";

/** A place where a rule holds: 三个代表 in a running text. */
export interface Mark extends Span {
  readonly rule: RuleSource;
}

/** How far around its cue a pattern may look, in UTF-16 units. */
const REACH = 40;

/** Finds the places of rules in a running text. */
export type Marker = (text: string) => Mark[];

/**
 * Compiles rules for running text: every cue is looked up in one pass, a pattern is tried only around its cue.
 * Unlike a line matcher it gives each place, in the order of the text: `marker(rules)("2020年…2021年")`.
 */
export function marker(rules: readonly RuleSource[]): Marker {
  const cues = [...new Set(rules.flatMap((rule) => rule.cue))];
  const users = cues.map((cue) => rules.map((_, i) => i).filter((i) => rules[i]?.cue.includes(cue)));
  const patterns = rules.map((rule) => (rule.pattern === undefined ? null : new RegExp(rule.pattern, "gu")));
  const scanner = automaton(cues);
  return (text) => {
    const marks: Mark[] = [];
    const reached = rules.map(() => 0);
    scanner.scan(text, (cue, start, end) => {
      for (const index of users[cue] ?? []) {
        if (start < (reached[index] ?? 0)) continue;
        const pattern = patterns[index] ?? null;
        const span =
          pattern === null ? { start, end } : around(text, pattern, start, end, rules[index]?.before ?? REACH);
        if (span === null) continue;
        reached[index] = span.end;
        marks.push({ ...span, rule: rules[index] as RuleSource });
      }
    });
    return marks.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

/** The match that holds the cue and begins at most so far before it. */
function around(text: string, pattern: RegExp, start: number, end: number, before: number): Span | null {
  const from = Math.max(0, start - REACH);
  const window = text.slice(from, end + REACH);
  pattern.lastIndex = Math.max(from, start - before) - from;
  for (let hit = pattern.exec(window); hit !== null; hit = pattern.exec(window)) {
    if (start < from + hit.index) return null;
    if (hit[0] === "") return null;
    if (end <= from + pattern.lastIndex) return { start: from + hit.index, end: from + pattern.lastIndex };
  }
  return null;
}
