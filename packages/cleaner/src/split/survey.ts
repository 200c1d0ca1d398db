import { isProse, type Line } from "../line.ts";
import { bareTitle, readTitle } from "../title.ts";
import { lengthOf, looker, type Seen, unitsOf } from "./look.ts";
import type { Marked } from "./mark.ts";
import { findMarked } from "./marked.ts";
import { type NumberingState, numberingStates } from "./numbering.ts";
import { openingLines } from "./opening.ts";
import { findSeries, type SeriesMark } from "./series.ts";
import { topicCosines } from "./topic.ts";

/** What other stages know of the page that speaks for or against a boundary. */
export interface SplitContext {
  /** Noise that was taken out, at its place in the text. */
  readonly gaps?: readonly {
    readonly at: number;
    readonly size: number;
    readonly reason: string;
    readonly rule?: string;
  }[];
  /** h1–h6 of the markup, by an offset inside the line. */
  readonly headings?: readonly { readonly at: number; readonly level: number }[];
  /** Lines that were taken out: lists of titles, tables of contents. */
  readonly dropped?: readonly string[];
}

/** Noise that was taken out right before a line. */
interface Gap {
  /** Characters. */
  readonly size: number;
  readonly reasons: ReadonlySet<string>;
}

/** What is known of a page as a whole; maps and arrays by line, `seen`, `sizes` and `above` by place among the lines seen. */
export interface Survey {
  readonly lines: readonly Line[];
  readonly seen: readonly Seen[];
  readonly marks: ReadonlyMap<number, Marked>;
  readonly series: ReadonlyMap<number, SeriesMark>;
  /** How often each headline stands on the page, in removed lists too. */
  readonly titles: ReadonlyMap<string, number>;
  readonly firstTitle: string;
  readonly states: readonly NumberingState[];
  /** How alike the words on either side of a line are, and what is usual on the page. */
  readonly cosines: Float64Array;
  readonly usual: number;
  readonly gaps: ReadonlyMap<number, Gap>;
  readonly levels: ReadonlyMap<number, number>;
  /** The indent of most prose; null where it has no common one. */
  readonly indent: number | null;
  /** Lines under one that is full: pieces of wrapped text. */
  readonly full: ReadonlySet<number>;
  /** Characters above each line seen; behind the last those of the page. */
  readonly sizes: readonly number[];
  /** Where the nearest opening formula and headline above a line stand, in characters; null where none does. */
  readonly above: readonly { readonly opening: number | null; readonly headline: number | null }[];
}

/** Reads the page as a whole, before its lines are weighed one by one. Linear in the text. */
export function surveyPage(lines: readonly Line[], context: SplitContext): Survey {
  const marks = new Map(findMarked(lines, context).map((found) => [found.line, found]));
  const { units, full } = unitsOf(lines);
  const look = looker(lines, openingLines(lines));
  const seen = units.map(([i, end]) => {
    const found = marks.get(i);
    return look(i, end, found === undefined ? null : { length: found.mark });
  });
  const cosines = topicCosines(lines);
  const sizes = [0];
  let size = 0;
  for (const { line, end } of seen) {
    size += lengthOf(lines, line, end);
    sizes.push(size);
  }
  return {
    lines,
    seen,
    marks,
    series: longestSeries(lines),
    titles: countTitles(seen, context.dropped ?? []),
    firstTitle: bareTitle(seen.find(({ title }) => title !== null && !title.inner)?.text ?? ""),
    states: numberingStates(lines),
    cosines,
    usual: median(Float64Array.from(seen, ({ line }) => cosines[line] ?? 0)) || 1,
    gaps: gapsByLine(lines, context.gaps ?? []),
    levels: levelsByLine(lines, context.headings ?? []),
    indent: typicalIndent(lines, seen),
    full,
    sizes,
    above: placesAbove(seen, sizes),
  };
}

/** Of several series that a line could belong to the one with the most members. */
function longestSeries(lines: readonly Line[]): Map<number, SeriesMark> {
  const out = new Map<number, SeriesMark>();
  for (const found of findSeries(lines)) {
    const known = out.get(found.line);
    if (known === undefined || known.size < found.size) out.set(found.line, found);
  }
  return out;
}

function countTitles(seen: readonly Seen[], dropped: readonly string[]): Map<string, number> {
  const out = new Map<string, number>();
  const count = (text: string, times: number): void => {
    const bare = bareTitle(text);
    out.set(bare, (out.get(bare) ?? 0) + times);
  };
  for (const { text, title } of seen) if (title !== null) count(text, 1);
  // a site says the same often
  const gone = new Map<string, number>();
  for (const text of dropped) if (text.length <= 80) gone.set(text, (gone.get(text) ?? 0) + 1);
  for (const [text, times] of gone) {
    const part = text.replace(/^[^\p{L}]{0,6}|^\d+[、.．]/u, "");
    if (readTitle(part) !== null) count(part, times);
  }
  return out;
}

function placesAbove(seen: readonly Seen[], sizes: readonly number[]): Survey["above"] {
  let place: Survey["above"][number] = { opening: null, headline: null };
  return seen.map((own, k) => {
    const above = place;
    if (own.look === "opening") place = { ...place, opening: sizes[k] as number };
    if (own.look === "mark" || (own.title !== null && !own.title.inner))
      place = { ...place, headline: sizes[k] as number };
    return above;
  });
}

function median(values: Float64Array): number {
  const sorted = values.sort();
  return sorted[sorted.length >> 1] ?? 0;
}

function gapsByLine(lines: readonly Line[], gaps: NonNullable<SplitContext["gaps"]>): Map<number, Gap> {
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

/** Characters that a line is set in. */
export function indentOf(line: Line): number {
  return line.at - line.start;
}

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
