import type { Passage, Term } from "./term.ts";
import { halfStep } from "./tolerance.ts";

/** A number of fewer digits comes out by chance. */
const SHARP = 3;
/** Most figures of a text that are looked through for one check. */
export const FARTHEST = 60;

/** A sum that holds. */
export interface Sum {
  readonly whole: number;
  readonly stated: number;
  readonly parts: ReadonlySet<number>;
}

/** What is known of a text, by the indexes of its figures. */
export interface Text {
  readonly terms: ReadonlyMap<number, Term>;
  /** Where each stands. */
  readonly places: ReadonlyMap<number, Passage>;
  /** The sums that hold, by their whole and by each of their parts. */
  readonly sumsOf: Map<number, Sum[]>;
  readonly sumsWith: Map<number, Sum[]>;
  /** What a figure is a share of. */
  readonly shares: Map<number, number>;
  /** Which part a share is of, by the share. */
  readonly partOf: Map<number, number>;
  /** What has grown from a figure. */
  readonly bases: Map<number, number>;
}

/** Keeps what a check that holds says. */
export function keep(text: Text, code: string, figures: readonly number[], stated: number): void {
  const [first = -1, second, third] = figures;
  if (code === "parts-sum") {
    const sum = { whole: first, stated, parts: new Set(figures.slice(1)) };
    add(text.sumsOf, first, sum);
    for (const part of sum.parts) add(text.sumsWith, part, sum);
  } else if (second !== undefined && third !== undefined) {
    if (code === "percent-of") {
      text.shares.set(second, third);
      text.partOf.set(first, second);
    }
    if (code === "growth") text.bases.set(third, second);
  }
}

function add(to: Map<number, Sum[]>, index: number, sum: Sum): void {
  const list = to.get(index);
  if (list === undefined) to.set(index, [sum]);
  else list.push(sum);
}

export function isLevel({ role, value }: Term): boolean {
  return (role === "level" || role === "base") && 0 < value;
}

/** Whether a value has so many digits that it is not met by chance, in the unit that a figure is written in. */
export function isSharp(value: number, { figure }: Term): boolean {
  const digits = Math.round(value / (2 * halfStep(figure)));
  return 10 ** (SHARP - 1) <= digits;
}
