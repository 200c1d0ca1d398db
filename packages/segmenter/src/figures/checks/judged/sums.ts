import type { Check } from "@zongjie/document";
import { likeness } from "../names.ts";
import { areOpposed, differIn, fills, isDivision, isPartition, mayBeSome, mayOverlap, nameOf } from "../parts.ts";
import { hasSlip, NEARLY, sumOf, TOTAL } from "../sum.ts";
import { HOLDS, type Term } from "../term.ts";
import { claimWords } from "../words.ts";
import { alike, type Claim, fitOf, inTable, mayFit, type Place, placed, step, taken } from "./claim.ts";
import { type Feature, told } from "./feature.ts";
import { countSaid, namesSaid } from "./said.ts";
import { closesList, isLevel, isPart, startsOf } from "./starts.ts";

/** Most parts. */
const MOST = 12;

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
    inside = i !== from && term.holds & HOLDS.among ? true : inside && !(term.holds & HOLDS.ends);
    nested ||= inside;
    if (inside && over) continue;
    if (!fills(whole, term) || i === at) continue;
    if (term.aside && !first.aside) continue;
    if (first.aside && !term.aside) break;
    // 每人补190元，支出|60.8万元|: a price is no part of a sum
    if (term.role === "change" || (term.role === "each" && whole.role !== "each")) continue;
    // 能繁母猪2.64万头，比正常（2.55万头）多|0.09万头|
    if (term.holds & HOLDS.compares) continue;
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
  // 农林牧渔业产值86亿元，其中农业41亿元，牧业28亿元: some of what the whole's name holds
  const all = told.counted === "same" || (told.named === "all" && !mayBeSome(members, check.computed / check.stated));
  if (fit !== "holds" && fit !== "slip" && !all && (namesSome(check, members) || isOfAnother(whole, members))) return;
  if (fit !== "holds" && isUnlike(place, at, parts)) return;
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
  if (claimWords().rest.test(last.name)) return false;
  if (mayOverlap(parts)) return true;
  if (first.holds & HOLDS.among && mayBeSome(parts, computed / stated)) return true;
  // 获贷企业中，抵押贷款73家，信用贷款48家
  if (!(first.holds & HOLDS.among) && !/[中里][，,][^，,。；;]*$/.test(first.lead)) return false;
  return computed < (isPartition(parts) || areOpposed(parts) || isDivision(parts) ? LOOSELY : NEARLY) * stated;
}

/** 女党员318名，大专以上|507名|，流动党员164名: one of a list is not its total; and a total of the year before is of other parts. */
function isUnlike({ terms }: Place, at: number, parts: readonly number[]): boolean {
  const [whole, first] = [terms[at] as Term, terms[parts[0] as number] as Term];
  if ((parts[0] as number) < at && at < (parts.at(-1) as number)) return true;
  return claimWords().earlier.test(whole.lead) && whole.figure.period !== first.figure.period;
}

/** 非税收入1.64亿元。|主体税种中|，增值税1.24亿元…: whether the parts are said to be of something else. */
function isOfAnother(whole: Term, [first]: readonly Term[]): boolean {
  // 非税收入3.1亿元。主体税种是：增值税2.3亿元…: of what the whole is not
  const not = /非(\p{Script=Han})/u.exec(whole.name)?.[1];
  if (not !== undefined && first?.name.includes(not) && !first.name.includes("非")) return true;
  const of = /[。；;\n]([^，,。；;：:\n]{2,8})[中里][，,][^，,。；;\n]*$/.exec(first?.lead ?? "")?.[1];
  return of !== undefined && !of.startsWith("其") && likeness(of, whole.figure.metric) === 0;
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
): Feature[] {
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
    told`sum`,
    told`sum counted ${counted} ${behind ? "behind" : "before"}`,
    told`sum counted ${counted} ${fit}`,
    told`sum named ${named} ${behind ? "behind" : "before"}`,
    told`sum named ${named} ${fit}`,
    ...(behind || closesList(terms, at) ? [] : [told`sum unclosed`]),
    told`sum ${fit}`,
    told`sum ${fit} ${count}`,
    told`sum ${fit} ${opener}`,
    told`sum ${fit} ${opener} ${count}`,
    told`sum ${fit} ${total}`,
    told`sum ${fit.startsWith("short")} ${follows}`,
    told`sum ${behind ? "behind" : "before"} ${step(between)}`,
    told`sum ${placed(place, behind ? at : from, behind ? from : at)} ${total}`,
    told`sum opener ${opener}`,
    told`sum opener ${opener} ${step(between)}`,
    told`sum signs ${[...new Set(signs)].sort().join("")}`,
    told`sum whole ${total} ${behind ? "behind" : "before"}`,
    told`sum next ${follows ? `follows ${joint(next.lead)} ${signs.at(-1) ?? ""}` : next === undefined || to + 1 === own ? "none" : next.sentence === last.sentence ? "other" : "sentence"}`,
    told`sum beside ${step(beside)}`,
    told`sum sizes ${Math.min(3, sizes)} of ${count}`,
    told`sum metric ${alike(first, whole)} ${alike(last, whole)}`,
    told`sum parts ${alike(first, last)}`,
    told`sum ends ${new Set(names.map((name) => name.slice(-1))).size === 1 ? "alike" : "apart"}`,
    ...(rest.test(last.name) || /其[他它余]/.test(last.lead) ? [told`sum rest`] : []),
    ...(parts.length === 2 ? [told`sum two ${left(first)} ${left(last)}`, told`sum two ${opener} ${left(last)}`] : []),
    ...(names.some((name) => deeds.test(name)) ? [told`sum deeds`] : []),
    ...(isPartition(parts) ? [told`sum partition`, told`sum partition ${count}`] : []),
    ...(isDivision(parts) ? [told`sum division`] : []),
    ...(areOpposed(parts) ? [told`sum opposed`, told`sum opposed ${count}`] : []),
    told`sum names differ ${differIn(parts) ?? "else"} ${count}`,
    ...(mayOverlap(parts) ? [told`sum overlap ${fit.split(" ")[0]}`] : []),
    ...(parts.some(({ value }) => whole.value < value) ? [told`sum part larger`] : []),
    ...(parts.some(({ figure }) => figure.unit !== whole.figure.unit) ? [told`sum units`] : []),
    ...(at === place.own ? [told`sum whole opens`] : []),
    ...taken(place, whole, "sum whole", from),
    ...taken(place, first, "sum first", at),
    ...taken(place, last, "sum last", at),
    told`sum role ${whole.role} ${first.role}`,
    ...inTable(first, last, "sum"),
    ...(whole.aside ? [told`sum whole aside`] : []),
    ...(first.aside ? [told`sum parts aside`] : []),
    ...(parts.slice(1).some(({ lead }) => /其中/.test(lead)) ? [told`sum among parts`] : []),
    ...(new Set(parts.map(({ figure }) => figure.metric)).size < parts.length ? [told`sum metrics twice`] : []),
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
