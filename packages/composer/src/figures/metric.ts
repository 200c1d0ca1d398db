import { loadData, longestFirst, z } from "@zongjie/lexicon";
import { type ClauseSort, sentenceFrames } from "../sentence-frames.ts";
import type { Given } from "./given.ts";

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

/** How a figure's metric is told. */
export function tell(figure: Given): Told {
  const { unit, comparison, doubt, surface } = figure;
  const metric = plainMetric(figure);
  if (doubt !== null) return { metric, sort: "open", verbs: [] };
  const { levels } = sentenceFrames();
  if (comparison !== null) return { metric, sort: "change", verbs: [] };
  if (/[%％‰]|点$/u.test(surface) || levels.some((end) => metric.endsWith(end)))
    return { metric, sort: "level", verbs: [] };
  const short = withoutTail(metric, unit);
  const { verbs: acts, end } = actsOf(short);
  // 宣传资料 is a thing, 发放宣传资料 brings its verb
  if (end < short.length && (begun(short) || holdsVerb(short))) return { metric: short, sort: "verb", verbs: [] };
  return acts.length === 0 ? { metric: short, sort: "bare", verbs: [] } : { metric: short, sort: "act", verbs: acts };
}

/** An aim's metric without the word that its wording says: 就诊率目标 → 就诊率. */
function plainMetric({ metric, modality }: Given): string {
  const end = modality === "target" ? sentenceFrames().aimed.find((word) => metric.endsWith(word)) : undefined;
  return end === undefined || metric.length - end.length < 2 ? metric : metric.slice(0, -end.length);
}

/** True where a verb inside brings what stands behind it: 春节慰问军属; not 矛盾纠纷化解. */
function holdsVerb(metric: string): boolean {
  return sentenceFrames().inner.some((verb) => {
    const at = metric.indexOf(verb, 1);
    return at !== -1 && at + verb.length + 2 <= metric.length;
  });
}

/** 走访人数 of 人 → 走访; 床位数 of 张 → 床位; the last end that leaves two characters counts. */
function withoutTail(metric: string, unit: string): string {
  const { tails, tailUnits } = sentenceFrames();
  const plain = unit.replace(/^[百千万亿]+/u, "");
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
  return [...knownVerbs(), ...sentenceFrames().begins].some(
    (verb) =>
      2 <= verb.length &&
      metric.startsWith(verb) &&
      (metric.length === verb.length || verb.length + 2 <= metric.length),
  );
}
