import { nameModel } from "@zongjie/lexicon";
import {
  EDGE_SIGNS,
  extentEvidence,
  FAR,
  figureEvidence,
  gapEvidence,
  givenEvidence,
  isEcho,
  visitEdge,
} from "./evidence.ts";
import type { Look } from "./look.ts";
import { ECHO, extentOf, givenNames, LONGEST, SOURCES, visitNames } from "./options.ts";
import { STRETCHES, type Zone, zonesOf } from "./zones.ts";

/** Weights of a model, made ready for use. */
export interface NameWeights {
  /** By what a figure or a name is like, for each of `SOURCES`. */
  readonly placed: ReadonlyMap<string, Float64Array>;
  /** By what stands around a place, for each of `EDGE_SIGNS`: as the beginning and as the end of a name. */
  readonly edges: readonly ReadonlyMap<string, readonly [start: number, end: number]>[];
  /** By anything else. */
  readonly plain: ReadonlyMap<string, number>;
  /** Sums by the extent of a name in a stretch, made when first asked for; NaN before. */
  readonly extents: Float64Array;
}

/** Weights by feature: `own|kind money` weighs for one source, `s-1的` for a beginning, `e-1率` for an end. */
export function readWeights(weights: Readonly<Record<string, number>>): NameWeights {
  const placed = new Map<string, Float64Array>();
  const edges = EDGE_SIGNS.map(() => new Map<string, [number, number]>());
  const plain = new Map<string, number>();
  for (const [feature, weight] of Object.entries(weights)) {
    const bar = feature.indexOf("|");
    const source = SOURCES.indexOf(feature.slice(0, bar));
    const word = feature.slice(bar + 1);
    if (source !== -1) {
      const row = placed.get(word) ?? new Float64Array(SOURCES.length);
      row[source] = weight;
      placed.set(word, row);
      continue;
    }
    const sign = EDGE.exec(feature);
    const row = edges[EDGE_SIGNS.indexOf(sign?.[2] as (typeof EDGE_SIGNS)[number])];
    if (sign === null || row === undefined) {
      plain.set(feature, weight);
      continue;
    }
    const pair = row.get(sign[3] as string) ?? [0, 0];
    pair[sign[1] === "s" ? 0 : 1] = weight;
    row.set(sign[3] as string, pair);
  }
  return { placed, edges, plain, extents: new Float64Array(EXTENTS).fill(Number.NaN) };
}

/** A feature of an edge: `s-1的`, `ex3` with what follows. */
const EDGE = /^([se])([-+][12wp]|c|pp|x3(?=1$)|x)([\s\S]+)$/;

let shipped: NameWeights | undefined;

/** Names the figures of a text by the shipped model. */
export function nameJudge(): (look: Look) => string {
  shipped ??= readWeights(nameModel().weights);
  return nameJudgeOf(shipped);
}

/** So many places of a text are kept with what speaks for them; figures come in the order of the text. */
const KEPT = 4096;

/** Names the figures of a text, from its first to its last, by weights. */
export function nameJudgeOf(weights: NameWeights): (look: Look) => string {
  const edges = new Map<number, readonly [start: number, end: number]>();
  const edge = (text: string, at: number): readonly [start: number, end: number] => {
    const known = edges.get(at);
    if (known !== undefined) return known;
    let [start, end] = [0, 0];
    visitEdge(text, at, (sign, seen) => {
      const pair = weights.edges[sign]?.get(seen);
      if (pair === undefined) return;
      start += pair[0];
      end += pair[1];
    });
    if (KEPT < edges.size) edges.clear();
    const made = [start, end] as const;
    edges.set(at, made);
    return made;
  };
  return (look) => {
    const list = shortlist();
    const figure = sumsOf(weights, figureEvidence(look));
    const likely = figure.reduce((most, weight) => Math.max(most, weight), Number.NEGATIVE_INFINITY) - UNLIKELY;
    for (const zone of zonesOf(look)) {
      if ((figure[zone.kind] as number) < likely) continue;
      const size = zone.end - zone.start + 1;
      const starts = new Float64Array(size);
      const ends = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        const [start, end] = edge(look.text, zone.start + i);
        starts[i] = start;
        ends[i] = zone.kind === 0 ? end + gap(look, zone.start + i) : end;
      }
      const own = figure[zone.kind] as number;
      visitNames(look.text, zone, (start, end, held) => {
        const edges = (starts[start - zone.start] as number) + (ends[end - zone.start] as number);
        const echo = isEcho(look, start, end) ? (weights.plain.get(ECHO) ?? 0) : 0;
        list.add(own + edges + echo + extentWeight(weights, look, zone, start, end, held), start, end, "");
      });
    }
    for (const [source, name] of givenNames(look))
      list.add((figure[source] as number) + sumFor(weights, givenEvidence(name), source), -1, -1, name);
    return agreed(
      list.best.map((item) => (item.start === -1 ? item : { ...item, name: look.written.slice(item.start, item.end) })),
    );
  };
  function gap(look: Look, end: number): number {
    return gapEvidence(look, end).reduce((sum, word) => sum + (weights.plain.get(word) ?? 0), 0);
  }
}

/** A stretch for which so much less speaks than for another, before its words are looked at, is not looked at. */
const UNLIKELY = 500;

/** How many extents a name may have. */
const EXTENTS = STRETCHES.length * (LONGEST + 1) * (FAR + 1) * 2 * 2 * 16;

/** What words weigh together, for each of `SOURCES`. */
function sumsOf({ placed }: NameWeights, words: readonly string[]): Float64Array {
  const out = new Float64Array(SOURCES.length);
  for (const word of words) {
    const row = placed.get(word);
    if (row !== undefined) for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (row[i] as number);
  }
  return out;
}

/** What words weigh together for one of `SOURCES`. */
function sumFor({ placed }: NameWeights, words: readonly string[], source: number): number {
  return words.reduce((sum, word) => sum + (placed.get(word)?.[source] ?? 0), 0);
}

function extentWeight(weights: NameWeights, look: Look, zone: Zone, start: number, end: number, held: number): number {
  const figure = look.quantities[look.at] as (typeof look.quantities)[number];
  const away = Math.min(FAR, zone.kind === 1 ? start - figure.outerEnd : figure.outerStart - end);
  const place = (zone.kind * (LONGEST + 1) + end - start) * (FAR + 1) + away;
  const code = ((place * 2 + (start === zone.start ? 1 : 0)) * 2 + (end === zone.end ? 1 : 0)) * 16 + held;
  const known = weights.extents[code] as number;
  if (!Number.isNaN(known)) return known;
  const made = sumFor(weights, extentEvidence(extentOf(look, zone, start, end, held)), zone.kind);
  weights.extents[code] = made;
  return made;
}

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
} {
  const best: Item[] = [];
  return {
    best,
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
function agreed(items: readonly Item[]): string {
  const [top] = items;
  if (top === undefined) return "";
  const beliefs = items.map(({ weight }) => Math.exp((weight - top.weight) / SOFTNESS));
  const believed = items.filter((_, i) => BELIEVED <= (beliefs[i] as number));
  const support = believed.map((item) =>
    items.reduce((sum, other, j) => (likeness(item, other) < SAME ? sum : sum + (beliefs[j] as number)), 0),
  );
  const most = Math.max(...support);
  // items are sorted by what speaks for them
  return believed.find((_, i) => NEARLY * most <= (support[i] as number))?.name ?? "";
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
