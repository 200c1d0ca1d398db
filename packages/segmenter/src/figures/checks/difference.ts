import type { Check } from "@zongjie/document";
import { clauses, isChange, MORE } from "./rises.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { check, halfStep, relative, slack } from "./tolerance.ts";

/** What is compared with stands right before its change, whatever the level now: 与去年的371起相比，减少|53起|，下降14.3%. */
const COMPARED = /(?:[较比与同]|相比|对比)[^，,。；;]{1,20}$/;
const RATED =
  /^[、，,]?\s?(?:同比)?(?:增长|下降|上升|减少|增加|压[减降缩]|提高|降低|增幅|降幅|减幅|升幅|增速|增长率)(?:[为达]到?|了|约)?\s?$/;

/** 较去年同期的371起减少|53起|，下降14.3%: the difference and what it is measured against tell the rate. */
export function fromBase({ terms }: Passage, at: number): Check | null {
  const [rate, difference, old] = [terms[at] as Term, terms[at - 1], terms[at - 2]];
  if (difference === undefined || old === undefined || rate.figure.unit !== "%" || !RATED.test(rate.lead)) return null;
  if (difference.figure.unit === "%" || !isAlike(difference.figure, old.figure) || old.value <= 0) return null;
  if (old.sentence !== rate.sentence || !COMPARED.test(old.lead)) return null;
  if (!(isChange(difference) || MORE.test(difference.lead)) || 2 < clauses(difference.lead)) return null;
  if ([rate, difference, old].some(({ figure }) => figure.qualifier !== null)) return null;
  const computed = (100 * difference.value) / old.value;
  const blur = computed * (relative(difference.figure) + relative(old.figure));
  const indexes = [rate.index, difference.index, old.index];
  return check("growth", rate.value, computed, halfStep(rate.figure) + blur, indexes);
}

/** 收入18.9亿元，同比增加|2.1亿元|，增长12.5%: the difference tells the earlier level. */
export function byDifference(passage: Passage, at: number): Check | null {
  const { terms } = passage;
  const [last, first, now] = [terms[at] as Term, terms[at - 1], terms[at - 2]];
  // 3600万元，同比增长20%，增加|600万元
  const [rate, difference] = first?.figure.unit === "%" && last.role === "change" ? [first, last] : [last, first];
  if (difference?.role !== "change" || now?.role !== "level" || rate.figure.unit !== "%") return null;
  if (difference.figure.unit === "%" || !isAlike(difference.figure, now.figure) || now.sentence !== last.sentence)
    return null;
  if (
    !/^[、，,]?\s?(?:同比|比上年|较上年|比去年|较去年)?(?:增长|下降|上升|减少|增加|增幅|降幅|增速|增长率)(?:为|达)?\s?$/.test(
      rate.lead,
    )
  )
    return null;
  if (
    !/^[，,（(]?\s?(?:同比|比上年|较上年|比去年|较去年|比上年同期|较上年同期)?(?:同期)?(?:净)?(?:增加|增长|减少|下降|增收|减收|多|少)了?\s?$/.test(
      difference.lead,
    )
  )
    return null;
  const up = difference.figure.comparison?.direction !== "down";
  const before = now.value - (up ? difference.value : -difference.value);
  // 产量21.6吨，增加1.6万吨: it grew by more than it is
  const old = before <= 0 ? now.value : before;
  const computed = (100 * difference.value) / old;
  const blur =
    before <= 0 ? 0 : computed * (relative(difference.figure) + (slack(now.figure) + slack(difference.figure)) / old);
  return check("growth", rate.value, computed, halfStep(rate.figure) + blur, [rate.index, difference.index, now.index]);
}
