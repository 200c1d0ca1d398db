import type { Edit } from "@zongjie/document";
import { ruleMatcher } from "@zongjie/lexicon";
import type { LineFeatures } from "./features.ts";
import { findGlued } from "./glued.ts";

/** How much of a line's head and tail is searched for labels and credits. */
const WINDOW = 120;

/** Sentences of a line that the site added; offsets in the page's text. */
export function noisySentences(line: LineFeatures): Edit[] {
  return line.noisy.map(({ from, to, rule, reason }) => ({
    start: line.at + from,
    end: line.at + to,
    insert: "",
    rule,
    reason,
  }));
}

/**
 * Pieces of a kept line that go: sentences of the site, a label before the text, a credit behind it. `asks`: the model is
 * asked too.
 */
export function findFragments(text: string, line: LineFeatures, asks: boolean): Edit[] {
  const out = noisySentences(line);
  const rules = ruleMatcher("boilerplate.yaml");
  const end = line.at + line.text.length;
  const windows = line.text.length <= WINDOW ? [line.at] : [line.at, end - WINDOW];
  for (const [i, start] of windows.entries()) {
    const piece = text.slice(start, i === windows.length - 1 ? end : start + WINDOW);
    for (const hit of windows.length === 1 ? line.matches : rules.match(piece)) {
      if (hit.rule.scope !== "match") continue;
      const edit = {
        start: start + hit.start,
        end: start + hit.end,
        insert: "",
        rule: hit.rule.id,
        reason: hit.rule.label ?? "other",
      };
      const atEdge = edit.start === line.at || edit.end === end;
      if (atEdge && edit.start < edit.end && out.every((other) => other.end <= edit.start || edit.end <= other.start))
        out.push(edit);
    }
  }
  for (const edit of asks ? findGlued(line) : [])
    if (out.every((other) => other.end <= edit.start || edit.end <= other.start)) out.push(edit);
  return out.sort((a, b) => a.start - b.start);
}
