import { nameModel, wordIndex } from "@zongjie/lexicon";
import { FAR, isEcho } from "./evidence.ts";
import type { Look } from "./look.ts";
import { awayOf, givenNames, visitNamesFrom } from "./options.ts";
import { type ExtentScale, type NameWeights, readWeights } from "./weights.ts";
import { WIDEST, zonesOf } from "./zones.ts";

let shipped: NameWeights | undefined;

/** Names the figures of a text by the shipped model. */
export function nameJudge(): (look: Look) => string {
  shipped ??= readWeights(nameModel().weights);
  return nameJudgeOf(shipped);
}

/** So many places of a text are kept with their weights: names are looked for near figures, which come in order. */
const KEPT = 4096;

/** Weighs places of one text; what was weighed lately is not weighed again. */
function places(weights: NameWeights): (text: string, at: number, out: Int32Array, slot: number) => void {
  const kept = new Int32Array(KEPT).fill(-1);
  const weighed = new Int32Array(2 * KEPT);
  return (text, at, out, slot) => {
    const place = at % KEPT;
    if (kept[place] !== at) weights.edges(text, at, weighed, place);
    kept[place] = at;
    out[2 * slot] = weighed[2 * place] as number;
    out[2 * slot + 1] = weighed[2 * place + 1] as number;
  };
}

/** Names the figures of a text, from its first to its last, by weights. */
export function nameJudgeOf(weights: NameWeights): (look: Look) => string {
  const weigh = places(weights);
  const edges = new Int32Array(2 * WIDEST);
  const list = shortlist();
  const echo = Math.max(0, weights.echo);
  return (look) => {
    list.clear();
    const figure = weights.figures(look);
    const likely = figure.reduce((most, weight) => Math.max(most, weight)) - UNLIKELY;
    for (const zone of zonesOf(look)) {
      const own = figure[zone.kind] as number;
      if (own < likely) continue;
      let last = Number.NEGATIVE_INFINITY;
      for (let at = zone.start; at <= zone.end; at++) {
        const slot = at - zone.start;
        weigh(look.text, at, edges, slot);
        if (zone.kind === 0) edges[2 * slot + 1] = (edges[2 * slot + 1] as number) + weights.gaps(look, at);
        last = Math.max(last, edges[2 * slot + 1] as number);
      }
      const extents = weights.extents[zone.kind] as ExtentScale;
      let start = zone.start;
      let first = 0;
      const weighName = (end: number, held: number): void => {
        const weight = first + (edges[2 * (end - zone.start) + 1] as number);
        // before its echo and its extent are looked at
        if (weight + echo + extents.most <= list.least()) return;
        const again = isEcho(look, start, end) ? weights.echo : 0;
        const away = Math.min(FAR, awayOf(look, zone, start, end));
        const extent = extents.of(end - start, away, start === zone.start, end === zone.end, held);
        list.add(weight + again + extent, start, end, "");
      };
      for (; start < zone.end; start++) {
        first = own + (edges[2 * (start - zone.start)] as number);
        if (list.least() < first + last + echo + extents.most) visitNamesFrom(look.text, zone, start, weighName);
      }
    }
    for (const [source, name] of givenNames(look))
      list.add((figure[source] as number) + weights.given(source, name), -1, -1, name);
    return agreed(list.best, look);
  };
}

/** A stretch for which so much less speaks than for another, before its words are looked at, is not looked at. */
const UNLIKELY = 500;

/** A name with what speaks for it, in hundredths of a log-weight; `start` is -1 where it does not stand in the text. */
interface Item {
  readonly weight: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** So many names are weighed against each other. */
const SHORTLIST = 12;

/** The names that most speaks for, best first. */
function shortlist(): {
  readonly best: readonly Item[];
  add(weight: number, start: number, end: number, name: string): void;
  /** What a name has to weigh more than to be added. */
  least(): number;
  clear(): void;
} {
  const best: Item[] = [];
  return {
    best,
    clear() {
      best.length = 0;
    },
    least: () => best[SHORTLIST - 1]?.weight ?? Number.NEGATIVE_INFINITY,
    add(weight, start, end, name) {
      if (weight <= (best[SHORTLIST - 1]?.weight ?? Number.NEGATIVE_INFINITY)) return;
      let at = Math.min(best.length, SHORTLIST - 1);
      for (; 0 < at && (best[at - 1] as Item).weight < weight; at--) best[at] = best[at - 1] as Item;
      best[at] = { weight, start, end, name };
    },
  };
}

/** How fast belief falls with weight: hundredths for a factor of e. */
const SOFTNESS = 150;
/** A name that is believed less than this share of the best is not taken. */
const BELIEVED = 0.1;
/** Names that share so much of their characters mean the same. */
const SAME = 0.6;

/**
 * The name that agrees with most of what is believed: of 全市城镇登记失业率, 城镇登记失业率 and 失业率 the one in the middle, which
 * is right if any is.
 */
function agreed(best: readonly Item[], { written, text }: Look): string {
  const [top, second] = best;
  if (top === undefined) return "";
  const named = (item: Item): Item =>
    item.start === -1 ? item : { ...item, name: written.slice(item.start, item.end) };
  const belief = ({ weight }: Item): number => Math.exp((weight - top.weight) / SOFTNESS);
  if (second === undefined || belief(second) < BELIEVED) return named(top).name;
  const items = best.map(named);
  const beliefs = items.map(belief);
  const believed = items.filter((item, i) => BELIEVED <= (beliefs[i] as number) && (i === 0 || !cutsWord(text, item)));
  const support = believed.map((item) =>
    items.reduce((sum, other, j) => (likeness(item, other) < SAME ? sum : sum + (beliefs[j] as number)), 0),
  );
  const most = Math.max(...support);
  // items are sorted by what speaks for them
  return believed.find((_, i) => NEARLY * most <= (support[i] as number))?.name ?? "";
}

/** 种|植业: whether a name begins in the middle of a common word. */
function cutsWord(text: string, { start }: Item): boolean {
  return 0 < start && wordIndex().at(text, start - 1, start + 1) !== -1;
}

/** Of names that are agreed on as much as this share of the most, the likeliest is taken. */
const NEARLY = 0.97;

/** The share of characters that two names have in common. */
function likeness(a: Item, b: Item): number {
  if (a.name === b.name) return 1;
  const size = a.name.length + b.name.length;
  if (2 * Math.min(a.name.length, b.name.length) < SAME * size) return 0;
  const together = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (a.start !== -1 && b.start !== -1 && 0 < together) return (2 * together) / size;
  const rest = [...b.name];
  let common = 0;
  for (const c of a.name) {
    const at = rest.indexOf(c);
    if (at === -1) continue;
    rest[at] = "";
    common++;
  }
  return (2 * common) / size;
}
