import type { DraftSection, Role, Theme } from "@zongjie/document";
import { bigrams } from "../cluster.ts";
import { frames } from "../frames.ts";
import { likeness } from "../matter.ts";
import { sentenceFrames } from "../sentence-frames.ts";
import type { Given } from "./given.ts";

/** A section of a draft as figures are placed in it. */
export interface Place {
  readonly title: string;
  readonly role: Role;
  readonly origin: DraftSection["origin"];
  /** Null where no comparable document has such a section. */
  readonly theme: Theme | null;
  /** Metrics that documents of the kind give in sections of the role. */
  readonly metrics: readonly string[];
  /** Whether it looks ahead. */
  readonly due: boolean;
  /** Whether it only gathers the sections below it. */
  readonly gathers: boolean;
  /** Whether the brief names it. */
  readonly wanted: boolean;
  /** Whether it carries the matter of its kind. */
  readonly main: boolean;
}

/** What a section counts that carries no matter: 保障 holds a bit of everything. */
const ASIDE = 0.6;
/** What it counts that a metric and a title belong together. */
const KINDRED = 1.5;
/** What each character counts that a metric and a title share. */
const SIGN = 0.2;

/** How well a metric fits what sections of a theme give: by their metrics, their terms, the pairs of characters that mark them. */
export function fitOf(theme: Theme | null, metric: string, weigh: (pair: string) => number = () => 1): number {
  if (theme === null) return 0;
  const marks = marksOf(theme);
  let inTheme = 0;
  for (const pair of bigrams(metric).keys()) inTheme += (marks.get(pair) ?? 0) * weigh(pair);
  const given = Math.max(0, ...theme.metrics.map(({ text }) => likeness(text, metric)));
  const termed = theme.terms.some(({ text }) => metric.includes(text) || text.includes(metric)) ? 1 : 0;
  return Math.min(2, inTheme) + 2 * (0.5 <= given ? given : 0) + termed;
}

const known = new WeakMap<Theme, ReadonlyMap<string, number>>();

function marksOf(theme: Theme): ReadonlyMap<string, number> {
  const { pairs } = theme;
  const marks =
    known.get(theme) ?? new Map(pairs.map((pair, i): [string, number] => [pair, 1 - i / (2 * pairs.length)]));
  known.set(theme, marks);
  return marks;
}

/** Scores a metric for each of the places; a pair of characters that many of them share tells little. */
export function scorersOf(places: readonly Place[]): ((metric: string) => number)[] {
  const titles = places.map(({ title }) => bigrams(title));
  const spread = new Map<string, number>();
  for (const [i, { theme }] of places.entries()) {
    const pairs = new Set([...(titles[i]?.keys() ?? []), ...(theme?.pairs ?? [])]);
    for (const pair of pairs) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  }
  const weigh = (pair: string): number => 1 / (spread.get(pair) ?? 1);
  const { loose } = frames();
  return places.map(({ title, theme, metrics, role, main }, i) => {
    const scores = new Map<string, number>();
    return (metric) => {
      const before = scores.get(metric);
      if (before !== undefined) return before;
      let inTitle = 0;
      for (const pair of bigrams(metric).keys()) if (titles[i]?.has(pair)) inTitle += weigh(pair);
      const usual = role === "做法" ? 0 : Math.max(0, ...metrics.map((text) => likeness(text, metric)));
      const signs = [...new Set(metric)].filter((c) => !loose.includes(c) && title.includes(c)).length;
      const fit = 1.5 * Math.min(2, inTitle) + fitOf(theme, metric, weigh) + (main ? Math.min(0.5, SIGN * signs) : 0);
      const score = (main ? 1 : ASIDE) * fit + (0.6 <= usual ? usual : 0);
      scores.set(metric, score);
      return score;
    };
  });
}

/** What the words of a metric say of its role, and of titles that share no character with it: 演练 belongs to 安全. */
export function hint({ metric }: Given, { role, title, main }: Place): number {
  const { hints, kindred } = sentenceFrames();
  const told = (hints[role] ?? []).some((word) => metric.includes(word)) ? 2 : 0;
  if (!main) return told;
  const related = kindred.some(
    ({ metrics, titles }) =>
      metrics.some((word) => metric.includes(word)) && titles.some((word) => title.includes(word)),
  );
  return Math.max(told, related ? KINDRED : 0);
}
