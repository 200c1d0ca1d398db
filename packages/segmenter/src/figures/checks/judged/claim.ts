import type { Check, CheckCode, TextFigure } from "@zongjie/document";
import { likeness } from "../names.ts";
import type { Passage, Term } from "../term.ts";
import { digitsOff, SLIPS } from "../tolerance.ts";
import type { Cells } from "./cells.ts";
import { type Feature, told } from "./feature.ts";
import type { Memory } from "./recall.ts";

/** Arithmetic that a text may claim, and what speaks for it: `part 1 before`, `whole total`. */
export interface Claim {
  readonly check: Check;
  readonly features: readonly Feature[];
}

/** A figure among those that it may be related to: of its passage, the last ones before, totals of long before, cells. */
export interface Place {
  readonly terms: readonly Term[];
  /** Cells of tables, which stand first among them. */
  readonly cells: Cells;
  /** Where the last ones before begin among them: behind the totals. */
  readonly near: number;
  /** Where the passage begins among them. */
  readonly own: number;
  readonly known: Known;
}

/** What is known of figures by checks that hold, by the figure: `whole of a sum`, `part of a share`. */
export type Known = ReadonlyMap<number, ReadonlySet<string>>;

const PLACES: Readonly<Partial<Record<CheckCode, readonly string[]>>> = {
  "parts-sum": ["sum", "addend"],
  "percent-of": ["share", "part", "whole"],
  growth: ["change", "now", "old"],
  product: ["product", "factor"],
};

/** What the checks that hold say of their figures. */
export function knownOf(checks: readonly Check[]): Known {
  const out = new Map<number, Set<string>>();
  for (const { code, holds, figures } of checks) {
    const names = PLACES[code];
    if (!holds || names === undefined) continue;
    for (const [i, figure] of figures.entries()) {
      const known = out.get(figure) ?? new Set();
      out.set(figure, known.add(names[Math.min(i, names.length - 1)] as string));
    }
  }
  return out;
}

/**
 * What is known of a figure, as features: what checks that hold say (`share whole is sum`), and how the words before the
 * figure at `at` speak of the row and the column of a cell.
 */
export function taken(place: Place, term: Term, name: string, at: number): Feature[] {
  const out: Feature[] = [];
  for (const said of place.known.get(term.index) ?? UNKNOWN) out.push(told`${name} is ${said}`);
  if (term.cell === undefined) return out;
  for (const said of place.cells.said(term.cell, at - place.own)) out.push(told`${name} cell ${said}`);
  return out;
}

const UNKNOWN: readonly string[] = ["nothing"];

/** Whether two cells are neither of one row nor of one column. */
export function areApart({ cell: a }: Term, { cell: b }: Term): boolean {
  return a !== undefined && b !== undefined && a.rowKey !== b.rowKey && a.columnKey !== b.columnKey;
}

/** How two figures stand to each other in tables, as features: nothing where neither stands in one. */
export function inTable({ cell: a }: Term, { cell: b }: Term, name: string): Feature[] {
  if (a === undefined || b === undefined) return a === b ? [] : [told`${name} partly in table`];
  return [told`${name} in table ${a.rowKey === b.rowKey ? "row" : "column"}`];
}

/** Whether a figure is a total by what is known of it. */
export function isTotal({ known }: Pick<Place, "known">, { index }: Term): boolean {
  const said = known.get(index);
  return said !== undefined && (said.has("whole") || said.has("sum"));
}

/** The figures of a passage behind the last ones before it, and behind those farther before that are totals or that its words name. */
export function placeOf(
  { terms, before: near }: Passage,
  known: Known,
  totals: readonly Term[],
  named: Memory,
  cells: Cells,
): Place {
  const first = near[0]?.index ?? terms[0]?.index ?? 0;
  const listed = new Set(cells.terms.map(({ index }) => index));
  const others = [...totals.filter(({ index }) => index < first), ...named.recall({ terms }, first)];
  const far = new Set(others.filter(({ index }) => !listed.has(index)));
  const before = near.filter(({ index }) => !listed.has(index));
  const behind = cells.terms.length + far.size;
  return {
    terms: [...cells.terms, ...far, ...before, ...terms],
    cells,
    near: behind,
    own: behind + before.length,
    known,
  };
}

/** Farther off than this, and what is stated cannot be meant. */
const FARTHEST = 1.9;
/** A moved point leaves the digits as they are, but for their rounding. */
export const ROUNDING = 0.08;
/** Figures of few digits fit by chance more often; a point moved in one rounds it once more. */
const SHARP = 0.03;
const EXACT = 0.008;

/** Whether a number is near another, of which it is so much. */
export function isNearBy(much: number): boolean {
  return 1 / FARTHEST < much && much < FARTHEST;
}

/** Whether a number may be meant for another: near it, or near it but for a moved point. Asked before anything is made of them. */
export function mayFit(much: number): boolean {
  if (isNearBy(much)) return true;
  for (const by of SLIPS) if (1 - ROUNDING < much / by && much / by < 1 + ROUNDING) return true;
  return false;
}

/**
 * How well what is stated fits: it holds, is short or over by so many percent, or by a point; null where it cannot be
 * meant. `farthest`: how many times too large or too small it may be.
 */
export function fitOf(made: Check, figures: readonly TextFigure[], farthest: number = FARTHEST): string | null {
  if (!(0 < made.stated) || !(0 < made.computed) || !Number.isFinite(made.computed)) return null;
  if (made.holds) return "holds";
  const much = made.computed / made.stated;
  if (1 / farthest < much && much < farthest) return offBy(much);
  const off = figures.reduce((all, figure) => all + digitsOff(figure), 1e-9);
  const from = Math.min(...SLIPS.map((by) => Math.abs(much / by - 1)));
  if (off < SHARP && from <= off) return "slip";
  return from <= Math.max(EXACT, Math.min(off, ROUNDING)) ? "round slip" : null;
}

/** 1.08 is `over 12`: by not more than 12 percent. */
export function offBy(much: number): string {
  const off = Math.abs(much < 1 ? 1 / much - 1 : much - 1);
  const most = [0.02, 0.12, 0.25, 0.65].find((bound) => off < bound);
  const far = off < FARTHEST - 1 ? "far" : off < FARTHER ? "farther" : "farthest";
  return `${much < 1 ? "short" : "over"} ${most === undefined ? far : 100 * most}`;
}

const FARTHER = 3;

/** Whether figures stand side by side in one sentence: what is claimed of such is claimed however far off it is. */
export function areClose({ terms, own }: Place, indexes: readonly number[]): boolean {
  const first = Math.min(...indexes);
  const last = Math.max(...indexes);
  return own <= first && last - first <= CLOSE && terms[first]?.sentence === terms[last]?.sentence;
}

/** Most figures from the first to the last of those side by side. */
const CLOSE = 4;

/** So many figures stand between two, in steps: 0, 1, 2, 4, 8. */
export function step(count: number): string {
  return count <= 2 ? String(count) : count <= 4 ? "4" : "8";
}

/** Where another figure stands, seen from one of the passage: in its sentence, the one before, its passage, or before that. */
export function placed({ terms, near, own }: Place, of: number, at: number): string {
  const term = terms[of] as Term;
  const here = terms[at] as Term;
  if (term.cell !== undefined) return "table";
  if (of < near) return "long before";
  if (of < own) return "earlier";
  const away = here.sentence - term.sentence;
  return away === 0 ? "sentence" : away === 1 ? "sentence before" : away < 0 ? "behind" : "passage";
}

/** How alike what two figures measure is. */
export function alike(a: Term, b: Term): string {
  const value = likeness(a.figure.metric, b.figure.metric);
  return value === 0 ? "not" : value < 0.5 ? "little" : value < 1 ? "much" : "all";
}

/** How the periods of two figures stand to each other. */
export function periods(a: Term, b: Term): string {
  const [x, y] = [a.figure.periodNormalized, b.figure.periodNormalized];
  if (x === null || y === null) return x === y ? "none" : "one";
  return x === y ? "same" : x < y ? "later" : "sooner";
}

/** Whole numbers from one to another, both included. */
export function rangeOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
