import type { Check } from "@zongjie/document";
import { once } from "../vocabulary.ts";
import { isOtherShare } from "./explained-shares.ts";
import { isOtherSum } from "./explained-sums.ts";
import { FARTHEST, keep, type Text } from "./known.ts";
import { likeness } from "./names.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { isWithin } from "./tolerance.ts";

/**
 * Tells of a check that does not hold whether another reading of the same figures comes out to the last digit: such a text
 * is right, and was read wrongly. `known`: checks, of which those that hold explain others.
 *
 *     肢体9873人，视力2108人、…、言语312人         the first is no whole: with it they are 18426, as was told
 *     收入7161万元，其中当年取得的…、…             what is missing is told as 上年结转
 *     上年结转96起，新受理2318起，办结2297起，结案率95.2%
 */
export function explainer(passages: readonly Passage[], known: readonly Check[]): (made: Check) => boolean {
  // most texts have no check that fails
  const text = once(() => {
    const terms = new Map(passages.flatMap((passage) => passage.terms.map((term) => [term.index, term])));
    const places = new Map(passages.flatMap((passage) => passage.terms.map((term) => [term.index, passage])));
    const out = {
      terms,
      places,
      sumsOf: new Map(),
      sumsWith: new Map(),
      shares: new Map(),
      partOf: new Map(),
      bases: new Map(),
    };
    for (const { code, holds, figures, stated } of known) if (holds) keep(out, code, figures, stated);
    return out;
  });
  return (made) => !made.holds && isExplained(made, text());
}

function isExplained(made: Check, text: Text): boolean {
  const [first, ...others] = made.figures.map((index) => text.terms.get(index));
  const rest = others.filter((term) => term !== undefined);
  if (first === undefined || rest.length < others.length) return false;
  if (made.code === "parts-sum") return isOtherSum(made, first, rest, text);
  const [part, whole] = rest;
  if (part === undefined || whole === undefined) return false;
  if (made.code === "percent-of") return isOtherShare(made, [first, part, whole], text);
  if (made.code === "product")
    return isSumOfProducts(made, text) || (made.stated < made.computed && PAID.test(first.lead));
  return (
    made.code === "growth" &&
    (isOthersBase(made, text) ||
      isAmongSum(made, text) ||
      isFlow(made, first, text) ||
      isOfOtherTime(first, whole, text) ||
      isOfOwn(first, part))
  );
}

/** 680亩，每亩补助120元，|已兑付|7.2万元: a part of it so far. */
const PAID = /已(?:经)?(?:兑付|发放|拨付|支付|到位|兑现|缴纳)|首[期批]|预[付拨]|先行/;

/** 年初31.9亿元，新增2.8亿元、偿还1.6亿元，年末33.1亿元: what is one of more flows is not all that has changed. */
function isAmongSum({ figures: [first = -1, ...others] }: Check, { sumsWith }: Text): boolean {
  return (sumsWith.get(first) ?? []).some(
    ({ whole, parts }) => 2 < parts.size && others.every((index) => index === whole || parts.has(index)),
  );
}

/** 由4126眼增加到4305眼，新打|237眼|，报废58眼: what came, less what went, is what has changed. */
function isFlow({ computed, stated }: Check, change: Term, { terms }: Text): boolean {
  if (change.figure.kind === "percent") return false;
  return [-2, -1, 1, 2].some((off) => {
    const other = terms.get(change.index + off);
    return (
      other !== undefined &&
      isAlike(other.figure, change.figure) &&
      isWithin(stated - other.value, Math.abs(computed), 0) &&
      0 < other.value
    );
  });
}

/** 由52%提高到61%。|发案率|下降6个百分点: a sentence of its own begins with what it is of. */
function isOfOwn({ lead, figure }: Term, now: Term): boolean {
  return (
    /[。；;][^。；;]*(?:率|占比|比例|比重)[^。；;，,]{0,6}$/.test(lead) &&
    likeness(figure.metric, now.figure.metric) < 0.5
  );
}

/** 比前年翻一番（2022年是38.5万元），比去年增长|29%|: the level in brackets is the base of the change before it. */
function isOfOtherTime({ figure }: Term, old: Term, { terms }: Text): boolean {
  const before = terms.get(old.index - 1)?.figure.comparison?.base ?? "";
  const base = figure.comparison?.base ?? "";
  return old.aside && before !== "" && base !== "" && before !== base;
}

/** 单人桌120张、每张150元，双人桌80张、每张260元，共计38800元: each price has a number of its own. */
function isSumOfProducts({ figures, stated }: Check, { terms }: Text): boolean {
  const last = Math.max(...figures);
  let sum = 0;
  let prices = 0;
  for (let index = last; last - FARTHEST < index; index--) {
    const [price, number] = [terms.get(index), terms.get(index - 1)];
    if (price?.role !== "each" || !/[每均单]/.test(price.lead) || number === undefined || !(0 < number.value)) continue;
    prices++;
    sum += price.value * number.value;
    if (1 < prices && isWithin(sum, stated, 0)) return true;
  }
  return false;
}

/** 存款58136万元，年初余额为54009万元；贷款46820万元，增长8.3%: the base is that of another figure. */
function isOthersBase({ figures: [, now, old = -1] }: Check, { bases }: Text): boolean {
  const other = bases.get(old);
  return other !== undefined && other !== now;
}
