import type { Check } from "@zongjie/document";
import type { Levels } from "./earlier.ts";
import type { Term } from "./term.ts";
import { check, halfStep, relative, slack } from "./tolerance.ts";

/** A change beside two levels: what they make of it; null where they say nothing of it. */
export function changeOf(change: Term, { now, old }: Levels): Check | null {
  const { figure, value } = change;
  if (now.figure.qualifier !== null || old.figure.qualifier !== null) return null;
  const points = figure.unit === now.figure.unit || (figure.unit.endsWith("百分点") && now.figure.unit === "%");
  const times = figure.unit === "倍";
  if (!points && ((figure.unit !== "%" && !times) || old.value <= 0)) return null;
  const sign = figure.comparison === null ? 0 : figure.comparison.direction === "down" ? -1 : 1;
  const difference = sign === 0 || value < 0 ? Math.abs(now.value - old.value) : sign * (now.value - old.value);
  const share = (100 * difference) / old.value;
  const about = figure.qualifier === null ? 0 : 0.06 * value;
  const made = (computed: number, blur: number): Check =>
    check("growth", value, computed, halfStep(figure) * (points && slack(figure) === 0 ? 0 : 1) + blur + about, [
      change.index,
      now.index,
      old.index,
    ]);
  if (points && figure.unit !== "%") return made(difference, slack(now.figure) + slack(old.figure));
  const blur = (100 + share) * (relative(now.figure) + relative(old.figure));
  if (!times) return made(share, blur);
  const rise = made(share / 100, blur / 100);
  const ratio = made(now.value / old.value, blur / 100);
  return ratio.holds ? ratio : rise;
}

/** One level beside what the other and the change make of it: 87 from 100 less 17% is 1.05. */
export function levelBeside({ figure, value }: Term, now: Term, old: Term): number {
  const by = figure.comparison?.direction === "down" ? -value : value;
  const made =
    figure.unit === "%" ? old.value * (1 + by / 100) : figure.unit === "倍" ? old.value * value : old.value + by;
  // 增长4.2倍 is 5.2 times as much
  return figure.unit === "倍" && now.value / made > 1 + 0.5 / value ? now.value / (made + old.value) : now.value / made;
}
