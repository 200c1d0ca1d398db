import type { Comparison, FigureKind, Span, TextFigure } from "@zongjie/document";
import { dealtNames } from "./align.ts";
import { type Change, readChange, readFlat } from "./change.ts";
import { clauseStart, goesOnAs, isJoined, joinedChange, wordsBehind } from "./clause.ts";
import { cutLeft, cutRight } from "./metric.ts";
import type { Look, Names } from "./naming/look.ts";
import type { Period } from "./period.ts";
import { phrases } from "./phrases.ts";
import type { Qualified } from "./qualify.ts";

/** Says what a figure is called. */
export type Namer = (look: Look) => string;

/** What the words around a figure say of it. */
interface Named extends Names {
  readonly change: Change | null;
  readonly flat: Comparison | null;
  /** That of the sentence, which grows as it goes on. */
  readonly units: Map<string, string>;
}

/** Nothing has been named. */
function nothing(): Named {
  return { metric: "", change: null, flat: null, topic: "", earlier: "", units: new Map() };
}

/** 为年初预算|89.1亿元, 完成预算: words before what something is measured against. */
const AGAINST = /^[\s已共]*(?:为|占|是|相当于|完成(?:年初|年度)?(?:预算|计划|任务|目标)|较|比)/;
const SENTENCE = /[。！？!?\n]/;

/** Attaches metric, change and period to the quantities of a text (sorted); `governors` are the periods that govern them. */
export function attach(
  text: string,
  quantities: readonly Qualified[],
  governors: readonly (Period | null)[],
  namer: Namer,
): TextFigure[] {
  const dealt = dealtNames(text, quantities);
  const wide = widened(text);
  const out: TextFigure[] = [];
  let before = nothing();
  for (const [i, q] of quantities.entries()) {
    const own = dealt.get(i) ?? "";
    before = nameOf(
      { text: wide, written: text, quantities, at: i },
      before,
      typeof own === "number" ? (out[own]?.metric ?? "") : own,
      namer,
    );
    out.push(figureOf(text, q, before, governors[i] ?? null));
  }
  return out;
}

/** The words of a clause without those that only lead to the figure. */
function namedSpan(text: string, start: number, end: number): Span {
  const words = cutRight(text.slice(start, end));
  return { start: start + words.length - cutLeft(words).length, end: start + words.length };
}

/** 35岁以下|党员|98名: the group that a limit makes, for the figure that counts it and for the limit itself. */
function limitedName(text: string, q: Qualified, last: Qualified | undefined, clause: number, behind: Span): string {
  if (LIMIT.test(text.slice(q.end, q.outerEnd)) && behind.start < behind.end) {
    const thing = behind.start + (text[behind.start] === "的" ? 1 : 0);
    const size = phrases().persons.from(text, thing);
    return size === 0 ? "" : text.slice(q.start, thing + size);
  }
  if (last === undefined || clause !== last.outerEnd || !LIMIT.test(text.slice(last.end, last.outerEnd))) return "";
  const own = cutRight(text.slice(clause, q.outerStart));
  return own === "" || 8 < own.length ? "" : text.slice(last.start, clause) + own;
}

const LIMIT = /^\s?[及含（(]?以[上下内]|^\s?之[内上下]/;

/** A text with full-width signs, of the same length. */
function widened(text: string): string {
  return text.replace(/[,;:()!?]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function nameOf(
  { text, written, quantities, at }: Pick<Look, "text" | "written" | "quantities" | "at">,
  before: Named,
  dealt: string,
  namer: Namer,
): Named {
  const q = quantities[at] as Qualified;
  const last = quantities[at - 1];
  const clause = clauseStart(text, q.outerStart, last?.outerEnd ?? 0);
  const own = readChange(text, q, clause, last, quantities[at - 2]);
  const change = last === undefined ? own : goesOnAs(text, own, before.change, last.outerEnd, q.outerStart);
  const flat = readFlat(text, q);
  const behind = wordsBehind(text, q, quantities[at + 1]);
  if (
    last !== undefined &&
    isJoined(text.slice(last.outerEnd, change?.start ?? q.outerStart)) &&
    (last.outerEnd !== q.outerStart || !/以[上下]|之[上下]/.test(text.slice(last.end, last.outerEnd))) &&
    (behind.start === behind.end || !q.discrete || text[behind.start] === "的")
  ) {
    const metric = dealt === "" ? before.metric : dealt;
    return { ...before, metric, change: joinedChange(change, before.change), flat };
  }
  const goesOn = last !== undefined && !SENTENCE.test(text.slice(last.outerEnd, q.start));
  const names = goesOn ? before : { ...nothing(), metric: before.metric, earlier: before.topic };
  const limited = limitedName(written, q, last, clause, behind);
  const named = namedSpan(text, clause, change?.start ?? q.outerStart);
  const look = { text, written, quantities, at, clause, named, behind: behind.end, change, before: names, limited };
  const metric = dealt === "" ? namer(look).replace(phrases().counting, "") : dealt;
  // 为年初预算89.1亿元的|54.7%: the sentence goes on about what came before
  const aside =
    names.topic !== "" &&
    (AGAINST.test(text.slice(clause, q.outerStart)) ||
      (clause === last?.outerEnd && /^的\s?$/.test(text.slice(clause, change?.start ?? q.outerStart))));
  return {
    metric,
    change,
    flat,
    topic: aside ? names.topic : metric,
    earlier: names.earlier,
    units: names.units.set(q.unit, metric),
  };
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
    metric: withDenial(text, q, named.metric),
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

/** How far before a figure its name may stand that something denies, in UTF-16 units. */
const DENIED = 30;

/** |尚未|消除风险384户: a name without the word that denies it says the opposite. */
function withDenial(text: string, { start }: Qualified, metric: string): string {
  const at = metric === "" ? -1 : text.lastIndexOf(metric, start - metric.length);
  if (at === -1 || DENIED < start - at || /[，,。；;：:\n]/.test(text.slice(at + metric.length, start))) return metric;
  const denial = /(?:尚|仍|还|暂)?未$/.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? "";
  return denial + metric;
}

const EACH = /每(?:个?(?:年|月|季度?|周|日|天|学期|星期|半年))[^，,。；;]{0,3}$/;

function kindOf(q: Qualified, metric: string, text: string): FigureKind {
  if (q.unit === "" && /[¥￥$€£]/.test(text[q.start - 1] ?? "")) return "money";
  if (q.unit === "" && q.kind === "count" && phrases().money.test(metric)) return "money";
  if (q.unit === "次" && EACH.test(text.slice(Math.max(0, q.start - 9), q.start))) return "frequency";
  if (q.unit === "" && q.kind === "count" && /(?:比例|率|比|系数)$/.test(metric)) return "ratio";
  return q.kind;
}
