import type { Check, TextFigure } from "@zongjie/document";
import { isJoined } from "../clause.ts";
import { before, between, type Sentence } from "./sums.ts";
import { check, halfStep } from "./tolerance.ts";

type Item = Sentence["figures"][number];

/**
 * A share beside its part and its whole.
 *
 *     收入9.6亿元，为预算36亿元|的|26.7%     the whole right before
 *     党员80人，其中青年20人，占|25%         part and whole before
 *     受理46件，办结43件，办结率|93.5%       a rate that its part names
 */
export function percentOf(sentence: Sentence): Check[] {
  return sentence.figures.flatMap((item, i) => {
    const [, share] = item;
    if (
      share.unit !== "%" ||
      share.value === null ||
      share.comparison !== null ||
      share.qualifier !== null ||
      share.suspect !== null
    )
      return [];
    const whole = sentence.figures[i - 1];
    const part = sentence.figures[i - 2];
    if (
      whole !== undefined &&
      part !== undefined &&
      /^的\s?$/.test(between(sentence, whole[1], share)) &&
      /[为占]|完成/.test(between(sentence, part[1], whole[1]))
    )
      return ratio(item, part, whole, true);
    if (
      whole !== undefined &&
      /^[，,、（(]\s?占(?:比|[^，,。；;、]{0,12}的)?\s?$/.test(between(sentence, whole[1], share))
    )
      return ofTotal(sentence, item, i);
    const run = distributed(sentence, i);
    if (run.length !== 0) return run;
    if (/率(?:达到|达|为|是)?\s?$|占比(?:达到|达|为|是|仅)?\s?$/.test(before(sentence, share)))
      return ofRate(sentence, item, i);
    return [];
  });
}

/** The part stands right before the share, the whole is the figure before 其中 or the one that the words name. */
function ofTotal(sentence: Sentence, item: Item, at: number): Check[] {
  const part = sentence.figures[at - 1] as Item;
  const words = between(sentence, part[1], item[1]);
  const named = /占([^，,。；;、]{1,12})的/.exec(words)?.[1] ?? "";
  for (let i = at - 2; 0 <= i; i--) {
    const whole = sentence.figures[i] as Item;
    if (whole[1].unit !== part[1].unit || whole[1].comparison !== null) continue;
    const next = sentence.figures[i + 1] as Item;
    const opens = /其中/.test(between(sentence, whole[1], next[1]));
    if (!opens && whole[1].metric !== named && i !== at - 2) continue;
    const fits =
      named === "" ||
      /^(?:总|全)/.test(named) ||
      [...named.replace(/总[额数量]?/g, "")].filter((c) => whole[1].metric.includes(c)).length >= 2;
    return ratio(item, part, whole, opens && fits && !/其中/.test(words));
  }
  return [];
}

/** 种植业60家、养殖业40家，分别占|60%和40%: each share has its part, the whole is their sum or the total before. */
function distributed(sentence: Sentence, at: number): Check[] {
  const first = at - runIndex(sentence, at);
  const shares = runOf(sentence, first);
  if (shares.length < 2 || !before(sentence, (sentence.figures[first] as Item)[1]).endsWith("分别占")) return [];
  const parts = sentence.figures.slice(first - shares.length, first);
  const unit = parts[0]?.[1].unit;
  if (parts.length !== shares.length || parts.some(([, p]) => p.unit !== unit || p.kind === "percent")) return [];
  const total = sentence.figures[first - shares.length - 1];
  const sum = parts.reduce((value, [, p]) => value + (p.value ?? 0), 0);
  const part = parts[at - first] as Item;
  const whole =
    total !== undefined && total[1].unit === unit && sum <= (total[1].value ?? 0) ? (total[1].value ?? sum) : sum;
  const share = (sentence.figures[at] as Item)[1];
  if (share.value === null || part[1].value === null || whole === 0 || part[1].qualifier !== null) return [];
  const computed = (100 * part[1].value) / whole;
  return [
    check("percent-of", share.value, computed, halfStep(share) + (Number.isInteger(part[1].value) ? 0 : 0.2), [
      (sentence.figures[at] as Item)[0],
      part[0],
    ]),
  ];
}

/** How many shares of its run stand before one. */
function runIndex(sentence: Sentence, at: number): number {
  let i = at;
  while (
    0 < i &&
    isShare(sentence.figures[i - 1]) &&
    isJoined(between(sentence, (sentence.figures[i - 1] as Item)[1], (sentence.figures[i] as Item)[1]))
  )
    i--;
  return at - i;
}

function runOf(sentence: Sentence, first: number): Item[] {
  const out = [sentence.figures[first] as Item];
  for (
    let i = first + 1;
    isShare(sentence.figures[i]) &&
    isJoined(between(sentence, (sentence.figures[i - 1] as Item)[1], (sentence.figures[i] as Item)[1]));
    i++
  )
    out.push(sentence.figures[i] as Item);
  return out;
}

function isShare(item: Item | undefined): boolean {
  return item !== undefined && item[1].unit === "%";
}

/** A rate with its part and whole: 受理46件，办结43件，办结率|93.5%. Claimed only where the rate is named after the part. */
function ofRate(sentence: Sentence, item: Item, at: number): Check[] {
  const near = sentence.figures.slice(Math.max(0, at - 3), at);
  for (const part of [...near].reverse())
    for (const whole of [...near].reverse()) {
      if (part === whole || part[1].unit !== whole[1].unit || part[1].unit === "%") continue;
      const found = ratio(item, part, whole, false);
      if (found.length !== 0) return found;
    }
  const stem = (
    /([\p{Script=Han}]{2,6})(?:率|占比)(?:达到|达|为|是|仅)?\s?$/u.exec(before(sentence, item[1]))?.[1] ?? ""
  ).slice(0, 2);
  for (let i = at - 1; stem !== "" && Math.max(1, at - 2) <= i; i--) {
    const part = sentence.figures[i] as Item;
    const whole = sentence.figures
      .slice(0, i)
      .reverse()
      .find(
        ([, f]) => f.unit === part[1].unit && f.comparison === null && (part[1].value ?? 0) <= (f.value ?? 0) * 1.5,
      );
    if (whole === undefined || part[1].kind === "percent" || part[1].comparison !== null) continue;
    const words =
      before(sentence, part[1])
        .split(/[，,。；;、：:\d]/)
        .at(-1) ?? "";
    if (words.includes(stem) && !/其余|另|由|从/.test(words) && i - 3 <= sentence.figures.indexOf(whole))
      return ratio(item, part, whole, true);
  }
  return [];
}

function ratio(item: Item, part: Item, whole: Item, claimed: boolean): Check[] {
  const [share, a, b] = [item[1], part[1], whole[1]];
  if (a.value === null || b.value === null || b.value === 0 || share.value === null || a.unit !== b.unit) return [];
  if (a.qualifier !== null || b.qualifier !== null) return [];
  const computed = (100 * a.value) / b.value;
  const found = check("percent-of", share.value, computed, halfStep(share) + blur(a, b, computed), [
    item[0],
    part[0],
    whole[0],
  ]);
  return claimed || found.holds ? [found] : [];
}

/** What the rounding of part and whole makes of the share; whole counts are exact. */
function blur(a: TextFigure, b: TextFigure, computed: number): number {
  const relative = (f: TextFigure): number =>
    halfStep(f) === 0.5 ? 0 : halfStep(f) / Math.max(1e-9, Math.abs(f.value ?? 1));
  return computed * (relative(a) + relative(b));
}

/**
 * A change beside both levels: `由340元提高到390元，提高50元`, `187件，较上年的236件下降20.8%`.
 */
export function growth(sentence: Sentence): Check[] {
  return sentence.figures.flatMap((item, i) => {
    const [index, change] = item;
    const [second, first] = [sentence.figures[i - 1], sentence.figures[i - 2]];
    if (
      change.comparison === null ||
      change.value === null ||
      change.qualifier !== null ||
      change.suspect !== null ||
      first === undefined ||
      second === undefined
    )
      return [];
    const levels = levelsOf(sentence, first, second, change);
    if (levels === null) return [];
    const [now, then] = levels;
    if (
      now[1].value === null ||
      then[1].value === null ||
      now[1].unit !== then[1].unit ||
      now[1].qualifier !== null ||
      then[1].qualifier !== null
    )
      return [];
    if (now[1].suspect === "decimal-lost" || then[1].suspect === "decimal-lost") return [];
    const difference = Math.abs(now[1].value - then[1].value);
    const points = change.unit === now[1].unit || (change.unit.endsWith("百分点") && now[1].unit === "%");
    if (!points && (change.unit !== "%" || then[1].value === 0)) return [];
    const computed = points ? difference : (100 * difference) / then[1].value;
    const slack = points ? halfStep(now[1]) + halfStep(then[1]) : blur(now[1], then[1], 100 + computed);
    return [
      check("growth", change.value, computed, halfStep(change) + (points && halfStep(now[1]) === 0.5 ? 0 : slack), [
        index,
        now[0],
        then[0],
      ]),
    ];
  });
}

function levelsOf(
  sentence: Sentence,
  first: Item,
  second: Item,
  change: TextFigure,
): readonly [now: Item, then: Item] | null {
  const middle = between(sentence, first[1], second[1]);
  const behind = between(sentence, second[1], change);
  const word = /^(?:增长|增加|提高|提升|上升|下降|减少|降低|回落)了?$/;
  if (
    /[到至为]/.test(middle) &&
    /由|从/.test(before(sentence, first[1])) &&
    /^[，,]\s?(?:增长|增加|提高|提升|上升|下降|减少|降低|增幅|降幅)[了达为]?$/.test(behind)
  )
    return [second, first];
  if (/^[，,]\s?[^，,。]{0,6}[较比].{1,12}的\s?$/.test(middle) && word.test(behind)) return [first, second];
  return null;
}

/** So many at so much each: `94人每人625元，共计58750元`, `512户户均增收4860元，合计增收248.8万元`. */
export function product(sentence: Sentence): Check[] {
  return sentence.figures.flatMap(([index, total], i) => {
    const near = [sentence.figures[i - 1], sentence.figures[i - 2]];
    if (
      total.value === null ||
      total.kind !== "money" ||
      !/(?:计|共|总额|总计)[^，,。；;\d]{0,6}$/.test(before(sentence, total))
    )
      return [];
    const each = near.find((f) => f !== undefined && f[1].kind === "money" && EACH.test(before(sentence, f[1])));
    const count = near.find((f) => f !== undefined && f[1].kind === "count");
    if (each === undefined || count === undefined || each[1].value === null || count[1].value === null) return [];
    if (each[1].qualifier !== null || count[1].qualifier !== null || total.qualifier !== null) return [];
    const computed = each[1].value * count[1].value;
    return [
      check(
        "product",
        total.value,
        computed,
        halfStep(total) + count[1].value * (Number.isInteger(each[1].value) ? 0 : halfStep(each[1])),
        [index, count[0], each[0]],
      ),
    ];
  });
}

const EACH = /(?:每[^，,。；;\d]{0,8}|[人户亩件台套]均[^，,。；;\d]{0,6}|单价[^，,。；;\d]{0,3})$/;
