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
