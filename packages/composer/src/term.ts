import { automaton } from "@zongjie/lexicon";
import { frames } from "./frames.ts";

/** A stretch of masked text of one source; `title` where it is a heading. */
export interface Stretch {
  readonly source: number;
  readonly text: string;
}

const LONGEST = 7;
const SHORTEST = 3;
/** A term must stand beside that many different neighbours on either side, or at an edge. */
const VARIETY = 2;
/** More text than this teaches no more terms of a family. */
const MOST = 400_000;

/**
 * Terms that texts of at least two sources share: strings of 3–8 characters with enough different neighbours on either
 * side (accessor variety: Feng, Chen, Deng, Zheng 2004), so that 国防教育 is one and 防教育 is none. Sorted by text.
 */
export function findTerms(stretches: readonly Stretch[]): string[] {
  const shared = sharedStrings(stretches);
  const left = new Map<string, Set<string>>();
  const right = new Map<string, Set<string>>();
  walk(stretches, (gram, before, after, index) => {
    if (!shared.has(gram)) return;
    note(left, gram, before, index);
    note(right, gram, after, index);
  });
  const free = [...shared.keys()].filter(
    (gram) => VARIETY <= (left.get(gram)?.size ?? 0) && VARIETY <= (right.get(gram)?.size ?? 0) && !isDull(gram),
  );
  return whole(free, shared).sort();
}

/** Strings in two sources or more, with the number of those. */
function sharedStrings(stretches: readonly Stretch[]): Map<string, number> {
  const counts = new Map<string, number>();
  const last = new Map<string, number>();
  walk(stretches, (gram, _before, _after, _index, source) => {
    if (last.get(gram) === source) return;
    last.set(gram, source);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  });
  for (const [gram, count] of counts) if (count < 2) counts.delete(gram);
  return counts;
}

function note(sides: Map<string, Set<string>>, gram: string, side: string, index: number): void {
  const set = sides.get(gram) ?? new Set<string>();
  set.add(side === "" ? `#${index}` : side);
  sides.set(gram, set);
}

/** Walks all strings within runs of Han characters; an edge of a run is an empty neighbour. Sources must be together. */
function walk(
  stretches: readonly Stretch[],
  visit: (gram: string, before: string, after: string, index: number, source: number) => void,
): void {
  const { loose, stress, verbs, openers, dull } = frames();
  // 真落实政策 begins inside 认真
  const cuts = new Set([...stress, ...Object.values(verbs), ...openers, ...dull].filter(({ length }) => length === 2));
  let seen = 0;
  for (const { source, text } of stretches) {
    if (MOST < seen) return;
    seen += text.length;
    for (const match of text.matchAll(/(?<![\p{Script=Han}{])\p{Script=Han}{3,}(?!\})/gu)) {
      const run = match[0];
      for (let start = 0; start + SHORTEST <= run.length; start++) {
        if (loose.includes(run[start] as string) || cuts.has(run.slice(start - 1, start + 1))) continue;
        for (let end = start + SHORTEST; end <= run.length && end - start <= LONGEST; end++) {
          if (loose.includes(run[end - 1] as string)) continue;
          visit(run.slice(start, end), run[start - 1] ?? "", run[end] ?? "", seen + start, source);
        }
      }
    }
  }
}

/** Leaves out what is only part of a longer term: 防教育宣 beside 国防教育宣传; the object of a verb stays (增强国防观念). */
function whole(terms: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  const parts = new Set<string>();
  const objects = new Set<string>();
  for (const term of terms) {
    const verb = verbOf(term);
    if (verb !== null) objects.add(term.slice(verb.length));
    for (let size = SHORTEST; size < term.length; size++)
      for (let at = 0; at + size <= term.length; at++) {
        const part = term.slice(at, at + size);
        if ((counts.get(part) ?? 0) <= (counts.get(term) ?? 0)) parts.add(part);
      }
  }
  return terms.filter((term) => (objects.has(term) || !parts.has(term)) && isNoun(term));
}

function verbOf(term: string): string | null {
  const { verbs, stress, openers } = frames();
  return (
    [...Object.values(verbs), ...stress, ...openers].find(
      (verb) => term.startsWith(verb) && verb.length + 2 <= term.length,
    ) ?? null
  );
}

/** True for a modifier with a head that names a thing: 国防|教育, 优抚|对象. */
function isNoun(term: string): boolean {
  const { verbs, heads } = frames();
  if (verbOf(term) !== null) return false;
  return [...Object.keys(verbs), ...heads].some((head) => term.endsWith(head) && head.length + 2 <= term.length);
}

/** True where a string is made of words that every report has: 开展工作. */
function isDull(term: string): boolean {
  const { dull, stress } = frames();
  let rest = term;
  for (const word of [...dull, ...stress]) rest = rest.replaceAll(word, "");
  return rest.length < 2;
}

/** Finds which terms stand in a text, in one pass: their indexes. */
export function termScanner(terms: readonly string[]): (text: string) => Set<number> {
  const machine = automaton(terms);
  return (text) => {
    const found = new Set<number>();
    machine.scan(text, (term) => found.add(term));
    return found;
  };
}
