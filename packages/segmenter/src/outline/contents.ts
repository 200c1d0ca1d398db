import type { Candidate } from "./candidates.ts";

/** Signs that a table of contents puts between a heading and its page: 一、总则……3. */
const LEADER = /[\s　.．…·-]*[0-9]*$/u;

/**
 * Leaves out the entries of a table of contents: lines that come again further down as headings, with nothing but other
 * such lines under them here.
 *
 *     一、主要做法……1        left out, with the line below it
 *     二、存在问题……4
 *     一、主要做法
 *     今年以来，……
 */
export function dropContents(text: string, candidates: readonly Candidate[]): Candidate[] {
  const words = candidates.map(({ line }) =>
    text.slice(line.start, Math.min(line.end, line.start + 80)).replace(LEADER, ""),
  );
  const last = new Map(words.map((word, i) => [word, i]));
  return candidates.filter((candidate, i) => {
    const again = last.get(words[i] ?? "");
    if (again === undefined || again === i || !candidate.atLineStart) return true;
    if (candidates[again]?.line === candidate.line) return true;
    const next = candidates[i + 1];
    return next === undefined || next.line.index !== candidate.line.index + 1 || candidate.head.form !== "line";
  });
}
