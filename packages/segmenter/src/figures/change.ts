import type { Comparison } from "@zongjie/document";
import { skipBlanksBack } from "./characters.ts";
import { changeWords } from "./phrases.ts";
import type { Qualified } from "./qualify.ts";

/** What a text says of a change, and where saying it begins: the name stands before that. */
export interface Change {
  readonly comparison: Comparison;
  readonly start: number;
}

/**
 * Reads that a figure is itself a change: null for 提高到390元, which names a level.
 *
 *     较上年同期|增加|35.9万平方米
 *     base      word
 */
export function readChange(text: string, figure: Qualified, clause: number, last?: Qualified): Change | null {
  const words = changeWords();
  if (text[figure.start] === "翻")
    return {
      comparison: { base: baseIn(text, clause, figure.start).base, direction: "up" },
      start: baseIn(text, clause, figure.start).start,
    };
  const above = readAbove(text, figure, clause);
  if (above !== null) return above;
  let at = skipBlanksBack(text, figure.outerStart);
  for (
    let size = words.between.before(text, at);
    0 < size && clause <= at - size;
    size = words.between.before(text, at)
  )
    at -= size;
  const up = words.up.before(text, at);
  const down = words.down.before(text, at);
  const size = Math.max(up, down);
  if (size === 0 || at - size < clause) return null;
  const word = at - size;
  const found = baseIn(text, clause, word);
  const base = found.base === "" && clause === last?.outerEnd ? levelBase(text, last) : found.base;
  const { start } = found;
  if (size === 1 && base === "" && !figure.unit.endsWith("百分点")) return null;
  // 新建4.2万亩、改造提升|2.8万亩: a deed, no change
  if (base === "" && /(?:改造|整合|巩固|优化|扩容|维修)$/.test(text.slice(Math.max(clause, word - 2), word)))
    return null;
  if (figure.discrete && base === "" && isThing(text, figure, at)) return null;
  return { comparison: { base, direction: up < down ? "down" : "up" }, start };
}

/** 高于全县平均|3.1个百分点: what is above what. */
function readAbove(text: string, figure: Qualified, clause: number): Change | null {
  if (!figure.unit.endsWith("百分点")) return null;
  const words = text.slice(clause, figure.outerStart);
  const hit = /(?:(高于|快于|高出|优于|好于|领先于?)|(低于|慢于))([^，,。；;：:、\d]{2,12})$/.exec(words);
  if (hit === null) return null;
  return {
    comparison: { base: hit[3] ?? "", direction: hit[1] === undefined ? "down" : "up" },
    start: clause + hit.index,
  };
}

/** 较2022年的236件|下降18.5%: the base stands before the other level. */
function levelBase(text: string, last: Qualified): string {
  return (
    /[较比][^，,。；;：:、]{1,12}(?=的\s?$)/.exec(
      text.slice(Math.max(0, last.outerStart - 16), last.outerStart),
    )?.[0] ?? ""
  );
}

/** 能力提升|三项|任务: a classified thing is no change. */
function isThing(text: string, figure: Qualified, at: number): boolean {
  return (
    at === figure.outerStart &&
    /^\p{Script=Han}/u.test(text.slice(figure.outerEnd, figure.outerEnd + 1)) &&
    text[at - 1] !== "了"
  );
}

/** The last base of comparison before the word of change; what stands between base and word is no name. */
function baseIn(text: string, clause: number, word: number): { base: string; start: number } {
  const words = text.slice(clause, word);
  let last: { base: string; start: number } | null = null;
  for (const hit of words.matchAll(changeWords().base)) last = { base: hit[0], start: clause + hit.index };
  if (last !== null) return last;
  const open = /(?:比|较)([^，,。；;：:、\d]{1,10})$/.exec(words);
  return open === null ? { base: "", start: word } : { base: open[1] ?? "", start: clause + open.index };
}

/** 94.6分，与上年持平: a level that has not changed. */
export function readFlat(text: string, figure: Qualified): Comparison | null {
  const behind = text.slice(figure.outerEnd, figure.outerEnd + 14);
  const hit = /^[，,]?\s?(同比|环比|(?:与|同|和|跟)([^，,。；;\d]{1,8}?))(?:基本|大体|大致)?持平/.exec(behind);
  return hit === null ? null : { base: hit[2] ?? hit[1] ?? "", direction: "flat" };
}
