import { BOUND, conversion, counted, inWeight, isOfBoth, type Rate, rateOf, SUM, times } from "../product.ts";
import type { Term } from "../term.ts";
import { halfStep } from "../tolerance.ts";
import { claimWords } from "../words.ts";
import { alike, type Claim, fitOf, type Place, placed, step, taken } from "./claim.ts";
import { told } from "./feature.ts";

/** How many figures before and behind a price its number and its sum are looked for. */
const REACH = 6;

/** How far from the opening of its passage a price may speak of it, in figures. */
const OPENED = 14;

/** How many times too large a price, its number or its sum may be where its words say what it is for. */
const FARTHEST = 3.6;

/** What a price is so much for, and which figures around it its number and its sum are looked for among. */
interface Price {
  readonly each: Term;
  readonly rate: Rate;
  readonly from: number;
  readonly to: number;
}

/** Each number and sum that a price may be of, and how often it is paid. The sum is the first figure. */
export function productClaims(place: Place, at: number): Claim[] {
  const { terms, own } = place;
  const each = terms[at] as Term;
  const rate = priceOf(each);
  if (rate === null) return [];
  const price = { each, rate, from: Math.max(own, at - REACH), to: Math.min(terms.length - 1, at + REACH) };
  return [...pairClaims(place, at, price), ...tripleClaims(place, at, price)];
}

/** A price and a number: 每村6000元，141个村合计84.6万元. */
function pairClaims(place: Place, at: number, { each, rate, from, to }: Price): Claim[] {
  const { terms, own } = place;
  const out: Claim[] = [];
  // 审执结11007件；…。法官37名，人均|结|案297.5件: of far before only what the price speaks of
  const spoken = terms.slice(0, from).map((sum) => isPlain(sum) && speaksOf(each, sum));
  // 客运量1708.76万人次，7月、8月、9月分别为…；以92天计，日均|18.57万人次|: the figure that the passage opens with
  const opens = own < from && at <= own + OPENED;
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
      if (t < from && !(spoken[t] || (opens && t === own))) continue;
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
          told`product`,
          told`product ${fit}`,
          told`product ${shape}`,
          told`product ${shape} wide ${step(wide)}`,
          told`product number ${placed(place, n, at)}`,
          told`product sum ${placed(place, t, at)}`,
          told`product ${bound ? "bound" : "free"} ${rate.things[0] === "" ? "price" : "each"}`,
          told`product ${rate.mean ? "mean" : "exact"} ${shape}`,
          told`product said ${SUM.test(sum.lead)}`,
          told`product metric ${alike(sum, each)}`,
          ...(t < from ? [told`product sum far`] : []),
          ...([each, number, sum].some(({ figure }) => figure.qualifier !== null) ? [told`product about`] : []),
          told`product number ${named ? "named" : "else"} ${n < from ? "before" : "near"}`,
          ...taken(place, number, "product number", at),
          ...taken(place, sum, "product sum", at),
          told`product kind ${each.figure.kind}`,
          told`product number ${number.role} sum ${sum.role}`,
          ...(rate.year === 1 ? [] : [told`product in time`]),
          ...(conversion(sum, each) === 1 ? [] : [told`product units`]),
          ...(/其中|同时|另|最[高低多少]/.test(sum.lead) ? [told`product other`] : []),
        ],
      });
    }
  }
  return out;
}

/** What a figure is so much for; null where it is no price, or a bound of one: 每笔最高|20万元|. */
function priceOf(each: Term): Rate | null {
  const { role, value, figure, name } = each;
  if (role !== "each" || !(0 < value) || figure.unit === "%" || isBound(each) || BOUND.test(name)) return null;
  return rateOf(each) ?? { things: [""], by: 1, mean: false, year: 1 };
}

/**
 * A price, a number and how often or how many each: 22名、每人每月2400元、5个月, 26.4万元; 64批次，平均每批9人，人均125元,
 * 7.2万元. How often stands beside the price.
 */
function tripleClaims(place: Place, at: number, { each, rate, from, to }: Price): Claim[] {
  const { terms } = place;
  const out: Claim[] = [];
  for (let s = Math.max(from, at - OFTEN_AWAY); s <= Math.min(to, at + OFTEN_AWAY); s++) {
    const often = terms[s] as Term;
    if (s === at || !isOften(often)) continue;
    for (let n = from; n <= to; n++) {
      const number = terms[n] as Term;
      if (n === s || n === at || !isPlain(number) || number.figure.kind === "money") continue;
      if (number.figure.unit === often.figure.unit) continue;
      const bound = rate.things.some((thing) => counted(number, thing)) || often.role === "each";
      for (let t = from; t <= to; t++) {
        const sum = terms[t] as Term;
        if (t === n || t === s || t === at || !isPlain(sum) || conversion(sum, each) === 0) continue;
        const check = times(sum, [number, often], each, rate, 1);
        const fit = fitOf(check, [sum.figure, number.figure, often.figure, each.figure]);
        if (fit === null) continue;
        const wide = Math.max(at, n, t, s) - Math.min(at, n, t, s) - 3;
        out.push({
          check,
          features: [
            told`triple`,
            told`triple ${fit}`,
            told`triple wide ${step(wide)}`,
            told`triple often ${often.role} ${often.figure.unit}`,
            told`triple number ${bound ? "bound" : "free"} ${placed(place, n, at)}`,
            told`triple sum ${t < Math.min(at, n, s) ? "first" : Math.max(at, n, s) < t ? "last" : "between"} ${placed(place, t, at)}`,
            told`triple said ${SUM.test(sum.lead)}`,
            told`triple kind ${each.figure.kind}`,
            told`triple metric ${alike(sum, each)}`,
            ...taken(place, number, "triple number", at),
            ...taken(place, sum, "triple sum", at),
            ...(conversion(sum, each) === 1 ? [] : [told`triple units`]),
          ],
        });
      }
    }
  }
  return out;
}

/** 5个月, 每人15天, 平均每批9人: how often, or so many for each of what another number counts. */
function isOften(term: Term): boolean {
  if (!(1 < term.value)) return false;
  if (term.role === "each") return term.figure.kind !== "money" && /每|均/.test(term.name);
  return term.role === "level" && OFTEN.test(term.figure.unit);
}

/** How far from a price it is told how often, in figures. */
const OFTEN_AWAY = 3;
const OFTEN = /^(?:个?[天日月年周]|个(?:月|工作日|学期)|[次场期节]|批次?|场次|课时|学期)$/;

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
