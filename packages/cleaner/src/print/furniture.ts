import type { Line } from "../line.ts";
import { readTitle } from "../title.ts";
import { cutSheets, EDGE } from "./sheet.ts";

/** Why a line goes. */
export interface PrintVerdict {
  readonly rule: string;
  readonly reason: string;
}

const NUMBER: PrintVerdict = { rule: "print.page-number", reason: "pagination" };
const RUNNING: PrintVerdict = { rule: "print.running-line", reason: "repeat" };

/** A page's number that says what it is: `第3页 共10页`, `- 3 -`, `Page 3 of 10`. */
const NUMBERED =
  /^(?:第\s?\d{1,4}\s?页(?:[\s，,/（(]{0,3}共\s?\d{1,4}\s?页[）)]?)?|共\s?\d{1,4}\s?页[\s，,]{0,3}第\s?\d{1,4}\s?页|[-—–―－]{1,2}\s?\d{1,4}\s?[-—–―－]{1,2}|Page\s\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?)$/i;

/** A number alone, which is a page's where it grows with the pages. */
const ALONE = /^[·•.]?\s?\d{1,4}(?:\s?\/\s?\d{1,4})?\s?[·•.]?$/;

/** Share of the pages on which a line stands that runs over them: heads of left and right pages may differ. */
const SHARE = 0.4;
const FEWEST = 2;
const LONGEST = 60;
/** Numbers of a line that are tried as the page's. */
const MOST_NUMBERS = 4;

/** Page numbers, and heads and feet that run over the pages, by the index of their line. */
export function furnitureLines(text: string, lines: readonly Line[]): Map<number, PrintVerdict> {
  const out = new Map<number, PrintVerdict>();
  for (const [i, line] of lines.entries()) if (line.text.length < 30 && NUMBERED.test(line.text)) out.set(i, NUMBER);
  const sheets = cutSheets(text, lines);
  for (const edge of ["head", "foot"] as const)
    for (let rank = 0; rank < EDGE; rank++) {
      // behind a line that stays nothing is the page's edge
      const at = sheets.map((sheet) =>
        sheet[edge].slice(0, rank).every((i) => out.has(i)) ? sheet[edge][rank] : undefined,
      );
      for (const i of running(at, lines))
        if (i !== at[0] || edge === "foot" || readTitle(textOf(lines, i)) === null)
          out.set(i, ALONE.test(textOf(lines, i)) ? NUMBER : RUNNING);
    }
  return out;
}

const textOf = (lines: readonly Line[], i: number): string => lines[i]?.text ?? "";

/** Those of the lines that run over the pages. `at`: the line of each page, by its index. */
function running(at: readonly (number | undefined)[], lines: readonly Line[]): number[] {
  const places = new Map<string, number[]>();
  for (const [page, i] of at.entries())
    for (const key of i === undefined ? [] : keysOf(textOf(lines, i), page)) {
      const found = places.get(key);
      if (found === undefined) places.set(key, [i as number]);
      else found.push(i as number);
    }
  const least = Math.max(FEWEST, SHARE * at.length);
  const edges = new Set(at);
  // a head of a table that is written on each of its pages stands within the one on which the table begins
  const inside = (key: string): boolean => lines.some(({ text }, i) => text === key && !edges.has(i));
  return [...places].flatMap(([key, found]) => (found.length < least || inside(key) ? [] : found));
}

/** A line as it stands, and with each of its numbers as it differs from the page's: `总结 #1` for `总结 3` on page 2. */
function keysOf(text: string, page: number): string[] {
  if (LONGEST < text.length) return [];
  const keys = /\p{L}/u.test(text) ? [text] : [];
  const numbers = [...text.matchAll(/\d{1,4}/g)].slice(0, MOST_NUMBERS);
  for (const { index, 0: number } of numbers)
    keys.push(`${text.slice(0, index)}#${Number(number) - page}#${text.slice(index + number.length)}`);
  return keys;
}
