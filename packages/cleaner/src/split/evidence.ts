import { isProse, type Line } from "../line.ts";
import { bareTitle, likeness, readTitle } from "../title.ts";
import { endOf, type Look, lengthOf, look, nextLook, type Seen, unitsOf } from "./look.ts";
import { findMarked } from "./marked.ts";
import { numberingStates } from "./numbering.ts";
import { findSeries, type SeriesMark } from "./series.ts";
import { topicCosines } from "./topic.ts";

/** What other stages know of the page that speaks for or against a boundary. */
export interface SplitContext {
  /** Noise that was taken out, at its place in the text. */
  readonly gaps?: readonly { readonly at: number; readonly size: number; readonly reason: string }[];
  /** h1–h6 of the markup, by an offset inside the line. */
  readonly headings?: readonly { readonly at: number; readonly level: number }[];
  /** Lines that were taken out: lists of titles, tables of contents. */
  readonly dropped?: readonly string[];
}

/** A line with what speaks for or against its being a document's first, by name. */
export interface Evidence {
  readonly line: number;
  readonly features: readonly string[];
  /** The mark that the line begins with, if any. */
  readonly mark: { readonly rule: string; readonly length: number } | null;
}

/** An entry of a list or a table of contents: `学校工作总结 >>`, `一、基本情况……12`. */
const LEADER = /[>＞»]\s*$|[.．…·]{3,}\s*\d*$/;

/** Evidence of every line with text. Linear in the text. */
export function gatherEvidence(lines: readonly Line[], context: SplitContext = {}): Evidence[] {
  const marks = new Map<number, { rule: string; length: number; size: number }>();
  for (const { line, rule, mark, size } of findMarked(lines)) marks.set(line, { rule, length: mark, size });
  const series = new Map<number, SeriesMark>();
  for (const found of findSeries(lines)) {
    const known = series.get(found.line);
    if (known === undefined || known.size < found.size) series.set(found.line, found);
  }
  const { units, full } = unitsOf(lines);
  const seen = units.map(([i, end]) => look(lines, i, end, marks.get(i) ?? null));
  const titles = countTitles(seen, context.dropped ?? []);
  const firstTitle = bareTitle(seen.find(({ title }) => title !== null && !title.inner)?.text ?? "");
  const states = numberingStates(lines);
  const cosines = topicCosines(lines);
  const usual = median(seen.map(({ line }) => cosines[line] ?? 0)) || 1;
  const gaps = gapsByLine(lines, context.gaps ?? []);
  const levels = levelsByLine(lines, context.headings ?? []);
  const indent = typicalIndent(lines, seen);
  const sizes = [0];
  for (const { line, end } of seen) sizes.push((sizes.at(-1) as number) + lengthOf(lines, line, end));
  const total = sizes.at(-1) as number;
  let opened = -1;
  let headed = -1000;
  return seen.map((own, k): Evidence => {
    const i = own.line;
    const [before, after, later] = [seen[k - 1], seen[k + 1], seen[k + 2]];
    const prev: Look = before === undefined ? "none" : endOf(before);
    const size = (sizes[k + 1] as number) - (sizes[k] as number);
    const next: Look = after === undefined ? (size < 200 ? "none" : "prose") : nextLook(own, after);
    const found = marks.get(i);
    const run = series.get(i);
    const state = states[i] ?? "none";
    const gap = gaps.get(i);
    const out: string[] = [];
    const say = (name: string): void => void out.push(name);
    say(`own ${own.look}`);
    say(`prev ${prev}`);
    say(`next ${next}`);
    say(`own ${own.look} prev ${prev}`);
    say(`own ${own.look} next ${next}`);
    say(`numbering ${state}`);
    say(`own ${own.look} numbering ${state}`);
    say(`own ${own.look} prev ${prev} numbering ${state}`);
    const above2 = seen[k - 2];
    if (
      above2 !== undefined &&
      (own.look === "one" ||
        own.look === "prose" ||
        own.look === "intro" ||
        own.look === "aim" ||
        own.look === "opening")
    )
      say(`own ${own.look} prev ${prev} above ${endOf(above2)}`);
    if (later !== undefined) say(`later ${nextLook(after ?? own, later)}`);
    if (found !== undefined) {
      say(`mark ${found.rule}`);
      say(found.size < 2 ? "mark alone" : "mark in series");
    }
    if (run !== undefined) {
      say(`series ${run.sort}`);
      say(`series ${run.sort} ${run.size === 2 ? "two" : run.size < 5 ? "some" : "many"}`);
      say(`series ${run.sort} titled ${run.titled === 0 ? "none" : run.titled < 0.6 ? "some" : "most"}`);
    }
    const above = before === undefined ? undefined : (marks.get(before.line) ?? series.get(before.line));
    if (above !== undefined) say((before?.text.length ?? 0) <= 60 ? "under mark" : "under marked text");
    if (own.title !== null) {
      const bare = bareTitle(own.text);
      if (1 < (titles.get(bare) ?? 0)) say("title again");
      if (0.4 <= likeness(bare, firstTitle)) say("title like first");
      if (bare.length < 6) say("title short");
    }
    if (full.has(i) && own.look === "prose") say("under a full line");
    if (LEADER.test(own.text)) say("leader");
    if (after !== undefined && own.text === after.text) say("same as next");
    if (before !== undefined && own.text === before.text) say("same as previous");
    if (opensSoon(seen, k)) {
      say("opens soon");
      say(`opens soon own ${own.look}`);
    }
    if (gap !== undefined) {
      say("gap");
      say(gap.size < 30 ? "gap small" : gap.size < 120 ? "gap some" : "gap large");
      for (const reason of gap.reasons) say(`gap ${reason}`);
      say(`gap own ${own.look}`);
    }
    const under = after === undefined ? undefined : gaps.get(after.line);
    if (under !== undefined) for (const reason of under.reasons) say(`gap under ${reason}`);
    const level = levels.get(i);
    if (level !== undefined) say(level <= 2 ? "h1 or h2" : "h3 and below");
    if (before !== undefined && levels.has(before.line)) say("under heading tag");
    const topic = bucket((cosines[i] ?? 0) / usual);
    say(`topic ${topic}`);
    say(`own ${own.look} topic ${topic}`);
    const at = sizes[k] as number;
    say(at === 0 ? "page start" : at < 150 ? "page head" : "page body");
    if (total - at < 120) say("page tail");
    if (at - headed < 300) say(`under a headline own ${own.look}`);
    if (own.look === "mark" || (own.title !== null && !own.title.inner)) headed = at;
    if (own.look === "opening") {
      say(
        opened === -1 ? "first opening" : at - opened < 500 ? "opening soon again" : `opening again numbering ${state}`,
      );
      opened = at;
    }
    const depth = indentOf(lines[i] as Line);
    if (indent !== null) say(depth === indent ? "indent same" : depth < indent ? "indent less" : "indent more");
    return { line: i, features: out, mark: markOf(found, run) };
  });
}

function markOf(found: { rule: string; length: number } | undefined, run: SeriesMark | undefined): Evidence["mark"] {
  if (found !== undefined) return { rule: found.rule, length: found.length };
  return run === undefined ? null : { rule: "separator.series", length: run.length };
}

/** How often each headline stands on the page, in removed lists too. */
function countTitles(seen: readonly Seen[], dropped: readonly string[]): Map<string, number> {
  const out = new Map<string, number>();
  const count = (text: string): void => {
    const bare = bareTitle(text);
    out.set(bare, (out.get(bare) ?? 0) + 1);
  };
  for (const { text, title } of seen) if (title !== null) count(text);
  for (const text of dropped)
    for (const part of text.length <= 80 ? [text.replace(/^[^\p{L}]{0,6}|^\d+[、.．]/u, "")] : [])
      if (readTitle(part) !== null) count(part);
  return out;
}

/** True where a report is opened (`现将……汇报如下`) within the next three lines. */
function opensSoon(seen: readonly Seen[], k: number): boolean {
  return seen.slice(k + 1, k + 4).some((s) => s.look === "opening");
}

/** How the words change at a line, against what is usual on the page. */
function bucket(ratio: number): string {
  return ratio < 0.35 ? "new" : ratio < 0.6 ? "far" : ratio < 0.85 ? "apart" : ratio < 1.15 ? "usual" : "same";
}

function median(values: Iterable<number>): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Noise that was taken out right before a line, by the line. */
function gapsByLine(
  lines: readonly Line[],
  gaps: NonNullable<SplitContext["gaps"]>,
): Map<number, { size: number; reasons: Set<string> }> {
  const out = new Map<number, { size: number; reasons: Set<string> }>();
  let i = 0;
  for (const { at, size, reason } of gaps) {
    while (
      i < lines.length &&
      ((lines[i] as Line).end < at || (lines[i] as Line).text === "" || (lines[i] as Line).at < at)
    )
      i++;
    if (i === lines.length) break;
    const known = out.get(i) ?? { size: 0, reasons: new Set<string>() };
    known.reasons.add(reason);
    out.set(i, { size: known.size + size, reasons: known.reasons });
  }
  return out;
}

function levelsByLine(lines: readonly Line[], headings: NonNullable<SplitContext["headings"]>): Map<number, number> {
  const out = new Map<number, number>();
  let i = 0;
  for (const { at, level } of headings) {
    while (i < lines.length && (lines[i] as Line).end <= at) i++;
    if (i < lines.length && (lines[i] as Line).start <= at) out.set(i, level);
  }
  return out;
}

const indentOf = (line: Line): number => line.at - line.start;

/** The indent of most prose; null where it has no common one. */
function typicalIndent(lines: readonly Line[], seen: readonly Seen[]): number | null {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { line, text } of seen) {
    if (!isProse(text)) continue;
    const depth = indentOf(lines[line] as Line);
    counts.set(depth, (counts.get(depth) ?? 0) + 1);
    all++;
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best !== undefined && best[0] !== 0 && 0.6 * all <= best[1] ? best[0] : null;
}
