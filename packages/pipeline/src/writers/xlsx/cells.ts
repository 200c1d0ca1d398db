import type { Cell } from "../../csv.ts";
import type { ColumnType } from "../table.ts";
import { STYLE, xml } from "./parts.ts";

/** Characters of a cell, and what stands at the end of one that was cut: Excel would call the file damaged. */
const MOST = 32_767;
const CUT = "… [cut]";

/** Numbers from here on are shown as 1.3E+12 unless they are told to show all digits. */
const MANY_DIGITS = 1e11;

/** Days between Excel's day 0 and 1970-01-01; from March 1900 on Excel's days are right. */
const DAY = 86_400_000;
const EPOCH = 25_569;
const FIRST = 61;

/** `AB`, the name of the 28th column; `i` counts from 0. */
export function columnName(i: number): string {
  return i < 26 ? String.fromCharCode(65 + i) : `${columnName(Math.floor(i / 26) - 1)}${columnName(i % 26)}`;
}

/** True for a text that {@link textCell} has to cut. */
export function isTooLong(text: string): boolean {
  return MOST < text.length;
}

/** A cell: numbers, truth and whole days as what they are, all else as text, which is never a formula. Empty for null. */
export function cellXml(place: string, cell: Cell, type: ColumnType): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") {
    const day = type === "date" ? dayOf(cell) : null;
    return day === null ? textCell(place, cell, STYLE.plain) : `<c r="${place}" s="${STYLE.date}"><v>${day}</v></c>`;
  }
  if (!Number.isFinite(cell)) return "";
  const style = MANY_DIGITS <= Math.abs(cell) && Number.isInteger(cell) ? ` s="${STYLE.digits}"` : "";
  return `<c r="${place}"${style}><v>${cell}</v></c>`;
}

/** A cell of text; more than Excel can hold is cut, with a mark at its end. */
export function textCell(place: string, text: string, style: number): string {
  const whole = isTooLong(text) ? `${text.slice(0, MOST - CUT.length)}${CUT}` : text;
  return `<c r="${place}" t="inlineStr"${style === STYLE.plain ? "" : ` s="${style}"`}><is><t xml:space="preserve">${xml(whole)}</t></is></c>`;
}

/** 2023-12-28 as a number of days; null for what is no whole day or too early for Excel. */
function dayOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  const day = time / DAY + EPOCH;
  return FIRST <= day && new Date(time).toISOString().startsWith(text) ? day : null;
}
