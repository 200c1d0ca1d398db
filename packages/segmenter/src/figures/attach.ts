import type { FigureKind, Span, TextFigure } from "@zongjie/document";
import { type Change, readChange } from "./change.ts";
import { cutLeft, cutRight, nameBefore, nameBehind } from "./metric.ts";
import type { Period } from "./period.ts";
import { changeWords, phrases } from "./phrases.ts";
import type { Qualified } from "./qualify.ts";

/** A figure on its way: what the figures before it in its clause have found. */
interface Named {
  readonly metric: string;
  readonly change: Change | null;
}

const CLAUSE = /[，,。；;：:！？!?\n（()）|｜\t]/;
const SENTENCE = /[。！？!?\n]/;
/** How far back a clause is looked for, in UTF-16 units. */
const REACH = 80;

/** Attaches metric, change and period to the quantities of a text (sorted); `periods` are the governing phrases. */
export function attach(text: string, quantities: readonly Qualified[], periods: readonly (Period | null)[], spans: readonly Period[]): TextFigure[] {
  const out: TextFigure[] = [];
  let before: Named = { metric: "", change: null };
  let nextPeriod = 0;
  quantities.forEach((quantity, i) => {
    const last = quantities[i - 1];
    const next = quantities[i + 1];
    while ((spans[nextPeriod]?.start ?? Number.POSITIVE_INFINITY) < quantity.start) nextPeriod++;
    const blocked = spans[nextPeriod - 1]?.end ?? 0;
    const named = nameFigure(text, quantity, last, next, before, blocked <= quantity.start ? blocked : 0);
    before = named;
    out.push(figureOf(text, quantity, named, periods[i] ?? null));
  });
  return out;
}

function nameFigure(text: string, q: Qualified, last: Qualified | undefined, next: Qualified | undefined, before: Named, blocked: number): Named {
  const floor = Math.max(last?.outerEnd ?? 0, q.start - REACH, 0);
  const clause = clauseStart(text, q.outerStart, floor);
  const change = readChange(text, q, clause);
  const joined = last !== undefined && isJoined(text.slice(last.outerEnd, q.outerStart));
  const left = text.slice(Math.max(clause, Math.min(blocked, q.outerStart)), change?.start ?? q.outerStart);
  const behind = wordsBehind(text, q, next);
  if (joined && (behind === "" || !q.discrete)) return { metric: before.metric, change: change ?? before.change };
  const metric = choose(text, q, left, behind, last, before, clause, change);
  return { metric, change };
}

/** 65.78%、46.24%和95.47%: nothing but joining signs stands between. */
function isJoined(between: string): boolean {
  return /^[\s、和与及,，]*(?:以及|分别|和)?$/.test(between) && between.length < 4;
}

function clauseStart(text: string, end: number, floor: number): number {
  let at = end;
  while (floor < at && !CLAUSE.test(text[at - 1] as string)) at--;
  return at;
}

/** The words behind a figure up to the end of its clause, the next figure, or 40 characters. */
function wordsBehind(text: string, q: Qualified, next: Qualified | undefined): string {
  const limit = Math.min(next?.outerStart ?? text.length, q.outerEnd + 40, text.length);
  let end = q.outerEnd;
  while (end < limit && !/[，,。；;：:！？!?\n|｜\t]/.test(text[end] as string)) end++;
  return text.slice(q.outerEnd, end).trimStart();
}

/** Which side names the figure: the thing behind a classifier, else what stands before, else the verb. */
function choose(text: string, q: Qualified, left: string, behind: string, last: Qualified | undefined, before: Named, clause: number, change: Change | null): string {
  const ofBehind = q.discrete || q.unit === "" || behind.startsWith("的") || q.kind === "ratio" || q.unit === "";
  const starts = /^[\p{Script=Han}“"《A-Za-z]/u.test(behind);
  const own = nameBefore(left);
  const person = /^(?:人|人次|户|户次|名次|件|起)$/.test(q.unit) && own !== "" && !behind.startsWith("的");
  if (ofBehind && starts && !person && !startsWithStop(behind) && (q.discrete || isVerbOnly(own) || own === "")) {
    const name = nameBehind(behind);
    if (name !== "") return name;
  }
  if (own !== "") return withLimit(text, own, left, last, q);
  const far = change !== null || /(?:达|为|占|到|至|超过|约|共)$/.test(left.trim()) ? farName(text, clause, last) : "";
  if (far !== "") return far;
  if (starts && q.discrete && !/^[的,，]/.test(behind)) {
    const verb = nameBehind(behind);
    if (verb !== "") return verb;
  }
  if (before.metric !== "" && last !== undefined && !SENTENCE.test(text.slice(last.outerEnd, q.start).slice(0, 60))) return left === "" || cutRight(left) === "" ? before.metric : cutRight(cutLeft(left));
  return cutLeft(left).trim();
}

function isVerbOnly(name: string): boolean {
  return phrases().verbs.has(name.replace(/[了过]$/, ""));
}

/** 进行改造, 参加培训: what begins so is no thing. */
function startsWithStop(behind: string): boolean {
  return phrases().stops.from(behind, 0) !== 0 && !behind.startsWith("的");
}

/** 6人以下|事件|14次: a limit belongs to the name behind it. */
function withLimit(text: string, own: string, left: string, last: Qualified | undefined, q: Qualified): string {
  if (last === undefined || last.outerEnd === last.end || own !== cutRight(left)) return own;
  return text.slice(last.outerEnd, q.outerStart).startsWith(own) ? text.slice(last.outerStart, last.outerEnd) + own : own;
}

/** Where a clause has no name of its own, the clause before may have: 参合率创新高，达到95%. */
function farName(text: string, clause: number, last: Qualified | undefined): string {
  if (!/[，,]/.test(text[clause - 1] ?? "")) return "";
  const floor = Math.max(last?.outerEnd ?? 0, clause - REACH);
  const start = clauseStart(text, clause - 1, floor);
  return start <= floor && last !== undefined && floor === last.outerEnd ? "" : nameBefore(text.slice(start, clause - 1));
}

function figureOf(text: string, q: Qualified, named: Named, period: Period | null): TextFigure {
  const { start, end, value, range, unit, qualifier, suspect, masked } = q;
  const figure = {
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
    comparison: named.change?.comparison ?? null,
    modality: isTarget(text, q) ? ("target" as const) : ("stated" as const),
    suspect,
    likely: null,
    masked,
  };
  return isDecimalLost(figure, text) ? { ...figure, suspect: "decimal-lost" } : figure;
}

function kindOf(q: Qualified, metric: string, text: string): FigureKind {
  if (q.unit === "" && q.kind === "count" && phrases().money.test(metric)) return "money";
  if (q.unit === "次" && /每(?:个?(?:年|月|季度?|周|日|天|学期|星期|半年))[^，,。；;]{0,3}$/.test(text.slice(Math.max(0, q.start - 9), q.start))) return "frequency";
  if (q.unit === "" && q.kind === "count" && /(?:比例|率|比|系数)$/.test(metric)) return "ratio";
  return q.kind;
}

/** 力争建成30个: the words before the figure in its clause say that it is still to come. */
function isTarget(text: string, q: Span): boolean {
  const start = clauseStart(text, q.start, Math.max(0, q.start - REACH));
  return changeWords().targets.test(text.slice(start, q.start));
}

/** 占总数的482%: a share above the whole has lost its decimal point. */
function isDecimalLost(figure: { unit: string; value: number | null; suspect: unknown; metric: string; comparison: unknown; start: number }, text: string): boolean {
  if (figure.unit !== "%" && figure.unit !== "％") return false;
  if (figure.suspect !== null || figure.comparison !== null || figure.value === null || figure.value <= 100) return false;
  const before = text.slice(Math.max(0, figure.start - 24), figure.start);
  const { shares, unbounded } = changeWords();
  const said = figure.metric + before.slice(clauseStart(before, before.length, 0));
  return shares.test(said) && !unbounded.test(said);
}
