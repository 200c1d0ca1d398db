import type { FigureKind } from "@zongjie/document";
import type { Given } from "./given.ts";
import { isRate } from "./metric.ts";
import { plainUnit } from "./unit.ts";

/** What a figure tells behind another one of its metric. */
type Tie = "change" | "share" | "more";

/** Changes behind one figure: 同比增长8%，比2020年增长12%. */
const MOST_CHANGES = 2;
/** Amounts of one thing that are kept; more than are named. */
const MOST_RIVALS = 4;
const COUNTED: readonly FigureKind[] = ["count", "money", "duration", "frequency", "weight", "area", "length"];

/**
 * Puts figures of records that speak of one thing together, as their text did: a change or a share goes behind its figure, so does
 * the same thing in another unit. A share whose figure stands in another sentence may be one of another whole: it is not told. The same said twice is told once; two amounts of one thing and time are left open, since the
 * text that told them apart is lost.
 *
 *     小微企业1189户 · 小微企业83.4%      → 小微企业1189户，占83.4%
 *     办理时限20个工作日 · 办理时限7个工作日 → 办理时限【待补：…】
 */
export function keepCompany(figures: readonly Given[]): Given[] {
  const kept = [...figures];
  const heads = new Map<string, number[]>();
  const twins = new Map<string, Given[]>();
  const tied = new Map<string, Tie[]>();
  for (const [i, figure] of figures.entries()) {
    if (figure.origin !== "record" || figure.doubt !== null || figure.untold !== null) continue;
    const key = `${figure.modality} ${figure.metric}`;
    const own = heads.get(key) ?? [];
    const twin = `${figure.modality} ${figure.surface}`;
    const said = twins.get(twin) ?? [];
    if (said.some((one) => isSame(one, figure))) {
      kept[i] = { ...figure, untold: `stands there already: ${figure.metric}${figure.surface}` };
      continue;
    }
    twins.set(twin, [...said, figure]);
    const rival = own.find((at) => isRival(kept[at] as Given, figure));
    if (rival !== undefined) {
      const head = kept[rival] as Given;
      kept[rival] = { ...head, rivals: [...head.rivals, figure.surface].slice(0, MOST_RIVALS) };
      kept[i] = { ...figure, behind: head.id, rivals: [head.surface] };
      continue;
    }
    const tie = tieOf(figure);
    const open = tie === null ? [] : own.filter((at) => canTie(kept[at] as Given, figure, tie, tied));
    const head = open.find((at) => kept[at]?.period === figure.period) ?? open[0];
    if (tie === "share" && 0 < own.length && (head === undefined || !isNext(head, i, kept))) {
      kept[i] = { ...figure, untold: `a share that does not stand behind ${figure.metric} in its text` };
      continue;
    }
    if (tie !== null && head !== undefined) {
      const { id } = kept[head] as Given;
      tied.set(id, [...(tied.get(id) ?? []), tie]);
      kept[i] = { ...figure, behind: id };
    } else heads.set(key, [...own, i]);
  }
  return kept;
}

/** Whether the longer name of two figures with one amount may stand for both: 农村互助幸福院87个, 幸福院87个. */
function isSame(a: Given, b: Given): boolean {
  return (
    (a.metric.endsWith(b.metric) || b.metric.endsWith(a.metric)) &&
    isOneTime(a, b) &&
    a.comparison?.base === b.comparison?.base &&
    a.comparison?.direction === b.comparison?.direction
  );
}

/** Two amounts of one thing at one time: one of them is of something else. */
function isRival(head: Given, figure: Given): boolean {
  return (
    head.comparison === null &&
    figure.comparison === null &&
    isOneMeasure(head, figure) &&
    head.period === figure.period
  );
}

/** 3万元 and 5元 are, 常住居民4872户 and 12963人 are not. */
function isOneMeasure(a: Given, b: Given): boolean {
  return a.kind === b.kind && (a.kind !== "count" || plainUnit(a.unit) === plainUnit(b.unit));
}

function isOneTime(a: Given, b: Given): boolean {
  return a.period === b.period || a.period === null || b.period === null;
}

/** Whether a share stands in the sentence of a figure with nothing between them but what is behind that figure. */
function isNext(head: number, at: number, figures: readonly Given[]): boolean {
  const { id, from } = figures[head] as Given;
  return (
    from?.sentence === figures[at]?.from?.sentence &&
    figures.slice(head + 1, at).every((between) => between.behind === id)
  );
}

/** What a figure may be behind another one; null for what stands alone. */
function tieOf({ comparison, kind, metric }: Given): Tie | null {
  if (comparison !== null) return comparison.direction === "flat" ? null : "change";
  if (kind === "percent") return isRate(metric) ? null : "share";
  return COUNTED.includes(kind) ? "more" : null;
}

function canTie(head: Given, figure: Given, tie: Tie, tied: ReadonlyMap<string, readonly Tie[]>): boolean {
  if (head.comparison !== null || 0 < head.rivals.length || !isOneTime(head, figure)) return false;
  const own = (tied.get(head.id) ?? []).filter((one) => one === tie).length;
  if (tie === "change") return own < MOST_CHANGES;
  return COUNTED.includes(head.kind) && own === 0 && (tie === "share" || !isOneMeasure(head, figure));
}
