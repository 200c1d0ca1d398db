import type { Comparison } from "@zongjie/document";
import { changeWords, type WordEnds } from "./phrases.ts";
import type { Qualified } from "./qualify.ts";

/** Where the word of change begins, and what it says. */
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
export function readChange(text: string, figure: Qualified, clause: number): Change | null {
  const words = changeWords();
  let at = figure.outerStart;
  for (let size = words.between.before(text, at); 0 < size && clause <= at - size; size = words.between.before(text, at)) at -= size;
  const up = words.up.before(text, at);
  const down = words.down.before(text, at);
  const size = Math.max(up, down);
  if (size === 0 || at - size < clause) return null;
  const word = text.slice(at - size, at);
  if (word.length === 1 && !isChange(text, figure, clause, at)) return null;
  return { comparison: { base: baseIn(text.slice(clause, at)), direction: down < up ? "up" : directionOf(down, up) }, start: at - size };
}

function directionOf(down: number, up: number): "up" | "down" {
  return up < down ? "down" : "up";
}

/** A short word such as 高 or 少 speaks of change only behind a base, or before points. */
function isChange(text: string, figure: Qualified, clause: number, at: number): boolean {
  return /比|较|同/.test(text.slice(clause, at)) || figure.unit.endsWith("百分点") || /[增减降升]/.test(text[at - 1] ?? "");
}

function baseIn(clause: string): string {
  const { base } = changeWords();
  let last = "";
  for (const hit of clause.matchAll(base)) last = hit[0];
  return last;
}

/** Whether the words of a list end a text: for callers that cut them off. */
export function endsWith(list: WordEnds, text: string): boolean {
  return list.before(text, text.length) !== 0;
}
