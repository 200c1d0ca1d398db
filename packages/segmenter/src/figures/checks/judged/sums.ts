import type { Check } from "@zongjie/document";
import { areOpposed, differIn, fills, isDivision, isPartition, mayOverlap, nameOf } from "../parts.ts";
import { hasSlip, NEARLY, sumOf, TOTAL } from "../sum.ts";
import type { Term } from "../term.ts";
import { claimWords } from "../words.ts";
import { alike, type Claim, fitOf, inTable, mayFit, type Place, placed, step, taken } from "./claim.ts";
import { countSaid, namesSaid } from "./said.ts";

/** Most figures between a whole and its parts, and most parts. */
const REACH = 14;
const MOST = 12;

/** What opens some of a whole. */
export const AMONG: RegExp = /其中|[^包]含/;

/**
 * Each list of parts that a figure may be the whole of: 收入1620万元，冠名1080万元，报名费210万元，转播330万元. Of a figure
 * of passages before, the lists of this passage.
 */
export function sumClaims(place: Place, at: number): Claim[] {
  const whole = place.terms[at] as Term;
  if ((!isLevel(whole) && whole.role !== "each" && whole.role !== "base") || !(0 < whole.value)) return [];
  // 城镇居民人均收入3.65万元，农村居民人均收入1.86万元: means are no parts
  if (whole.figure.qualifier !== null || (whole.role === "each" && /均/.test(whole.name))) return [];
  const out: Claim[] = [];
  for (const from of startsOf(place, at)) {
    const nested = listClaims(place, at, from, false, out);
    if (nested) listClaims(place, at, from, true, out);
  }
  return out;
}

/** The lists that begin with a figure, longer and longer; gives whether parts of parts stand in them, which `over` leaves out. */
function listClaims(place: Place, at: number, from: number, over: boolean, out: Claim[]): boolean {
  const { terms } = place;
  const [whole, first] = [terms[at] as Term, terms[from] as Term];
  const parts: number[] = [];
  let sum = 0;
  let nested = false;
  let inside = false;
  for (let i = from; i < terms.length && parts.length < MOST; i++) {
    const term = terms[i] as Term;
    if (i < place.own !== from < place.own || term.sentence !== first.sentence) break;
    inside = i !== from && AMONG.test(term.lead) ? true : inside && !/[；;。]/.test(term.lead);
    nested ||= inside;
    if (inside && over) continue;
    if (!fills(whole, term) || i === at) continue;
    if (term.aside && !first.aside) continue;
    if (first.aside && !term.aside) break;
    // 每人补190元，支出|60.8万元|: a price is no part of a sum
    if (term.role === "change" || (term.role === "each" && whole.role !== "each")) continue;
    if ((!isPart(term) && term.role !== "each") || term.figure.qualifier !== null) break;
    parts.push(i);
    sum += term.value;
    if (2 <= parts.length && (!over || nested) && (isTight(place, at, parts) || maySum(whole.value, sum, parts, terms)))
      addClaim(place, at, parts, out);
  }
  return nested;
}

/** The cells of a table that a figure may be the sum of: 两轮车肇事|188起|, rows 电动自行车 and 摩托车 of one column. */
export function cellSumClaims(place: Place, at: number): Claim[] {
  const whole = place.terms[at] as Term;
  if (!isLevel(whole) || whole.figure.qualifier !== null) return [];
  const lists = new Map<string, number[]>();
  for (const [i, term] of place.cells.terms.entries()) {
    const { cell } = term;
    if (cell === undefined || !isLevel(term) || !fills(whole, term)) continue;
    const [row = "", column = ""] = place.cells.said(cell, at - place.own);
    for (const [said, key] of [
      [row, `column ${cell.columnKey}`],
      [column, `row ${cell.rowKey}`],
    ] as const)
      if (/here|near/.test(said)) lists.set(key, [...(lists.get(key) ?? []), i]);
  }
  const out: Claim[] = [];
  for (const parts of lists.values()) {
    const sum = parts.reduce((all, part) => all + (place.terms[part] as Term).value, 0);
    if (1 < parts.length && maySum(whole.value, sum, parts, place.terms)) addClaim(place, at, parts, out);
  }
  return out;
}

/** Adds the claim that parts make up a whole, where it may be meant. */
export function addClaim(place: Place, at: number, parts: readonly number[], out: Claim[]): void {
  const whole = place.terms[at] as Term;
  const members = parts.map((part) => place.terms[part] as Term);
  // 按12月末余额68430万元测算: the same once more
  if (members.some(({ value }) => value === whole.value)) return;
  const check = sumOf(whole, members);
  const tight = isTight(place, at, parts);
  const near = fitOf(check, [whole.figure], tight ? Number.POSITIVE_INFINITY : undefined);
  // 20 is a tenth of 200 by chance
  const fit =
    hasSlip(whole, members) && (near === null || near.endsWith("slip") || near.endsWith("farthest"))
      ? "slip"
      : near?.endsWith("slip")
        ? null
        : near;
  if (fit === null) return;
  const told = saidOf(place, at, parts);
  // 其中甲镇11万元、乙镇7万元, of 甲镇、乙镇两个镇: all that there are
  const all = told.counted === "same" || told.named === "all";
  if (fit !== "holds" && fit !== "slip" && !all && namesSome(check, members)) return;
  out.push({ check, features: features(place, at, parts, fit, told) });
}

/** Whether a whole stands right before its parts or behind them, and nothing among them. */
function isTight({ terms, own }: Place, at: number, parts: readonly number[]): boolean {
  const [first, last] = [parts[0] as number, parts.at(-1) as number];
  if (at < own || last - first !== parts.length - 1 || terms[at]?.sentence !== terms[first]?.sentence) return false;
  return first === at + 1 || last === at - 1;
}

/**
 * Whether 其中 names some of a whole and not all: parts that are not what together makes one (其中党员41人、女干部19人), or so
 * much is left that there is more (培训71人次，其中种植20人次、养殖20人次、加工20人次).
 */
function namesSome({ stated, computed }: Check, parts: readonly Term[]): boolean {
  const [first, last] = [parts[0] as Term, parts.at(-1) as Term];
  if (!AMONG.test(first.lead) || claimWords().rest.test(last.name)) return false;
  if (mayOverlap(parts)) return parts.length === 2 || stated < computed;
  return computed < (isPartition(parts) || areOpposed(parts) || isDivision(parts) ? LOOSELY : NEARLY) * stated;
}

/** What two opposites come to of their whole at least, where a number is wrong. */
const LOOSELY = 0.6;

/** Whether parts may be meant to come to a whole: near it, or but for the point of the whole or of one part. */
export function maySum(whole: number, sum: number, parts: readonly number[], terms: readonly Term[]): boolean {
  if (mayFit(sum / whole)) return true;
  return parts.some((i) => {
    const { value } = terms[i] as Term;
    const missing = whole - (sum - value);
    return 0 < missing && 0 < value && mayFit(missing / value);
  });
}

export function isLevel({ role, value }: Term): boolean {
  return role === "level" && 0 < value;
}

/** 因公出国费|0万元|: a part may be nothing. */
function isPart({ role, value }: Term): boolean {
  return (role === "level" || role === "base") && 0 <= value;
}

/** Where a list may begin: behind its whole, or behind a sign that divides; or some figures before a whole that comes last. */
function startsOf(place: Place, at: number): number[] {
  const { terms, own } = place;
  const whole = terms[at] as Term;
  const out: number[] = [];
  const from = at < own ? own : Math.max(own, at - 8);
  const to = Math.min(terms.length, Math.max(at, own) + REACH);
  const closes = closesList(terms, at) || (/^\s?[、和]\s?$/.test(whole.lead) && closesList(terms, at - 1));
  let divided = true;
  for (let i = from; i < to; i++) {
    const term = terms[i] as Term;
    divided ||= i === at || /[。；;：:（(]|按|中/.test(term.lead);
    if (i === at || !fills(whole, term) || (!isPart(term) && term.role !== "each")) continue;
    if (at < i ? divided : closes || (i < at - 1 && at - i <= UNCLOSED && isBeside(terms, i, at))) out.push(i);
    if (at < i) divided = false;
  }
  return out;
}

/** How many parts stand before a total that is not told as one: 3座固定献血屋，加上新设的1座，已有|4座|. */
const UNCLOSED = 3;

/** Whether nothing but figures of one sort stands from one to another of a sentence. */
function isBeside(terms: readonly Term[], from: number, to: number): boolean {
  const [first, last] = [terms[from] as Term, terms[to] as Term];
  return first.sentence === last.sentence && terms.slice(from, to).every((term) => fills(last, term) && isPart(term));
}

/** What a total behind its parts is told with: 共, 相加, 这三类损房涉及. */
const SUMS =
  /[共总合计]|相加|加起来|加在一起|之和|凑|就是|以上|可[用供]|[两三四五六七八九十几][类项种者块个笔批家样部]|这些|全[市县镇村校院厂]/;

/** Whether a figure is told as a total: |这|三类|损房涉及|880户. */
function closesList(terms: readonly Term[], at: number): boolean {
  const [term, before] = [terms[at], terms[at - 1]];
  if (term === undefined) return false;
  const counts = before !== undefined && /^[类项种者块笔批]$/.test(before.figure.unit) && !/[，,。；;]/.test(term.lead);
  return SUMS.test(term.lead) || counts;
}

interface Told {
  readonly counted: string;
  readonly named: string;
}

/** What the words of a whole say of how many parts it has, and which. */
function saidOf({ terms }: Place, at: number, parts: readonly number[]): Told {
  const [whole, first] = [terms[at] as Term, terms[parts[0] as number] as Term];
  const words = at < (parts[0] as number) ? whole.lead + whole.tail + first.lead.replace(/其中.*$/, "") : whole.lead;
  const members = parts.map((part) => terms[part] as Term);
  return { counted: countSaid(words, parts.length), named: namesSaid(words, members) };
}

function features(
  place: Place,
  at: number,
  indexes: readonly number[],
  fit: string,
  { counted, named }: Told,
): string[] {
  const { terms, own } = place;
  const whole = terms[at] as Term;
  const parts = indexes.map((i) => terms[i] as Term);
  const [first, last] = [parts[0] as Term, parts.at(-1) as Term];
  const from = indexes[0] as number;
  const to = indexes.at(-1) as number;
  const { rest, deeds, opensWhole, opensSome } = claimWords();
  const behind = at < from;
  let between = 0;
  for (let i = (behind ? at : to) + 1; i < (behind ? from : at); i++)
    if (fills(whole, terms[i] as Term) && isLevel(terms[i] as Term)) between++;
  let beside = 0;
  for (let i = from; i <= to; i++) if (["share", "change"].includes((terms[i] as Term).role)) beside++;
  const next = terms[to + 1];
  const follows = next !== undefined && next.sentence === last.sentence && fills(whole, next) && isLevel(next);
  const names = parts.map(nameOf);
  const sizes = new Set(names.map((name) => name.length)).size;
  const signs = parts.slice(1).map(({ lead }) => joint(lead));
  const opener = opensWhole.test(first.lead)
    ? "whole"
    : opensSome.test(first.lead)
      ? "some"
      : /其中|含/.test(first.lead)
        ? "among"
        : /按|分/.test(first.lead)
          ? "by"
          : joint(first.lead);
  const count = Math.min(5, parts.length);
  const total = TOTAL.test(whole.name) ? "total" : "plain";
  return [
    "sum",
    `sum counted ${counted} ${behind ? "behind" : "before"}`,
    `sum counted ${counted} ${fit}`,
    `sum named ${named} ${behind ? "behind" : "before"}`,
    `sum named ${named} ${fit}`,
    ...(behind || closesList(terms, at) ? [] : ["sum unclosed"]),
    `sum ${fit}`,
    `sum ${fit} ${count}`,
    `sum ${fit} ${opener}`,
    `sum ${fit} ${opener} ${count}`,
    `sum ${fit} ${total}`,
    `sum ${fit.startsWith("short")} ${follows}`,
    `sum ${behind ? "behind" : "before"} ${step(between)}`,
    `sum ${placed(place, behind ? at : from, behind ? from : at)} ${total}`,
    `sum opener ${opener}`,
    `sum opener ${opener} ${step(between)}`,
    `sum signs ${[...new Set(signs)].sort().join("")}`,
    `sum whole ${total} ${behind ? "behind" : "before"}`,
    `sum next ${follows ? `follows ${joint(next.lead)} ${signs.at(-1) ?? ""}` : next === undefined || to + 1 === own ? "none" : next.sentence === last.sentence ? "other" : "sentence"}`,
    `sum beside ${step(beside)}`,
    `sum sizes ${Math.min(3, sizes)} of ${count}`,
    `sum metric ${alike(first, whole)} ${alike(last, whole)}`,
    `sum parts ${alike(first, last)}`,
    `sum ends ${new Set(names.map((name) => name.slice(-1))).size === 1 ? "alike" : "apart"}`,
    ...(rest.test(last.name) || /其[他它余]/.test(last.lead) ? ["sum rest"] : []),
    ...(parts.length === 2 ? [`sum two ${left(first)} ${left(last)}`, `sum two ${opener} ${left(last)}`] : []),
    ...(names.some((name) => deeds.test(name)) ? ["sum deeds"] : []),
    ...(isPartition(parts) ? ["sum partition", `sum partition ${count}`] : []),
    ...(isDivision(parts) ? ["sum division"] : []),
    ...(areOpposed(parts) ? ["sum opposed", `sum opposed ${count}`] : []),
    `sum names differ ${differIn(parts) ?? "else"} ${count}`,
    ...(mayOverlap(parts) ? [`sum overlap ${fit.split(" ")[0]}`] : []),
    ...(parts.some(({ value }) => whole.value < value) ? ["sum part larger"] : []),
    ...(parts.some(({ figure }) => figure.unit !== whole.figure.unit) ? ["sum units"] : []),
    ...(at === place.own ? ["sum whole opens"] : []),
    ...taken(place, whole, "sum whole", from),
    ...taken(place, first, "sum first", at),
    ...taken(place, last, "sum last", at),
    `sum role ${whole.role} ${first.role}`,
    ...inTable(first, last, "sum"),
    ...(whole.aside ? ["sum whole aside"] : []),
    ...(first.aside ? ["sum parts aside"] : []),
    ...(parts.slice(1).some(({ lead }) => /其中/.test(lead)) ? ["sum among parts"] : []),
    ...(new Set(parts.map(({ figure }) => figure.metric)).size < parts.length ? ["sum metrics twice"] : []),
  ];
}

/** The sign or word that a figure's words begin with, in full width; none is empty. */
function joint(lead: string): string {
  const sign = /^\s?([、，,；;。：:（(和与及])/.exec(lead)?.[1] ?? "";
  return FULL_WIDTH[sign] ?? sign;
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "(": "（" };

/** Whether a part is what is left of a whole, or was taken off it: 结余, 剩余, 净增, 支出. */
export function left({ name, lead }: Term): string {
  if (/[余剩净差]|尚|还有|未|空|缺|不[足够]|[结滚]转|[结库]存|遗留|剩下/.test(name)) return "left";
  return /支|出|减|扣|去|退|还/.test(name) ? "off" : /^[，,]?\s?其中/.test(lead) ? "among" : "plain";
}
