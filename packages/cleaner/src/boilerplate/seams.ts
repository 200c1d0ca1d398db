import { shippedScorer } from "../noise/scorer.ts";
import { type Boundary, findBoundaries } from "../split/boundary.ts";
import type { SplitContext } from "../split/evidence.ts";
import { readMarks } from "../split/mark.ts";
import { readTitle } from "../title.ts";
import { DATED, type LineFeatures } from "./features.ts";
import { EDGE, modelVerdict } from "./model.ts";
import type { Verdict } from "./verdict.ts";

/** Log-odds from which the lines around a beginning are read by their place: a bit less, as noise between hides it. */
const LIKELY = -0.6;

/** Log-odds from which what stands above the first beginning may go. */
const CERTAIN = 1;

/** How far down the page its first document may begin, in lines with text, and how many characters may stand above it. */
const LINES = 40;
const CHARACTERS = 800;

/** What a line above the first document may seem to be at most: prose that the model takes for a document's stays. */
const OWN = 0.2;

/**
 * Reads the lines around a document's beginning by their place, as {@link cutEdges} does at the page's ends: what stands
 * between the last passage of one document and the next one's headline, or between headline and first passage, and what
 * stands above the first beginning.
 *
 *     特此报告。
 *     沙发 夜航船 发表于 09:12      between two documents
 *     清溪镇2023年工作总结          a beginning
 *     夜航船 等级：秀才             between headline and text
 *     一年来，……
 */
export function cutSeams(lines: readonly LineFeatures[], verdicts: (Verdict | null)[], context: SplitContext): void {
  const kept = [...lines.keys()].filter(
    (i) => !lines[i]?.blank && (verdicts[i] == null || verdicts[i]?.from !== undefined),
  );
  const left = kept.map((i) => cutLine(lines[i] as LineFeatures, verdicts[i]));
  const gaps = lines.flatMap((line, i) => {
    const verdict = verdicts[i];
    return verdict == null || verdict.from !== undefined
      ? []
      : [{ at: line.start, size: line.text.length, reason: verdict.reason, rule: verdict.rule }];
  });
  const dropped = lines.flatMap((line, i) => (verdicts[i] == null ? [] : [line.text]));
  const boundaries = findBoundaries(left, { ...context, gaps, dropped }, { keepsFirst: false });
  const starts = boundaries.filter(({ score }) => LIKELY <= score);
  dropHead(lines, verdicts, kept, boundaries);
  for (const { line } of starts) {
    for (let k = line - 1; 0 <= k && !isText(left[k] as LineFeatures); k--) weigh(lines, verdicts, kept[k] as number);
    for (let k = line + 1; k < kept.length && k < line + 6 && !left[k]?.prose; k++)
      weigh(lines, verdicts, kept[k] as number);
  }
}

/** A line without the piece of it that goes. */
function cutLine(line: LineFeatures, verdict: Verdict | null | undefined): LineFeatures {
  if (verdict?.from === undefined) return line;
  const text = line.text.slice(0, verdict.from).trimEnd();
  return { ...line, text, end: line.at + text.length, title: readTitle(text) };
}

/** The end of a document's text: prose, a date under it, a heading. */
function isText(line: LineFeatures): boolean {
  return line.prose || line.marker !== "" || DATED.test(line.text);
}

function weigh(lines: readonly LineFeatures[], verdicts: (Verdict | null)[], i: number): void {
  if (verdicts[i] != null) return;
  const said = modelVerdict(lines, i, EDGE);
  if (said !== null) verdicts[i] = { ...said, rule: "seam.noise" };
}

/** Drops what stands above the first certain beginning where it is too little, and too unlike, to be a document. */
function dropHead(
  lines: readonly LineFeatures[],
  verdicts: (Verdict | null)[],
  kept: readonly number[],
  boundaries: readonly Boundary[],
): void {
  const next = boundaries[1];
  if (next === undefined || next.score < CERTAIN || LINES < next.line) return;
  const above = kept.slice(0, next.line);
  const size = above.reduce((sum, i) => sum + (lines[i] as LineFeatures).text.length, 0);
  if (CHARACTERS < size) return;
  // above the first number of a collection stands what the site says of it
  const first = lines[kept[next.line] ?? -1];
  const collection = first !== undefined && readMarks(first).some(({ ordinal }) => ordinal === 1);
  const own = above.some((i) => {
    const { prose, noise, marker, text } = lines[i] as LineFeatures;
    return (!collection && prose && noise < OWN && 30 < text.length) || /^[一二（(第]/.test(marker) || DATED.test(text);
  });
  if (own) return;
  for (const i of above) {
    const { prose, title, text } = lines[i] as LineFeatures;
    const said = shippedScorer().reason(text);
    verdicts[i] ??= { reason: title !== null ? "site-title" : prose ? "teaser" : said, rule: "seam.before-first" };
  }
}
