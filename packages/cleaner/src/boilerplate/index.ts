import type { Edit } from "@zongjie/document";
import { removalConfidence } from "../confidence.ts";
import type { DroppedLine } from "../meta.ts";
import { shippedScorer } from "../noise/scorer.ts";
import type { SplitContext } from "../split/evidence.ts";
import { memory } from "../split/memory.ts";
import { cutEdges } from "./edges.ts";
import { findFeatures } from "./features.ts";
import { findFragments } from "./fragment.ts";
import { isHomeGround } from "./ground.ts";
import { isReport, judgeLines } from "./judge.ts";
import { cutSeams } from "./seams.ts";
import { dropSiteLines } from "./site.ts";
import { spareDates, spareHeadlines, spareInside } from "./spare.ts";
import { findTruncated } from "./truncated.ts";
import type { Verdict } from "./verdict.ts";

/** What the boilerplate stage found. */
export interface Boilerplate {
  readonly edits: readonly Edit[];
  /** The lines that were taken out, for what they say of the page (site, author, date). */
  readonly dropped: readonly DroppedLine[];
}

/**
 * Edits that take out what a website put around its documents. `framed`: the page's frame is gone already (HTML), so
 * that only the words of a line speak against it, not its place. `repeats` knows the lines that stand on many pages of
 * the page's site, where a run looked for them.
 *
 *     当前位置: 首页 > 范文          breadcrumb
 *     学校工作总结
 *     作者:青禾 2023-01-02           byline
 *     一年来，……
 */
export function findBoilerplate(
  text: string,
  framed = false,
  context: SplitContext = {},
  repeats: ((line: string) => boolean) | null = null,
): Boilerplate {
  const lines = findFeatures(text);
  // 1. what the words of a line say
  // within the frame of an HTML page that is no report, the page's own structure has said enough
  const report = !framed || (isReport(lines) && isHomeGround(lines));
  const verdicts: (Verdict | null)[] = judgeLines(lines, report);
  if (!report) spareInside(lines, verdicts, context);
  spareHeadlines(lines, verdicts);
  // 2. copies that are cut short
  if (report) findTruncated(text, lines, verdicts);
  // 3. what the place of a line says
  if (report) cutEdges(lines, verdicts, framed);
  if (report) cutSeams(lines, verdicts, context);
  // 4. what the site says on its other pages
  if (repeats !== null) dropSiteLines(lines, verdicts, repeats);
  spareDates(lines, verdicts);
  // 5. pieces of kept lines
  const edits: Edit[] = [];
  const dropped: DroppedLine[] = [];
  const sure = memory<string, number>();
  let above = true;
  for (const [i, line] of lines.entries()) {
    const verdict = verdicts[i];
    if (line.blank) continue;
    if (verdict == null) {
      above &&= !line.prose;
      for (const edit of findFragments(text, line, report)) {
        const piece = text.slice(edit.start, edit.end).trim();
        const confidence = removalConfidence(edit.rule, piece, shippedScorer().probability(piece));
        edits.push({ ...edit, confidence });
        dropped.push({ text: piece, reason: edit.reason ?? "other", above });
      }
      continue;
    }
    const start = line.at + (verdict.from ?? 0);
    const end = verdict.from === undefined ? lineEnd(lines, i, text) : line.end;
    dropped.push({ text: text.slice(start, line.end).trim(), reason: verdict.reason, above });
    edits.push({
      start: verdict.from === undefined ? line.start : start,
      end,
      insert: "",
      rule: verdict.rule,
      reason: verdict.reason,
      confidence:
        TINY < line.text.length
          ? removalConfidence(verdict.rule, line.text, line.noise)
          : sure([verdict.rule, line.text], () => removalConfidence(verdict.rule, line.text, line.noise)),
    });
  }
  return { edits, dropped };
}

/** Longest line whose confidence is remembered: of those many say the same. */
const TINY = 12;

/** Where a dropped line ends: its line end and the blank lines up to the next line go with it. */
function lineEnd(lines: readonly { start: number; end: number; blank: boolean }[], i: number, text: string): number {
  let next = i + 1;
  while (lines[next]?.blank) next++;
  return lines[next]?.start ?? text.length;
}
