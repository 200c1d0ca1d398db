import type { Span } from "@zongjie/document";
import { visible } from "./visible.ts";
import { columns } from "./width.ts";

/** A line of a sentence and the line below it, with a caret under each column of a figure. */
export interface ExcerptRow {
  readonly line: string;
  readonly carets: string;
}

/**
 * Characters that a long sentence keeps before a figure, and half as many behind: as many as fit on a line; where the least
 * are too many for one, so many that each figure can be understood.
 */
const CONTEXT = { most: 80, least: 4, broken: 12 } as const;

/** Marks that never begin a line. */
const CLOSING = /^[，。；：、！？）」』”’》,.;:!?)]/;

/** A stretch of a sentence that is not broken over lines: a character, a figure, or `…` for what was left out. */
interface Atom {
  readonly text: string;
  readonly width: number;
  readonly marked: boolean;
}

/**
 * A sentence for a terminal with carets under its figures.
 *
 *     全县共有老人41260人，其中城区18130人。
 *                 ^^^^^^^          ^^^^^^^
 *
 * A sentence wider than `width` is shortened around its figures, and broken into lines where they alone are too much for
 * one. `figures` are spans of the sentence; what lies outside of it is left out.
 */
export function excerpt(sentence: string, figures: readonly Span[], width: number): ExcerptRow[] {
  const marks = marksOf(sentence, figures);
  if (sentence.length <= 2 * width) {
    const atoms = atomsOf(sentence, marks, [{ start: 0, end: sentence.length }]);
    if (widthOf(atoms) <= width) return rowsOf(atoms, width);
  }
  let fitting: Atom[] | null = null;
  let low: number = CONTEXT.least;
  let high: number = CONTEXT.most;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const atoms = atomsOf(sentence, marks, keptOf(sentence, marks, middle));
    const fits = widthOf(atoms) <= width;
    if (fits) fitting = atoms;
    if (fits) low = middle + 1;
    else high = middle - 1;
  }
  return rowsOf(fitting ?? atomsOf(sentence, marks, keptOf(sentence, marks, CONTEXT.broken)), width);
}

/** The figures in order, cut to the sentence, none over another. */
function marksOf(sentence: string, figures: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of [...figures].sort((a, b) => a.start - b.start)) {
    const mark = { start: Math.max(start, out.at(-1)?.end ?? 0), end: Math.min(end, sentence.length) };
    if (mark.start < mark.end) out.push(mark);
  }
  return out;
}

/** The stretches around the figures that stay, and the opening where there is none. */
function keptOf(sentence: string, marks: readonly Span[], context: number): Span[] {
  const out: Span[] = [];
  for (const { start, end } of marks.length === 0 ? [{ start: 0, end: 0 }] : marks) {
    const span = { start: whole(sentence, start - context), end: whole(sentence, end + (context >>> 1)) };
    const last = out.at(-1);
    // a sign for a character or two would save nothing
    if (last === undefined || last.end + 2 < span.start) out.push(span);
    else out[out.length - 1] = { start: last.start, end: span.end };
  }
  return out;
}

/** The offset, within the sentence and outside of surrogate pairs. */
function whole(sentence: string, offset: number): number {
  const at = Math.min(Math.max(0, offset), sentence.length);
  return 0 < at && /[\udc00-\udfff]/.test(sentence[at] ?? "") ? at - 1 : at;
}

function atomsOf(sentence: string, marks: readonly Span[], kept: readonly Span[]): Atom[] {
  const out: Atom[] = [];
  let next = 0;
  let at = 0;
  const put = (text: string, marked: boolean): void => {
    const shown = visible(text.replaceAll("\t", "  ").replaceAll("\n", " "));
    out.push({ text: shown, width: columns(shown), marked });
  };
  const plain = (end: number): void => {
    for (const character of sentence.slice(at, end)) put(character, false);
    at = end;
  };
  for (const { start, end } of kept) {
    if (at < start) put("…", false);
    at = start;
    for (let mark = marks[next]; mark !== undefined && mark.end <= end; mark = marks[++next]) {
      plain(mark.start);
      put(sentence.slice(mark.start, mark.end), true);
      at = mark.end;
    }
    plain(end);
  }
  if (at < sentence.length) put("…", false);
  return out;
}

function rowsOf(atoms: readonly Atom[], width: number): ExcerptRow[] {
  const rows: ExcerptRow[] = [];
  let [line, carets, taken] = ["", "", 0];
  const end = (): void => {
    if (line.trim() !== "") rows.push({ line, carets: carets.trimEnd() });
    [line, carets, taken] = ["", "", 0];
  };
  const all = widthOf(atoms);
  for (const atom of atoms) {
    // a closing mark may stand in the last two columns, so that none begins a line
    const room = CLOSING.test(atom.text) ? width : width - 2;
    if (room < taken + atom.width && 0 < taken && width < all) end();
    line += atom.text;
    carets += (atom.marked ? "^" : " ").repeat(atom.width);
    taken += atom.width;
  }
  end();
  return rows;
}

function widthOf(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, { width }) => sum + width, 0);
}
