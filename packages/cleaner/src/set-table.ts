import type { Span } from "@zongjie/document";
import type { Line } from "./line.ts";
import { isContents, isTable, type Row, readCells, tableRows } from "./table.ts";

/** A cell of a row that was set with blanks; the first column is 0. */
export interface SetCell extends Span {
  readonly column: number;
}

/** A line that is a row of a table, or a cell of one that was written one cell a line. */
export interface TableLine {
  /** The cells that blanks part; none where tabs or bars do. */
  readonly cells: readonly SetCell[];
  /** How many columns its table has, where blanks part its cells. */
  readonly columns: number;
  /** Whether it is one beyond doubt; the items of a list, set with blanks too, have no value but their own number. */
  readonly valued: boolean;
}

/** A row that was set with blanks, and the index of its line. */
interface SetRow extends Omit<TableLine, "valued"> {
  readonly line: number;
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

/** Which lines of a text belong to tables, null for all others: rows of any make, and cells that stand one a line. */
export function tableLines(text: string, lines: readonly Line[]): (TableLine | null)[] {
  const out = tableRows(lines.map((line) => line.text)).map((kind, i): TableLine | null => {
    if (kind === null) return null;
    const cells = kind === "blank" ? cellsOf(lines[i] as Line) : [];
    return { cells, columns: cells.length, valued: true };
  });
  for (const { rows, valued } of setTables(text, lines))
    for (const { line, cells, columns } of rows)
      if (valued) out[line] = { cells, columns, valued };
      else out[line] ??= { cells: [], columns: 0, valued };
  return out;
}

/** The cells of a row that one blank may part. */
function cellsOf({ at, text }: Line): SetCell[] {
  return [...text.matchAll(/[^ \u00a0\u3000]+/g)].map((hit, column) => ({
    start: at + hit.index,
    end: at + hit.index + hit[0].length,
    column,
  }));
}

/** A table that was set with blanks; `valued` where most rows have a value, and not only the number of an item. */
interface SetTable {
  readonly rows: readonly SetRow[];
  readonly valued: boolean;
}

/**
 * The tables whose columns are set with blanks, as a terminal or a PDF shows them: pieces that stand above each other are
 * of one column, and a column where a row has nothing has an empty cell. One pass. Offsets in `text`.
 *
 *     项目          合计    中央    省级
 *     白石产业路     120      80      40
 *     柳溪饮水        60              60        columns 0, 1 and 3
 */
export function setTables(text: string, lines: readonly Line[]): SetTable[] {
  const out: SetTable[] = [];
  let run: { index: number; line: Line }[] = [];
  const flush = (): void => {
    const table = tableOf(text, run);
    if (table !== null) out.push(table);
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

/** The table that a run of lines is, its first line or two perhaps left out; null where they are none. */
function tableOf(text: string, run: readonly { index: number; line: Line }[]): SetTable | null {
  for (const from of [0, 1, 2])
    for (const wide of [2, 1]) {
      if (run.length - from < FEWEST) return null;
      const set = run.slice(from).map(({ index, line }) => ({ line: index, pieces: piecesOf(text, line, wide) }));
      const rows = inColumns(set);
      if (rows === null) continue;
      const words = rows.map(({ cells }) => cells.map((cell) => text.slice(cell.start, cell.end)));
      return speaksOfNumbers(words, rows[0]?.columns ?? 0) ? { rows, valued: isValued(words) } : null;
    }
  return null;
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
    return { line, cells, columns: edges.length };
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
  return isTable(rows, false) && !(columns === 2 && isContents(words));
}

/** 1.  抓好春耕      面积2万亩: the numbers of a list are no values. */
function isValued(words: readonly (readonly string[])[]): boolean {
  return words.length <= 2 * words.filter((cells) => 0 < readCells("tab", cells.slice(1)).numbers).length;
}
