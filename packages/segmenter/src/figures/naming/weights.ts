import { NOWHERE, START, trie } from "@zongjie/lexicon";
import { type EdgeScale, edgeScale } from "./edges.ts";
import {
  CHANGES,
  EDGE_SIGNS,
  type Extent,
  extentEvidence,
  FAR,
  GAP_LONG,
  gapOf,
  givenEvidence,
  LEADS,
  visitFigure,
} from "./evidence.ts";
import type { Look } from "./look.ts";
import { ECHO, LONGEST, SOURCES } from "./options.ts";
import { STRETCHES } from "./zones.ts";

/** Weights for each of `SOURCES`, by what a figure or a name is like. */
type Placed = ReadonlyMap<string, Int32Array>;

/** Weights of a model, made ready for use. */
export interface NameWeights {
  /** By what a figure is and what stands around it, for each of `SOURCES`; good until the next figure is weighed. */
  readonly figures: (look: Look) => Int32Array;
  /** By what stands around a place. */
  readonly edges: EdgeScale;
  /** By what stands between a name that ends at a place and its figure. */
  readonly gaps: (look: Look, end: number) => number;
  /** By saying the name before, or the topic, again. */
  readonly echo: number;
  /** By the extent of a name, for each of `STRETCHES`. */
  readonly extents: readonly ExtentScale[];
  /** By having been given before: for one of `SOURCES`. */
  readonly given: (source: number, name: string) => number;
}

/** What the extent of a name in a stretch weighs, all told and at most. */
export interface ExtentScale {
  readonly most: number;
  of(size: number, away: number, opens: boolean, closes: boolean, held: number): number;
}

/** Weights by feature: `own|kind money` weighs for one source, `s-1的` for a beginning, `e-1率` for an end. */
export function readWeights(weights: Readonly<Record<string, number>>): NameWeights {
  const placed = new Map<string, Int32Array>();
  const edges = EDGE_SIGNS.map(() => new Map<string, [number, number]>());
  const plain = new Map<string, number>();
  for (const [feature, weight] of Object.entries(weights)) {
    const bar = feature.indexOf("|");
    const source = SOURCES.indexOf(feature.slice(0, bar));
    const word = feature.slice(bar + 1);
    if (source !== -1) {
      const row = placed.get(word) ?? new Int32Array(SOURCES.length);
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
  return {
    figures: figureScale(placed),
    edges: edgeScale(edges),
    gaps: gapScale(plain),
    echo: plain.get(ECHO) ?? 0,
    extents: STRETCHES.map((_, source) => extentScale(placed, source)),
    given: (source, name) => sumFor(placed, givenEvidence(name), source),
  };
}

/** A feature of an edge: `s-1的`, `ex3` with what follows. */
const EDGE = /^([se])([-+][12wp]|c|pp|x3(?=1$)|x)([\s\S]+)$/;

/** What is said of a figure weighs together, for each of `SOURCES`: the words are read along, never put together. */
function figureScale(placed: Placed): (look: Look) => Int32Array {
  const said = trie([...placed.keys()]);
  const width = SOURCES.length;
  const rows = Int32Array.from([...placed.values()].flatMap((row) => [...row]));
  const read = (from: number, word: string): number => {
    let state = from;
    for (let i = 0; state !== NOWHERE && i < word.length; i++) state = said.step(state, word.charCodeAt(i));
    return state;
  };
  const space = " ".charCodeAt(0);
  const abouts = new Map<string, number>();
  const about = (word: string): number => {
    const known = abouts.get(word);
    if (known !== undefined) return known;
    const state = said.step(read(START, word), space);
    abouts.set(word, state);
    return state;
  };
  const out = new Int32Array(width);
  return (look) => {
    out.fill(0);
    visitFigure(look, (topic, one, two, three) => {
      let state = read(about(topic), one);
      if (two !== undefined) state = read(said.step(state, space), two);
      if (three !== undefined) state = read(said.step(state, space), three);
      const row = width * said.ending(state);
      if (0 <= row) for (let i = 0; i < width; i++) out[i] = (out[i] as number) + (rows[row + i] as number);
    });
    return out;
  };
}

/** Weighs what `gapOf` tells: by the words between, by whether they are those that lead to the figure. */
function gapScale(plain: ReadonlyMap<string, number>): NameWeights["gaps"] {
  const weigh = (word: string): number => plain.get(word) ?? 0;
  const long = weigh(GAP_LONG);
  const leads = LEADS.map(weigh);
  const changes = CHANGES.map(weigh);
  const by = new Map<string, number>();
  for (const [word, weight] of plain) if (word.startsWith(GAP)) by.set(word.slice(GAP.length), weight);
  return (look, end) => {
    const { words, leads: lead, change } = gapOf(look, end);
    return (
      (words === null ? long : (by.get(words) ?? 0)) +
      (leads[1 + lead] as number) +
      (change === null ? 0 : (changes[1 + change] as number))
    );
  };
}

const GAP = "gap ";

/** What words weigh together for one of `SOURCES`. */
function sumFor(placed: Placed, words: readonly string[], source: number): number {
  return words.reduce((sum, word) => sum + (placed.get(word)?.[source] ?? 0), 0);
}

/** Weighs extents by their parts, each of which was weighed beforehand. */
function extentScale(placed: Placed, source: number): ExtentScale {
  const weigh = (extent: Partial<Extent>): number =>
    sumFor(placed, extentEvidence({ size: 0, away: 0, opens: false, closes: false, held: 0, ...extent }), source);
  const least = weigh({});
  const table = (length: number, extent: (n: number) => Partial<Extent>): Int32Array =>
    Int32Array.from({ length }, (_, n) => weigh(extent(n)) - least);
  const sizes = table(LONGEST + 1, (size) => ({ size }));
  const aways = table(FAR + 1, (away) => ({ away }));
  const edges = table(4, (n) => ({ opens: 2 <= n, closes: n % 2 === 1 }));
  const helds = table(16, (held) => ({ held }));
  return {
    most: [sizes, aways, edges, helds].reduce((sum, weights) => sum + Math.max(...weights), least),
    of: (size, away, opens, closes, held) =>
      least +
      (sizes[size] as number) +
      (aways[away] as number) +
      (edges[(opens ? 2 : 0) + (closes ? 1 : 0)] as number) +
      (helds[held] as number),
  };
}
