import { changeOf, levelBeside } from "../between.ts";
import { isElsewhere, isPlanned } from "../growth.ts";
import { likeness } from "../names.ts";
import { areOpposed } from "../parts.ts";
import { clauses, isChange, REAL } from "../rises.ts";
import { HOLDS, isComparable, type Term } from "../term.ts";
import { SLIPS } from "../tolerance.ts";
import { claimWords } from "../words.ts";
import {
  alike,
  areApart,
  areClose,
  type Claim,
  inTable,
  isNearBy,
  mayFit,
  offBy,
  type Place,
  periods,
  placed,
  ROUNDING,
  rangeOf,
  step,
  taken,
} from "./claim.ts";
import { type Feature, told } from "./feature.ts";

/** How far before and behind a change its levels are looked for, in figures. */
const NOW = { before: 4, behind: 2 };
const OLD = { before: 10, behind: 2 };
/** How far they are looked for where they measure the same by name: 甲、乙、丙分别增长3%、5%和8%，上年分别为…. */
const LISTED = { now: 12, old: 8 };
/** What stands no farther before a change may have its earlier level long before, under the same name. */
const BESIDE = 2;
/** How far from the opening of its passage a change may speak of it, in figures. */
const OPENED = 14;

/** Each pair of levels that a change may lie between: 3224万件 and 620万件, 4.2倍. */
export function changeClaims(place: Place, at: number): Claim[] {
  const { terms } = place;
  const change = terms[at] as Term;
  if (Number.isNaN(change.value) || change.value === 0) return [];
  if (
    change.role !== "change" &&
    change.figure.unit !== "倍" &&
    !isChange(change) &&
    !isSaid(change) &&
    !isBesideMove(place, at)
  )
    return [];
  if (/年均|平均|每年/.test(change.lead) || REAL.test(change.lead)) return [];
  // 确保增长8%以上: more is no error
  if (change.figure.qualifier !== null && change.figure.qualifier !== "approx") return [];
  const out: Claim[] = [];
  const first = Math.max(place.near, at - LISTED.now);
  const last = Math.min(terms.length - 1, at + NOW.behind);
  // 通车里程3286公里，国道143公里、…。上年末3242公里，一年净增44公里: the figure that the passage opens with
  const opens = new Set(openings(place, at));
  const opening = [...opens].filter((n) => n < first);
  const cells = place.cells.terms.length;
  for (const n of [...place.cells.terms.keys(), ...opening, ...rangeOf(first, last)]) {
    const now = terms[n] as Term;
    if (n === at || !isLevelOf(change, now)) continue;
    if (n < at - NOW.before && cells <= n && !opens.has(n) && !isNamed(change, now)) continue;
    const from = n < at - BESIDE && cells <= n ? Math.max(place.near, at - OLD.before) : 0;
    const elsewhere = isElsewhere(terms, change, now);
    for (let o = from; o <= Math.min(terms.length - 1, at + LISTED.old); o++) {
      const old = terms[o] as Term;
      if (o === n || o === at || !isLevelOf(change, old) || !isComparable(now, old) || areApart(now, old)) continue;
      const much = levelBeside(change, now, old);
      const own = ownRatio(change, now, old);
      const close = areClose(place, [at, n, o]);
      if (!close && !mayFit(much) && !mayFit(own) && !isMoved(change, now, old)) continue;
      if (at + OLD.behind < o && !isNamed(change, now)) continue;
      // 2024年收入2985万元，增长6%: the level of the year before was told long before, under the same name
      const long = cells <= o && o < at - OLD.before && o < place.own;
      if (long && likeness(now.figure.metric, old.figure.metric) < 0.8) continue;
      const check = changeOf(change, { now, old });
      if (check === null) continue;
      // a fall from one to the other is no rise that is wrong
      if (!check.holds && changeOf(change, { now: old, old: now })?.holds) continue;
      if (!check.holds && elsewhere && !opens.has(n)) continue;
      if (!check.holds && (areAtOnce(now, old) || isOfOther(change, now) || areOfOneTime(place, at, n, o))) continue;
      if (!check.holds && isPlanned(change, old)) continue;
      // 其中住户存款398.2亿元，比年初增加42.1亿元: not from what has no such time
      const base = baseOf(change, now, old);
      if (!check.holds && (base === "untold" || base === "other")) continue;
      const fit = check.holds
        ? "holds"
        : isNearBy(much)
          ? offBy(much)
          : isNearBy(own)
            ? `${offBy(own)} itself`
            : (moved(change, now, old) ?? (close ? offBy(much) : null));
      if (fit === null) continue;
      const made = features(place, { at, n, o }, base, fit);
      out.push({ check, features: elsewhere ? [...made, told`change elsewhere`] : made });
    }
  }
  return out;
}

/** The figures that the passage and the sentence of a figure open with, where they are not too far off. */
function openings({ terms, own }: Place, at: number): number[] {
  const { sentence } = terms[at] as Term;
  let first = at;
  while (own < first && terms[first - 1]?.sentence === sentence) first--;
  return [own, first].filter((n) => n < at && at <= n + OPENED);
}

/** 东片由200户增加到300户；|西片增长12%|: of what stands against it. */
function isOfOther(change: Term, now: Term): boolean {
  return /[；;。]/.test(change.lead) && now.index < change.index && areOpposed([change, now]);
}

/**
 * 进出口总额9.8亿元，|其中|出口8.2亿元，增长7%: what 其中 opens has not grown from its whole, nor the whole by that; and
 * 出栏6.74万只|和|415.2万只: nor has one of a list from another.
 */
function areOfOneTime({ terms, own }: Place, at: number, n: number, o: number): boolean {
  const [first, last] = [Math.min(n, o), Math.max(n, o)];
  if (first < own) return false;
  if (last === first + 1 && /^\s?[、和与及]\s?$/.test((terms[last] as Term).lead)) return true;
  for (let i = first + 1; i <= Math.max(last, at); i++) if ((terms[i] as Term).holds & HOLDS.among) return true;
  return false;
}

/** 全县居民收入2.5万元。…农村居民收入1.7万元，增长8.1%: two of one time, told in two sentences, and none of them as earlier. */
function areAtOnce(now: Term, old: Term): boolean {
  return (
    now.sentence !== old.sentence &&
    old.figure.period !== null &&
    now.figure.period === old.figure.period &&
    !claimWords().earlier.test(old.lead) &&
    !/[由从]/.test(old.lead)
  );
}

/** Whether a change and a level measure the same by name. */
function isNamed(change: Term, now: Term): boolean {
  return 0.5 <= likeness(change.figure.metric, now.figure.metric);
}

/** 市财政比上年多安排了|30万元|, 提标幅度|6.25%|: words of more or less, whatever else they say. */
function isSaid({ role, lead }: Term): boolean {
  return (
    (role === "level" || role === "share" || role === "base" || (role === "each" && /[比较与]/.test(lead))) &&
    /(?:[增减多少高低降升涨跌差超缩扩幅余剩长距省改压抵亏缺][^，,。；;：:、]{0,4}|[大小高低多少]于[^，,。；;：:、]{2,8}的)$/.test(
      lead,
    )
  );
}

/** 新增|8家|，使总数由23家增到31家; 由31个扩到44个，新建的|13个|: what came between two levels of its sort. */
function isBesideMove({ terms, own }: Place, at: number): boolean {
  const { role, figure, sentence, value } = terms[at] as Term;
  if (role !== "level" || figure.kind === "duration") return false;
  for (const to of [at - 1, at + 2]) {
    const [old, now] = [terms[to - 1], terms[to]];
    if (old === undefined || now === undefined || to - 1 < own || now.sentence !== old.sentence) continue;
    if (1 < Math.abs(now.sentence - sentence) || now.figure.unit !== figure.unit) continue;
    // 筹资标准由340元提高到390元，年封顶线|10万元|
    if (MUCH * Math.max(old.value, now.value) < value) continue;
    if (old.figure.unit === now.figure.unit && /[由从][^，,。；;]*$/.test(old.lead) && /[到至为]/.test(now.lead))
      return true;
  }
  return false;
}

/** So many times what there was may have come, where a point has moved. */
const MUCH = 11;

/** A level of any sort; 增长6.3%，比上半年的|6.9%|回落0.6个百分点: of points a rate as well. */
function isLevelOf(change: Term, { role, value, figure }: Term): boolean {
  if (!(0 < value)) return false;
  return role === "change" ? figure.unit === "%" && change.figure.unit.endsWith("百分点") : role !== "none";
}

/** What two levels make of a difference between them, as a multiple of it: 1 for 12件 between 26件 and 38件. */
function ownRatio({ figure, value }: Term, now: Term, old: Term): number {
  return figure.unit === "%" || figure.unit === "倍" ? Number.NaN : Math.abs(now.value - old.value) / Math.abs(value);
}

/** Whether two levels make the change but for the point of the change, or of one of them. */
function isMoved({ figure, value }: Term, now: Term, old: Term): boolean {
  if (figure.unit === "倍") return false;
  const size = Math.abs(value);
  if (figure.unit === "%") {
    const much = (100 * Math.abs(now.value - old.value)) / (old.value * size);
    return [10, 0.1].some((by) => Math.abs(much / by - 1) < ROUNDING);
  }
  // 97件，少了18件，上年为|1150|件
  return SLIPS.some(
    (by) =>
      Math.abs(Math.abs(now.value - old.value * by) / size - 1) < ROUNDING ||
      Math.abs(Math.abs(now.value * by - old.value) / size - 1) < ROUNDING,
  );
}

/** Whether one level, or the change itself, with its point moved would mend it. */
function moved(change: Term, now: Term, old: Term): string | null {
  for (const by of SLIPS) {
    if (changeOf({ ...change, value: change.value * by }, { now, old })?.holds) return "slip";
    for (const levels of [
      { now: { ...now, value: now.value * by }, old },
      { now, old: { ...old, value: old.value * by } },
    ])
      if (changeOf(change, levels)?.holds) return "slip";
  }
  return null;
}

function features(
  place: Place,
  { at, n, o }: { at: number; n: number; o: number },
  base: string,
  fit: string,
): Feature[] {
  const { terms } = place;
  const [change, now, old] = [terms[at] as Term, terms[n] as Term, terms[o] as Term];
  const { earlier } = claimWords();
  const { unit, comparison } = change.figure;
  const sort = unit === "%" ? "percent" : unit.endsWith("百分点") ? "points" : unit === "倍" ? "times" : "difference";
  const order = o < n ? "before" : o < at ? "between" : "behind";
  const far = placed(place, o, at);
  const said = earlier.test(old.name)
    ? "earlier"
    : /[较比][^，,。；;]{0,16}$/.test(old.lead)
      ? "than"
      : /[由从][^，,。；;]{0,16}$/.test(old.lead)
        ? "from"
        : /\d年|[年月季]/.test(old.name)
          ? "dated"
          : "plain";
  const reached = /[到至达为]\s?$/.test(now.lead) ? "to" : /今年|本年|现在|目前/.test(now.name) ? "now" : "plain";
  return [
    told`change`,
    told`change ${fit}`,
    told`change ${fit} ${Number.isInteger(change.value) ? "round" : "sharp"}`,
    told`change ${sort}`,
    told`change by ${change.role === "change" ? "role" : change.role === "each" || isChange(change) ? "words" : isSaid(change) ? "saying" : "move"}`,
    told`change ${comparison?.base ?? "no"} base`,
    told`change now ${n < at ? step(at - n - 1) : "behind"}`,
    told`change now ${placed(place, n, at)}`,
    told`change ${unitSaid(change, now)}`,

    told`change clauses ${Math.min(2, clauses(change.lead))}`,
    told`change old ${order} ${step(Math.abs(n - o) - 1)}`,
    told`change old ${far} ${said}`,
    told`change ${order} ${said} ${reached}`,
    told`change ${sort} ${said}`,
    told`change ${comparison?.base ?? "no"} base ${said} ${far}`,
    told`change base ${base}`,
    told`change base ${base} ${order} ${said}`,
    told`change own metric ${alike(change, now)}`,
    told`change own period ${periods(now, change)}`,
    told`change ${sort} of ${now.role} ${old.role}`,
    told`change metric ${alike(now, old)}`,
    told`change ${far} metric ${alike(now, old)}`,
    told`change period ${periods(old, now)}`,
    ...taken(place, now, "change now", at),
    ...taken(place, old, "change old", at),
    ...(comparison !== null && (comparison.direction === "down") === old.value < now.value
      ? [told`change against`]
      : []),
    ...(now.figure.unit === old.figure.unit ? [] : [told`change units`]),
    ...inTable(now, old, "change"),
  ];
}

/** 件数下降11.9%，|人数|下降15.3%: of what unit the levels of a change are said to be. */
function unitSaid({ name }: Term, { figure }: Term): string {
  const said = /([件人户起宗例台辆个亩吨批次])[数均次]/.exec(name)?.[1];
  return said === undefined ? "unit unsaid" : figure.unit.startsWith(said) ? "unit said" : "unit other";
}

/** Whether an earlier level is what a change says it is measured against: 比|预算|增收 is not against 去年的. */
function baseOf({ figure: { comparison } }: Term, now: Term, { name, lead, cell }: Term): string {
  const said = comparison?.base ?? "";
  // 同比 says when, but of no level
  const base = /^[同环]比/.test(said) ? "上年" : said.replace(/^[比较与同由从]|(?:同期|相比|的|相比较)$/g, "");
  if (base === "") return "none";
  if (lead.includes(base)) return "named";
  if (cell !== undefined) {
    if (cell.year !== 0 && (now.cell === undefined || cell.year < now.cell.year)) return "time";
    return 0.5 <= likeness(base, cell.row) || (cell.whole && /[全总均]/.test(base)) ? "named" : "other";
  }
  const { earlier } = claimWords();
  if (!earlier.test(base) && !/[年月季期]$/.test(base)) return "other";
  return earlier.test(name) || EARLIER.test(name) ? "time" : "untold";
}

const EARLIER = /\d{2}年|[年月季期]初|[上去前][年月季期届学]/;
