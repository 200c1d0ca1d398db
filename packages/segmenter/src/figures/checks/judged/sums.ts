import { fills, isPartition, nameOf } from "../parts.ts";
import { hasSlip, sumOf, TOTAL } from "../sum.ts";
import type { Term } from "../term.ts";
import { claimWords } from "../words.ts";
import { alike, type Claim, fitOf, mayFit, type Place, placed, step, taken } from "./claim.ts";

/** Most figures between a whole and its parts, and most parts. */
const REACH = 14;
const MOST = 12;

/** Each list of parts that a figure may be the whole of: 收入1620万元，冠名1080万元，报名费210万元，转播330万元. */
export function sumClaims(place: Place, at: number): Claim[] {
  const { terms } = place;
  const whole = terms[at] as Term;
  if ((!isLevel(whole) && whole.role !== "each") || whole.figure.qualifier !== null) return [];
  const out: Claim[] = [];
  for (const from of startsOf(place, at)) {
    const parts: number[] = [];
    let sum = 0;
    for (let i = from; i < terms.length && parts.length < MOST; i++) {
      const term = terms[i] as Term;
      const first = terms[from] as Term;
      if (i < place.own !== from < place.own || term.sentence !== first.sentence) break;
      if (!fills(whole, term) || i === at) continue;
      if (term.aside && !first.aside) continue;
      if (first.aside && !term.aside) break;
      if (term.role === "change") continue;
      if ((!isLevel(term) && !(whole.role === "each" && term.role === "each")) || term.figure.qualifier !== null) break;
      parts.push(i);
      sum += term.value;
      if (parts.length < 2 || !maySum(whole.value, sum, parts, terms)) continue;
      const members = parts.map((place) => terms[place] as Term);
      const check = sumOf(whole, members);
      const fit = fitOf(check, [whole.figure]) ?? (hasSlip(whole, members) ? "slip" : null);
      if (fit === null || (fit !== "holds" && fit !== "slip" && namesSome(members))) continue;
      out.push({ check, features: features(place, at, parts, fit) });
    }
  }
  return out;
}

/** 其中党员41人、女干部19人: what 其中 opens need not name all. */
function namesSome(parts: readonly Term[]): boolean {
  const { rest } = claimWords();
  const [first, last] = [parts[0] as Term, parts.at(-1) as Term];
  return /其中|[^包]含/.test(first.lead) && !rest.test(last.name);
}

/** Whether parts may be meant to come to a whole: near it, or but for the point of the whole or of one part. */
function maySum(whole: number, sum: number, parts: readonly number[], terms: readonly Term[]): boolean {
  if (mayFit(sum / whole)) return true;
  return parts.some((i) => {
    const { value } = terms[i] as Term;
    const missing = whole - (sum - value);
    return 0 < missing && mayFit(missing / value);
  });
}

function isLevel({ role, value }: Term): boolean {
  return role === "level" && 0 < value;
}

/** Where a list may begin: behind its whole, or behind a sign that divides; or some figures before a whole that comes last. */
function startsOf(place: Place, at: number): number[] {
  const { terms, own } = place;
  const whole = terms[at] as Term;
  const out: number[] = [];
  for (let i = Math.max(0, at - 8); i < Math.min(terms.length, at + REACH); i++) {
    const term = terms[i] as Term;
    if (i === at || !fills(whole, term) || (!isLevel(term) && term.role !== "each")) continue;
    if (at < i) {
      const next = out.length === 0 || !(at < (out.at(-1) as number));
      if (next || /[。；;：:（(]|按|中/.test(term.lead)) out.push(i);
    } else if (own <= i && /[共总合计]/.test(whole.lead)) out.push(i);
  }
  return out;
}

function features(place: Place, at: number, indexes: readonly number[], fit: string): string[] {
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
  const signs = parts.slice(1).map(({ lead }) => /^\s?([、，,；;和与及（(])/.exec(lead)?.[1] ?? "");
  const opener = opensWhole.test(first.lead)
    ? "whole"
    : opensSome.test(first.lead)
      ? "some"
      : /其中|含/.test(first.lead)
        ? "among"
        : /按|分/.test(first.lead)
          ? "by"
          : (/^\s?([、，,；;。：:（(])/.exec(first.lead)?.[1] ?? "");
  const count = Math.min(5, parts.length);
  const total = TOTAL.test(whole.name) ? "total" : "plain";
  return [
    "sum",
    `sum ${fit}`,
    `sum ${fit} ${count}`,
    `sum ${fit} ${opener}`,
    `sum ${fit} ${total}`,
    `sum ${fit.startsWith("short")} ${follows}`,
    `sum ${behind ? "behind" : "before"} ${step(between)}`,
    `sum ${placed(place, behind ? at : from, behind ? from : at)} ${total}`,
    `sum opener ${opener}`,
    `sum opener ${opener} ${step(between)}`,
    `sum signs ${[...new Set(signs)].sort().join("")}`,
    `sum whole ${total} ${behind ? "behind" : "before"}`,
    `sum next ${follows ? `follows ${/^\s?([、，,；;和与及（(])/.exec(next.lead)?.[1] ?? ""} ${signs.at(-1) ?? ""}` : next === undefined || to + 1 === own ? "none" : next.sentence === last.sentence ? "other" : "sentence"}`,
    `sum beside ${step(beside)}`,
    `sum sizes ${Math.min(3, sizes)} of ${count}`,
    `sum metric ${alike(first, whole)} ${alike(last, whole)}`,
    `sum parts ${alike(first, last)}`,
    `sum ends ${new Set(names.map((name) => name.slice(-1))).size === 1 ? "alike" : "apart"}`,
    ...(rest.test(last.name) || /其[他它余]/.test(last.lead) ? ["sum rest"] : []),
    ...(parts.length === 2 ? [`sum two ${left(first)} ${left(last)}`, `sum two ${opener} ${left(last)}`] : []),
    ...(names.some((name) => deeds.test(name)) ? ["sum deeds"] : []),
    ...(isPartition(parts) ? ["sum partition"] : []),
    ...(parts.some(({ value }) => whole.value < value) ? ["sum part larger"] : []),
    ...(parts.some(({ figure }) => figure.unit !== whole.figure.unit) ? ["sum units"] : []),
    ...(at === place.own ? ["sum whole opens"] : []),
    ...taken(place, whole, "sum whole"),
    ...taken(place, first, "sum first"),
    ...taken(place, last, "sum last"),
    `sum role ${whole.role} ${first.role}`,
    ...(whole.aside ? ["sum whole aside"] : []),
    ...(first.aside ? ["sum parts aside"] : []),
    ...(parts.slice(1).some(({ lead }) => /其中/.test(lead)) ? ["sum among parts"] : []),
    ...(new Set(parts.map(({ figure }) => figure.metric)).size < parts.length ? ["sum metrics twice"] : []),
  ];
}

/** Whether a part is what is left of a whole, or was taken off it: 结余, 剩余, 净增, 支出. */
function left({ name, lead }: Term): string {
  if (/[余剩净差]|尚|还有|未|空|缺/.test(name)) return "left";
  return /支|出|减|扣|去|退|还/.test(name) ? "off" : /^[，,]?\s?其中/.test(lead) ? "among" : "plain";
}
