import type { Patterns, Theme } from "@zongjie/document";
import type { CleanBrief } from "./brief.ts";
import type { Comparables } from "./comparable.ts";
import { fitOf } from "./figures/fit.ts";
import { likeness } from "./matter.ts";
import type { Work } from "./planned.ts";

/** Main sections that a draft has at least, where its kind has any. */
export const FEWEST_MAINS: number = 3;
const MOST_MAINS = 7;
/** Main sections of a short draft. */
const SHORT_MAINS = 3;
/** Main sections beyond the usual number: what one report leaves out another one has. */
const MORE: Readonly<Record<CleanBrief["length"], number>> = { short: 0, normal: 1, long: 3 };
/** What a theme weighs more for which there are figures. */
const TOLD = 1.5;
/** A theme to which a metric fits as well as this is a place for it. */
const CLOSE = 1.5;
/** A section that a brief names is on a theme that is as like it as this. */
const ON_THEME = 0.4;

/** Themes for main sections, best first, and how many of them a draft takes. */
interface MainThemes {
  /** `told`: there are figures for it. */
  readonly themes: readonly { readonly theme: Theme; readonly told: boolean }[];
  readonly most: number;
}

/** Themes on the matter that at least two documents have, those with most weight first; two voices alone weigh less than each for itself. */
export function mainThemes({ brief, patterns, comparables, metrics }: Work): MainThemes {
  const weight = ({ sources }: Theme): number =>
    sources.reduce((sum, source) => sum + (comparables.weights[source] ?? 0), 0) * (1 - 1 / sources.length ** 2);
  const themes = matterThemes(comparables, patterns)
    .filter((theme) => 0 < weight(theme))
    .map((theme) => {
      const own = metrics.filter((metric) => CLOSE <= fitOf(theme, metric)).length;
      return { theme, own, weight: weight(theme) * (0 < own ? TOLD : 1) };
    })
    .sort((a, b) => b.weight - a.weight || a.theme.id - b.theme.id);
  const usual = usualMains(patterns, comparables) + MORE[brief.length];
  const most = brief.length === "short" ? SHORT_MAINS : MOST_MAINS;
  const told = themes.filter(({ own }) => 0 < own).length;
  return {
    themes: themes.map(({ theme, own }) => ({ theme, told: 0 < own })),
    most: Math.min(most, Math.max(FEWEST_MAINS, usual, told)),
  };
}

/** All main themes on the matter of a brief that two documents have. */
export function matterThemes({ families }: Comparables, patterns: Patterns): Theme[] {
  return patterns.themes.filter(
    ({ part, family, sources }) => part === "main" && families.has(family) && 2 <= sources.length,
  );
}

/** The main theme on the matter that is most like a title. */
export function themeLike({ patterns, comparables }: Work, name: string): Theme | null {
  let best: Theme | null = null;
  let most = ON_THEME;
  for (const theme of patterns.themes) {
    if (theme.part !== "main" || !comparables.families.has(theme.family)) continue;
    const told = [...theme.headings, ...theme.clauses, ...theme.terms].map(({ text }) =>
      name.includes(text) || text.includes(name) ? 0.8 : likeness(name, text),
    );
    const score = Math.max(0, ...told);
    if (most < score) [best, most] = [theme, score];
  }
  return best;
}

/** How many main sections comparable documents have: the weighted middle, the upper of two. */
function usualMains(patterns: Patterns, { frame, weights }: Comparables): number {
  const counts = patterns.sources
    .map(({ outline }, i) => ({
      count: outline.filter(({ part }) => part === "main").length,
      weight: Math.min(frame[i] ?? 0, weights[i] ?? 0),
    }))
    .filter(({ weight }) => 0 < weight)
    .sort((a, b) => a.count - b.count);
  let left = counts.reduce((sum, { weight }) => sum + weight, 0) / 2;
  for (const { count, weight } of counts) {
    left -= weight;
    if (left < 0) return count;
  }
  return MOST_MAINS;
}
