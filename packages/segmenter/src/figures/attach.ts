import type { Comparison, FigureKind, TextFigure } from "@zongjie/document";
import { type Change, readChange, readFlat } from "./change.ts";
import { clauseStart, isJoined, joinedChange, wordsBehind } from "./clause.ts";
import { readFrame } from "./frames.ts";
import { cutLeft, cutRight, isStop, nameBefore, nameBehind } from "./metric.ts";
import type { Period } from "./period.ts";
import { phrases } from "./phrases.ts";
import type { Qualified } from "./qualify.ts";

/** What the words around a figure say of it. */
interface Named {
  readonly metric: string;
  readonly change: Change | null;
  readonly flat: Comparison | null;
  /** What the sentence speaks of: not the plan or the whole that a figure is measured against. */
  readonly topic: string;
  /** What was counted in each unit so far in the sentence. */
  readonly units: ReadonlyMap<string, string>;
}

/** What is at hand when a figure is named. */
interface Place {
  readonly text: string;
  readonly q: Qualified;
  readonly last: Qualified | undefined;
  readonly next: Qualified | undefined;
  readonly before: Named;
  /** The words of its clause that stand before it. */
  readonly left: string;
  /** The words of its clause that stand behind it. */
  readonly behind: string;
  readonly clause: number;
  readonly change: Change | null;
}

const PLACES =
  /^(?:区\(市\)县|区（市）县|县\(市\)|县（市、区）|县|市|区|镇乡|乡镇|镇|乡|行政村|村|街道|社区)(?![直级属委政公立])/;
const NONE: Named = { metric: "", change: null, flat: null, topic: "", units: new Map() };
/** 为年初预算|89.1亿元, 完成预算: words before what something is measured against. */
const AGAINST = /^[\s已共]*(?:为|占|是|相当于|完成(?:年初|年度)?(?:预算|计划|任务|目标)|较|比)/;
const CHANGES = /^(?:增长|下降|提高|提升|上升|上涨|减少|降低|回落|增加)/;
const SENTENCE = /[。！？!?\n]/;

/** Attaches metric, change and period to the quantities of a text (sorted); `governors` are the periods that govern them. */
export function attach(
  text: string,
  quantities: readonly Qualified[],
  governors: readonly (Period | null)[],
  spans: readonly Period[],
): TextFigure[] {
  let before = NONE;
  let next = 0;
  return quantities.map((q, i) => {
    while ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < q.start) next++;
    before = name(text, quantities, i, before, spans[next - 1]);
    return figureOf(text, q, before, governors[i] ?? null);
  });
}

function name(
  text: string,
  quantities: readonly Qualified[],
  i: number,
  before: Named,
  period: Period | undefined,
): Named {
  const q = quantities[i] as Qualified;
  const last = quantities[i - 1];
  const next = quantities[i + 1];
  const clause = clauseStart(text, q.outerStart, last?.outerEnd ?? 0);
  const change = readChange(text, q, clause, last);
  const flat = readFlat(text, q);
  const behind = wordsBehind(text, q, next);
  if (
    last !== undefined &&
    isJoined(text.slice(last.outerEnd, change?.start ?? q.outerStart)) &&
    (last.outerEnd !== q.outerStart || !/以[上下]|之[上下]/.test(text.slice(last.end, last.outerEnd))) &&
    (behind === "" || !q.discrete || /^[的]/.test(behind))
  )
    return { ...before, change: joinedChange(change, before.change), flat };
  const left = leftWords(text, clause, change?.start ?? q.outerStart, period);
  const goesOn = last !== undefined && !SENTENCE.test(text.slice(last.outerEnd, q.start));
  const units = goesOn ? before.units : NONE.units;
  const topic = goesOn ? before.topic : "";
  const metric =
    (change === null ? readFrame({ text, q, last, left, behind, topic, units }) : "") ||
    choose({ text, q, last, next, before, left, behind, clause, change });
  // 为年初预算89.1亿元的|54.7%: the sentence goes on about what came before
  const aside =
    topic !== "" &&
    (AGAINST.test(text.slice(clause, q.outerStart)) || (clause === last?.outerEnd && /^的\s?$/.test(left)));
  return { metric, change, flat, topic: aside ? topic : metric, units: new Map(units).set(q.unit, metric) };
}

/** The words of the clause without a period phrase in them: 就诊率由|2022年的. */
function leftWords(text: string, clause: number, end: number, period: Period | undefined): string {
  if (period === undefined || period.end <= clause || end < period.end) return text.slice(clause, end);
  const behind = text.slice(period.end, end);
  if (cutRight(behind) !== "") return behind;
  return text.slice(clause, Math.max(clause, period.start));
}

/** Which side names the figure: the thing behind a classifier, else what stands before, else the verb. */
function choose(place: Place): string {
  const { text, q, last, left, behind, before, change } = place;
  const said = forWhom(place) ? "" : nameBefore(left);
  const own = /[^查]看$/.test(said) ? "" : said;
  const ofBehind = thingBehind(place, own);
  if (ofBehind !== "") return ofBehind;
  if (
    own === "" &&
    AGAINST.test(text.slice(place.clause, q.outerStart)) &&
    /^[较比]/.test(text[place.clause] ?? "") &&
    before.topic !== ""
  )
    return before.topic;
  if (own !== "") return withLimit(text, own, left, last, q);
  const sameSentence = last !== undefined && !SENTENCE.test(text.slice(last.outerEnd, q.start));
  if (change !== null && sameSentence && before.topic !== "" && nameBefore(left) === "") return before.topic;
  const far = farName(place);
  if (far !== "") return far;
  if (q.discrete && /^[\p{Script=Han}]/u.test(behind) && !behind.startsWith("的")) {
    const verb = CHANGES.test(behind) ? "" : nameBehind(behind);
    if (1 < verb.length) return verb;
  }
  if (/合计\s?$/.test(left) || !sameSentence) return cutRight(cutLeft(left)).trim() || cutLeft(left).trim();
  if (before.topic !== "" && nameBefore(left) === "") return change === null ? before.metric : before.topic;
  return cutRight(cutLeft(left)).trim() || cutLeft(left).trim();
}

/** 为|67人|减免医药费用: whom something is done for names nothing. */
function forWhom({ q, left, behind }: Place): boolean {
  return q.discrete && /[为对给向]\s?$/.test(left) && /^\p{Script=Han}/u.test(behind);
}

/** The thing behind: 31支|医疗队, 97岁的|老兵, 铺设300米|跑道. */
function thingBehind({ q, behind }: Place, own: string): string {
  const isThing = /^[\p{Script=Han}“"《A-Za-z]/u.test(behind) && !startsWithStop(behind);
  if (!isThing) return "";
  const of = behind.startsWith("的");
  const person = /^(?:人|人次|户次|名次|件|起)$/.test(q.unit) && own !== "" && !of;
  const verbOnly = own === "" || phrases().verbs.has(own.replace(/[了过]$/, ""));
  const wanted =
    (q.discrete && !person) ||
    q.kind === "age" ||
    (of && (verbOnly || 8 < own.length)) ||
    (verbOnly && q.kind !== "money" && q.kind !== "percent" && own !== "") ||
    (q.unit === "" && verbOnly);
  if (!wanted) return "";
  const name = nameBehind(behind);
  // 13个|区县|农民参合率达90%: the rate belongs to the next figure
  return /[率比例]$/.test(name) ? (PLACES.exec(name)?.[0] ?? name) : name;
}

/** 进行改造, 提高到: what begins so is no thing. */
function startsWithStop(behind: string): boolean {
  const words = behind.startsWith("的") ? behind.slice(1) : behind;
  return isStop(words, 0) || 1 < phrases().linkers.from(words, 0);
}

/** 6人以下|事件|14次: a limit belongs to the name behind it. */
function withLimit(text: string, own: string, left: string, last: Qualified | undefined, q: Qualified): string {
  if (
    last === undefined ||
    (last.outerEnd === last.end && !/以[上下]$/.test(text.slice(last.start, last.end))) ||
    own !== cutRight(left) ||
    3 < own.length ||
    left.startsWith("的")
  )
    return own;
  return text.slice(last.outerEnd, q.outerStart).startsWith(own)
    ? text.slice(last.outerStart, last.outerEnd) + own
    : own;
}

/** Where a clause has no name of its own, the clause before may have: 参合率创新高，达到95%. */
function farName({ text, clause, last, change, left, q }: Place): string {
  // 门诊人次：|12.3万人次: the label before a colon
  if (/[:：]/.test(text[clause - 1] ?? ""))
    return nameBefore(text.slice(clauseStart(text, clause - 1, last?.outerEnd ?? 0), clause - 1));
  if (change === null && q.discrete && !/(?:达|为|到|至|超过|约|共)$/.test(left.trim())) return "";
  if (!/[，,]/.test(text[clause - 1] ?? "")) return "";
  const floor = last?.outerEnd ?? 0;
  const start = clauseStart(text, clause - 1, floor);
  return start <= floor && last !== undefined ? "" : nameBefore(text.slice(start, clause - 1));
}

function figureOf(text: string, q: Qualified, named: Named, period: Period | null): TextFigure {
  const { start, end, value, range, unit, qualifier, suspect, masked } = q;
  return {
    start,
    end,
    surface: text.slice(start, end),
    value,
    range,
    unit,
    kind: kindOf(q, named.metric, text),
    qualifier,
    metric: named.metric,
    subject: null,
    period: period?.text ?? null,
    periodNormalized: period?.normalized ?? null,
    comparison: named.change?.comparison ?? named.flat,
    modality: "stated",
    suspect,
    likely: null,
    masked,
  };
}

const EACH = /每(?:个?(?:年|月|季度?|周|日|天|学期|星期|半年))[^，,。；;]{0,3}$/;

function kindOf(q: Qualified, metric: string, text: string): FigureKind {
  if (q.unit === "" && /[¥￥$€£]/.test(text[q.start - 1] ?? "")) return "money";
  if (q.unit === "" && q.kind === "count" && phrases().money.test(metric)) return "money";
  if (q.unit === "次" && EACH.test(text.slice(Math.max(0, q.start - 9), q.start))) return "frequency";
  if (q.unit === "" && q.kind === "count" && /(?:比例|率|比|系数)$/.test(metric)) return "ratio";
  return q.kind;
}
