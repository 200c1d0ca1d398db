import { conversion, counted, inWeight, isOfBoth, type Rate, rateOf, SUM, times } from "../product.ts";
import type { Term } from "../term.ts";
import { halfStep } from "../tolerance.ts";
import { claimWords } from "../words.ts";
import { alike, type Claim, fitOf, type Place, placed, step, taken } from "./claim.ts";

/** How many figures before and behind a price its number and its sum are looked for. */
const REACH = 6;

/** How many times too large a price, its number or its sum may be where its words say what it is for. */
const FARTHEST = 3.6;

/** Each number and sum that a price may be of: 每村6000元，141个村合计84.6万元. The sum is the first figure. */
export function productClaims(place: Place, at: number): Claim[] {
  const { terms, own } = place;
  const each = terms[at] as Term;
  if (each.role !== "each" || !(0 < each.value) || each.figure.unit === "%" || isBound(each)) return [];
  const rate = rateOf(each) ?? { things: [""], by: 1, mean: false, year: 1 };
  const out: Claim[] = [];
  const from = Math.max(own, at - REACH);
  const to = Math.min(terms.length - 1, at + REACH);
  // 审执结11007件；…。法官37名，人均|结|案297.5件: of far before only what the price speaks of
  const spoken = terms.slice(0, from).map((sum) => isPlain(sum) && speaksOf(each, sum));
  for (let n = 0; n <= to; n++) {
    const number = terms[n] as Term;
    if (n === at || !isPlain(number) || number.figure.kind === "money") continue;
    const heavy = weightOf(number, rate);
    const bound = heavy !== 1 || rate.things.some((thing) => counted(number, thing));
    // 水稻960亩。…⏎1.水稻。平均亩产1120斤: of before only what the price may be of
    if (n < from && !bound) continue;
    const named = isNamed(place, at, number);
    const weighed = { ...rate, by: rate.by / heavy };
    for (let t = bound ? 0 : from; t <= to; t++) {
      const sum = terms[t] as Term;
      if (t === n || t === at || !isPlain(sum) || conversion(sum, each) === 0) continue;
      if (t < from && !spoken[t]) continue;
      const check = times(sum, [number], each, weighed, 1);
      const fit = fitOf(check, [sum.figure, number.figure, each.figure], bound ? FARTHEST : undefined);
      // 24小时, 每小时0.35米, 0.8米: so round a number is met by chance
      if (fit?.endsWith("slip") && sum.value < 20 * halfStep(sum.figure)) continue;
      if (fit === null || (!check.holds && isOfBoth(terms, check, each, sum))) continue;
      const order = [[at, "e"] as const, [n, "n"] as const, [t, "t"] as const].sort((a, b) => a[0] - b[0]);
      const shape = order.map(([, letter]) => letter).join("");
      const wide = Math.max(at, n, t) - Math.min(at, n, t) - 2;
      out.push({
        check,
        features: [
          "product",
          `product ${fit}`,
          `product ${shape}`,
          `product ${shape} wide ${step(wide)}`,
          `product number ${placed(place, n, at)}`,
          `product sum ${placed(place, t, at)}`,
          `product ${bound ? "bound" : "free"} ${rate.things[0] === "" ? "price" : "each"}`,
          `product ${rate.mean ? "mean" : "exact"} ${shape}`,
          `product said ${SUM.test(sum.lead)}`,
          `product metric ${alike(sum, each)}`,
          ...(t < from ? ["product sum far"] : []),
          ...([each, number, sum].some(({ figure }) => figure.qualifier !== null) ? ["product about"] : []),
          `product number ${named ? "named" : "else"} ${n < from ? "before" : "near"}`,
          ...taken(place, number, "product number", at),
          ...taken(place, sum, "product sum", at),
          `product kind ${each.figure.kind}`,
          `product number ${number.role} sum ${sum.role}`,
          ...(rate.year === 1 ? [] : ["product in time"]),
          ...(conversion(sum, each) === 1 ? [] : ["product units"]),
          ...(/其中|同时|另|最[高低多少]/.test(sum.lead) ? ["product other"] : []),
        ],
      });
    }
  }
  return out;
}

/** 鲜果|1260吨|，每|公斤|3.6元: how many of what the price is for are in one of what is counted. */
function weightOf({ figure }: Term, { things }: Rate): number {
  const one = things.find((thing) => claimWords().weights.has(thing));
  return (one === undefined ? 0 : inWeight(figure.unit, one)) || 1;
}

/** Whether the words before a price name what a number counts: 1.|水稻|。平均亩产…. */
function isNamed({ terms, own }: Place, at: number, { figure }: Term): boolean {
  if (figure.metric.length < 2) return false;
  for (let i = Math.max(own, at - 1); i <= at; i++) if (terms[i]?.lead.includes(figure.metric)) return true;
  return false;
}

/** Whether two names have two characters in a row in common, |次均|费用| aside. */
function speaksOf(each: Term, sum: Term): boolean {
  const words = each.name.replace(/每[\p{Script=Han}]|[\p{Script=Han}]均|平均/gu, " ");
  const { metric } = sum.figure;
  for (let i = 0; i + 2 <= metric.length; i++) if (words.includes(metric.slice(i, i + 2))) return true;
  return words.trim().length === 2 && [...words.trim()].some((c) => metric.includes(c));
}

function isPlain(term: Term): boolean {
  return (term.role === "level" || term.role === "base") && 0 < term.value && !isBound(term);
}

/** Not less, or not more; what is about so much is so much. */
function isBound({ figure: { qualifier } }: Term): boolean {
  return qualifier !== null && qualifier !== "approx";
}
