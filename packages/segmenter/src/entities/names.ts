import type { Entity, EntityType } from "@zongjie/document";
import { type Automaton, automaton, entityWords, functionWords } from "@zongjie/lexicon";

interface Tables {
  readonly orgs: Automaton;
  readonly places: Automaton;
  readonly orgEnds: readonly string[];
  readonly placeEnds: readonly string[];
  readonly boundary: ReadonlySet<string>;
  /** Lengths of the boundary words, shortest first. */
  readonly sizes: readonly number[];
  readonly person: RegExp;
}

let made: Tables | undefined;

function tables(): Tables {
  if (made === undefined) {
    const { orgEnd, placeEnd, boundary, surnames, titles } = entityWords();
    const title = [...titles].sort((a, b) => b.length - a.length).join("|");
    const bounds = new Set([...boundary, ...functionWords()]);
    made = {
      orgs: automaton(orgEnd),
      places: automaton(placeEnd),
      orgEnds: orgEnd,
      placeEnds: placeEnd,
      boundary: bounds,
      sizes: [...new Set([...bounds].map((word) => word.length))].sort((a, b) => a - b),
      person: new RegExp(
        `(?:(?<=^|[，,。、；;：:（(\\s由和与])(?<a>[${surnames}][\\u4e00-\\u9fff]{1,2})(?=${title})|(?<=(?:述职人|汇报人|报告人|组长|局长|书记|主任)[：:]\\s{0,2})(?<b>[${surnames}][\\u4e00-\\u9fff]{1,2})(?![\\u4e00-\\u9fff]))`,
        "gmu",
      ),
    };
  }
  return made;
}

/** Names that reach farther back than this many characters are none: a sentence ran on. */
const REACH = 14;

/** Bodies: a run of Han characters that ends like one, 县人民政府, cut at a word that is no part of a name. */
export function findOrgs(text: string): Entity[] {
  const { orgs, orgEnds } = tables();
  const ends = longestEnds(text, orgs, orgEnds);
  return ends.flatMap(({ start, end }) => named(text, "org", start, end));
}

/** Places: 柳荫桥社区, 清溪县; words such as 全市 and 小区 name none. */
export function findPlaces(text: string): Entity[] {
  const { places, placeEnds } = tables();
  const { noPlace } = entityWords();
  return longestEnds(text, places, placeEnds).flatMap(({ start, end }) =>
    // 县级 and 区域 go on as another word.
    /[级域内外直属际]/u.test(text.charAt(end))
      ? []
      : named(text, "place", start, end).filter(
          ({ surface }) =>
            surface.length <= (end - start === 1 ? 4 : 9) && !noPlace.some((word) => surface.endsWith(word)),
        ),
  );
}

/** People before a title or behind a signer's word: 阮承泽书记, 述职人：雷振霄. */
export function findPeople(text: string): Entity[] {
  return [...text.matchAll(tables().person)].flatMap((match) => {
    const surface = match[0];
    if (/[副组总工委双各全]/u.test(surface.slice(1))) return [];
    return { type: "person", surface, start: match.index, end: match.index + surface.length, value: surface } as const;
  });
}

interface End {
  readonly start: number;
  readonly end: number;
}

/** Where a name may end: the longest ending at each place, and only the last of endings that follow each other. */
function longestEnds(text: string, endings: Automaton, words: readonly string[]): End[] {
  const out: End[] = [];
  endings.scan(text, (cue, start, end) => {
    const last = out.at(-1);
    const word = words[cue] ?? "";
    if (last !== undefined && start < last.end) {
      if (last.start < start && end - last.end < word.length) out.push({ start, end });
      else if (start <= last.start) out[out.length - 1] = { start, end };
      return;
    }
    out.push({ start, end });
  });
  return out.filter((end, i) => !(out[i + 1] !== undefined && (out[i + 1] as End).start <= end.start));
}

/** The name that ends at `end`: back to a character that is no Han or to a boundary word; null where nothing is left. */
function named(text: string, type: EntityType, tail: number, end: number): Entity[] {
  const { boundary, sizes } = tables();
  let start = tail;
  while (0 < start && tail - start < REACH && /[\u4e00-\u9fff]/u.test(text.charAt(start - 1))) {
    const at = start;
    if (sizes.some((size) => boundary.has(text.slice(Math.max(0, at - size), at)))) break;
    start--;
  }
  if (tail - start < (type === "place" ? 2 : 1) || REACH <= tail - start) return [];
  const surface = text.slice(start, end);
  return [{ type, surface, start, end, value: surface }];
}
