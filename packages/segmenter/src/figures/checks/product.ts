import type { Check } from "@zongjie/document";
import { sharedCharacters } from "./names.ts";
import { around, isListed, REACH, wholesFirst } from "./numbers.ts";
import { nameOf } from "./parts.ts";
import { EACH, EACH_BEHIND, isAlike, type Passage, type Term } from "./term.ts";
import { check, isNear, isSlip, slack } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** An average is rounded more than it is written: 户均增收3500元. */
const AVERAGE = 0.006;

/** A price or a number that is twice too large is still meant for the sum that its words claim. */
const CLAIMED = 2.6;
/** What stands before a sum: 共, 总里程, 应缴水费. */
export const SUM: RegExp =
  /(?:计|共|总[^，,。；;\d]{1,8}|需|为|可|达|即扣?|兑现|安排|发放|拨付|下拨|支付|收入|支出|开支|花[费了]|(?<!消)费用?|投入|节约|补助|补贴|奖励|应缴|缴纳|收取|涉及|吸纳|金额|(?<=[，,])合|[=＝])[^，,。；;\d]{0,10}$/;
/** What names another sum: 同时奖励3万元. */
const OTHER = /其中|同时|另|分别|一次性|最[高低多少]/;
/** 每户|最高|6000元: no price but a bound. */
export const BOUND: RegExp = /最[高低多少]|不[超低少高]|至[少多]|上限|下限|以[内上下]|封顶/;
const MEAN = /均/;
const TIME = /^(?:[年月日天周季晚]|学[期年])/;

/** How many months, days … a year has. */
const CALENDAR: readonly (readonly [time: RegExp, size: number])[] = [
  [/[每按]月|月均/, 12],
  [/[每按][日天]|日均/, 365],
  [/每季/, 4],
  [/每学期/, 2],
];

/** What a figure is so much for: 每|千|人, 每|人|天; `by` 1000 for 每千人. */
export interface Rate {
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
    const rate = each.role === "each" ? rateOf(each) : null;
    if (rate === null || each.figure.unit === "%") return [];
    // 标准提高到每人每月620元: since when is not said
    if (rate.year !== 1 && /[提调升增][高整至加]/.test(each.name)) return [];
    if (BOUND.test(each.name + each.tail) || each.tail.startsWith("或")) return [];
    const far = (term: Term): number =>
      Math.abs(term.index - each.index) + REACH * Math.abs(term.sentence - each.sentence);
    const near = [...around(passage, i, -1), ...around(passage, i, 1)].sort((a, b) => far(a) - far(b));
    const counts = countsOf(near, rate, each);
    const shared = counts.some(([factor]) => factor?.role === "each");
    const sums = near.filter(
      (term) => (term.role !== "each" || shared || IN_TIME.test(term.name)) && 0 < conversion(term, each),
    );
    const made = best(passage, each, rate, counts, sums);
    return made === null || each.figure.qualifier !== null ? [] : [made];
  });
}

/** 每年|收入60万元, 每天支出2万元, |日产|60万只: so much for a time is a sum of what is so much for a thing. */
const IN_TIME = /(?:每[年月日天周]|[年月日天]产)[^每]*$/;

function best(
  passage: Passage,
  each: Term,
  rate: Rate,
  counts: readonly (readonly Term[])[],
  sums: readonly Term[],
): Check | null {
  let slip: Check | null = null;
  let wrong: Check | null = null;
  for (const sum of sums) {
    const nearest = counts.find((factors) => !factors.includes(sum));
    for (const factors of counts) {
      if (factors.includes(sum)) continue;
      const made = inTime(sum, factors, each, rate);
      if (made === null) continue;
      if (made.holds) return made;
      // 平均降雨量97.6毫米: of what is not said
      if (rate.mean && rate.things[0] === "" && !/价/.test(each.name)) continue;
      const members = [sum, each, ...factors];
      const here = members.every(({ sentence }) => sentence === each.sentence);
      // 水稻亩产560公斤；玉米亩产520公斤；总产3.1万吨: of both
      if (isMixed(passage, each, sum) || isOfBoth(passage.terms, made, each, sum)) continue;
      const bound = isBound(factors, rate);
      const only = sums.filter(({ sentence, role }) => sentence === each.sentence && role !== "base").length === 1;
      const close =
        Math.max(...members.map(({ index }) => index)) - Math.min(...members.map(({ index }) => index)) <
        members.length;
      const said = SUM.test(sum.lead) || (bound && !rate.mean && ((only && close) || namesPrice(sum, each)));
      const behind = each.index < sum.index && said && !OTHER.test(sum.lead);
      const figures = members.map(({ figure }) => figure);
      if (isSlip(made, figures) && here && (behind || factors === nearest)) slip ??= made;
      // 全年门诊32万人次，日均900人次: of how many days is not said
      if (factors !== nearest || !here || factors.length === 0 || 1 < rate.by) continue;
      // 每周3节，每节40分钟，每周120分钟: of the same time
      if (sum.role === "each" && !IN_TIME.test(sum.name) && !isOfOne(sum, factors)) continue;
      // 老党员38名、新党员52名，每人600元: of both
      if (factors.some((factor) => isListed(passage, factor))) continue;
      if ((behind && (isNear(made) || (bound && isFar(made)))) || (only && isMeant(sum, factors, each, rate, made)))
        wrong ??= made;
    }
  }
  return slip ?? wrong;
}

/** Whether the number is of the thing that the price names: 1150|户| of 每|户|. */
function isBound([factor]: readonly Term[], { things: [thing = ""] }: Rate): boolean {
  const unit = factor?.figure.unit ?? "";
  return thing !== "" && (isUnitOf(thing, unit) || unit === "个");
}

/** Whether a unit counts the thing that a price names: 46|名| of 每|人|, 42|家| of |户|均. */
function isUnitOf(thing: string, unit: string): boolean {
  return (
    unit.startsWith(thing.slice(0, 1)) ||
    (PERSON.test(thing) && PERSON.test(unit)) ||
    (HOUSE.test(thing) && HOUSE.test(unit))
  );
}

const PERSON = /^[人名位生]/;
const HOUSE = /^[户家]/;

/** The sum names what the price names: 每间教室|安装|灯12盏，96间教室|安装|1152盏. */
function namesPrice(sum: Term, each: Term): boolean {
  const words = each.name.replace(/每[\p{Script=Han}]|[人户亩日月年]?均|平均/gu, " ");
  for (let i = 0; i + 2 <= sum.name.length; i++) {
    const two = sum.name.slice(i, i + 2);
    if (!two.includes(" ") && words.includes(two)) return true;
  }
  return false;
}

/** Whether what stands between a price and its sum adds to the sum: another price, 另有网格员18名. */
function isMixed({ terms }: Passage, each: Term, sum: Term): boolean {
  const [low, high] = [Math.min(each.index, sum.index), Math.max(each.index, sum.index)];
  return terms.some(
    ({ index, role, figure, lead }) =>
      low < index && index < high && (/另|此外/.test(lead) || (role === "each" && figure.unit === each.figure.unit)),
  );
}

/** 骨干12人，每人800元；学员60人，每人300元，共需27600元: what one product lacks another brings. */
export function isOfBoth(
  terms: readonly Term[],
  { stated, computed, tolerance }: Check,
  each: Term,
  sum: Term,
): boolean {
  return terms.some((other, i) => {
    const number = terms[i - 1];
    const apart = other === each || other === sum || number === sum || number === each;
    if (apart || other.role !== "each" || other.figure.unit !== each.figure.unit || number?.role !== "level")
      return false;
    return Math.abs(stated - computed - (number.value * other.value) / conversion(sum, other)) <= tolerance;
  });
}

function isFar({ stated, computed }: Check): boolean {
  return stated <= CLAIMED * computed && computed <= CLAIMED * stated;
}

/** Whether the only sum of a sentence is that of its price: behind number and price, or what a mean is of. */
function isMeant(sum: Term, factors: readonly Term[], each: Term, rate: Rate, made: Check): boolean {
  const last = Math.max(...factors.map(({ index }) => index));
  if (each.index < sum.index) return last < each.index && isNear(made);
  if (!rate.mean) return isNear(made) && (SUM.test(sum.lead) || namesPrice(sum, each));
  const name = each.name.replace(/[人户亩日月年]?均/, "");
  return (name === "" || 0 < sharedCharacters(nameOf(sum), name)) && isNear(made);
}

/** The product, of a year where the sum is a year's and the price a month's. */
function inTime(sum: Term, factors: readonly Term[], each: Term, rate: Rate): Check | null {
  const timed = rate.year !== 1 && !factors.some(({ figure }) => /[月日天季]/.test(figure.unit));
  if (!timed) return factors.length === 0 ? null : times(sum, factors, each, rate, 1);
  const yearly = times(sum, factors, each, rate, rate.year);
  return factors.length === 0 || yearly.holds || /年/.test(sum.lead) ? yearly : times(sum, factors, each, rate, 1);
}

/** Each way to choose how many there are of each thing; the nearest first. */
function countsOf(near: readonly Term[], { things }: Rate, each: Term): Term[][] {
  let out: Term[][] = [[]];
  for (const [i, thing] of things.entries()) {
    const fits = wholesFirst(near)
      .filter(
        (term) =>
          (term.role === "level" || term.role === "base" || IN_TIME.test(term.name) || isShared(term, each, thing)) &&
          counted(term, thing),
      )
      .slice(0, i === 0 ? 4 : 2);
    // 每人每天160元: days that are not counted do not count
    if (fits.length === 0 && TIME.test(thing) && !thing.startsWith("晚")) continue;
    out = out.flatMap((factors) => fits.filter((term) => !factors.includes(term)).map((term) => [...factors, term]));
  }
  return out;
}

/** 每周|3节|，每|节|40分钟，每周120分钟: so many for each, right before. */
function isShared(term: Term, each: Term, thing: string): boolean {
  return term.role === "each" && term.index === each.index - 1 && thing !== "" && isUnitOf(thing, term.figure.unit);
}

function isOfOne({ name }: Term, [factor]: readonly Term[]): boolean {
  const of = /[每按][\p{Script=Han}]/u.exec(name)?.[0];
  return of !== undefined && (factor?.name.includes(of) ?? false);
}

/** What a figure is so much for: 每|亩|300元, |户|均增收4860元, 单价; null where it is for nothing, or for a time only. */
export function rateOf({ name, tail, figure }: Term): Rate | null {
  const unit = /\/([\p{Script=Han}]{1,3})$/u.exec(figure.unit)?.[1];
  const year = CALENDAR.find(([time]) => time.test(name))?.[1] ?? 1;
  if (unit !== undefined) return { things: [unit], by: 1, mean: MEAN.test(name), year: 1 };
  const behind = EACH_BEHIND.exec(tail)?.[1];
  if (behind !== undefined) return { things: [behind], by: 1, mean: false, year };
  if (!EACH.test(name)) return null;
  const hits = [
    ...name.matchAll(
      /每(?:([十百千万])(?=[\p{Script=Han}])(?!千?[瓦克米卡伏帕])|[个名位](?=[\p{Script=Han}]))?((?:(?!每)[\p{Script=Han}]){1,2})/gu,
    ),
  ];
  const averaged =
    /([人户亩件台套次村校班场期日月年天周案宗起企床师店篇辆笔单标车船栋株头只羽吨册])(?:均|(?<![当全今去本上]年)产)/.exec(
      name,
    )?.[1] ?? /单([场人户位亩吨套组例份辆班])/.exec(name)?.[1];
  if (hits.length === 0) return { things: [averaged ?? ""], by: 1, mean: MEAN.test(name), year };
  // 人均每月400元: for each of both
  const things = [
    ...(averaged === undefined ? [] : [averaged]),
    ...hits.map((hit) => (/[名位]/.test(hit[0]) ? "人" : (hit[2] ?? ""))),
  ];
  const lasting = [...things.filter((thing) => !TIME.test(thing)), ...things.filter((thing) => TIME.test(thing))];
  const by = { 十: 10, 百: 100, 千: 1000, 万: 1e4 }[hits.at(-1)?.[1] ?? ""] ?? 1;
  return { things: lasting.slice(0, 3), by, mean: MEAN.test(name) || by !== 1, year };
}

/** Whether a level counts the thing: 26|个 of 网格, 1150|户. */
export function counted(term: Term, of: string): boolean {
  const { unit, kind } = term.figure;
  if (kind === "money" || kind === "percent") return false;
  const thing = of.slice(0, 1);
  if (TIME.test(of))
    return unit === thing || unit === `个${thing}` || (/[天日]/.test(thing) && /^(?:天|日|个工作日)$/.test(unit));
  if (of === "" || isUnitOf(of, unit)) return true;
  const name = nameOf(term);
  return (
    name.endsWith(of) ||
    name.includes(thing) ||
    term.tail.startsWith(of) ||
    ((unit === "个" || unit === "") && term.tail.includes(thing)) ||
    // 8支|医疗队|，每|队|12人; 15名|专家| are no 家
    (of.length === 1 && of !== "家" && term.tail.length < 6 && term.tail.endsWith(of))
  );
}

/** By how much a sum is to be multiplied to have the unit of its parts: 1000 for 吨 and 公斤; 0 where it has another. */
export function conversion(sum: Term, each: Term): number {
  const unit = each.figure.unit.split("/")[0] as string;
  if (sum.figure.unit === unit || isAlike(sum.figure, each.figure)) return 1;
  if (/^[人名]/.test(unit) && /^[人名]/.test(sum.figure.unit)) return 1;
  // 每次3台, 420次: 1260台次
  if (sum.figure.unit.endsWith("次") && sum.figure.unit.slice(0, -1) === unit) return 1;
  return inWeight(sum.figure.unit, unit);
}

/** How many of one unit of weight another has: 1000 公斤 in 吨; 0 where either is none. */
export function inWeight(unit: string, of: string): number {
  const { weights } = claimWords();
  const [a, b] = [weights.get(unit), weights.get(of)];
  return a === undefined || b === undefined ? 0 : a / b;
}

export function times(sum: Term, factors: readonly Term[], each: Term, rate: Rate, often: number): Check {
  const units = (conversion(sum, each) * rate.by) / often;
  const computed = factors.reduce((all, { value }) => all * value, each.value) / units;
  // 每家3万元 is a price and exact, a mean of 3万元 is rounded
  const off = factors.reduce(
    (all, { figure, value }) => all + slack(figure) / value,
    !rate.mean && !/[.．点]/.test(each.figure.surface) ? 0 : slack(each.figure) / each.value,
  );
  const tolerance = slack(sum.figure) + computed * Math.max(off, rate.mean || often === 365 ? AVERAGE : 0);
  return check(
    "product",
    sum.value,
    computed,
    tolerance,
    [sum, ...factors, each].map(({ index }) => index),
  );
}
