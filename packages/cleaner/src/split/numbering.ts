import type { Line } from "../line.ts";
import { readOrdinal } from "./mark.ts";

/**
 * How the numbering 一、二、… (or 第一条 …) runs past a line: no numbers on the page; they begin at one below and none
 * stand above; they begin again at one below; they go on; none stand below; anything else (repeats and holes). `again`: the
 * line itself carries the one, after a series of three at least and before a two.
 */
export type NumberingState = "none" | "first" | "restart" | "again" | "continues" | "ended" | "odd";

/** A number at a line's start, or in mid-line behind a stop where breaks were lost. */
const TOP =
  /(?:^|[。：:；;！!]\s*|\s)([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]{1,3}[、等])|^第([一二三四五六七八九十\d]{1,3})[条章]/g;

/** Characters of a line that are searched for numbers. */
const WINDOW = 2000;

/** The state at the beginning of each line; a line's own numbers count as below it. */
export function numberingStates(lines: readonly Line[]): NumberingState[] {
  const numbers = lines.map(({ text }) => readNumbers(text));
  const out: NumberingState[] = lines.map(() => "none");
  // the next number below each line, and the one behind it
  let below: readonly [number, number] = [0, 0];
  const next: (readonly [number, number])[] = Array.from(lines, () => below);
  for (let i = lines.length - 1; 0 <= i; i--) {
    const own = numbers[i] as readonly number[];
    for (let k = own.length - 1; 0 <= k; k--) below = [own[k] as number, below[0]];
    next[i] = below;
  }
  let last = 0;
  for (let i = 0; i < lines.length; i++) {
    const [n, then] = next[i] ?? [0, 0];
    const own = numbers[i] ?? [];
    if (last === 0) out[i] = n === 0 ? "none" : n === 1 ? "first" : "odd";
    else if (n === 1 && 2 <= last)
      out[i] = 3 <= last && then === 2 && own[0] === 1 && /^[一第]/.test(lines[i]?.text ?? "") ? "again" : "restart";
    else out[i] = n === 0 ? "ended" : n === last + 1 ? "continues" : "odd";
    last = own.at(-1) ?? last;
  }
  return out;
}

const NO_NUMBERS: readonly number[] = [];

function readNumbers(text: string): readonly number[] {
  if (!text.includes("、") && !text.includes("第")) return NO_NUMBERS;
  const out: number[] = [];
  for (const found of text.slice(0, WINDOW).matchAll(TOP)) {
    const value = readOrdinal(found[1] ?? found[2] ?? "");
    if (0 < value) out.push(value);
  }
  return out;
}
