import type { Check, TextFigure } from "@zongjie/document";
import { check, halfStep } from "./tolerance.ts";

/** A sum that is this much off is no slip of the pen but a list that does not name all. */
const SLIP = 0.02;
/** So many parts make a list that is meant to be whole. */
const WHOLE = 3;

/** Figures of one sentence, with their indexes among the text's figures. */
export interface Sentence {
  readonly text: string;
  /** Where the sentence begins in the text. */
  readonly start: number;
  readonly figures: readonly (readonly [index: number, figure: TextFigure])[];
}

/**
 * A total and its parts.
 *
 *     共12人，其中男7人、女5人           total first
 *     受理6件，变更4件，合计10件          total last
 */
export function partsSum(sentence: Sentence): Check[] {
  const out: Check[] = [];
  const { figures } = sentence;
  figures.forEach(([index, total], i) => {
    const behind = figures[i + 1];
    const words = behind === undefined ? "" : between(sentence, total, behind[1]);
    if (/其中|包括|分为|分别是|由|用于|分别为/.test(words)) {
      const parts = sameUnit(total, figures.slice(i + 1));
      const found = sum(index, total, parts, false, /其中|包括|分为/.test(words));
      // 收入48.7亿元，增长8.2%。其中：税收…: the total may stand some figures before 其中
      out.push(...(found.length === 0 && /其中/.test(words) ? earlierTotal(figures, i) : found));
    }
    if (/(?:合计|共计|总计)\s?$/.test(before(sentence, total)))
      out.push(...sum(index, total, sameUnit(total, figures.slice(0, i)), true, true));
  });
  return out;
}

/** The nearest figure before that the parts behind come to. */
function earlierTotal(figures: Sentence["figures"], at: number): Check[] {
  for (let i = at - 1; Math.max(0, at - REACH) <= i; i--) {
    const [index, total] = figures[i] as readonly [number, TextFigure];
    const found = sum(index, total, sameUnit(total, figures.slice(at + 1)), false, false);
    if (found.length !== 0) return found;
  }
  return [];
}

/** How many figures back a total is looked for. */
const REACH = 4;

/** The plain figures of the same unit, as far as they go: no shares, changes or limits. */
function sameUnit(total: TextFigure, figures: Sentence["figures"]): Sentence["figures"] {
  return figures.filter(
    ([, f]) =>
      f.unit === total.unit &&
      f.value !== null &&
      f.comparison === null &&
      f.kind !== "percent" &&
      f.qualifier === null,
  );
}

/** The longest run of parts that comes to the total; where `claimed`, also a list that misses it by a slip. */
function sum(index: number, total: TextFigure, parts: Sentence["figures"], last: boolean, claimed: boolean): Check[] {
  if (total.value === null || total.qualifier !== null || total.kind === "percent" || parts.length < 2) return [];
  for (let size = parts.length; 2 <= size; size--) {
    const found = checkSum(index, total, last ? parts.slice(parts.length - size) : parts.slice(0, size));
    if (found.holds) return [found];
  }
  const found = checkSum(index, total, parts);
  const slip = Math.abs(found.computed - found.stated) <= SLIP * Math.abs(found.stated);
  return claimed && WHOLE <= parts.length && slip ? [found] : [];
}

function checkSum(index: number, total: TextFigure, parts: Sentence["figures"]): Check {
  const computed = parts.reduce((value, [, part]) => value + (part.value ?? 0), 0);
  const steps = [total, ...parts.map(([, part]) => part)].map(halfStep);
  const tolerance = steps.every((step) => step === 0.5) ? 0 : steps.reduce((all, step) => all + step, 0);
  return check("parts-sum", total.value ?? 0, computed, tolerance, [index, ...parts.map(([i]) => i)]);
}

/** Shares of one whole come to 100 %: 分别占50%、30%和20%. */
export function sharesSum(sentence: Sentence): Check[] {
  const shares = sentence.figures.filter(
    ([, f]) => f.unit === "%" && f.value !== null && f.comparison === null && f.qualifier === null && f.value <= 100,
  );
  if (shares.length < WHOLE || !shares.some(([, f]) => /占|比重|比例为/.test(before(sentence, f)))) return [];
  const computed = shares.reduce((value, [, share]) => value + (share.value ?? 0), 0);
  const tolerance = shares.reduce((all, [, share]) => all + halfStep(share), 0);
  const found = check(
    "shares-sum",
    100,
    computed,
    tolerance,
    shares.map(([i]) => i),
  );
  return found.holds || Math.abs(computed - 100) <= 4 ? [found] : [];
}

/** The words of the sentence between two figures. */
export function between(sentence: Sentence, a: TextFigure, b: TextFigure): string {
  return sentence.text.slice(a.end - sentence.start, b.start - sentence.start);
}

/** The words of the sentence right before a figure. */
export function before(sentence: Sentence, figure: TextFigure): string {
  const end = figure.start - sentence.start;
  return sentence.text.slice(Math.max(0, end - 24), end);
}
