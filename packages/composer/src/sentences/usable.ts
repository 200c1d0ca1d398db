import type { Comparison, PatternSlot, Patterns, Qualifier, SentencePattern } from "@zongjie/document";
import { changeIn } from "../figures/change.ts";
import { sentenceFrames } from "../sentence-frames.ts";

/** A clause of a pattern that tells a figure: 新建{指标}{数}, 同比增长{百分比}. */
export interface FigurePart {
  readonly figure: PatternSlot;
  /** Null for a change behind another figure. */
  readonly metric: PatternSlot | null;
  /** What stands before the metric: 新建; empty for none. */
  readonly verb: string;
  /** What stands between metric and figure: 达到. */
  readonly link: string;
  readonly exact: Qualifier | null;
  readonly change: Comparison | null;
}

/** A mined pattern that says nothing but its figures: only such ones can be filled without inventing. */
export interface Usable {
  readonly pattern: SentencePattern;
  readonly parts: readonly FigurePart[];
  /** Whether a slot for the period stands in it. */
  readonly dated: boolean;
}

const SLOT = /\{[^{}]+\}/gu;
const known = new WeakMap<Patterns, readonly Usable[]>();

/** The mined patterns that figures can fill, best supported first. */
export function usablePatterns(patterns: Patterns): readonly Usable[] {
  let found = known.get(patterns);
  if (found === undefined) {
    found = patterns.sentences.flatMap((pattern) => usable(pattern) ?? []);
    known.set(patterns, found);
  }
  return found;
}

function usable(pattern: SentencePattern): Usable | null {
  const parts: FigurePart[] = [];
  let next = 0;
  for (const clause of pattern.text.split(/[，；、]/u)) {
    const count = clause.match(SLOT)?.length ?? 0;
    const slots = pattern.slots.slice(next, next + count);
    next += count;
    if (slots.every(({ type }) => type === "period" || type === "scope" || type === "org")) {
      // a clause that tells no figure may only say when and who
      if (clause.replace(SLOT, "") !== "") return null;
      continue;
    }
    const part = partOf(clause, slots);
    if (part === null) return null;
    parts.push(part);
  }
  if (parts.length === 0 || parts[0]?.metric === null) return null;
  return { pattern, parts, dated: pattern.slots.some(({ type }) => type === "period") };
}

/** 全年新建{指标}{数}以上: what stands before the metric, between it and the figure, and behind. */
function partOf(clause: string, slots: readonly PatternSlot[]): FigurePart | null {
  const literals = clause.split(SLOT);
  const figure = slots.at(-1);
  if (figure?.type !== "figure" || slots.filter(({ type }) => type === "figure").length !== 1) return null;
  const behind = literals.at(-1) ?? "";
  const metric = slots.at(-2)?.type === "metric" ? (slots.at(-2) as PatternSlot) : null;
  const leads = slots.slice(0, metric === null ? -1 : -2);
  if (leads.some(({ type }) => type !== "period" && type !== "scope" && type !== "org")) return null;
  if (literals.slice(0, leads.length).some((literal) => literal !== "")) return null;
  const before = literals[leads.length] ?? "";
  if (metric === null) {
    const change = leads.length === 0 && behind === "" ? changeIn(`${before}1`) : null;
    return change === null ? null : { figure, metric, verb: "", link: "", exact: null, change };
  }
  const link = literals[leads.length + 1] ?? "";
  const change = changeIn(`${link}1`);
  if (change !== null && behind === "") return { figure, metric, verb: before, link, exact: null, change };
  const exact = exactOf(link, behind);
  return exact === undefined ? null : { figure, metric, verb: before, link, exact, change: null };
}

/** How exact link and end make a figure; undefined where they say more than that. */
function exactOf(link: string, behind: string): Qualifier | null | undefined {
  const { links, behind: ends } = sentenceFrames();
  for (const name of ["plain", "at_least", "at_most", "approx"] as const) {
    const told = name === "plain" ? null : name;
    if (
      links[name].includes(link) &&
      (ends.plain.includes(behind) || (name === "at_most" && ends.at_most.includes(behind)))
    )
      return told;
    if (links.plain.includes(link) && ends[name].includes(behind)) return told;
  }
  return undefined;
}
