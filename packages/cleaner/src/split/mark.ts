import { ruleMatcher } from "@zongjie/lexicon";
import type { Line } from "../line.ts";

/** A mark between documents that a line carries: which form, which number, and where the text behind it begins. */
export interface Mark {
  readonly rule: string;
  readonly ordinal: number;
  /** Length of the mark at the line's start; for a number behind a title, the whole line. */
  readonly length: number;
}

/** A line with a mark of a known form. */
export interface Marked {
  readonly line: number;
  readonly rule: string;
  /** Characters of the mark at the line's start; 0 where the number stands behind the headline. */
  readonly mark: number;
  /** Marks of this form on the page. */
  readonly size: number;
}

const DIGITS = "零一二三四五六七八九";

/** Reads a Chinese or Arabic ordinal up to 999: `十三` → 13. NaN where it is none. */
export function readOrdinal(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  let value = 0;
  let digit = 0;
  for (const c of text) {
    if (c === "百") value += (digit || 1) * 100;
    else if (c === "十") value += (digit || 1) * 10;
    else {
      digit = DIGITS.indexOf(c);
      if (digit < 0) return Number.NaN;
      continue;
    }
    digit = 0;
  }
  return value + digit;
}

const patterns = new Map<string, RegExp>();

/** The marks that a line could be read as: `篇2:卫生工作总结` as number 2 of form separator.pian-n. */
export function readMarks(line: Line): Mark[] {
  if (line.text === "" || 400 < line.text.length) return readMarksOfLong(line);
  return marksOf(line.text);
}

/** A mark may be glued to a whole document on one line: only the line's head is looked at. */
function readMarksOfLong(line: Line): Mark[] {
  return line.text === "" ? [] : marksOf(line.text.slice(0, 60)).filter((mark) => mark.length < 30);
}

function marksOf(text: string): Mark[] {
  const out: Mark[] = [];
  for (const { rule, end } of ruleMatcher("separator.yaml").match(text)) {
    let pattern = patterns.get(rule.id);
    if (pattern === undefined) {
      pattern = new RegExp(rule.pattern ?? "", "u");
      patterns.set(rule.id, pattern);
    }
    const ordinal = readOrdinal(pattern.exec(text)?.[1] ?? "");
    if (!Number.isNaN(ordinal) && 0 < ordinal) out.push({ rule: rule.id, ordinal, length: end });
  }
  return out;
}
