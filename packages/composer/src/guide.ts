import type { Role, Slot, Theme } from "@zongjie/document";
import { slot } from "./brief.ts";
import { frames, roleFrame } from "./frames.ts";
import { isNumberFree } from "./heading.ts";
import { namesPlace } from "./names.ts";
import { distinctive } from "./phrase.ts";

const MOST_TERMS = 4;
const MOST_METRICS = 4;
/** Longer phrases would be somebody's own words. */
const LONGEST_TERM = 8;

/** What the writer reads under a heading. */
export interface Guide {
  readonly lines: readonly string[];
  readonly slots: readonly Slot[];
}

/** What the guide of a section is made from; `rate` is the share of comparable documents that have it, null for none. */
export interface GuideInput {
  readonly role: Role;
  readonly theme: Theme | null;
  readonly rate: number | null;
  readonly matter: string;
  readonly heading: string;
  /** Lines of the draft so far. */
  readonly told: readonly string[];
  /** Whether it is a task of a plan. */
  readonly task?: boolean;
}

/**
 * The guide of a section: 写谁牵头、怎样分工。同类材料多数有这部分。常写到：议事日程、领导小组。常给出的数据：【待补：走访户数】。
 * Base rates are told in words, never in numbers.
 */
export function guideOf({ role, theme, rate, matter, heading, told, task = false }: GuideInput): Guide {
  const frame = roleFrame(role);
  const { rates, guide } = frames();
  const known = theme !== null && rate !== null && 0 < rate;
  const rateLine = known ? (rates.find(({ from }) => from <= rate)?.words ?? "") : guide.none;
  const terms = theme === null ? [] : termsOf(theme, matter, heading);
  const metrics = theme === null ? [] : metricsOf(theme);
  const names = 0 < metrics.length ? metrics : frame.slots;
  const lines = [
    ...(task ? [guide.task] : frame.guide).filter((line) => !told.includes(line)),
    ...(known || !told.includes(rateLine) ? [rateLine] : []),
    ...(terms.length === 0 ? [] : [guide.terms.replace("{词}", terms.join("、"))]),
    ...(names.length === 0
      ? []
      : [(metrics.length === 0 ? "{待补}" : guide.metrics).replace("{待补}", names.map(slot).join(""))]),
  ];
  return { lines, slots: names.map((name) => ({ name })) };
}

/** Terms that two documents share, none inside another or in the heading. */
function termsOf(theme: Theme, matter: string, heading: string): string[] {
  const chosen: string[] = [];
  for (const { text, sources } of theme.terms) {
    if (sources.length < 2 || LONGEST_TERM < text.length || !distinctive(text, matter) || heading.includes(text))
      continue;
    if (chosen.some((other) => other.includes(text) || text.includes(other))) continue;
    if (chosen.push(text) === MOST_TERMS) break;
  }
  return chosen;
}

/** Metrics that two documents give: one document's own may tell whose it is. */
function metricsOf(theme: Theme): string[] {
  return theme.metrics
    .filter(({ text, sources }) => 2 <= sources.length && 3 <= text.length && isNumberFree(text) && !namesPlace(text))
    .slice(0, MOST_METRICS)
    .map(({ text }) => text);
}
