import type { Span } from "@zongjie/document";
import type { Look } from "./look.ts";

/** Stretches of text that may hold the name of a figure, by where they stand; the words before it, behind it, back in its sentence. */
export const STRETCHES = ["own", "behind", "back1", "back2", "back3", "first"] as const;

/** A stretch of text that may hold the name of a figure. */
export interface Zone extends Span {
  /** Index in `STRETCHES`. */
  readonly kind: number;
}

/** How far names stand from what they name, in UTF-16 units: before, behind, and back in the sentence. */
const BEFORE = 20;
const BEHIND = 12;
const BACK = 14;
/** Places in the widest stretch, its end included. */
export const WIDEST: number = BEFORE + 1;
/** How far a stretch, the stretches back in the sentence and the beginning of the sentence are looked for. */
const STRETCH = 60;
const BACKWARDS = 160;
const SENTENCE = 200;

const STOP = /[。！？!?\n；;]/;
const JOINT = /[，,：:、（(）)\s|｜“”"《》]/;
const CLAUSE = /[，,。；;：:（(）)！？!?\n|｜\t]/;

/**
 * The stretches in which the name of a figure is looked for.
 *
 *     全年受理案件|236件|，审结|201件|，结案率|85.2%|以上
 *     first, back2        back1       own         behind
 */
export function zonesOf({ text, quantities, at, clause, behind, named }: Look): Zone[] {
  const figure = quantities[at] as (typeof quantities)[number];
  const zones: Zone[] = [];
  // 由原来的|四个: nothing but words that lead to the figure
  if (named.start < named.end)
    zones.push({ kind: 0, start: Math.max(clause, figure.outerStart - BEFORE), end: figure.outerStart });
  const thing = afterQualities(text, figure.outerEnd);
  zones.push({ kind: 1, start: thing, end: Math.min(Math.max(behind, thing), thing + BEHIND) });
  const least = Math.max(0, clause - BACKWARDS);
  let place = clause;
  let last = at - 1;
  for (let kind = 2; kind < STRETCHES.length - 1; kind++) {
    // over joints and figures
    while (least < place) {
      const before = quantities[last];
      if (before !== undefined && place <= before.outerStart) last--;
      else if (before !== undefined && place <= before.outerEnd) place = before.outerStart;
      else if (JOINT.test(text[place - 1] as string) && text[place - 1] !== "\n") place--;
      else break;
    }
    if (place <= least || STOP.test(text[place - 1] as string)) return zones;
    const end = place;
    const floor = Math.max(quantities[last]?.outerEnd ?? 0, end - STRETCH, least);
    while (floor < place && !CLAUSE.test(text[place - 1] as string)) place--;
    if (place === end) return zones;
    zones.push({ kind, start: Math.max(place, end - BACK), end });
  }
  const opening = openingOf(text, place);
  if (opening !== null) zones.push(opening);
  return zones;
}

/** 5名|思想好、业务精的|医生: a list of qualities stands before the thing. */
function afterQualities(text: string, from: number): number {
  QUALITIES.lastIndex = from;
  return QUALITIES.test(text) ? QUALITIES.lastIndex : from;
}

const QUALITIES = /(?:[^，,。；;：:、的\d\n]{1,8}[好强高精正优硬实深湛富良厚]、?){2,6}的/y;

/** The first stretch of the sentence, where it ends before an offset. */
function openingOf(text: string, before: number): Zone | null {
  const floor = Math.max(0, before - SENTENCE);
  let start = before;
  while (floor < start && !STOP.test(text[start - 1] as string)) start--;
  let end = start;
  while (end < before && end < start + BACK && !/[，,：:（(）)\d|｜\t]/.test(text[end] as string)) end++;
  return start + 1 < end ? { kind: STRETCHES.length - 1, start, end } : null;
}
