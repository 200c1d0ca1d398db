import { changeOf, isElsewhere } from "../growth.ts";
import { clauses, isChange } from "../rises.ts";
import { isComparable, type Term } from "../term.ts";
import { SLIPS } from "../tolerance.ts";
import { claimWords } from "../words.ts";
import { alike, type Claim, FARTHEST, mayFit, offBy, type Place, periods, placed, step, taken } from "./claim.ts";

/** How far before and behind a change its levels are looked for, in figures. */
const NOW = { before: 4, behind: 1 };
const OLD = { before: 10, behind: 2 };

/** Each pair of levels that a change may lie between: 3224万件 and 620万件, 4.2倍. */
export function changeClaims(place: Place, at: number): Claim[] {
  const { terms } = place;
  const change = terms[at] as Term;
  if (Number.isNaN(change.value) || change.value === 0) return [];
  if (change.role !== "change" && change.figure.unit !== "倍" && !isChange(change)) return [];
  if (/年均|平均/.test(change.lead)) return [];
  const out: Claim[] = [];
  for (let n = Math.max(0, at - NOW.before); n <= Math.min(terms.length - 1, at + NOW.behind); n++) {
    const now = terms[n] as Term;
    if (n === at || !isLevel(now)) continue;
    for (let o = Math.max(0, at - OLD.before); o <= Math.min(terms.length - 1, at + OLD.behind); o++) {
      const old = terms[o] as Term;
      if (o === n || o === at || !isLevel(old) || !isComparable(now, old)) continue;
      const much = levelBeside(change, now, old);
      if (!mayFit(much)) continue;
      const check = changeOf(change, { now, old });
      if (check === null || (!check.holds && isElsewhere(terms, change, now))) continue;
      const fit = check.holds
        ? "holds"
        : 1 / FARTHEST < much && much < FARTHEST
          ? offBy(much)
          : moved(change, now, old);
      if (fit !== null) out.push({ check, features: features(place, { at, n, o }, fit) });
    }
  }
  return out;
}

function isLevel({ role, value }: Term): boolean {
  return (role === "level" || role === "base" || role === "share") && 0 < value;
}

/** One level beside what the other and the change make of it: 87 from 100 less 17% is 1.05. */
function levelBeside({ figure, value }: Term, now: Term, old: Term): number {
  const by = figure.comparison?.direction === "down" ? -value : value;
  const made =
    figure.unit === "%" ? old.value * (1 + by / 100) : figure.unit === "倍" ? old.value * value : old.value + by;
  // 增长4.2倍 is 5.2 times as much
  return figure.unit === "倍" && now.value / made > 1 + 0.5 / value ? now.value / (made + old.value) : now.value / made;
}

/** Whether one level with its point moved would mend it. */
function moved(change: Term, now: Term, old: Term): string | null {
  for (const by of SLIPS)
    for (const levels of [
      { now: { ...now, value: now.value * by }, old },
      { now, old: { ...old, value: old.value * by } },
    ])
      if (changeOf(change, levels)?.holds) return "slip";
  return null;
}

function features(place: Place, { at, n, o }: { at: number; n: number; o: number }, fit: string): string[] {
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
    "change",
    `change ${fit}`,
    `change ${fit} ${Number.isInteger(change.value) ? "round" : "sharp"}`,
    `change ${sort}`,
    `change ${comparison?.base ?? "no"} base`,
    `change now ${n < at ? step(at - n - 1) : "behind"}`,
    `change now ${placed(place, n, at)}`,
    `change clauses ${Math.min(2, clauses(change.lead))}`,
    `change old ${order} ${step(Math.abs(n - o) - 1)}`,
    `change old ${far} ${said}`,
    `change ${order} ${said} ${reached}`,
    `change ${sort} ${said}`,
    `change ${comparison?.base ?? "no"} base ${said} ${far}`,
    `change own metric ${alike(change, now)}`,
    `change ${sort} of ${now.role} ${old.role}`,
    `change metric ${alike(now, old)}`,
    `change ${far} metric ${alike(now, old)}`,
    `change period ${periods(old, now)}`,
    ...taken(place, now, "change now"),
    ...taken(place, old, "change old"),
    ...(comparison !== null && (comparison.direction === "down") === old.value < now.value ? ["change against"] : []),
    ...(now.figure.unit === old.figure.unit ? [] : ["change units"]),
  ];
}
