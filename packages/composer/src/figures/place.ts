import type { Theme } from "@zongjie/document";
import { likeness } from "../matter.ts";
import { sentenceFrames } from "../sentence-frames.ts";
import { fitOf, hint, type Place, scorersOf } from "./fit.ts";
import type { Given } from "./given.ts";

/** Where a figure goes: the index of its place, or why it goes nowhere. */
export type Placed = { readonly at: number } | { readonly reason: string };

/** Less says nothing. */
const LEAST = 0.6;
/** Under headings that the brief names, and no others, less is enough. */
const ANY = 0.2;
/** A theme without a section has to fit that much better to keep a figure out of one that has. */
const DOUBT = 1.1;
/** What a section counts less for each figure beyond those that it holds with ease. */
const CROWD = 0.1;
const EASY = 3;
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
    const before = figure.behind === null ? undefined : homes.get(figure.behind);
    const found =
      figure.untold !== null ? { reason: figure.untold } : (before ?? homeOf(figure, places, scorers, filled, absent));
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
      filled,
    );
    return best === null ? { reason: `${figure.section} holds ${MOST} figures already` } : { at: best.at };
  }
  if (timely.length === 0)
    return {
      reason:
        figure.modality === "target" ? "no section looks ahead, the figure is an aim" : "no section tells what is done",
    };
  if (roomy.length === 0) return { reason: `each section that fits holds ${MOST} figures already` };
  const best = pickBest(figure, roomy, scorers, filled);
  const rival = Math.max(0, ...absent.map((theme) => fitOf(theme, figure.metric)));
  const sure =
    best !== null && rival <= DOUBT * Math.max(hint(figure, best.place), fitOf(best.place.theme, figure.metric));
  if (best !== null && (best.place.wanted || (sure && LEAST <= best.score)) && ANY <= best.score)
    return { at: best.at };
  const { homes } = sentenceFrames();
  const spares = roomy.filter(isSpare);
  const spare =
    spares.find(({ place }) => homes.some((word) => place.title.includes(word))) ??
    spares[0] ??
    spareAside(figure, roomy);
  if (spare !== undefined) return { at: spare.at };
  return {
    reason: timely.some(isSpare) ? `each section that fits holds ${MOST} figures already` : "no section is about it",
  };
}

/** Whether anything may stand in a place: a main section of the lexicon. */
function isSpare({ place }: Candidate): boolean {
  return place.main && place.origin === "frame" && place.theme === null;
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
  filled: readonly number[],
): (Candidate & { readonly score: number }) | null {
  let best: (Candidate & { readonly score: number }) | null = null;
  for (const candidate of candidates) {
    const crowd = CROWD * Math.max(0, (filled[candidate.at] ?? 0) - EASY);
    const score = (scorers[candidate.at]?.(figure.metric) ?? 0) + hint(figure, candidate.place) - crowd;
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
