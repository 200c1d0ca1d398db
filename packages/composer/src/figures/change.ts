import type { Comparison } from "@zongjie/document";
import { type ChangeSort, sentenceFrames } from "../sentence-frames.ts";

/** A change in words: 同比增长3.2% is { base: "同比", direction: "up", amount: "3.2%" }. */
export interface Change extends Comparison {
  /** Empty where none is told: 与上年持平. */
  readonly amount: string;
}

const CHANGE = /^(.*?)([-−]?\d.*)?$/u;

/** Reads a change that a brief tells in words; null where it says none. */
export function changeIn(text: string): Change | null {
  const { directions } = sentenceFrames();
  const [, words = "", amount = ""] = CHANGE.exec(text.trim()) ?? [];
  let best: { direction: Change["direction"]; word: string } | null = null;
  for (const direction of ["up", "down", "flat"] as const)
    for (const word of directions[direction].read)
      if (words.endsWith(word) && (best?.word.length ?? 0) < word.length) best = { direction, word };
  if (best === null || (best.direction !== "flat" && amount === "")) return null;
  return { base: words.slice(0, words.length - best.word.length), direction: best.direction, amount };
}

/** A change as it is printed, without its amount: 同比增长; 比上年提高 before percentage points, 与上年持平. */
export function changeWords(comparison: Comparison, unit: string, pick: number): string {
  const words = sentenceFrames().directions[comparison.direction].write[changeSort(unit)];
  return `${linkedBase(comparison)}${words[pick % words.length] ?? ""}`;
}

/** What a change is measured by, with the word that leads to it: 同比, 比上年, 与上年 before 持平. */
export function linkedBase({ base, direction }: Comparison): string {
  const linked = base === "" || sentenceFrames().bases.some((word) => base.startsWith(word));
  return `${linked ? "" : direction === "flat" ? "与" : "比"}${base}`;
}

function changeSort(unit: string): ChangeSort {
  return unit.endsWith("点") ? "points" : /^[%％‰]/u.test(unit) ? "percent" : "other";
}
