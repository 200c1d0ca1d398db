import type { Span } from "@zongjie/document";
import { type Automaton, automaton, type SpunTerm, type SpunWords, spunWords } from "@zongjie/lexicon";

/**
 * When a document is called spun. Its score is the number of different wrong words, and half of what different ordinary
 * words that tools like to put in stand in 1,000 characters beyond the usual ones. Chosen on the development pages, the
 * seeds and web pages that are no reports: no document of theirs that is not spun has more than two wrong words (0.1 per
 * 1,000 characters) or more than 9.4 of the ordinary ones; half of them have three. The spun ones have 11 wrong words and
 * more. What is found of texts spun with another list: `test/spun.test.ts`.
 */
const SPUN = { words: 2, rate: 0.7, score: 3.5, usual: 5, shortest: 600 } as const;

/** What a hit of a wrong word weighs, and one of an ordinary word that tools like to put in. */
const WRONG = 1;
const PLAIN = 0.15;

/** A term counts as put in for another where it stands in so many different frames of it, so many times. */
const FRAMES = 3;
const TIMES = 4;

/** Characters within which the strongest place is looked for. */
const PLACE = 120;

/** Machine-spun wording: the strongest place, and what speaks for it. Offsets count in the text. */
export interface SpunWording {
  readonly span: Span;
  readonly note: string;
}

interface Hit extends Span {
  readonly wrong: string;
  readonly usual: string;
  readonly weight: number;
}

/** Looks up wrong words in a text, with a list of its own if need be. */
export type SpunFinder = (text: string) => SpunWording | null;

/**
 * A finder over a list of wrong words. Linear in the text.
 *
 *     县卫生局当真人深切步队，访问慰劳步队官兵，…糊口…坚苦
 *             ‾‾‾‾  ‾‾‾‾             ‾‾‾‾        wrong words, in few characters: spun
 */
export function spunFinder(words: SpunWords): SpunFinder {
  const entries = [
    ...entriesOf(words.odd, WRONG),
    ...entriesOf(words.bound, WRONG),
    ...entriesOf(words.plain, PLAIN),
    ...words.except.map((wrong) => ({ wrong, usual: wrong, weight: 0 })),
  ];
  const cues = automaton(entries.map(({ wrong }) => wrong));
  const terms = words.terms.map((term) => ({ term, frames: automaton(term.frames) }));
  return (text) => {
    const hits = findHits(text, cues, entries);
    if (isSpun(hits, text.length))
      return { span: strongest(hits.filter(({ weight }) => weight === WRONG)), note: noteOf(hits) };
    for (const { term, frames } of terms) {
      const found = findTerm(text, term, frames);
      if (found !== null) return found;
    }
    return null;
  };
}

let shipped: SpunFinder | undefined;

/** Machine-spun wording of a document by the shipped list, null where there is none: 当真贯彻…步队构筑…坚苦群众. */
export function findSpunWording(text: string): SpunWording | null {
  shipped ??= spunFinder(spunWords());
  return shipped(text);
}

type Entry = Pick<Hit, "wrong" | "usual" | "weight">;

function entriesOf(pairs: Readonly<Record<string, string>>, weight: number): Entry[] {
  return Object.entries(pairs).map(([wrong, usual]) => ({ wrong, usual, weight }));
}

/** Hits that do not overlap: the longer one wins, and the earlier one of two that are as long. */
function findHits(text: string, cues: Automaton, entries: readonly Entry[]): Hit[] {
  const all: Hit[] = [];
  cues.scan(text, (cue, start, end) => all.push({ ...(entries[cue] as Entry), start, end }));
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  for (const hit of all) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= hit.start) kept.push(hit);
    else if (last.end - last.start < hit.end - hit.start) kept[kept.length - 1] = hit;
  }
  return kept.filter(({ weight }) => 0 < weight);
}

function isSpun(hits: readonly Hit[], length: number): boolean {
  const words = kinds(hits, WRONG).size;
  const thousands = Math.max(SPUN.shortest, length) / 1000;
  const score = words + Math.max(0, kinds(hits, PLAIN).size / thousands - SPUN.usual) / 2;
  return SPUN.words <= words && SPUN.rate <= words / thousands && SPUN.score <= score;
}

/** The different words of a weight, the wrong word with the usual one. */
function kinds(hits: readonly Hit[], weight: number): Set<string> {
  return new Set(hits.filter((hit) => hit.weight === weight).map(({ wrong, usual }) => `${wrong} for ${usual}`));
}

/** The stretch of a few lines that weighs most, from the first hit in it to the last. */
function strongest(hits: readonly Hit[]): Span {
  let best: Span & { weight: number } = { start: 0, end: 0, weight: 0 };
  let weight = 0;
  let from = 0;
  for (const hit of hits) {
    weight += hit.weight;
    while (PLACE < hit.end - (hits[from] as Hit).start) weight -= (hits[from++] as Hit).weight;
    if (best.weight < weight) best = { start: (hits[from] as Hit).start, end: hit.end, weight };
  }
  return { start: best.start, end: best.end };
}

function noteOf(hits: readonly Hit[]): string {
  const words = [...kinds(hits, WRONG)];
  return `machine-spun wording, ${words.length} wrong words: ${words.slice(0, 5).join(", ")}`;
}

/** A term that stands for another all through: in frames of the other, which itself is nowhere. */
function findTerm(text: string, { wrong, usual }: SpunTerm, frames: Automaton): SpunWording | null {
  const places: Span[] = [];
  const stood = new Set<number>();
  frames.scan(text, (frame, start, end) => {
    stood.add(frame);
    if ((places.at(-1)?.end ?? 0) <= start) places.push({ start, end });
  });
  const first = places[0];
  if (first === undefined || stood.size < FRAMES || places.length < TIMES || text.includes(usual)) return null;
  return { span: first, note: `${wrong} stands for ${usual} all through, ${places.length} times` };
}
