import { plainNumber } from "./number.ts";

/** What a cell of a table holds; null is an empty one. */
export type Cell = string | number | boolean | null;

/**
 * What a spreadsheet takes for a formula, in either width; blanks before it are no shelter.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^(?:[\s\u3000]*[=+\-@＝＋－＠]|[\t\r\n])/;

/**
 * A row of a CSV with its line end (RFC 4180): `csvRow(["-1.93‰", -1.93])` is `'-1.93‰,-1.93⏎`. Text that a spreadsheet would
 * run gets an apostrophe; numbers stay numbers, with all their digits and no exponent.
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return plainNumber(cell);
  if (typeof cell === "boolean") return `${cell}`;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Reads what {@link csvRow} writes: rows of cells, quotes undone, a leading byte-order mark left out. The apostrophe before a
 * would-be formula goes. Linear; a row without its line end is a row.
 */
export function* csvRows(text: string): Generator<string[]> {
  let row: string[] = [];
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; ) {
    const quoted = text[at] === '"';
    let end = at;
    let cell: string;
    if (quoted) {
      const pieces: string[] = [];
      let from = at + 1;
      for (;;) {
        end = text.indexOf('"', from);
        if (end === -1) end = text.length;
        pieces.push(text.slice(from, end));
        if (text[end + 1] !== '"') break;
        pieces.push('"');
        from = end + 2;
      }
      end = Math.min(text.length, end + 1);
      cell = pieces.join("");
    } else {
      while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end++;
      cell = text.slice(at, end);
    }
    row.push(cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell);
    if (text[end] === ",") {
      at = end + 1;
      if (at === text.length) row.push("");
      continue;
    }
    at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    yield row;
    row = [];
  }
  if (0 < row.length) yield row;
}
