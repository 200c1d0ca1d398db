import type { Check } from "@zongjie/document";
import { fills, mayBeSome, type Parts } from "./parts.ts";
import { HOLDS, isAlike, type Passage, type Term } from "./term.ts";
import { check, isSlip, slack } from "./tolerance.ts";

/** So much of the whole make a list that is meant to name all; twice named parts do not go beyond the second. */
export const NEARLY = 0.85;
export const BEYOND = 1.2;
/** What says that a whole is one: 全年用电, 共有馆藏文物. */
export const TOTAL: RegExp = /[全共总]|累计|合计/;

/** A whole beside the sum of its parts: `figures[0]` is the whole. */
export function sumOf(whole: Term, parts: readonly Term[]): Check {
  const computed = parts.reduce((value, part) => value + part.value, 0);
  return balanceOf(whole, parts, computed);
}

/** A whole beside what others come to that are added to it or taken off: the rounding of each counts. */
export function balanceOf(whole: Term, others: readonly Term[], computed: number): Check {
  const members = [whole, ...others];
  const tolerance = members.reduce((all, { figure }) => all + slack(figure), 0);
  const indexes = members.map(({ index }) => index);
  return check("parts-sum", whole.value, computed, tolerance, indexes);
}

/** Whether the sum would hold but for the place of one figure's point. */
export function hasSlip(whole: Term, parts: readonly Term[]): boolean {
  const found = sumOf(whole, parts);
  // 52 is ten times 5.2 by chance, ten thousand times never
  const fits = (made: Check): boolean =>
    (100 <= found.stated || made.stated < made.computed / 1000 || 1000 * made.computed < made.stated) &&
    isSlip(made, [whole.figure]);
  if (fits(found)) return true;
  return parts.some((part) => {
    const missing = found.stated - (found.computed - part.value);
    return 0 < missing && fits(check("parts-sum", part.value, missing, 0, []));
  });
}

/** 招标96项，|其中|工程41项、采购32项: there may be others. */
export function namesSome({ computed, stated }: Check, whole: Term, { terms, closed }: Parts): boolean {
  const among = ((terms[0]?.holds ?? 0) & HOLDS.among) !== 0;
  return among && !closed && mayBeSome(terms, computed / stated) && !hasSlip(whole, terms);
}

/** 落实资金86万元，节约3万元，其中拨款52万元: the whole that holds a part may stand before the nearest. */
export function hasLarger({ terms }: Passage, whole: Term, part: Term): boolean {
  return terms.some(
    (term) =>
      term.index < whole.index &&
      term.sentence === whole.sentence &&
      term.role === "level" &&
      fills(term, part) &&
      part.value <= term.value,
  );
}

/** Whether nothing but shares and changes stands between parts: 一是…460人…；二是停招专业3个；三是…22人 are no list. */
export function isRow({ terms }: Passage, parts: readonly Term[]): boolean {
  const [first, last] = [parts[0]?.index ?? 0, parts.at(-1)?.index ?? 0];
  return terms.every(
    (term) =>
      term.index < first ||
      last < term.index ||
      parts.includes(term) ||
      term.aside ||
      term.role === "share" ||
      term.role === "change" ||
      term.role === "none",
  );
}

/** Whether no other level of its sort is larger. */
export function isBig({ figure, value }: Term, others: readonly Term[]): boolean {
  return others.every((other) => other.role !== "level" || !isAlike(other.figure, figure) || other.value <= value);
}
