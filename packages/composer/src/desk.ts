import type { DraftSentence, Patterns } from "@zongjie/document";
import type { CleanBrief } from "./brief.ts";
import type { KindFrame } from "./frames.ts";
import { LONGEST_RUN, overlapOf, type PrintIndex } from "./overlap.ts";

/** What the sentences of one draft are written with; what was said is kept, so that nothing is said twice. */
export interface Desk {
  readonly brief: CleanBrief;
  readonly frame: KindFrame;
  readonly patterns: Patterns;
  readonly index: PrintIndex;
  readonly seed: number;
  /** Patterns of the draft so far. */
  readonly used: Set<string>;
  /** The end of what was written last: a run may go on over the stop. */
  tail: string;
}

/** Takes the first of the candidates whose pattern is new to the draft and that copies no source; null where there is none. */
export function write(desk: Desk, candidates: Iterable<DraftSentence>): DraftSentence | null {
  for (const candidate of candidates) {
    const ids = patternIds(candidate);
    if (ids.some((id) => desk.used.has(id))) continue;
    if (copies(`${desk.tail}${candidate.text}`, desk)) continue;
    for (const id of ids) desk.used.add(id);
    desk.tail = candidate.text.slice(-2 * LONGEST_RUN);
    return candidate;
  }
  return null;
}

/** A sentence of several mined clauses uses each of them; ids of frames have a dot. */
function patternIds({ pattern }: DraftSentence): string[] {
  if (pattern === null) return [];
  return [pattern, ...pattern.split("+").filter((id) => !id.includes("."))];
}

/** True where a text has more than 15 characters as one source alone has them. What the brief itself says does not count. */
export function copies(text: string, { brief, index }: Pick<Desk, "brief" | "index">): boolean {
  return LONGEST_RUN < overlapOf(withoutGiven(text, brief), index).length;
}

/** A text without the brief's own long strings: their run is the writer's, not ours. */
export function withoutGiven(text: string, { unit, topic, period }: CleanBrief): string {
  let rest = text;
  for (const given of [unit, topic, period])
    if (given !== null && LONGEST_RUN < given.length) rest = rest.replaceAll(given, "\u0000");
  return rest;
}

const OPEN = /【待补：([^】]*)】/gu;

/** A sentence with its open places found: `围绕国防教育，【待补：做法】。` */
export function sentence(
  text: string,
  pattern: string | null,
  behind: { readonly support: number; readonly sources: readonly string[] } = { support: 0, sources: [] },
  figures: readonly string[] = [],
): DraftSentence {
  const slots = [...text.matchAll(OPEN)].map(([, name = ""]) => ({ name }));
  return { text, pattern, ...behind, figures, slots };
}
