import type { FigureKind } from "@zongjie/document";
import { loadData, longestFirst, z } from "@zongjie/lexicon";
import { type ClauseSort, sentenceFrames } from "../sentence-frames.ts";
import type { Given } from "./given.ts";
import { plainUnit } from "./unit.ts";

/** What is counted, as a clause has it: 培训班期数 of 期 is 培训班, told with 举办. */
export interface Told {
  readonly metric: string;
  readonly sort: ClauseSort;
  /** Verbs that go before it; empty where it needs none. */
  readonly verbs: readonly string[];
}

let verbs: readonly string[] | undefined;

/** Verbs that bring a thing, as the naming of figures knows them: 走访, 发放. */
function knownVerbs(): readonly string[] {
  verbs ??= loadData("figures/metrics.yaml", z.object({ verbs: z.array(z.string()) })).verbs;
  return verbs;
}

/** How a thing is told that needs no verb; 为 where the kind has none: 响应6分钟 would not read. */
const SORTS: Partial<Record<FigureKind, ClauseSort>> = {
  count: "bare",
  frequency: "bare",
  length: "bare",
  area: "bare",
  weight: "bare",
  money: "sum",
};

/** How a figure's metric is told. */
export function tell(figure: Given): Told {
  const { unit, comparison, doubt, surface, kind, rivals, value } = figure;
  const metric = plainMetric(figure);
  const as = (sort: ClauseSort, name: string = metric): Told => ({ metric: name, sort, verbs: [] });
  if (doubt !== null || 0 < rivals.length) return as("open");
  if (comparison !== null) return as(comparison.direction === "flat" && (value ?? 0) !== 0 ? "held" : "change");
  const { levels, lows } = sentenceFrames();
  if (isShare(surface)) return shareOf(figure, metric);
  if (kind === "ratio") return as(metric.endsWith("比") || metric.endsWith("比例") ? "plain" : "ratio");
  const brings = (kind === "count" || kind === "money") && begun(metric);
  if (!brings && lows.some((end) => metric.endsWith(end))) return as("plain");
  if (levels.some((end) => metric.endsWith(end))) return as("level");
  if (!brings && isMean(metric)) return as("plain");
  const short = withoutTail(metric, unit);
  const { verbs: acts, end } = actsOf(short);
  // 宣传资料 is a thing, 发放宣传资料 brings its verb, 化解 is one
  if (isVerb(short) || (end < short.length && (begun(short) || holdsVerb(short)))) return as("verb", short);
  if (0 < acts.length) return { metric: short, sort: "act", verbs: acts };
  return as(SORTS[kind] ?? "plain", short);
}

/** 人均费用 · 每千人口床位 · 家庭平均人数. */
function isMean(metric: string): boolean {
  return sentenceFrames().means.some((word) => metric.startsWith(word) || (1 < word.length && metric.includes(word)));
}

/** 95% · 六成 · 三分之二. */
export function isShare(surface: string): boolean {
  return /[%％‰]|点$|成(?:多|半|左右|以[上下内])?$|分之/u.test(surface);
}

/** Whether a metric is told in per cent by its name: 满意度, 安置率. */
export function isRate(metric: string): boolean {
  return sentenceFrames().rates.some((end) => metric.endsWith(end));
}

/** 满意度95% is a level, 年度计划101.3% what is done of it, 占总人口23.3% and 小微企业83.4% are parts of a whole. */
function shareOf({ origin }: Given, metric: string): Told {
  const { plans, lows } = sentenceFrames();
  const as = (sort: ClauseSort, name: string = metric): Told => ({ metric: name, sort, verbs: [] });
  const done = /^(?:完成|已完成)(?=.{2})/u.exec(metric)?.[0] ?? "";
  if (plans.some((end) => metric.endsWith(end)) || done !== "") return as("plan", metric.slice(done.length));
  if (/^占.{2}/u.test(metric)) return as("part");
  if (lows.some((end) => metric.endsWith(end))) return as("plain");
  // the writer of a brief names a level as he likes: 群众满意
  if (origin === "brief" || isRate(metric)) return as("level");
  return as(begun(metric) ? "those" : "share");
}

/** True for what is a verb itself, alone or behind an adverb: 办结, 成功化解. */
function isVerb(metric: string): boolean {
  const { ownVerbs, adverbs } = sentenceFrames();
  const adverb = adverbs.find((word) => metric.startsWith(word)) ?? "";
  return ownVerbs.includes(metric.slice(adverb.length));
}

/** An aim's metric without the word that its wording says: 就诊率目标 → 就诊率. */
function plainMetric({ metric, modality }: Given): string {
  const end = modality === "target" ? sentenceFrames().aimed.find((word) => metric.endsWith(word)) : undefined;
  return end === undefined || metric.length - end.length < 2 ? metric : metric.slice(0, -end.length);
}

/** True where a verb inside brings what stands behind it: 春节慰问军属; not 矛盾纠纷化解. */
export function holdsVerb(metric: string): boolean {
  return sentenceFrames().inner.some((verb) => {
    const at = metric.indexOf(verb, 1);
    return at !== -1 && at + verb.length + 2 <= metric.length;
  });
}

/** 走访人数 of 人 → 走访; 床位数 of 张 → 床位; the last end that leaves two characters counts. */
function withoutTail(metric: string, unit: string): string {
  const { tails, tailUnits } = sentenceFrames();
  const plain = plainUnit(unit);
  const rest = metric.slice(0, metric.length - plain.length);
  // 走访人次 of 人次 is 走访; 监测户 of 户 is no 监测, 独居老人 of 人 no 独居老
  if (2 <= plain.length && metric.endsWith(plain) && 2 <= rest.length) return rest;
  const tail = longestFirst(tails).find((end) => metric.endsWith(end) && 2 <= metric.length - end.length);
  if (tail === undefined) return metric;
  const units = tailUnits[tail[0] as string];
  if (units !== undefined && !units.includes(plain)) return metric;
  return metric.slice(0, -tail.length);
}

/** Verbs of the things that a metric ends in, those of the longest end, and how long that is. */
function actsOf(metric: string): { readonly verbs: readonly string[]; readonly end: number } {
  let best: readonly string[] = [];
  let longest = 0;
  for (const { ends, verbs: own } of sentenceFrames().acts)
    for (const end of ends) if (longest < end.length && metric.endsWith(end)) [best, longest] = [own, end.length];
  return { verbs: best, end: longest };
}

/** True for a metric that brings its verb: 走访慰问, 发放宣传资料; not 培训班. */
export function begun(metric: string): boolean {
  const { begins, acts } = sentenceFrames();
  // 慰问金和物资 begins with 慰问金, not with 慰问
  const thing = Math.max(
    0,
    ...acts.flatMap(({ ends }) => ends).map((end) => (metric.startsWith(end) ? end.length : 0)),
  );
  return [...knownVerbs(), ...begins].some(
    (verb) =>
      2 <= verb.length &&
      metric.startsWith(verb) &&
      (metric.length === verb.length || verb.length + 2 <= metric.length) &&
      (thing <= verb.length || thing === metric.length),
  );
}
