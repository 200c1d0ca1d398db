import { BAR, type Block, type BlockType, type Span } from "@zongjie/document";
import { structureWords } from "@zongjie/lexicon";
import type { Frame } from "./frame.ts";
import { trimSpan, wordStart } from "./lines.ts";
import { readMarker } from "./markers.ts";
import type { Heading, Line, TableRow } from "./types.ts";

/** A row with a bar at each end. */
const BARRED = new RegExp(`^${BAR.source}.*${BAR.source}$`, "u");

/** Cells of a line that is a table row by its looks: three and more columns between tabs or bars. */
function readRow(text: string, line: Span): Span[] | null {
  const first = text.charAt(line.start);
  const words = text.slice(line.start, line.end);
  if (!BAR.test(first) && !words.includes("\t")) return null;
  const bars = BARRED.test(words);
  const mark = bars ? BAR : /\t/u;
  if (!bars && (words.match(/\t/gu)?.length ?? 0) < 1) return null;
  const cells: Span[] = [];
  for (let at = bars ? 1 : 0; at < words.length; ) {
    const found = words.slice(at).search(mark);
    const end = found === -1 ? words.length : at + found;
    cells.push(trimSpan(text, line.start + at, line.start + end));
    at = end + 1;
  }
  // A paragraph with a stray tab is no row.
  return 2 <= cells.length && cells.every((cell) => cell.end - cell.start <= 80) ? cells : null;
}

/** Rows by hint or by looks, by the start of their line. */
export function findRows(
  text: string,
  lines: readonly Line[],
  hints: readonly TableRow[],
): Map<number, readonly Span[]> {
  const rows = new Map<number, readonly Span[]>();
  for (const line of lines) {
    const cells = readRow(text, line);
    if (cells !== null) rows.set(line.start, cells);
  }
  const lineStart = new Map(lines.map((line) => [line.end, line.start]));
  for (const row of hints) rows.set(lineStart.get(row.end) ?? row.start, row.cells);
  return rows;
}

/** What kind each line is of. */
export function findBlocks(
  text: string,
  lines: readonly Line[],
  parts: {
    frame: Frame;
    headings: readonly Heading[];
    listed: ReadonlySet<number>;
    rows: ReadonlyMap<number, readonly Span[]>;
  },
): Block[] {
  const headed = new Map(parts.headings.map((heading) => [heading.start, heading]));
  const signed = new Set(parts.frame.signed);
  return lines.map((line): Block => {
    const cells = parts.rows.get(line.start);
    if (cells !== undefined) return { type: "table-row", start: line.start, end: line.end, cells };
    return { type: typeOf(line), start: line.start, end: line.end };
  });

  function typeOf(line: Line): BlockType {
    const { title, salutation } = parts.frame;
    if (title !== null && title.start <= line.start && line.end <= title.end) return "title";
    if (line === salutation) return "salutation";
    if (signed.has(line)) return "signature";
    const heading = headed.get(wordStart(text, line));
    if (heading !== undefined) return heading.end === line.end ? "heading" : "paragraph";
    if (parts.listed.has(line.start) || readMarker(text, wordStart(text, line), true) !== null) return "list-item";
    return isCaption(text.slice(line.start, line.end)) ? "caption" : "paragraph";
  }
}

/** 表1 2023年主要指标 — a short line that names a table or a picture. */
function isCaption(words: string): boolean {
  const { caption } = structureWords();
  const named = caption.some(
    (word) => words.startsWith(word) && /^\s*[0-9一二三四五六七八九十]/u.test(words.slice(word.length)),
  );
  return named && words.length <= 40 && !/[。；]$/u.test(words);
}
