import type { Edit } from "@zongjie/document";
import { frameConfidence } from "../confidence.ts";
import { readCues, type Verdict } from "./cue.ts";
import { OUTSIDE } from "./landmark.ts";
import type { LineHint } from "./markup.ts";

/** Share of the page's prose that must stand before a line that is taken for the article's end. */
const BEFORE = 0.45;
/**
 * The same inside the article's own frame, where a list of links may interrupt it, and for cues that reports use too
 * (标签化, 扫码支付). From 0.6 to 0.7 nothing changes on 249 saved news pages, at 0.8 lists behind articles get in.
 */
const MOST = 0.7;
const NEARLY_ALL = 0.85;
/** Prose behind a line in the article's own element, in characters, that shows the article is not over. */
const LONG = 800;
/** Share of the page's prose that must stand before such a cue where the article's elements hold none any more. */
const LEAST = 0.25;
/** Cues that stand nowhere but behind an article. */
const STRONG: ReadonlySet<string> = new Set(["tail.related", "tail.related-any", "tail.editor", "tail.disclaimer"]);
/** The same, in characters, for what only ends articles: comments may be longer than what they comment on. */
const COMMENTED = 40;

/**
 * Finds what a site put around an article and into it, line by line, as edits over the text after the markup edits.
 *
 *     首页 教育              outside       navigation
 *     双拥工作总结            headline      kept
 *     来源：某报             line.source   byline
 *     一年来，我局……           article       kept
 *     相关阅读 …            tail.related  related-links, to the end
 */
export function findFrame(text: string, lines: readonly LineHint[]): Edit[] {
  const cues = ownCaptions(readCues(text, lines), lines);
  const thread = lines.some((line) => line.landmark === "posts");
  const lastOf = lastProse(lines);
  const range = findRange(lines, cues, thread, lastOf);
  const edits: Edit[] = [];
  let tail: Verdict | null = null;
  let begun = false;
  for (const [i, line] of lines.entries()) {
    if (line.headline) continue;
    const cue = cues[i] ?? null;
    if (range.end <= i && cue !== null && cue.tail) tail = cue;
    const verdict =
      i < range.start || range.end <= i
        ? outside(line, cue, tail)
        : judge(line, begun && isOwn(cue) ? null : cue, thread, i < (lastOf.get(line.home) ?? -1));
    begun ||= line.core && PROSE < line.weight;
    if (verdict === null) continue;
    const { rule, reason } = verdict;
    const confidence = frameConfidence(rule, line);
    edits.push({ start: line.start, end: Math.min(line.end + 1, text.length), insert: "", rule, reason, confidence });
  }
  return edits;
}

/** The cues without those for captions where the article is nothing but captions: a page of pictures. */
function ownCaptions(cues: readonly (Verdict | null)[], lines: readonly LineHint[]): readonly (Verdict | null)[] {
  let captions = 0;
  let prose = 0;
  for (const [i, line] of lines.entries())
    if (line.content && cues[i]?.reason === "caption-credit") captions += line.end - line.start;
    else if (line.content && cues[i] === null) prose += proseOf(line);
  return prose < captions ? cues.map((cue) => (cue?.reason === "caption-credit" ? null : cue)) : cues;
}

/** Weight of a line with which the article has begun, its byline passed. */
const PROSE = 20;

/** Whether a line that reads like a byline may be the article's, once that has begun: `活动时间：5月4日`. */
const isOwn = (cue: Verdict | null): boolean => cue?.rule === "line.source";

/** The lines between which the article stands. */
function findRange(
  lines: readonly LineHint[],
  cues: readonly (Verdict | null)[],
  thread: boolean,
  lastOf: ReadonlyMap<number, number>,
): { start: number; end: number } {
  const headline = lines.findIndex((line) => line.headline);
  let all = 0;
  for (const [i, line] of lines.entries()) if (headline < i && line.content) all += proseOf(line);
  let reach = -1;
  let seen = 0;
  let start = -1;
  let end = lines.length;
  for (const [i, line] of lines.entries()) {
    if (i <= headline || !(line.content || (thread && line.landmark === "posts"))) continue;
    if (line.beyond || (!thread && endsArticle(line, cues[i] ?? null, { seen, all, over: reach < i }))) {
      end = i;
      break;
    }
    if (start === -1 && (line.core || thread || 0 < line.weight) && cues[i] === null) start = i;
    seen += proseOf(line);
    if (PROSE <= proseOf(line)) reach = Math.max(reach, lastOf.get(line.home) ?? -1);
  }
  while (!thread && start < end - 1 && !lines[end - 1]?.core && (lines[end - 1]?.weight ?? 0) <= 0) end--;
  return { start: start === -1 ? lines.length : start, end };
}

const proseOf = (line: LineHint): number =>
  line.headline || (line.landmark !== null && OUTSIDE.has(line.landmark)) ? 0 : Math.max(0, line.weight);

/** The last line of prose in each element that holds some. */
function lastProse(lines: readonly LineHint[]): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (const [i, line] of lines.entries()) if (PROSE <= proseOf(line)) out.set(line.home, i);
  return out;
}

/** Where a line stands in the article. */
interface Progress {
  /** Prose before the line, in characters, and on the whole page. */
  readonly seen: number;
  readonly all: number;
  /** Whether no more prose follows in the elements that have held some. */
  readonly over: boolean;
}

/** Whether the article is over with this line. */
function endsArticle(line: LineHint, cue: Verdict | null, { seen, all, over }: Progress): boolean {
  // A report has headings on comments too, but they are no links.
  if (cue?.rule === "tail.comments" || (cue?.rule === "tail.comment" && (!line.core || 0 < line.links)))
    return COMMENTED < seen;
  if (cue !== null && STRONG.has(cue.rule) && over && LEAST * all < seen) return true;
  if (seen <= all * BEFORE) return false;
  if (cue?.tail === true && line.core && LONG < all - seen) return false;
  if (cue?.tail === true) return !line.core || all * (STRONG.has(cue.rule) ? MOST : NEARLY_ALL) <= seen;
  return !line.core && line.landmark !== null && OUTSIDE.has(line.landmark) && line.weight <= 0;
}

/** Why a line outside of the article goes. */
function outside(line: LineHint, cue: Verdict | null, tail: Verdict | null): { rule: string; reason: string } {
  if (cue !== null) return cue;
  if (line.beyond) return { rule: "frame.sequel", reason: "related-links" };
  const { landmark } = line;
  // The ledger has no word of its own for readers' comments.
  if (landmark !== null && OUTSIDE.has(landmark))
    return { rule: `frame.${landmark}`, reason: landmark === "comments" ? "other" : landmark };
  if (landmark === "byline") return { rule: "frame.byline", reason: "byline" };
  if (tail !== null) return { rule: "frame.tail", reason: tail.reason };
  return 0.5 < line.linkDensity
    ? { rule: "frame.links", reason: "navigation" }
    : { rule: "frame.outside", reason: "other" };
}

/** Lines of a byline by their place are short; a lead paragraph may carry such a name too. */
const BYLINE = 60;

/** Weight below which a line by its place is no sentence. */
const WORDS = 5;

/** Why a line within the article goes; null where it stays. `led`: prose follows in the element that it stands in. */
function judge(
  line: LineHint,
  cue: Verdict | null,
  thread: boolean,
  led: boolean,
): { rule: string; reason: string } | null {
  const named = line.landmark === "byline" && line.end - line.start < BYLINE && line.weight < 20;
  if (line.form) return { rule: "frame.form", reason: "widget" };
  if (line.post && cue?.rule !== "line.time" && cue?.rule !== "tail.share") return null;
  if (thread && line.landmark === "posts") return cue ?? (0 < line.weight ? null : outside(line, cue, null));
  if (!line.content) return outside(line, cue, null);
  if (cue !== null) return cue;
  if (named && (thread || !line.core)) return outside(line, cue, null);
  if (0.5 < line.linkDensity && line.weight <= 0) return { rule: "frame.links", reason: "related-links" };
  if (line.landmark !== null && OUTSIDE.has(line.landmark) && line.weight < WORDS) return outside(line, cue, null);
  if (!line.core && line.weight < 8 && (!led || 0 < line.links)) return outside(line, cue, null);
  return null;
}
