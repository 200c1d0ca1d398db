import type { Check } from "@zongjie/document";
import { FARTHEST, isLevel, isSharp, type Sum, type Text } from "./known.ts";
import { areAbove, OVERLAPPING } from "./overlaps.ts";
import { isAlike, type Term } from "./term.ts";
import { isWithin } from "./tolerance.ts";

/** How far before and behind its figures what explains a check is looked for, in figures. */
const BEFORE = 24;
const BEHIND = 6;

/** The levels around the figures of a check that are none of them. */
function around(made: Check, { terms }: Text): Term[] {
  const out: Term[] = [];
  const to = Math.max(...made.figures) + BEHIND;
  const from = Math.max(to - FARTHEST, Math.min(...made.figures) - BEFORE);
  for (let index = from; index <= to; index++) {
    const term = terms.get(index);
    if (term !== undefined && isLevel(term) && !made.figures.includes(index)) out.push(term);
  }
  return out;
}

/** Whether the parts of a sum that does not hold are meant otherwise. */
export function isOtherSum(made: Check, whole: Term, parts: readonly Term[], text: Text): boolean {
  const { computed: sum, stated } = made;
  if (leavesRest(parts.at(-1) as Term, text) || isUnopened(whole, parts, text)) return true;
  if (isStock(whole, parts) || isServed(whole, parts)) return true;
  if (areAbove(parts) || (stated < sum && isToldTwice(whole, parts, text))) return true;
  if (isNested(parts) || parts.some(({ index }) => isWholeAmong(text.sumsOf.get(index), parts))) return true;
  // 城区17184人次，占60%；…。老年10883人次，占38%: both are shares of what is all
  const of = text.shares.get(whole.index);
  if (of !== undefined && parts.some(({ index }) => text.shares.get(index) === of)) return true;
  // 这三类引发119起。…按车型分，甲103起、乙64起、丙29起，三者合计196起: they have a total of their own beside them
  const first = text.sumsWith.get(parts[0]?.index ?? -1) ?? [];
  if (
    first.some(
      (sum) => isBesideParts(text, sum.whole, whole, parts) && parts.every(({ index }) => sum.parts.has(index)),
    )
  )
    return true;
  // 年初97亿元，举借19亿元，偿还16亿元，年末99亿元: two that make a third between them are no whole and part
  const among = text.sumsWith.get(whole.index) ?? [];
  if (among.some((other) => parts.some(({ index }) => other.parts.has(index)))) return true;
  const beside = around(made, text);
  const near = beside.filter(({ figure }) => isAlike(figure, whole.figure));
  const isTold = (value: number): boolean =>
    isSharp(value, whole) && near.some((term) => isWithin(term.value, value, 0));
  // 核定编制62名，在职57人、退休41人: how many there may be
  if (/编制/.test(whole.name) && !parts.some(({ name }) => /编/.test(name))) return true;
  // 完成486万吨；季度计划470万吨。分月看，1月158万吨、…: the months are of what was done
  if (PLAN.test(whole.name) && near.some(({ index, value }) => index < whole.index && isWithin(value, sum, 0)))
    return true;
  // 从业人员18743人。…初中以下16943人。|按行业分，种植业16381人、…: the list is of what was told before
  if (!isOpened(whole, parts[0] as Term, text) && isOfOther(made, whole, text)) return true;
  // 总人口1860人，其中党员186人。东村1023人，西村837人: parts of what has that part
  if (
    /其中|^\s?[、和]/.test(whole.lead) &&
    near.some(({ index, value }) => index < whole.index && isWithin(value, sum, 0))
  )
    return true;
  // 党纪处分183人、政务处分74人，双重处分42人: twice told
  const twice = beside.find(({ name }) => TWICE.test(name));
  if (twice !== undefined && isWithin(twice.value, sum - stated, 0)) return true;
  if (isTold(sum + stated) || (0 < stated - sum && isTold(stated - sum))) return true;
  if (!isSharp(sum, whole)) return false;
  // 受理702人，起诉438人，不起诉213人，不起诉率32.7%（按审结|651人|计）
  if (beside.some(({ value, lead }) => /[按以][^，,。；;]{0,8}$/.test(lead) && isWithin(value, sum, 0))) return true;
  // 去年同期为178万元（其中税收130万元、非税48万元）: what stands between is their whole
  const from = Math.min(...parts.map(({ index }) => index));
  if (near.some(({ index, value }) => whole.index < index && index < from && isWithin(value, sum, 0))) return true;
  // 按用途分，经营性14万元、非经营性29万元；按形态分，流动11万元、…: the list is another of what the last part is of
  return among.some((other) => isWithin(other.stated, sum, 0));
}

/** 图书112万册，古籍1.9万册（善本286册），|其余|为报刊: whether the sentence says, without a number, that there are more. */
function leavesRest({ index, figure: { end } }: Term, { places }: Text): boolean {
  const place = places.get(index);
  return place !== undefined && REST.test(place.text.slice(end - place.start, end - place.start + SAID_BEHIND));
}

const REST =
  /^(?:[（(][^（()）\n]{0,20}[）)])?[，,；;、]\s?(?:其余|余下|剩余|其他)[^，,。；;\d]{1,20}(?:[，,。；;\n]|$)/;

/** Whether a list is opened right behind its whole: 共273件，|其中|…. */
function isOpened(whole: Term, first: Term, { places }: Text): boolean {
  // the rows of a table stand under their heads
  if (places.get(first.index)?.table) return true;
  return (
    places.get(whole.index) === places.get(first.index) &&
    whole.sentence === first.sentence &&
    (first.index < whole.index || (first.index === whole.index + 1 && /其中|包括|含|[：:（(]|分/.test(first.lead)))
  );
}

/** 全年新建4个，累计达到|16个|; 收入9亿元，支出8亿元，|滚存结余|3亿元: what has gathered is no sum of what came this year. */
function isStock(whole: Term, parts: readonly Term[]): boolean {
  const all = [whole, ...parts];
  if (all.some(({ lead, name }) => /上年结|年初|期初|结转|原有/.test(lead + name))) return false;
  return (
    all.some(({ lead, name }) => /滚存|历年|累计结[余存]/.test(lead + name)) ||
    (/累计/.test(whole.lead) && parts.some(({ lead }) => /全年|今年|年内|新增|新建|新开/.test(lead)))
  );
}

/** 为|68名|职工办理…。走访23名、慰问31名: whom something was done for, in a sentence of its own. */
function isServed(whole: Term, [first]: readonly Term[]): boolean {
  return /[为给向对]\s?$/.test(whole.lead) && first !== undefined && whole.sentence < first.sentence;
}

/** Words that open a list, or tell that something has parts. */
const OPENS = /按|分|其中|其[他它余]|包括|含|组成|构成|看|中|里|有|[：:]|均|各|两|三|四|五/;
/** 前三位是跌倒118例、…: the first of more. */
const FIRST = /(?:前[两二三四五六七八九十]|居前|排前|前[35]|主要原因)[^，,。；;\d]*[是为]?[^，,。；;\d]*[（(]?$/;

/** Whether a list has nothing that opens it, in another paragraph than its whole; or is said to be the first of more. */
function isUnopened(whole: Term, parts: readonly Term[], { places }: Text): boolean {
  const first = parts[0] as Term;
  if (places.get(first.index)?.table) return false;
  if (FIRST.test(first.lead)) return true;
  return whole.index < first.index && places.get(whole.index) !== places.get(first.index) && !OPENS.test(first.lead);
}

/** Whether parts come to a level before them, or right behind, that is called otherwise than what was taken for their whole. */
function isOfOther({ figures, computed }: Check, whole: Term, { terms }: Text): boolean {
  if (!isSharp(computed, whole)) return false;
  const first = Math.min(...figures.slice(1));
  const last = Math.max(...figures);
  for (let index = last + 1; Math.max(0, first - FARTHEST) <= index; index--) {
    const term = terms.get(index);
    if (
      term === undefined ||
      figures.includes(index) ||
      term === whole ||
      !isLevel(term) ||
      !isAlike(term.figure, whole.figure)
    )
      continue;
    if (isWithin(term.value, computed, 0) && term.figure.metric !== whole.figure.metric) return true;
  }
  return false;
}

const PLAN = /计划|目标|任务|预算/;
const TWICE = /双重|双[处开]|同时|重复|交叉|兼有|两[种项者]都/;

/** How far behind the parts of a whole the text may say that they overlap, in UTF-16 units. */
const SAID_BEHIND = 60;

/** 其中微生物超标14批次、农残超标12批次…，部分样品|多项不合格|: whether the words about the parts say that some are counted twice. */
function isToldTwice(whole: Term, parts: readonly Term[], { places }: Text): boolean {
  const place = places.get(whole.index);
  if (place === undefined) return false;
  const ends = [whole, ...parts].flatMap(({ figure }) => [figure.start, figure.end]);
  const from = Math.max(0, Math.min(...ends) - place.start);
  const to = Math.max(...ends) - place.start + SAID_BEHIND;
  return to - from < LONGEST && OVERLAPPING.test(place.text.slice(from, to));
}

/** Longest stretch that is read for it, in UTF-16 units. */
const LONGEST = 600;

/** 拖欠318万元，已还206万元，还剩112万元: one part is made of those behind it. */
function isNested(parts: readonly Term[]): boolean {
  return parts.some((part, i) => {
    if (!isSharp(part.value, part)) return false;
    let rest = 0;
    for (let j = i + 1; j < parts.length; j++) {
      rest += (parts[j] as Term).value;
      if (i + 1 < j && isWithin(part.value, rest, 0)) return true;
    }
    return false;
  });
}

/** 仓容21.5万吨，库存17.2万吨，空仓4.3万吨: one of the parts is the whole of another, as is known. */
function isWholeAmong(sums: readonly Sum[] | undefined, parts: readonly Term[]): boolean {
  return sums?.some((sum) => parts.some(({ index }) => sum.parts.has(index))) ?? false;
}

/** Whether another whole stands in the sentence of the parts, where the one that is asked for does not. */
function isBesideParts({ terms }: Text, other: number, whole: Term, parts: readonly Term[]): boolean {
  const [all, first] = [terms.get(other), parts[0]];
  return (
    all !== undefined &&
    first !== undefined &&
    all.sentence === first.sentence &&
    whole.sentence !== first.sentence &&
    whole.figure.metric !== all.figure.metric
  );
}
