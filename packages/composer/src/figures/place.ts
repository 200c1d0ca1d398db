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

/** Where a figure goes: the index of its place, or why it goes nowhere. */
export type Placed = { readonly at: number } | { readonly reason: string };

/** Less says nothing. */
const LEAST = 0.6;
/** Under headings that the brief names, and no others, less is enough. */
const ANY = 0.2;
/** What a section counts that carries no matter: 保障 holds a bit of everything. */
const ASIDE = 0.6;
/** A theme without a section has to fit that much better to keep a figure out of one that has. */
const DOUBT = 1.1;
/** What it counts that a metric and a title belong together. */
const KINDRED = 1.5;
/** Figures that a section holds; more would be a table. */
const MOST = 24;

/**
 * Places figures: where the brief wants them, else where metric and role fit best. 走访户数 goes where reports give 走访 and 慰问,
 * 满意度 to 成效, an aim to 打算, never among what is done. A figure behind another goes with it. `absent` are themes
 * without a section: what fits one of them better stands under no other heading but one of the lexicon.
 */
export function placeFigures(
  figures: readonly Given[],
  places: readonly Place[],
  absent: readonly Theme[] = [],
): Placed[] {
  const filled = places.map(() => 0);
  const homes = new Map<string, Placed>();
  const scorers = scorersOf(places);
  return figures.map((figure) => {
    const found =
      figure.behind !== null && homes.has(figure.behind)
        ? (homes.get(figure.behind) as Placed)
        : homeOf(figure, places, scorers, filled, absent);
    homes.set(figure.id, found);
    if ("at" in found) filled[found.at] = (filled[found.at] ?? 0) + 1;
    return found;
  });
}

function homeOf(
  figure: Given,
  places: readonly Place[],
  scorers: readonly ((metric: string) => number)[],
  filled: readonly number[],
  absent: readonly Theme[],
): Placed {
  const open = places.flatMap((place, at) => (place.gathers ? [] : [{ place, at }]));
  const timely = open.filter(({ place }) => fitsTime(figure, place));
  const roomy = timely.filter(({ at }) => (filled[at] ?? 0) < MOST);
  if (figure.section !== null) {
    const wanted = open.filter(({ place }) => isNamed(place, figure.section as string));
    if (wanted.length === 0) return { reason: `no section ${figure.section} in the draft` };
    if (!wanted.some(({ place }) => fitsTime(figure, place)))
      return {
        reason: `${figure.section} ${figure.modality === "target" ? "tells what is done, the figure is an aim" : "looks ahead, the figure is reached"}`,
      };
    const best = pickBest(
      figure,
      wanted.filter(({ at, place }) => fitsTime(figure, place) && (filled[at] ?? 0) < MOST),
      scorers,
    );
    return best === null ? { reason: `${figure.section} holds ${MOST} figures already` } : { at: best.at };
  }
  if (timely.length === 0)
    return {
      reason:
        figure.modality === "target" ? "no section looks ahead, the figure is an aim" : "no section tells what is done",
    };
  if (roomy.length === 0) return { reason: `each section that fits holds ${MOST} figures already` };
  const best = pickBest(figure, roomy, scorers);
  const rival = Math.max(0, ...absent.map((theme) => fitOf(theme, figure.metric)));
  const sure =
    best !== null && rival <= DOUBT * Math.max(hint(figure, best.place), fitOf(best.place.theme, figure.metric));
  if (best !== null && (best.place.wanted || (sure && LEAST <= best.score)) && ANY <= best.score)
    return { at: best.at };
  const { homes } = sentenceFrames();
  const spares = roomy.filter(({ place }) => place.main && place.origin === "frame" && place.theme === null);
  const spare =
    spares.find(({ place }) => homes.some((word) => place.title.includes(word))) ??
    spares[0] ??
    spareAside(figure, roomy);
  return spare === undefined ? { reason: "no section is about it" } : { at: spare.at };
}

/** Where a text has no main section: 基本情况 for what is reached, the last part for an aim. */
function spareAside({ modality }: Given, roomy: readonly Candidate[]): Candidate | undefined {
  if (1 < roomy.length && roomy.some(({ place }) => place.main)) return undefined;
  const known = modality === "stated" ? roomy.find(({ place }) => place.role === "基本情况") : undefined;
  return known ?? roomy.at(-1);
}

interface Candidate {
  readonly place: Place;
  readonly at: number;
}

function pickBest(
  figure: Given,
  candidates: readonly Candidate[],
  scorers: readonly ((metric: string) => number)[],
): (Candidate & { readonly score: number }) | null {
  let best: (Candidate & { readonly score: number }) | null = null;
  for (const candidate of candidates) {
    const score = (scorers[candidate.at]?.(figure.metric) ?? 0) + hint(figure, candidate.place);
    if (best === null || best.score < score) best = { ...candidate, score };
  }
  return best;
}

/** An aim stands where the text looks ahead, what is reached where it does not. */
function fitsTime({ modality }: Given, { due, role }: Place): boolean {
  if (modality === "target") return due || role === "建议";
  return !due;
}

/** Whether a brief means this section: by its role, its title or most of it. */
function isNamed({ title, role }: Pick<Place, "title" | "role">, name: string): boolean {
  return role === name || title.includes(name) || name.includes(title) || 0.5 <= likeness(title, name);
}

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
function scorersOf(places: readonly Place[]): ((metric: string) => number)[] {
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
      const fit = 1.5 * Math.min(2, inTitle) + fitOf(theme, metric, weigh) + (main ? Math.min(0.5, ANY * signs) : 0);
      const score = (main ? 1 : ASIDE) * fit + (0.6 <= usual ? usual : 0);
      scores.set(metric, score);
      return score;
    };
  });
}

/** What the words of a metric say of its role, and of titles that share no character with it: 演练 belongs to 安全. */
function hint({ metric }: Given, { role, title, main }: Place): number {
  const { hints, kindred } = sentenceFrames();
  const told = (hints[role] ?? []).some((word) => metric.includes(word)) ? 2 : 0;
  if (!main) return told;
  const related = kindred.some(
    ({ metrics, titles }) =>
      metrics.some((word) => metric.includes(word)) && titles.some((word) => title.includes(word)),
  );
  return Math.max(told, related ? KINDRED : 0);
}
