import type { Check, TextFigure } from "@zongjie/document";
import { check, halfStep } from "./tolerance.ts";

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
      const claimed = /^[^，,。]{0,12}[，,（(：:。]\s?(?:其中|包括|分为)/.test(words) || /分为|分别/.test(words);
      const found = sum(index, total, parts, false, claimed, enumeration(sentence, total, figures.slice(i + 1)));
      // 收入48.7亿元，增长8.2%。其中：税收…: the total may stand some figures before 其中
      out.push(...(found.length === 0 && /其中/.test(words) ? earlierTotal(figures, i) : found));
    }
    if (/(?:合计|共计|总计)\s?$/.test(before(sentence, total)))
      out.push(
        ...sum(
          index,
          total,
          sameUnit(total, figures.slice(0, i)),
          true,
          true,
          listBefore(sentence, total, figures.slice(0, i)),
        ),
      );
  });
  return out;
}

/** The enumeration right before a total: 受理6件、变更4件，合计|10件. */
function listBefore(sentence: Sentence, total: TextFigure, figures: Sentence["figures"]): Sentence["figures"] {
  const out: (readonly [number, TextFigure])[] = [];
  let start = total.start;
  for (const item of [...figures].reverse()) {
    const [, f] = item;
    const stops =
      sentence.text.slice(f.end - sentence.start, start - sentence.start).match(/[，,；;：:]/g)?.length ?? 0;
    if (f.unit !== total.unit || f.value === null || f.comparison !== null || f.qualifier !== null || 1 < stops) break;
    out.unshift(item);
    start = f.start;
  }
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

/**
 * The longest run of parts that comes to the total. Where `claimed`, also a list that cannot be right: it comes to more
 * than the total, misses it by a power of ten, or by so little that it is meant to be whole.
 */
function sum(
  index: number,
  total: TextFigure,
  parts: Sentence["figures"],
  last: boolean,
  claimed: boolean,
  list = parts,
): Check[] {
  if (total.value === null || total.qualifier !== null || total.kind === "percent") return [];
  for (let size = parts.length; 2 <= size; size--) {
    const found = checkSum(index, total, last ? parts.slice(parts.length - size) : parts.slice(0, size));
    if (found.holds) return [found];
  }
  if (!claimed || list.length < 2) return [];
  const found = checkSum(index, total, list);
  return isWrong(found, list.length) ? [found] : [];
}

function isWrong({ stated, computed, tolerance }: Check, count: number): boolean {
  if (computed <= 0 || stated <= 0) return false;
  if (stated + tolerance < computed) return true;
  if (SLIPS.some((by) => Math.abs(computed * by - stated) <= stated * 1e-6 + tolerance)) return true;
  return (WHOLE <= count ? NEARLY : PAIR) * stated <= computed;
}

/** A point or a 万 too much. */
const SLIPS: readonly number[] = [10, 100, 1000, 1e4];
/** So much of the total make a list of three or more that names all, and a pair. */
const NEARLY = 0.8;
const PAIR = 0.86;

/** The parts of one enumeration, as far as it goes: 公办62所、民办18所，占… ends it where a clause without a part stands between. */
function enumeration(sentence: Sentence, total: TextFigure, figures: Sentence["figures"]): Sentence["figures"] {
  const out: (readonly [number, TextFigure])[] = [];
  let end = total.end;
  for (const item of figures) {
    const [, f] = item;
    const words = sentence.text.slice(end - sentence.start, f.start - sentence.start);
    const stops = words.replace(/其中[：:]?|[（(][^）)]*[）)]/g, "").match(/[，,；;。：:]/g)?.length ?? 0;
    if (f.kind === "percent" || f.comparison !== null) {
      if (2 < stops) break;
      end = f.end;
      continue;
    }
    if (f.unit !== total.unit || f.value === null || f.qualifier !== null) {
      if (/[（(][^）)]*$/.test(words)) continue;
      break;
    }
    if (0 < out.length && 1 < stops) break;
    if (0 < out.length && /其中|累计|合计|共计|总计|达到|比上年/.test(words)) break;
    out.push(item);
    end = f.end;
  }
  return out;
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
  const together = shares.every(
    ([, f], i) =>
      i === 0 ||
      /^[^，,。；;]{0,16}[、，,和及与；;]{0,2}[^，,。；;]{0,14}$/.test(
        between(sentence, shares[i - 1]?.[1] as TextFigure, f),
      ),
  );
  if (found.holds) return [found];
  if (Math.abs(computed - 100) <= 4) return [found];
  return together && DISTRIBUTED.test(sentence.text) && 85 <= computed && computed <= 115 ? [found] : [];
}

const DISTRIBUTED = /分别占|占比分别|比重分别|比例分别/;

/** The words of the sentence between two figures. */
export function between(sentence: Sentence, a: TextFigure, b: TextFigure): string {
  return sentence.text.slice(a.end - sentence.start, b.start - sentence.start);
}

/** The words of the sentence right before a figure. */
export function before(sentence: Sentence, figure: TextFigure): string {
  const end = figure.start - sentence.start;
  return sentence.text.slice(Math.max(0, end - 24), end);
}
