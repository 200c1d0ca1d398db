import type { Span } from "@zongjie/document";
import { type Line, markerOf } from "./line.ts";
import { isTable, type Row, readCells } from "./table.ts";

/** A cell of a row that was set with blanks; the first column is 0. */
export interface SetCell extends Span {
  readonly column: number;
}

/** A row of a table that was set with blanks. */
export interface SetRow {
  /** Index of its line. */
  readonly line: number;
  readonly cells: readonly SetCell[];
  /** How many columns the table has. */
  readonly columns: number;
  /** Whether most rows have a value; the items of a list have their own number alone. */
  readonly valued: boolean;
}

/** Longest line that is a row, in UTF-16 units. */
const ROW = 300;
/** Fewest rows, the head among them. */
const FEWEST = 3;
/** What parts two cells: two blanks and more, or one of full width. */
const PIECE = /[^ \u00a0\u3000]+(?:[ \u00a0][^ \u00a0\u3000]+)*/g;
/** What stands in sentences and fields, and in no row. */
const SENTENCE = /^(?!其中[：:]).*[：:]|[。；;\t|｜│┃]/;

/** A piece of a line between wide blanks, from one place on the screen to another. */
interface Piece extends Span {
  readonly left: number;
  readonly right: number;
}

/** A line cut at its wide blanks. */
interface SetLine {
  readonly line: number;
  readonly pieces: readonly Piece[];
}

/**
 * The rows of tables whose columns are set with blanks, as a terminal or a PDF shows them: pieces that stand above each
 * other are of one column, and a column where a row has nothing has an empty cell. One pass. Offsets in `text`.
 *
 *     项目          合计    中央    省级
 *     白石产业路     120      80      40
 *     柳溪饮水        60              60        columns 0, 1 and 3
 */
export function setRows(text: string, lines: readonly Line[]): SetRow[] {
  const out: SetRow[] = [];
  let run: { index: number; line: Line }[] = [];
  const flush = (): void => {
    if (FEWEST <= run.length) out.push(...rowsOf(text, run));
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.text === "") continue;
    if (ROW < line.text.length || SENTENCE.test(line.text) || !/\S(?:[ \u00a0]{2}|\u3000)/.test(line.text)) flush();
    else run.push({ index, line });
  }
  flush();
  return out;
}

/** The table that a run of lines is, its first line or two perhaps left out; none where they are none. */
function rowsOf(text: string, run: readonly { index: number; line: Line }[]): SetRow[] {
  for (const from of [0, 1, 2])
    for (const wide of [2, 1]) {
      if (run.length - from < FEWEST) return [];
      const set = run.slice(from).map(({ index, line }) => ({ line: index, pieces: piecesOf(text, line, wide) }));
      const rows = inColumns(set);
      if (rows === null) continue;
      const words = rows.map(({ cells }) => cells.map((cell) => text.slice(cell.start, cell.end)));
      return speaksOfNumbers(words, rows[0]?.columns ?? 0)
        ? rows.map((row) => ({ ...row, valued: isValued(words) }))
        : [];
    }
  return [];
}

/** `wide`: how many places a Chinese character takes. */
function piecesOf(text: string, { start, end }: Line, wide: number): Piece[] {
  const line = text.slice(start, end);
  const out: Piece[] = [];
  let place = 0;
  let at = 0;
  const goTo = (to: number): number => {
    for (; at < to; at++) place += line.charCodeAt(at) < 0x2e80 ? 1 : wide;
    return place;
  };
  for (const hit of line.matchAll(PIECE)) {
    const left = goTo(hit.index);
    const stop = hit.index + hit[0].length;
    out.push({ start: start + hit.index, end: start + stop, left, right: goTo(stop) });
  }
  return out;
}

/** Rows with the columns that their pieces stand in; null where pieces of one row would stand in one column. */
function inColumns(lines: readonly SetLine[]): SetRow[] | null {
  const edges = edgesOf(lines.flatMap(({ pieces }) => pieces));
  const rows = lines.map(({ line, pieces }): SetRow => {
    const cells: SetCell[] = [];
    for (const piece of pieces) {
      const column = edges.findLastIndex((edge) => edge <= piece.left);
      const last = cells.at(-1);
      // 合  计: one word
      const joins = last?.column === column && last.end - last.start === 1 && piece.end - piece.start === 1;
      if (joins) cells.pop();
      cells.push({ start: joins ? last.start : piece.start, end: piece.end, column });
    }
    return { line, cells, columns: edges.length, valued: false };
  });
  const counts = new Set(rows.map(({ cells }) => cells.length));
  const apart = rows.every(({ cells }) => new Set(cells.map(({ column }) => column)).size === cells.length);
  if (apart && counts.has(edges.length)) return rows;
  const [columns] = counts;
  if (1 < counts.size || columns === undefined) return null;
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell, column) => ({ ...cell, column })), columns }));
}

/** Where each column begins: pieces of any row that reach over one place are of one column. */
function edgesOf(pieces: readonly Piece[]): number[] {
  const out: number[] = [];
  let right = -1;
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    if (right <= piece.left) out.push(piece.left);
    right = Math.max(right, piece.right);
  }
  return out;
}

/** Whether rows are those of a table with numbers, and no contents with their pages. */
function speaksOfNumbers(words: readonly (readonly string[])[], columns: number): boolean {
  const rows = words.map((cells): Row => readCells("tab", cells));
  const marked = words.filter((cells) => markerOf(cells[0] ?? "") !== "").length;
  return isTable(rows, false) && !(columns === 2 && rows.length <= 2 * marked);
}

/** 1.  抓好春耕      面积2万亩: the numbers of a list are no values. */
function isValued(words: readonly (readonly string[])[]): boolean {
  return words.length <= 2 * words.filter((cells) => 0 < readCells("tab", cells.slice(1)).numbers).length;
}
