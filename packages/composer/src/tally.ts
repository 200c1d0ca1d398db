import type { Backing, Wording } from "@zongjie/document";
import { order } from "./names.ts";

/** Counts by which distinct documents a text is used. */
export type Tally = Map<string, Set<number>>;

/** Notes that a source uses a text. */
export function note(tally: Tally, text: string, source: number): void {
  const sources = tally.get(text) ?? new Set<number>();
  sources.add(source);
  tally.set(text, sources);
}

/** Sources in ascending order. */
export function backing(sources: Iterable<number>): Backing {
  return [...new Set(sources)].sort((a, b) => a - b);
}

/** A tally as wordings, most used first, then by text. */
export function wordings(tally: Tally, most: number = Number.POSITIVE_INFINITY): Wording[] {
  return [...tally]
    .map(([text, sources]): Wording => ({ text, sources: backing(sources) }))
    .sort((a, b) => b.sources.length - a.sources.length || order(a.text, b.text))
    .slice(0, most);
}
