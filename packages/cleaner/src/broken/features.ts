import { commonWords, lineWords } from "@zongjie/lexicon";
import { crossing, cutWords, hanAfter, hanBefore } from "../junction.ts";
import { isFinished, type Line, markerOf, markerStyle } from "../line.ts";
import { readTitle } from "../title.ts";
import type { Habit } from "./habit.ts";

/** Offset behind the last stop inside a line: `…… 完工。二、管好用水` → 二. 0 where there is none. */
function tailStart(text: string): number {
  for (let i = text.length - 2; 0 <= i; i--) {
    const unit = text[i] as string;
    if (/[。！!？?；;]/.test(unit)) return i + 1;
    if (/[:：]/.test(unit) && markerOf(text.slice(i + 1, i + 9).trimStart()) !== "") return i + 1;
  }
  return 0;
}

/** How the sentence begins that a line ends with: like a heading, an article of rules, an item of a run-in list, or plainly. */
function kindOf(text: string): string {
  const marker = markerOf(text);
  if (marker === "") return "";
  if (marker.endsWith("条")) return " article";
  if (marker.endsWith("是") || /^[首其再最]/.test(marker)) return " run-in";
  // a heading that lost the line end behind it; a text that is full of blanks shows nothing
  const blanks = text.slice(marker.length + 1).match(/[\u3400-\u9fff][ \u3000](?=[\u3400-\u9fff\d])/g)?.length ?? 0;
  return blanks === 1 && /^.{4,30}[\u3400-\u9fff][ \u3000][\u3400-\u9fff\d]/.test(text) ? " glued" : " marked";
}

const SIZES = [2, 4, 8, 12, 16, 20, 24, 30, 40, 60, 100];
const sizeOf = (length: number): number => SIZES.find((bound) => length <= bound) ?? 999;

/** The words of the file that a piece of text begins or ends with. */
function edgeWord(kind: "hanging" | "clinging" | "opening", word: string): string[] {
  return lineWords()[kind].has(word) ? [kind, `${kind} ${word}`] : [];
}

function partOf(word: string): string {
  return word === "" ? "-" : (commonWords().get(word)?.part ?? "?");
}

/**
 * Plain facts about a line end that may stand in the middle of a sentence:
 *
 *     ……老旧小区改造提速，专项资金压⏎力大，部分项目……      tail open, word over the end, next stub
 */
export function breakFeatures({ lines, indented, spaced, open, styles, holds }: Habit, i: number): string[] {
  const line = lines[i] as Line;
  const next = lines[i + 1] as Line;
  const out: string[] = [];
  const from = tailStart(line.text);
  const tail = line.text.slice(from).trimStart();
  const form = kindOf(tail);
  const marked = form === " marked";
  const kind = `${from === 0 ? "whole" : "tail"}${form}`;
  const clauses = Math.min(3, tail.match(/[，,]/g)?.length ?? 0);
  out.push(kind, `${kind} ${sizeOf(tail.length)}`, `${kind} clauses ${clauses}`);
  if (from === 0 || marked) {
    const [count, bare] = styles.get(markerStyle(tail)) ?? [0, 0];
    // the line itself is no evidence of what its like are
    const [others, like] = from === 0 ? [count - 1, bare - 1] : [count, bare];
    const some =
      others <= 0
        ? "none"
        : like <= 0
          ? "ended"
          : like < 0.3 * others
            ? "mostly ended"
            : like < 0.9 * others
              ? "mixed"
              : "bare";
    out.push(`${marked ? "marked" : "plain"} others ${some}`);
  }
  if (0 < from && /[ \u3000]/.test(line.text[from] as string)) out.push("tail apart");
  if (2 < tail.length && next.text.startsWith(tail.slice(0, 2))) out.push("echo");
  if (from === 0 && !marked && readTitle(line.text) !== null) out.push("title");
  const [left, right] = [leftOf(line), rightOf(next)];
  if (left !== "" && right !== "") {
    const over = crossing(left, right);
    out.push(0 < over ? `over ${Math.min(9, 1.5 * Math.ceil(over / 1.5))}` : "over none");
    if (holds(left.slice(-2) + right.slice(0, 1)) || holds(left.slice(-1) + right.slice(0, 2))) out.push("seen 3");
    if (holds(left.slice(-2) + right.slice(0, 2))) out.push("seen 4");
  }
  const end = cutWords(left).at(-1) ?? "";
  const [first = ""] = cutWords(right);
  out.push(...edgeWord("hanging", end), ...edgeWord("clinging", first), ...edgeWord("opening", first));
  if (lineWords().hanging.has(end) && lineWords().clinging.has(first)) out.push("hanging and clinging");
  out.push(`end ${partOf(end)}`, `first ${partOf(first)}`, `${partOf(end)} ${partOf(first)}`);
  if (/^\d/.test(next.text)) out.push(/^(?:19|20)\d\d年/.test(next.text) ? "next year" : "next digit");
  else if (right === "") out.push("next other");
  const stub = next.text.search(/[，。、；：！？,;:!?]/);
  if (0 <= stub && stub <= 3 && markerOf(next.text) === "") out.push(`next stub ${stub}`);
  if (markerOf(next.text) !== "") out.push("next marked");
  if (readTitle(next.text) !== null) out.push("next title");
  out.push(`next ${isFinished(next.text) ? "ended" : "open"}`, `next ${sizeOf(next.text.length)}`);
  out.push(`next clauses ${Math.min(2, next.text.match(/[，,。；;]/g)?.length ?? 0)}`);
  const before = lines[i - 1];
  if (before !== undefined && !isFinished(before.text)) out.push("after open");
  if (Math.abs(line.text.length - next.text.length) < 3) out.push("twins");
  if (0.5 < open) out.push("loose");
  if (0.8 < open) out.push("very loose");
  const blank = line.end + 1 < next.start;
  const set = next.start < next.at;
  const tight = (spaced && !blank) || (indented && !set);
  out.push(tight ? "tight" : spaced || indented ? "apart" : blank || set ? "wider" : "plain");
  out.push(`${out.at(-1)} ${kind}`);
  return out;
}

/** The characters before a line end and behind it, without the blanks that scraping put between them. */
export function leftOf({ text }: Line): string {
  const end = text.slice(-12).replace(/[ \u3000]/g, "");
  return hanBefore(end, end.length);
}

/** The same behind it. */
export function rightOf({ text }: Line): string {
  return hanAfter(text.slice(0, 12).replace(/[ \u3000]/g, ""), 0);
}
