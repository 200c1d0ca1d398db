import { ruleMatcher } from "@zongjie/lexicon";
import { isFinished, type Line, markerOf } from "../line.ts";
import { readTitle } from "../title.ts";
import type { Boundary } from "./boundary.ts";
import { readOrdinal } from "./mark.ts";

/** Numbering that begins again at 一、 after a series of three or more, with 二、 to follow. */
export function findRestarts(lines: readonly Line[], known: ReadonlySet<number>): Boundary[] {
  const out: Boundary[] = [];
  const tops: { line: number; ordinal: number }[] = [];
  for (const [i, line] of lines.entries()) {
    if (known.has(i)) tops.push({ line: i, ordinal: 0 });
    const found = /^([一二三四五六七八九十]{1,3})、/.exec(line.text);
    if (found !== null) tops.push({ line: i, ordinal: readOrdinal(found[1] ?? "") });
  }
  let longest = 0;
  for (const [k, top] of tops.entries()) {
    const next = tops[k + 1];
    if (
      top.ordinal === 1 &&
      3 <= longest &&
      (next === undefined || next.ordinal === 2 || next.ordinal === 1) &&
      !underPart(lines, top.line)
    ) {
      out.push({ line: top.line, rule: "split.numbering-restart", mark: 0, titled: false });
      longest = 1;
    } else longest = top.ordinal < 2 ? top.ordinal : Math.max(longest, top.ordinal);
  }
  return out;
}

/** True where the line stands under a heading of a higher kind (`第二部分 …`), so that numbering may begin again. */
function underPart(lines: readonly Line[], i: number): boolean {
  let seen = 0;
  for (let k = i - 1; 0 <= k && seen < 2; k--) {
    const text = lines[k]?.text ?? "";
    if (text === "") continue;
    seen++;
    if (/^(?:第[一二三四五六七八九十\d]+(?:部分|章|节|编|条)|[（(]?[一二三四五六七八九十]+[)）])/.test(text))
      return true;
    if (text.length <= 25 && !isFinished(text) && readTitle(text) === null) return true;
  }
  return false;
}

const PAPER = /^[【[]?(?:关键词|摘\s*要)[】\]]?\s*[:：]/;

/** A paragraph that opens a report (`现将……总结如下`) when one was opened or outlined before. */
export function findOpenings(lines: readonly Line[], known: ReadonlySet<number>): Boundary[] {
  const rules = ruleMatcher("boundary.yaml");
  const out: Boundary[] = [];
  let opened = -1;
  let tops = 0;
  let size = 0;
  for (const [i, line] of lines.entries()) {
    if (line.text === "") continue;
    if (known.has(i)) {
      opened = -1;
      tops = 0;
      size = 0;
    }
    // a paper begins with its abstract or keywords
    if (PAPER.test(line.text) && 300 < size) {
      out.push({ line: i, rule: "split.paper", mark: 0, titled: false });
      opened = -1;
      tops = 0;
      size = 0;
    }
    if (/^[一二三四五六七八九十]{1,3}、/.test(line.text)) tops++;
    const from = openingOf(lines, i, (s) => rules.match(s).some((hit) => hit.rule.label === "opening"));
    if (from !== null && markerOf(line.text) === "") {
      if (0 <= opened && 3 <= tops && 300 < size) {
        out.push({ line: from, rule: "split.opening", mark: 0, titled: false });
        size = 0;
        tops = 0;
      }
      opened = i;
    }
    size += line.text.length;
  }
  return out;
}

/**
 * The line at which the sentence with an opening formula begins, null where line `i` holds no such formula. In wrapped
 * text the sentence may have begun some lines above.
 */
function openingOf(lines: readonly Line[], i: number, opens: (sentence: string) => boolean): number | null {
  const text = lines[i]?.text ?? "";
  if (600 < text.length || !/如下|以下/.test(text)) return null;
  const parts = text.split(/(?<=[。！!？?；;：:])/);
  let first = parts.findIndex((part) => part.length < 200 && opens(part));
  let from = i;
  if (first === -1) {
    const above = lines[i - 1]?.text ?? "";
    if (!opens(above + (parts[0] ?? ""))) return null;
    first = 0;
  }
  // an unfinished line above is the same sentence
  while (first === 0 && 0 < from && i - from < 12) {
    const above = lines[from - 1]?.text ?? "";
    if (above === "" || /[。！!？?：:]$/.test(above) || markerOf(lines[from]?.text ?? "") !== "" || above.length < 15)
      break;
    from--;
    if (/[。！!？?].+$/.test(above)) return null;
  }
  return from;
}
