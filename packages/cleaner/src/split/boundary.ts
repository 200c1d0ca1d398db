import type { Line } from "../line.ts";
import { readTitle } from "../title.ts";
import { findAddresses } from "./address.ts";
import { findHeadlines } from "./headline.ts";
import { findOpenings, findRestarts } from "./opening.ts";
import { findMarked } from "./series.ts";

/** Where a document begins: the line, its mark and headline where it has them, and what gave it away. */
export interface Boundary {
  readonly line: number;
  readonly rule: string;
  /** Characters of the mark at the line's start. */
  readonly mark: number;
  readonly titled: boolean;
}

/**
 * The lines at which documents begin, the first line with text included.
 *
 *     篇1:学校工作总结      ← mark
 *     ……
 *     社区工作总结          ← headline behind a finished paragraph
 *     一、……
 *     一、……               ← numbering starts again
 */
export function findBoundaries(lines: readonly Line[]): Boundary[] {
  const marked = findMarked(lines);
  const found = new Map<number, Boundary>();
  for (const boundary of marked) found.set(boundary.line, boundary);
  for (const boundary of findHeadlines(lines)) if (!found.has(boundary.line)) found.set(boundary.line, boundary);
  const known = new Set(found.keys());
  for (const boundary of findAddresses(lines, known))
    if (!found.has(boundary.line)) {
      found.set(boundary.line, boundary);
      known.add(boundary.line);
    }
  const openings = findOpenings(lines, known);
  for (const { line, rule } of openings) if (rule === "split.paper") known.add(line);
  for (const boundary of [...findRestarts(lines, known), ...openings])
    if (!found.has(boundary.line)) found.set(boundary.line, boundary);
  const first = lines.findIndex((line) => line.text !== "");
  if (first === -1) return [];
  if (!found.has(first))
    found.set(first, {
      line: first,
      rule: "split.start",
      mark: 0,
      titled: readTitle(lines[first]?.text ?? "") !== null,
    });
  return thin(
    [...found.values()].sort((a, b) => a.line - b.line),
    lines,
  );
}

/** Drops boundaries that stand right under another one (a headline under its mark) or right before a headline. */
function thin(boundaries: readonly Boundary[], lines: readonly Line[]): Boundary[] {
  const out: Boundary[] = [];
  for (const boundary of boundaries) {
    const last = out.at(-1);
    if (last !== undefined) {
      let body = 0;
      for (let k = last.line + (last.titled ? 1 : 0); k < boundary.line; k++) body += lines[k]?.text.length ?? 0;
      const strong = boundary.rule.startsWith("separator.");
      if (body < 40 && !(strong && 0 < body)) continue;
    }
    out.push(boundary);
  }
  return out;
}
