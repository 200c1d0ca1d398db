import type { Line } from "../line.ts";
import { readTitle } from "../title.ts";
import { type Evidence, gatherEvidence, type SplitContext } from "./evidence.ts";
import { splitScore } from "./model.ts";

/** Where a document begins: the line, its mark and headline where it has them, and what gave it away. */
export interface Boundary {
  readonly line: number;
  readonly rule: string;
  /** Characters of the mark at the line's start. */
  readonly mark: number;
  readonly titled: boolean;
  /** Log-odds that a document begins here; of the first line whatever it may be. */
  readonly score: number;
}

/** How boundaries are found. */
export interface SplitOptions {
  readonly scoreOf?: (evidence: Evidence) => number;
  /** False where a better beginning right under the first line is wanted too: the lines above it may be noise. */
  readonly keepsFirst?: boolean;
}

/** A mark on a line of its own right above a beginning is the beginning: `材料一` ⏎ `清溪县工作总结`. */
function raiseToMarks(
  chosen: { at: Evidence; score: number }[],
  evidence: readonly Evidence[],
  lines: readonly Line[],
): void {
  let k = 0;
  for (const [c, { at, score }] of chosen.entries()) {
    while (k < evidence.length && (evidence[k] as Evidence).line < at.line) k++;
    const above = evidence[k - 1];
    const text = above === undefined ? "" : (lines[above.line] as Line).text;
    if (above === undefined || above.mark === null || at.mark !== null || 30 < text.length) continue;
    if (c === 0 || chosen[c - 1]?.at !== above) chosen[c] = { at: above, score };
  }
}

/** Log-odds from which a line begins a document. A missed beginning hides a report, an extra one cuts one in two: below even. */
const ENOUGH = -1;

/** Characters of text that a document has at least. */
const LEAST = 40;

/**
 * The lines at which documents begin, the first line with text included: what speaks for and against each line is
 * weighed by a model trained on the corpus (ARCHITECTURE.md).
 *
 *     篇1:学校工作总结      ← mark
 *     ……
 *     社区工作总结          ← headline behind a finished paragraph
 *     一、……
 *     一、……               ← numbering starts again
 */
export function findBoundaries(
  lines: readonly Line[],
  context: SplitContext = {},
  { scoreOf = splitScore, keepsFirst = true }: SplitOptions = {},
): Boundary[] {
  const evidence = gatherEvidence(lines, context);
  const first = evidence[0];
  if (first === undefined) return [];
  const before = [0];
  let size = 0;
  for (const { text } of lines) {
    size += text.length;
    before.push(size);
  }
  const between = (a: number, b: number): number => (before[b] as number) - (before[a] as number);
  const chosen = [{ at: first, score: scoreOf(first) }];
  for (let k = 1; k < evidence.length; k++) {
    const at = evidence[k] as Evidence;
    const score = scoreOf(at);
    if (score <= ENOUGH) continue;
    const last = chosen.at(-1) as (typeof chosen)[number];
    const close = between(last.at.line, at.line) < LEAST;
    // of two beginnings that stand together the upper one is the document's, if it is one at all
    const foreign = !keepsFirst && last.at === first && last.score < score - 2;
    if (!close || foreign) chosen.push({ at, score });
    else if (last.score < score - 3 && last.at !== first && last.at.mark === null) chosen.splice(-1, 1, { at, score });
  }
  raiseToMarks(chosen, evidence, lines);
  return chosen.map(({ at: { line, mark }, score }) => {
    const rest = (lines[line] as Line).text.slice(mark?.length ?? 0);
    return {
      line,
      rule: mark?.rule ?? (line === first.line ? "split.start" : "split.evidence"),
      mark: mark?.length ?? 0,
      titled: mark !== null || readTitle(rest) !== null,
      score,
    };
  });
}
