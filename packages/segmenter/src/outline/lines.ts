import type { Span } from "@zongjie/document";
import type { Line } from "./types.ts";

/** White space of a scraped page: blanks of all widths, also those without width. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x3000 ||
    code === 0xa0 ||
    (0x09 <= code && code <= 0x0d) ||
    (0x2000 <= code && code <= 0x200f) ||
    code === 0xfeff ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x1680 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** The span without the blanks at its ends: `trimSpan(" 一、总则 ", …)` is that of 一、总则. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (from < to && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The non-empty lines of a text without the blanks around them. */
export function findLines(text: string): Line[] {
  const out: Line[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found === -1 ? text.length : found;
    const span = trimSpan(text, at, end);
    if (span.start < span.end) out.push({ start: span.start, end: span.end, index: out.length });
    at = end + 1;
  }
  return out;
}

/** Some characters, by their code, for what is asked of each character of a text; ranges by their ends: `["①⑳"]`. */
export function charTable(characters: string, ranges: readonly string[] = []): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const sign of characters) table[sign.charCodeAt(0)] = 1;
  for (const range of ranges) table.fill(1, range.charCodeAt(0), range.charCodeAt(1) + 1);
  return table;
}

/** Signs that a site puts before a heading or a reply: ▎（一）…, > 二、…, ■ 主要成效. */
const DECORATION: Uint8Array = charTable("▎▌▍┃│■□●○◆◇★☆▲△▶►▪•·>＞»※ \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", [
  "\t\r",
  "\u2000\u200a",
]);

/** Where the words of a line begin behind bullets and bars; its start where nothing else stands there. */
export function wordStart(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && DECORATION[text.charCodeAt(at)] === 1) at++;
  return at === line.end ? line.start : at;
}
