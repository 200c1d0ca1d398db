import type { Check } from "@zongjie/document";
import { claimModel, type NetworkModel } from "@zongjie/lexicon";
import { once } from "../../vocabulary.ts";
import { explainer } from "../explained.ts";
import { isSample } from "../parts.ts";
import type { Passage, Term } from "../term.ts";
import { balanceClaims } from "./balances.ts";
import type { CellMemory } from "./cells.ts";
import { changeClaims } from "./changes.ts";
import { type Claim, isTotal, type Known, knownOf, placeOf } from "./claim.ts";
import type { Feature } from "./feature.ts";
import { productClaims } from "./products.ts";
import { memory } from "./recall.ts";
import { restClaims } from "./rests.ts";
import { shareClaims } from "./shares.ts";
import { cellSumClaims, sumClaims } from "./sums.ts";

/** What speaks for a claim, in hundredths, from which it is taken for one: where it holds, and where it does not. */
const HOLDS = 150;
export const FAILS = 150;
/** The same of what is more or less often meant otherwise: changes, shares, sums, what 其中 opens and what nothing opens, balances, cells. */
const FAILS_CHANGE = 100;
const FAILS_SHARE = 100;
const FAILS_SUM = 100;
const FAILS_AMONG = 400;
const FAILS_UNTOLD = 200;
const FAILS_BALANCE = -100;
const FAILS_TABLE = 0;
/** From which a reading that holds is believed rather than the one of a form, which does not. */
const MENDS = 100;
/** A figure to a tenth does not fit by chance. */
const MENDS_SHARP = -100;
/** Unless so much more speaks for what does not hold: 比上年|的31.2%|增长5%, though a table far off has another number for it. */
const CLEARER = 50;
/** With less, what a form finds wrong was not claimed. */
const DOUBTFUL = -300;
/** What has less is never taken. */
const LEAST = MENDS_SHARP;

/** All that the passages of a text may claim of the figures that `asked` wants. */
export function claimsOf(
  passages: readonly Passage[],
  formed: readonly Check[],
  cells: CellMemory,
  asked: (index: number) => boolean,
): Claim[] {
  const out: Claim[] = [];
  const explains = explainer(passages, formed);
  visitClaims(passages, knownOf(formed), cells, asked, (claims) =>
    out.push(...claims.filter(({ check }) => !explains(check))),
  );
  return out;
}

/** The same, a figure after the other: all claims of a long text are too many to be kept. */
function visitClaims(
  passages: readonly Passage[],
  known: Known,
  cells: CellMemory,
  asked: (index: number) => boolean,
  take: (claims: readonly Claim[]) => void,
): void {
  const totals: Term[] = [];
  const named = memory();
  for (const passage of passages) {
    if (!passage.table) {
      const place = placeOf(passage, known, totals, named, cells.recall(passage));
      for (let at = 0; at < place.terms.length; at++) {
        if (!asked(place.terms[at]?.index ?? -1)) continue;
        take(sumClaims(place, at));
        if (at < place.own) continue;
        take(cellSumClaims(place, at));
        take(restClaims(place, at));
        take(balanceClaims(place, at));
        take(productClaims(place, at));
        take(shareClaims(place, at));
        take(changeClaims(place, at));
      }
    }
    for (const term of passage.terms) keepTotal(totals, term, known);
    named.keep(passage);
  }
}

/** How many totals a text is taken to keep in mind, beside the first figure. */
const TOTALS = 10;

/**
 * Keeps a figure in mind that later ones may be part of: the first of all, what checks have shown to be a total, how many
 * answered, and the most of its unit so far. The last ones are kept, and of each unit the most.
 */
function keepTotal(totals: Term[], term: Term, known: Known): void {
  const isSure = (other: Term): boolean => isTotal({ known }, other) || isSample(other);
  if (!isSure(term) && totals.length !== 0) {
    const of = (other: Term): boolean => other.figure.unit === term.figure.unit;
    if (term.role !== "level" || term.figure.qualifier !== null || !COUNTED.has(term.figure.kind)) return;
    if (totals.some((other) => of(other) && term.value <= other.value)) return;
    const most = totals.findIndex((other, i) => 0 < i && of(other) && !isSure(other));
    if (most !== -1) totals.splice(most, 1);
  }
  totals.push(term);
  if (1 + TOTALS < totals.length) totals.splice(1, 1);
}

/** What has parts, and shares of it. */
const COUNTED: ReadonlySet<string> = new Set(["count", "money", "area", "weight", "length"]);

/**
 * The checks of a text: those of known forms of words, and what a trained judge adds. Of the claims that begin with one
 * figure it takes the likeliest, where it is likely enough; where a form finds an error but another reading of the same
 * figure holds, the text is right.
 *
 *     商家到手价26元，果款15元、快递5元，自己留下6元      the sum of a list that nothing opens
 */
export function judged(passages: readonly Passage[], formed: readonly Check[], cells: CellMemory): Check[] {
  // 比上年多12件，其中…: a figure may begin more than one check
  const begun = new Map<number, Check[]>();
  for (const made of formed) {
    const [first = -1] = made.figures;
    const list = begun.get(first) ?? [];
    begun.set(first, list);
    list.push(made);
  }
  const known = knownOf(formed);
  const scoreOf = shipped();
  const best = new Map<number, Scored>();
  const holding = new Map<number, Scored>();
  const clear = new Map<Check, number>();
  const asked = (index: number): boolean =>
    begun.get(index)?.some(({ code, holds }) => code === "parts-sum" || (!holds && READ_ANEW.has(code))) ?? true;
  const explains = explainer(passages, formed);
  visitClaims(passages, known, cells, asked, (claims) => {
    for (const { check, features } of claims) {
      const [first = -1] = check.figures;
      const made = begun.get(first)?.at(-1);
      if (!asked(first)) continue;
      const news = isNews(check, made);
      const same = begun.get(first)?.filter((other) => isSame(check, other)) ?? [];
      if (!news && same.length === 0) continue;
      const score = scoreOf(features);
      for (const other of same) clear.set(other, Math.max(score, clear.get(other) ?? Number.NEGATIVE_INFINITY));
      if (!news || score < LEAST || explains(check)) continue;
      const list = check.holds ? holding : best;
      if ((list.get(first)?.score ?? Number.NEGATIVE_INFINITY) < score) list.set(first, { check, features, score });
    }
  });
  const right = new Set<Check>();
  const added: Check[] = [];
  for (const [first, claim] of likeliest(best, holding, formed)) {
    const made = begun.get(first)?.at(-1);
    const anew = made !== undefined && !made.holds && !isOther(claim.check, made);
    if (claim.score < (anew ? mends(claim) : boundOf(claim))) continue;
    if (anew && isClearer(made, clear.get(made), claim)) continue;
    // 受理46人，批捕19人、不捕27人；附条件不起诉21人；…起诉34人: what has its parts has others where a word says so
    if (made?.holds && !claim.check.holds && !claim.features.some(({ name }) => OPENED.has(name))) continue;
    added.push(claim.check);
    if (anew) right.add(made);
  }
  const isDoubtful = (made: Check): boolean => !made.holds && (clear.get(made) ?? 0) < DOUBTFUL;
  const all = [...formed.filter((made) => !right.has(made) && !isDoubtful(made)), ...added];
  const sums = all.filter(({ code }) => code === "parts-sum").map(({ figures }) => new Set(figures));
  return all.filter((made) => made.holds || !isAmong(made, sums));
}

type Scored = Claim & { readonly score: number };

/** Of each figure the likelier of its claims that hold and of those that do not; where one may hold, none is wrong. */
function likeliest(
  failing: ReadonlyMap<number, Scored>,
  holding: ReadonlyMap<number, Scored>,
  formed: readonly Check[],
): ReadonlyMap<number, Scored> {
  const out = new Map(holding);
  const held = [...formed.filter(({ holds }) => holds), ...[...holding.values()].map(({ check }) => check)];
  const prices = new Set(held.flatMap(({ code, figures }) => (code === "product" ? figures.at(-1) : [])));
  for (const [first, claim] of failing) {
    const right = holding.get(first);
    if (right !== undefined && (claim.score < right.score || mends(right) <= right.score)) continue;
    // 到校1240家，平均一家15个岗位，岗位总量1.86万个: a price has one sum
    if (claim.check.code === "product" && prices.has(claim.check.figures.at(-1))) continue;
    out.set(first, claim);
  }
  return out;
}

/** Whether two checks say that the same figures fit together, and how: 顺差 is what 出口 has more than 进口, and no sum of both. */
function isSame(a: Check, b: Check): boolean {
  if (a.code !== b.code || a.figures.length !== b.figures.length) return false;
  const far = 1e-6 * Math.abs(a.computed) < Math.abs(a.computed - b.computed);
  if (a.code === "parts-sum" && a.figures[0] === b.figures[0] && far) return false;
  return a.figures.every((i) => b.figures.includes(i));
}

/**
 * Whether what a form of words finds wrong is clearer than the reading by which it would be right: where the number was
 * changed the text may tell it rightly once more, and a sum that its parts make up says nothing of price and number.
 */
function isClearer(made: Check, clear: number | undefined, { check, score }: Scored): boolean {
  if ((made.code === "product" || made.code === "parts-sum") && check.code !== made.code) return true;
  return clear !== undefined && score + CLEARER < clear;
}

/** From which score on a claim that holds is believed rather than one that does not. Of many cells some fit by chance. */
function mends({ check: { stated }, features }: Claim): number {
  if (features.some(({ name }) => IN_TABLE.has(name))) return HOLDS;
  return Number.isInteger(stated) ? MENDS : MENDS_SHARP;
}

/** From which score on a claim is taken. What 其中 opens may overlap: 其中农民党员860名、女党员260名. */
function boundOf({ check: { code, holds }, features }: Claim): number {
  if (holds) return HOLDS;
  if (features.some(({ name }) => IN_TABLE.has(name))) return FAILS_TABLE;
  if (features[0]?.name === "balance") return FAILS_BALANCE;
  if (code === "percent-of") return FAILS_SHARE;
  if (code === "growth") return FAILS_CHANGE;
  if (code !== "parts-sum") return FAILS;
  if (features.some(({ name }) => NOT_ALL.has(name))) return FAILS_AMONG;
  return features.some(({ name }) => UNTOLD.has(name)) ? FAILS_UNTOLD : FAILS_SUM;
}

/** Where one of the figures stands in a table that the words speak of. */
const IN_TABLE: ReadonlySet<string> = new Set(
  ["sum", "share", "change"].flatMap((sort) =>
    ["partly in table", "in table row", "in table column"].map((place) => `${sort} ${place}`),
  ),
);

/** How a list is told that need not be all. */
const NOT_ALL: ReadonlySet<string> = new Set(["sum opener among", "sum opener some"]);

/** How a list is told that nothing but a comma opens. */
const UNTOLD: ReadonlySet<string> = new Set(["sum opener ，", "sum opener 、", "sum opener "]);

/** How a list is told that is one of a whole. */
const OPENED: ReadonlySet<string> = new Set(["whole", "some", "among", "by"].map((opener) => `sum opener ${opener}`));

/** What may be read anew where a form finds an error. */
const READ_ANEW: ReadonlySet<string> = new Set(["percent-of", "growth", "parts-sum", "product"]);

/** Whether a claim says more than what a form has found: another sum of a total, or that what seemed wrong is right. */
function isNews(claim: Check, made: Check | undefined): boolean {
  return made === undefined || isOther(claim, made) || (claim.holds && !made.holds);
}

/** 按城乡分，城镇28万人、乡村17万人；|按性别分，男23万人、女22万人|: a total has more than one list of parts. */
function isOther(claim: Check, made: Check): boolean {
  return (
    claim.code === "parts-sum" &&
    made.code === "parts-sum" &&
    !claim.figures.slice(1).some((part) => made.figures.includes(part))
  );
}

/** Whether the figures of a sum that does not hold are parts of a longer one: 商业65、工业74、农业6 are no parts of 居民140. */
function isAmong({ code, figures }: Check, sums: readonly ReadonlySet<number>[]): boolean {
  return (
    code === "parts-sum" && sums.some((sum) => figures.length < sum.size && figures.every((figure) => sum.has(figure)))
  );
}

/** Tells how much speaks for a claim by a model, in hundredths. */
export function claimScale({ bias, hidden, out, weights }: NetworkModel): (features: readonly Feature[]) => number {
  const rowOf = (name: string): Int32Array => Int32Array.from(weights.get(name) ?? []);
  // by the number of a feature, made when it is first met; empty where the model knows nothing of it
  const rows: Int32Array[] = [];
  const start = Int32Array.from([bias, ...hidden]);
  const sums = new Int32Array(start.length);
  return (features) => {
    sums.set(start);
    for (const { id, name } of features) {
      if (id !== -1) rows[id] ??= rowOf(name);
      const row = id === -1 ? rowOf(name) : (rows[id] as Int32Array);
      for (let i = 0; i < row.length; i++) sums[i] = (sums[i] as number) + (row[i] as number);
    }
    let score = sums[0] as number;
    for (const [unit, weight] of out.entries()) score += (Math.max(0, sums[unit + 1] as number) * weight) / 100;
    return score;
  };
}

const shipped = once(() => claimScale(claimModel()));
