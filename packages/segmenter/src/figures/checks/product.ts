import type { Check } from "@zongjie/document";
import { sharedCharacters } from "./names.ts";
import { nameOf } from "./parts.ts";
import { EACH, isAlike, type Passage, type Term } from "./term.ts";
import { check, isNear, isSlip, slack } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** How many figures around a price its number and its sum are looked for. */
const REACH = 5;
/** An average is rounded more than it is written: 户均增收3500元. */
const AVERAGE = 0.006;

/** What stands before a sum: 共, 总里程, 应缴水费. */
const SUM =
  /(?:计|共|总[^，,。；;\d]{1,8}|需|为|可|达|即扣?|兑现|安排|发放|拨付|下拨|支付|收入|支出|开支|花费|(?<!消)费用?|投入|节约|补助|补贴|奖励|应缴|缴纳|收取|涉及|吸纳|[=＝])[^，,。；;\d]{0,10}$/;
/** What makes a sum of whatever comes to it. */
const TOTAL =
  /(?:[合共总]计|计|共|总[^，,。；;\d]{1,8}|应缴|花费|支出|开支|(?<!消)费用?|收取|涉及|兑现|下拨|拨付|发放)[^，,。；;\d]{0,6}$/;
/** What names another sum: 同时奖励3万元. */
const OTHER = /其中|同时|另|分别|最[高低多少]/;
/** 每户|最高|6000元: no price but a bound. */
const BOUND = /最[高低多少]|不[超低少高]|至[少多]|上限|下限|以[内上下]|封顶/;
const MEAN = /均/;
const TIME = /^(?:[年月日天周季]|学[期年])/;

/** How many months, days … a year has. */
const CALENDAR: readonly (readonly [time: RegExp, size: number])[] = [
  [/[每按]月|月均/, 12],
  [/[每按][日天]|日均/, 365],
  [/每季/, 4],
  [/每学期/, 2],
];

/** What a figure is so much for: 每|千|人, 每|人|天; `by` 1000 for 每千人. */
interface Rate {
  readonly things: readonly string[];
  readonly by: number;
  readonly mean: boolean;
  /** So many of its times make a year: 12 for 每月, 1 where it has none. */
  readonly year: number;
}

/**
 * So many at so much each: `94人每人625元，共计58750元`; what is so much for one says what it is for. A mean has its sum
 * before it as well: `藏书37.2万册，书屋186个，平均每个书屋2000册`.
 *
 *     改造户厕1150|户|，每|户|补助2000元，共|230万元
 */
export function product(passage: Passage): Check[] {
  return passage.terms.flatMap((each, i) => {
    const rate = rateOf(each);
    if (rate === null || Number.isNaN(each.value) || each.figure.unit === "%" || each.role === "change") return [];
    if (BOUND.test(each.name + each.tail) || each.tail.startsWith("或")) return [];
    const far = (term: Term): number =>
      Math.abs(term.index - each.index) + REACH * Math.abs(term.sentence - each.sentence);
    const near = passage.terms
      .slice(Math.max(0, i - REACH), i + REACH + 1)
      .filter((term) => term !== each && Math.abs(term.sentence - each.sentence) <= 1 && term.role !== "change")
      .filter((term) => !Number.isNaN(term.value) && term.figure.qualifier === null)
      .sort((a, b) => far(a) - far(b));
    const counts = countsOf(near, rate);
    const sums = near.filter((term) => (term.role !== "each" || IN_TIME.test(term.name)) && 0 < conversion(term, each));
    const made = best(each, rate, counts, sums);
    return made === null || each.figure.qualifier !== null ? [] : [made];
  });
}

/** 每年|收入60万元, 每天支出2万元: so much for a time is a sum of what is so much for a thing. */
const IN_TIME = /每[年月日天周][^每]*$/;

function best(each: Term, rate: Rate, counts: readonly (readonly Term[])[], sums: readonly Term[]): Check | null {
  let slip: Check | null = null;
  let wrong: Check | null = null;
  for (const sum of sums) {
    const nearest = counts.find((factors) => !factors.includes(sum));
    for (const factors of counts) {
      if (factors.includes(sum)) continue;
      const made = inTime(sum, factors, each, rate);
      if (made === null || made.holds) {
        if (made === null) continue;
        return made;
      }
      // 平均降雨量97.6毫米: of what is not said
      if (rate.mean && rate.things[0] === "") continue;
      const members = [sum, each, ...factors];
      const here = members.every(({ sentence }) => sentence === each.sentence);
      const behind = each.index < sum.index && SUM.test(sum.lead) && !OTHER.test(sum.lead);
      const figures = members.map(({ figure }) => figure);
      if (isSlip(made, figures) && here && (behind || factors === nearest)) slip ??= made;
      // 全年门诊32万人次，日均900人次: of how many days is not said
      if (factors !== nearest || !here || factors.length === 0) continue;
      // 老党员38名、新党员52名，每人600元: of both
      if (factors.some(({ lead }) => /^\s?[、和与及]/.test(lead))) continue;
      const only = sums.filter(({ sentence }) => sentence === each.sentence).length === 1;
      if (
        (behind && (isNear(made) || (TOTAL.test(sum.lead) && isBound(factors, rate)))) ||
        (only && isMeant(sum, factors, each, rate, made))
      )
        wrong ??= made;
    }
  }
  return slip ?? wrong;
}

/** Whether the number is of the thing that the price names: 1150|户| of 每|户|. */
function isBound([factor]: readonly Term[], { things: [thing = ""] }: Rate): boolean {
  const unit = factor?.figure.unit ?? "";
  return (
    thing !== "" &&
    (unit.startsWith(thing.slice(0, 1)) || (/^[人名位]/.test(thing) && /^[人名位]/.test(unit)) || unit === "个")
  );
}

/** Whether the only sum of a sentence is that of its price: behind number and price, or what a mean is of. */
function isMeant(sum: Term, factors: readonly Term[], each: Term, rate: Rate, made: Check): boolean {
  const last = Math.max(...factors.map(({ index }) => index));
  if (each.index < sum.index) return last < each.index && isNear(made);
  if (!rate.mean) return isNear(made);
  const name = each.name.replace(/[人户亩日月年]?均/, "");
  return (name === "" || 0 < sharedCharacters(nameOf(sum), name)) && isNear(made);
}

/** The product, of a year where the sum is a year's and the price a month's. */
function inTime(sum: Term, factors: readonly Term[], each: Term, rate: Rate): Check | null {
  const timed = rate.year !== 1 && !factors.some(({ figure }) => /[月日天季]/.test(figure.unit));
  if (!timed) return factors.length === 0 ? null : times(sum, factors, each, rate, 1);
  const yearly = times(sum, factors, each, rate, rate.year);
  if (factors.length === 0 || yearly.holds || /年/.test(sum.lead)) return yearly;
  const once = times(sum, factors, each, rate, 1);
  return once;
}

/** Each way to choose how many there are of each thing; the nearest first. */
function countsOf(near: readonly Term[], { things }: Rate): Term[][] {
  let out: Term[][] = [[]];
  for (const [i, thing] of things.entries()) {
    const fits = near
      .filter(
        (term) => (term.role === "level" || term.role === "base" || IN_TIME.test(term.name)) && counted(term, thing),
      )
      .slice(0, i === 0 ? 3 : 2);
    // 每人每天160元: days that are not counted do not count
    if (fits.length === 0 && TIME.test(thing)) continue;
    out = out.flatMap((factors) => fits.filter((term) => !factors.includes(term)).map((term) => [...factors, term]));
  }
  return out;
}

/** What a figure is so much for: 每|亩|300元, |户|均增收4860元, 单价; null where it is for nothing, or for a time only. */
function rateOf({ name, figure }: Term): Rate | null {
  const unit = /\/([\p{Script=Han}]{1,3})$/u.exec(figure.unit)?.[1];
  const year = CALENDAR.find(([time]) => time.test(name))?.[1] ?? 1;
  if (unit !== undefined) return { things: [unit], by: 1, mean: MEAN.test(name), year: 1 };
  if (!EACH.test(name)) return null;
  const hits = [
    ...name.matchAll(
      /每(?:([十百千万])(?=[\p{Script=Han}])|[个名位](?=[\p{Script=Han}]))?((?:(?!每)[\p{Script=Han}]){1,2})/gu,
    ),
  ];
  const averaged = /([人户亩件台套次村校班场期日月年天周])(?:均|产)/.exec(name)?.[1];
  if (hits.length === 0) return { things: [averaged ?? ""], by: 1, mean: MEAN.test(name), year };
  // 人均每月400元: for each of both
  const things = [...(averaged === undefined ? [] : [averaged]), ...hits.map((hit) => hit[2] ?? "")];
  const lasting = [...things.filter((thing) => !TIME.test(thing)), ...things.filter((thing) => TIME.test(thing))];
  const by = { 十: 10, 百: 100, 千: 1000, 万: 1e4 }[hits.at(-1)?.[1] ?? ""] ?? 1;
  return { things: lasting.slice(0, 3), by, mean: MEAN.test(name) || by !== 1, year };
}

/** Whether a level counts the thing: 26|个 of 网格, 1150|户. */
function counted(term: Term, of: string): boolean {
  const { unit, kind } = term.figure;
  if (kind === "money" || kind === "percent") return false;
  const thing = of.slice(0, 1);
  if (TIME.test(of))
    return unit === thing || unit === `个${thing}` || (/[天日]/.test(thing) && /^(?:天|日|个工作日)$/.test(unit));
  if (of === "" || unit.startsWith(thing)) return true;
  if (/^[人名位]/.test(of) && /^[人名位]/.test(unit)) return true;
  const name = nameOf(term);
  return (
    name.endsWith(of) ||
    name.includes(thing) ||
    term.tail.startsWith(of) ||
    (unit === "个" && term.tail.includes(thing))
  );
}

/** By how much a sum is to be multiplied to have the unit of its parts: 1000 for 吨 and 公斤; 0 where it has another. */
function conversion(sum: Term, each: Term): number {
  const unit = each.figure.unit.split("/")[0] as string;
  if (sum.figure.unit === unit || isAlike(sum.figure, each.figure)) return 1;
  if (/^[人名]/.test(unit) && /^[人名]/.test(sum.figure.unit)) return 1;
  const { weights } = claimWords();
  const [a, b] = [weights.get(sum.figure.unit), weights.get(unit)];
  return a === undefined || b === undefined ? 0 : a / b;
}

function times(sum: Term, factors: readonly Term[], each: Term, rate: Rate, often: number): Check {
  const units = (conversion(sum, each) * rate.by) / often;
  const computed = factors.reduce((all, { value }) => all * value, each.value) / units;
  const off = factors.reduce((all, { figure, value }) => all + slack(figure) / value, slack(each.figure) / each.value);
  const tolerance = slack(sum.figure) + computed * Math.max(off, rate.mean || often === 365 ? AVERAGE : 0);
  return check(
    "product",
    sum.value,
    computed,
    tolerance,
    [sum, ...factors, each].map(({ index }) => index),
  );
}
