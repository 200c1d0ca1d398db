import type { Entity, EntityType } from "@zongjie/document";
import { type Automaton, alternatives, automaton, entityWords, functionWords } from "@zongjie/lexicon";

interface Tables {
  readonly orgs: Automaton;
  readonly places: Automaton;
  readonly orgEnds: readonly string[];
  readonly placeEnds: readonly string[];
  /** Words that end like a place and name none; 社区 is no place by itself, but 柳荫桥社区 is one. */
  readonly noPlace: readonly string[];
  readonly boundary: ReadonlySet<string>;
  /** Lengths of the boundary words, shortest first. */
  readonly sizes: readonly number[];
  readonly person: RegExp;
}

let made: Tables | undefined;

function tables(): Tables {
  if (made === undefined) {
    const { orgEnd, placeEnd, boundary, lead, surnames, titles, titlesBefore, noPlace } = entityWords();
    const title = alternatives(titles);
    const bounds = new Set([...boundary, ...lead, ...functionWords()]);
    made = {
      orgs: automaton(orgEnd),
      places: automaton(placeEnd),
      orgEnds: orgEnd,
      placeEnds: placeEnd,
      noPlace: noPlace.filter((word) => !placeEnd.includes(word)),
      boundary: bounds,
      sizes: [...new Set([...bounds].map((word) => word.length))].sort((a, b) => a - b),
      person: new RegExp(
        [
          `(?<=^|[，,。、；;：:（(\\s由和与的请])[${surnames}][\\u4e00-\\u9fff]{1,2}(?=${title})`,
          `(?<=(?:述职人|汇报人|报告人|组长|局长|书记|主任)[：:]\\s{0,2})[${surnames}][\\u4e00-\\u9fff]{1,2}(?![\\u4e00-\\u9fff])`,
          `(?<=${titlesBefore.join("|")})[${surnames}][\\u4e00-\\u9fff]{1,2}(?=[${BEHIND}]|任|$)`,
        ].join("|"),
        "gmu",
      ),
    };
  }
  return made;
}

/** What a sentence goes on with behind a name: 局长韩季云作报告. */
const BEHIND = "，,。、；;（(到作带主介讲说参出率表强指在对和与为等";

/** Names that reach farther back than this many characters are none: a sentence ran on. */
const REACH = 14;

/** Bodies: a run of Han characters that ends like one, 县人民政府, cut at a word that is no part of a name. */
export function findOrgs(text: string): Entity[] {
  const { orgs, orgEnds } = tables();
  return longestEnds(text, orgs, orgEnds).flatMap(({ start, end }) =>
    // 进学校, 下基层医院: a verb of one character, no name.
    /[进上下入出办建]/u.test(text.charAt(start - 1)) ? [] : named(text, { type: "org", floor: 0 }, start, end),
  );
}

/** Places: 柳荫桥社区, 清溪县; words such as 全市 and 小区 name none. */
export function findPlaces(text: string): Entity[] {
  const { places, placeEnds, noPlace } = tables();
  let floor = 0;
  return longestEnds(text, places, placeEnds).flatMap(({ start, end }) => {
    if (NO_PLACE_BEFORE.test(text.slice(end - 1, end + 1))) return [];
    const found = named(text, { type: "place", floor }, start, end).filter(
      ({ surface }) => surface.length <= (end - start === 1 ? 4 : 9) && !noPlace.some((word) => surface.endsWith(word)),
    );
    // 隰川县红石乡: the next name begins behind this one
    if (0 < found.length) floor = end;
    return found;
  });
}

/** 县级, 区域, 市场 and 村民 go on as another word. */
const NO_PLACE_BEFORE =
  /.[级域内外直属际]|市[场民政面值]|区[别分间位]|村[民支干落庄组]|乡[亲镇村]|[省市县区镇乡村][长委]/u;

/** People before a title or behind a signer's word: 阮承泽书记, 述职人：雷振霄. */
export function findPeople(text: string): Entity[] {
  const { noPerson } = entityWords();
  return [...text.matchAll(tables().person)].flatMap((match) => {
    const surface = match[0];
    if (/[副组总工委双各全]/u.test(surface.slice(1)) || noPerson.some((word) => surface.startsWith(word))) return [];
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
function named(
  text: string,
  { type, floor }: { type: EntityType; floor: number },
  tail: number,
  end: number,
): Entity[] {
  const { boundary, sizes } = tables();
  let start = tail;
  while (floor < start && tail - start < REACH && /[\u4e00-\u9fff]/u.test(text.charAt(start - 1))) {
    const at = start;
    if (sizes.some((size) => boundary.has(text.slice(Math.max(0, at - size), at)))) break;
    start--;
  }
  // 市场监管局 alone is one, 合作社 and 领导小组 alone are none
  const bare = type === "org" && 5 <= end - tail && text.charAt(end - 1) === "局";
  if (tail - start < (type === "place" ? 2 : bare ? 0 : 1) || REACH <= tail - start) return [];
  const surface = text.slice(start, end);
  return [{ type, surface, start, end, value: surface }];
}
