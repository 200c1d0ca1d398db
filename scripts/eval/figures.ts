import type { Comparison } from "@zongjie/document";
import type { GoldFigure } from "./gold.ts";
import { add, type Tally } from "./tally.ts";

/** A found figure with its place in the decoded page. */
export interface FoundFigure extends Omit<GoldFigure, "optional"> {
  readonly comparison: Comparison | null;
  readonly modality: string;
}

/** Adds what was found of a page's figures: overlap, exact place, value and unit, and what is attached. */
export function measureFigures(tally: Tally, gold: readonly GoldFigure[], found: readonly FoundFigure[]): void {
  const firm = gold.filter((g) => !g.optional && !g.masked);
  const soft = gold.filter((g) => g.optional === true || g.masked === true);
  const { pairs, used } = align(firm, found);
  const counted = found.filter((p) => used.has(p) || !soft.some((g) => 0 < overlap(g, p)));
  const f = (ok: number): [number, number, number] => [ok, counted.length, firm.length];
  add(tally, "figures overlap", f(pairs.length));
  add(tally, "figures exact", f(pairs.filter(([g, p]) => g.start === p.start && g.end === p.end).length));
  add(tally, "figures value", f(pairs.filter(([g, p]) => valued(g, p)).length));
  const metric = pairs.filter(([g]) => g.metric !== "");
  add(tally, "figures metric", [metric.filter(([g, p]) => 0.6 <= charF1(g.metric, p.metric)).length, metric.length]);
  const period = pairs.filter(([g]) => g.period !== null);
  add(tally, "figures period", [
    period.filter(([g, p]) => 0.8 <= charF1(g.period ?? "", p.period ?? "")).length,
    period.length,
  ]);
  const qualified = pairs.filter(([g, p]) => g.qualifier !== null || p.qualifier !== null);
  add(tally, "figures qualifier", [qualified.filter(([g, p]) => g.qualifier === p.qualifier).length, qualified.length]);
  const suspect = [
    pairs.filter(([g, p]) => g.suspect !== null && g.suspect === p.suspect).length,
    counted.filter((p) => p.suspect !== null).length,
    firm.filter((g) => g.suspect !== null).length,
  ] as const;
  add(tally, "figures suspect", suspect);
  measureSaid(tally, pairs);
}

/** What the words around say of a figure; only gold that annotates it counts. */
function measureSaid(tally: Tally, pairs: readonly Pair[]): void {
  const changes = pairs.filter(([g]) => g.comparison !== undefined);
  add(tally, "figures comparison", [
    changes.filter(([g, p]) => isSameChange(g.comparison ?? null, p.comparison)).length,
    changes.filter(([, p]) => p.comparison !== null).length,
    changes.filter(([g]) => (g.comparison ?? null) !== null).length,
  ]);
  const aims = pairs.filter(([g]) => g.modality !== undefined);
  add(tally, "figures target", [
    aims.filter(([g, p]) => g.modality === "target" && p.modality === "target").length,
    aims.filter(([, p]) => p.modality === "target").length,
    aims.filter(([g]) => g.modality === "target").length,
  ]);
}

/** True where both are a change in one direction from much the same base. */
function isSameChange(g: Comparison | null, p: Comparison | null): boolean {
  return g !== null && p !== null && g.direction === p.direction && 0.8 <= charF1(g.base, p.base);
}

type Pair = readonly [GoldFigure, FoundFigure];

/** Pairs figures by the largest share of common characters. */
export function align(
  firm: readonly GoldFigure[],
  found: readonly FoundFigure[],
): { pairs: Pair[]; used: Set<FoundFigure> } {
  const candidates: { share: number; g: GoldFigure; p: FoundFigure }[] = [];
  for (const g of firm)
    for (const p of found) {
      const common = p.masked ? 0 : overlap(g, p);
      if (0 < common) candidates.push({ share: common / (Math.max(g.end, p.end) - Math.min(g.start, p.start)), g, p });
    }
  const seen = new Set<GoldFigure>();
  const used = new Set<FoundFigure>();
  const pairs: Pair[] = [];
  for (const { g, p } of candidates.sort((a, b) => b.share - a.share)) {
    if (seen.has(g) || used.has(p)) continue;
    seen.add(g);
    used.add(p);
    pairs.push([g, p]);
  }
  return { pairs, used };
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

const BROKEN = new Set(["decimal-lost", "malformed", "garbled"]);

/** True where value and unit are right; of a broken number, where the damage was seen. */
function valued(g: GoldFigure, p: FoundFigure): boolean {
  if (unit(g.unit) !== unit(p.unit)) return false;
  if (g.suspect !== null && BROKEN.has(g.suspect)) return p.suspect === g.suspect;
  if (g.range !== null)
    return p.range?.length === g.range.length && g.range.every((v, i) => same(v, p.range?.[i] ?? null));
  return same(g.value, p.value);
}

function same(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
}

function unit(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^平方米$/, "m2");
}

/** F1 over the bags of characters, marks and blanks left out. */
/** Twice the characters that two names share, by the characters of both. */
export function charF1(a: string, b: string): number {
  const bare = (t: string): string => t.replace(/[\s\u3000，。、,.:：;；“”"'()（）]/g, "");
  const one = bare(a);
  const two = bare(b);
  if (one === "" && two === "") return 1;
  const bag = new Map<string, number>();
  for (const c of one) bag.set(c, (bag.get(c) ?? 0) + 1);
  let common = 0;
  for (const c of two) {
    const left = bag.get(c) ?? 0;
    if (0 < left) {
      common++;
      bag.set(c, left - 1);
    }
  }
  return (2 * common) / ([...one].length + [...two].length);
}
