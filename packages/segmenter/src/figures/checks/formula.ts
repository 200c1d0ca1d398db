import type { Check } from "@zongjie/document";
import type { Passage, Term } from "./term.ts";
import { check, isMeant, slack } from "./tolerance.ts";

/** How many figures back a total is looked for, and how far forward what comes of a share of it. */
const REACH = 4;
const TIMES = /^\s?(?:[×✕✖xX*＊]|乘以)\s?$/;
const PLUS = /^\s?[+＋]\s?$/;
const EQUALS = /^\s?(?:[=＝]|等于)\s?$/;

/** What is written as a sum or a product: `120元×32人=3840元`, `46+38+16=100`. */
export function formulas({ text, terms }: Passage): Check[] {
  if (!/[=＝]|等于/.test(text)) return [];
  return terms.flatMap((result, i) => {
    if (!EQUALS.test(result.lead)) return [];
    let first = i - 1;
    const sign = [TIMES, PLUS].find((one) => one.test(terms[first]?.lead ?? ""));
    if (sign === undefined) return [];
    while (sign.test((terms[first] as Term).lead) && 0 < first) first--;
    const members = terms.slice(first, i);
    if ([result, ...members].some(({ value }) => Number.isNaN(value))) return [];
    const computed = members.reduce(
      (all, { value }) => (sign === PLUS ? all + value : all * value),
      sign === PLUS ? 0 : 1,
    );
    const off = members.reduce((all, { figure, value }) => all + slack(figure) / (sign === PLUS ? 1 : value), 0);
    const tolerance = slack(result.figure) + (sign === PLUS ? off : off * computed);
    const indexes = [result, ...members].map(({ index }) => index);
    return [check(sign === PLUS ? "parts-sum" : "product", result.value, computed, tolerance, indexes)];
  });
}

const RATED =
  /(?:利率|费率|税率|按|按照|以|给予|补助|补贴|奖补|配套|提取|计提|返还|分担|承担|扣除|折算|优惠)[^，,。；;]{0,12}$/;
const GIVEN =
  /(?:预留|报销|利息|付|收取|缴纳?|罚款?|抵扣|留存|分红|补助|补贴|奖补|配套|提取|计提|返还|分担|承担|扣除|需|即|为|计|共|发放|拨付|支付|兑现|安排|获|得)[^，,。；;\d]{0,8}$/;

/** 提取公积金10%即|27万元|，提取公益金5%即13.5万元: what came of another share is no whole. */
function isShareOf(terms: Passage["terms"], { index, lead }: Term): boolean {
  const before = terms.find((other) => other.index === index - 1);
  return before?.role === "share" && !/[，,。；;、]/.test(lead);
}

/**
 * A share that says what is given of a sum: 投资80万元，按|30%|的比例补助，补助24万元.
 */
export function parts({ terms }: Passage): Check[] {
  return terms.flatMap((share, i) => {
    if (
      share.role !== "share" ||
      share.figure.qualifier !== null ||
      !(RATED.test(share.name) || /^的?(?:标准|比例|补)/.test(share.tail))
    )
      return [];
    const whole = terms
      .slice(Math.max(0, i - REACH), i)
      .reverse()
      .find((term) => term.figure.kind === "money" && term.role === "level" && !isShareOf(terms, term));
    const part = terms.slice(i + 1, i + 3).find((term) => term.figure.kind === "money");
    if (
      whole === undefined ||
      part === undefined ||
      share.sentence !== part.sentence ||
      1 < share.sentence - whole.sentence
    )
      return [];
    if (!GIVEN.test(part.lead) || part.figure.qualifier !== null || whole.figure.qualifier !== null) return [];
    const computed = (whole.value * share.value) / 100;
    const made = check(
      "product",
      part.value,
      computed,
      slack(part.figure) + (slack(whole.figure) * share.value) / 100,
      [part.index, whole.index, share.index],
    );
    return isMeant(made, [part.figure, whole.figure]) ? [made] : [];
  });
}
