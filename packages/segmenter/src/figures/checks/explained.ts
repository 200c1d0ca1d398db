import type { Check } from "@zongjie/document";
import { once } from "../vocabulary.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { halfStep, isWithin } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** How far before and behind its figures what explains a check is looked for, in figures. */
const BEFORE = 24;
const BEHIND = 6;
/** A number of fewer digits comes out by chance. */
const SHARP = 3;
/** Most figures of a text that are looked through for one check. */
const FARTHEST = 60;

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

/** A sum that holds. */
interface Sum {
  readonly whole: number;
  readonly stated: number;
  readonly parts: ReadonlySet<number>;
}

/** What is known of a text, by the indexes of its figures. */
interface Text {
  readonly terms: ReadonlyMap<number, Term>;
  /** Where each stands. */
  readonly places: ReadonlyMap<number, Passage>;
  /** The sums that hold, by their whole and by each of their parts. */
  readonly sumsOf: Map<number, Sum[]>;
  readonly sumsWith: Map<number, Sum[]>;
  /** What a figure is a share of. */
  readonly shares: Map<number, number>;
  /** Which part a share is of, by the share. */
  readonly partOf: Map<number, number>;
  /** What has grown from a figure. */
  readonly bases: Map<number, number>;
}

function keep(text: Text, code: string, figures: readonly number[], stated: number): void {
  const [first = -1, second, third] = figures;
  if (code === "parts-sum") {
    const sum = { whole: first, stated, parts: new Set(figures.slice(1)) };
    add(text.sumsOf, first, sum);
    for (const part of sum.parts) add(text.sumsWith, part, sum);
  } else if (second !== undefined && third !== undefined) {
    if (code === "percent-of") {
      text.shares.set(second, third);
      text.partOf.set(first, second);
    }
    if (code === "growth") text.bases.set(third, second);
  }
}

function add(to: Map<number, Sum[]>, index: number, sum: Sum): void {
  const list = to.get(index);
  if (list === undefined) to.set(index, [sum]);
  else list.push(sum);
}

function isExplained(made: Check, text: Text): boolean {
  const [first, ...others] = made.figures.map((index) => text.terms.get(index));
  const rest = others.filter((term) => term !== undefined);
  if (first === undefined || rest.length < others.length) return false;
  if (made.code === "parts-sum") return isOtherSum(made, first, rest, text);
  const [part, whole] = rest;
  if (part === undefined || whole === undefined) return false;
  if (made.code === "percent-of") return isOtherShare(first, part, whole, text);
  if (made.code === "product") return isSumOfProducts(made, text);
  return made.code === "growth" && isOthersBase(made, text);
}

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

function isLevel({ role, value }: Term): boolean {
  return (role === "level" || role === "base") && 0 < value;
}

function isOtherSum(made: Check, whole: Term, parts: readonly Term[], text: Text): boolean {
  const { computed: sum, stated } = made;
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
  // 去年同期为178万元（其中税收130万元、非税48万元）: what stands between is their whole
  const from = Math.min(...parts.map(({ index }) => index));
  if (near.some(({ index, value }) => whole.index < index && index < from && isWithin(value, sum, 0))) return true;
  // 按用途分，经营性14万元、非经营性29万元；按形态分，流动11万元、…: the list is another of what the last part is of
  return among.some((other) => isWithin(other.stated, sum, 0));
}

const PLAN = /计划|目标|任务|预算/;
const TWICE = /双重|双[处开]|同时|重复|交叉|兼有|两[种项者]都/;

/** 65岁|以上|6.15万人、80岁|以上|2.58万人: who is above the one is above the other. */
function areAbove(parts: readonly Term[]): boolean {
  return [/以上/, /以下|以内|不足|不满/].some((bound) => 1 < parts.filter(({ lead }) => bound.test(lead)).length);
}

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

const OVERLAPPING =
  /重叠|交叉|兼有|可多选|多选|重复(?:统计|计算|计数)|同时(?:存在|办理|享受|具有|具备|患有?|涉及|属于|符合|有)|可(?:同时)?有(?:多|两|几)|(?:部分|有的|少数|个别)[^，,。；;]{0,10}(?:多|两|几)[项种类次重]/;

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

/** Whether a value has so many digits that it is not met by chance, in the unit that a figure is written in. */
function isSharp(value: number, { figure }: Term): boolean {
  const digits = Math.round(value / (2 * halfStep(figure)));
  return 10 ** (SHARP - 1) <= digits;
}

function isOtherShare(share: Term, part: Term, whole: Term, text: Text): boolean {
  const { earlier } = claimWords();
  // 合格率97.5%，上年同期合格率为|96.2%|: of figures of another time
  if (earlier.test(share.name) && !earlier.test(part.name) && share.figure.period !== part.figure.period) return true;
  const step = halfStep(share.figure);
  if (0.5 <= step) return false;
  // 暂未就业18人，…，就业率98.2%，对口就业率|76.9%|: of what has another rate beside it
  const percent = (100 * part.value) / whole.value;
  for (const index of [share.index - 2, share.index - 1, share.index + 1, share.index + 2]) {
    const other = text.terms.get(index);
    if (other?.role !== "share" || other.sentence !== share.sentence) continue;
    // 基本支出938万元，占|76.6%|，项目支出483万元，占34.0%: that one has a part of its own
    const own = text.partOf.get(index);
    if (own !== undefined && own !== part.index) continue;
    if ([percent, 100 - percent].some((value) => Math.abs(value - other.value) <= halfStep(other.figure))) return true;
  }
  const isShare = (of: number): boolean => Math.abs((100 * part.value) / of - share.value) <= step;
  const beside = [whole.index - 2, whole.index - 1, whole.index + 1].flatMap((index) => text.terms.get(index) ?? []);
  // 成本27806万元，毛利4540万元，毛利率14%: of both
  if (isShare(whole.value + part.value)) return true;
  const added = beside.some(
    (term) =>
      term !== part &&
      isLevel(term) &&
      isAlike(term.figure, whole.figure) &&
      term.sentence === whole.sentence &&
      isShare(whole.value + term.value),
  );
  if (added) return true;
  // 床位406张，入住247人，入住率60.8%: of what counts another thing
  const last = Math.min(share.index, part.index + FARTHEST);
  for (let index = part.index - 3; index < last; index++) {
    const term = text.terms.get(index);
    if (term === undefined || term === part || !isLevel(term)) continue;
    if (term.figure.kind === part.figure.kind && !isAlike(term.figure, part.figure) && isShare(term.value)) return true;
  }
  return false;
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
