import { isAlike, type Passage, type Term } from "./term.ts";

/** How many figures on each side of a price its number and its sum are looked for. */
export const REACH = 5;

/** The nearest figures on one side that may be a number or a sum: no changes, no shares. */
export function around({ terms }: Passage, at: number, step: 1 | -1): Term[] {
  const out: Term[] = [];
  const each = terms[at] as Term;
  for (let i = at + step; 0 <= i && i < terms.length && out.length < REACH; i += step) {
    const term = terms[i] as Term;
    if (1 < Math.abs(term.sentence - each.sentence)) break;
    if (term.role === "change" || term.role === "share" || term.role === "none") continue;
    if (term.figure.qualifier === null) out.push(term);
  }
  return out;
}

/** 管网42公里，包括干管30公里、支管12公里，每公里90万元: what a list is made of comes behind its whole. */
export function wholesFirst(near: readonly Term[]): readonly Term[] {
  const opened = near.find(({ lead }) => /^[，,]?\s?(?:其中|包括)/.test(lead));
  if (opened === undefined) return near;
  const isPart = ({ index, figure, sentence }: Term): boolean =>
    opened.index <= index && sentence === opened.sentence && isAlike(figure, opened.figure);
  const parts = near.filter(isPart);
  return parts.length < 2 ? near : [...near.filter((term) => !isPart(term)), ...parts];
}

/** 老党员38名、|新党员52名|: a number that 、 joins to another of its sort. */
export function isListed({ terms }: Passage, factor: Term): boolean {
  const before = terms[terms.indexOf(factor) - 1];
  return before !== undefined && /^\s?[、和与及]/.test(factor.lead) && isAlike(before.figure, factor.figure);
}
