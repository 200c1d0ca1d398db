import type { Check } from "@zongjie/document";
import { isKin } from "./kin.ts";
import { NAMED, openerOf } from "./openers.ts";
import { isPartition, mayOverlap, nameOf, type Parts, partsBefore, partsFrom } from "./parts.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { check, isNear, isSlip, slack } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** How many figures back a whole is looked for, and how many parts are tried. */
const REACH = 6;
const LONGEST = 14;
/** So much of the whole make a list that is meant to name all; twice named parts do not go beyond the second. */
const NEARLY = 0.8;
const BEYOND = 1.4;

/**
 * A whole and its parts.
 *
 *     共12人，其中男7人、女5人           whole first
 *     受理6件，变更4件，合计10件          whole last
 *     问题42条，已销号40条，其余2条       the rest closes
 */
export function partsSum(passage: Passage): Check[] {
  const found = new Map<string, Check>();
  passage.terms.forEach((term, i) => {
    const sum = term.role === "level" ? (lastSum(passage, i) ?? partitionSum(passage, i)) : null;
    const firsts = 0 < i ? firstParts(passage, i).map((first) => firstSum(passage, i, first)) : [];
    for (const made of [sum, ...firsts])
      if (made !== null) {
        // 受理9931件（旧存604件，新收9327件），办结9412件，未结519件: two ways to sort one whole
        const last = passage.terms.find(({ index }) => index === made.figures[2]);
        const settled = made.figures.length === 3 && last !== undefined && claimWords().rest.test(last.name);
        const key = `${made.figures[0]}${settled ? " rest" : ""}`;
        const before = found.get(key);
        if (before === undefined || (!before.holds && made.holds)) found.set(key, made);
      }
  });
  const sums = [...found.values()];
  // 民生支出91.7亿元，其中甲3亿元、乙4亿元，两项合计7亿元: whose sum is known is no list of all
  return sums.filter(
    (sum) =>
      sum.holds ||
      sum.stated < sum.computed ||
      !sums.some(
        (other) => other.holds && sum !== other && sum.figures.slice(1).every((i) => other.figures.includes(i)),
      ),
  );
}

function firstSum(passage: Passage, at: number, first: Term): Check | null {
  const opener = openerOf(passage, at);
  const { lead } = passage.terms[at] as Term;
  let wrong: Check | null = null;
  let seen = 0;
  for (let i = at - 1; Math.max(0, at - REACH) <= i; i--) {
    const whole = passage.terms[i] as Term;
    if ((opener === "sort" || opener === "named" ? 2 : 1) < first.sentence - whole.sentence) break;
    if (whole.aside && !first.aside) continue;
    // 四个片区|分别|完成12个: how many there are, not how much
    if (/^[^，,。；;：:]{0,8}分别/.test(whole.tail) || (/分别/.test(lead) && i < at - 1)) continue;
    if (opener === "named" && !nameOf(whole).endsWith(NAMED.exec(lead)?.[1] ?? "")) continue;
    const fits = whole.role === "level" || (whole.role === "each" && opener !== null && whole.name.includes("每"));
    if (!fits || !isAlike(whole.figure, first.figure)) continue;
    const parts = partsFrom(passage, at, whole);
    if (parts === null) return null;
    const kin = opener === null && isKin(passage, whole, parts.terms, passage.terms[at + parts.terms.length]);
    const paired = kin || (opener === null && isPartition(parts.terms) && isApart(whole, parts.terms));
    const said = opener !== null || paired || isSettled(passage, i, parts);
    const held = said ? holding(passage, at, first, whole) : null;
    if (held !== null) return held;
    const here = first.sentence === whole.sentence || opener === "sort" || opener === "named" || paired;
    if (seen++ === 0 && said && here) {
      const all = parts.closed || opener === "all" || isPartition(parts.terms);
      const made = wrongSum(passage, whole, parts.terms, all);
      wrong =
        made === null ||
        !(paired || opener === "sort" || opener === "named") ||
        isNear(made) ||
        hasSlip(whole, parts.terms)
          ? made
          : null;
    }
    if (opener === null && !paired) break;
  }
  return wrong;
}

/** The first part of a list: an age or a range before it in its clause is its name, 0-14岁|人口6万人. */
function firstPart({ terms }: Passage, at: number): Term | null {
  for (let i = at; i < at + 4; i++) {
    const [term, next] = [terms[i], terms[i + 1]];
    if (term === undefined || term.sentence !== terms[at]?.sentence) return null;
    const plain =
      term.figure.kind !== "age" && (term.figure.kind !== "duration" || /[，,；;。、]/.test(next?.lead ?? "，"));
    if (term.role === "level" && plain) return term;
    if (next === undefined || /[，,；;]/.test(next.lead)) return null;
  }
  return null;
}

/** The first part of each sort: 其中城市|1120户|1860人|、农村5200户8590人. */
function firstParts(passage: Passage, at: number): Term[] {
  const first = firstPart(passage, at);
  if (first === null) return [];
  const next = passage.terms[passage.terms.indexOf(first) + 1];
  const more = next?.role === "level" && next.sentence === first.sentence && !isAlike(next.figure, first.figure);
  return more && !/[，,；;]/.test(next.lead) ? [first, next] : [first];
}

/** 问题42条，已销号40条，|其余2条: what is done and what is left, behind a whole that is no part itself. */
function isSettled(passage: Passage, at: number, { terms, closed }: Parts): boolean {
  const [done] = terms;
  if (terms.some(({ figure }) => figure.unit !== passage.terms[at]?.figure.unit)) return false;
  if (!closed || terms.length !== 2 || done === undefined || /其他|其它/.test(terms[1]?.name ?? "")) return false;
  const whole = passage.terms[at] as Term;
  return !/[、；;]|其中|包括/.test(whole.lead + done.lead);
}

/** 降水量948毫米。汛期571毫米，非汛期377毫米: a sentence ends behind the whole, or two parts are all there is. */
function isApart(whole: Term, [first, second, third]: readonly Term[]): boolean {
  if (first === undefined || second === undefined || /、/.test(first.lead)) return false;
  return /[。；;：:]/.test(first.lead) || (third === undefined && Math.max(first.value, second.value) < whole.value);
}

/** Two parts behind ， are a list where their names have one shape: 大型水库3亿立方米，中型水库1亿立方米. */
function isPair(parts: readonly Term[]): boolean {
  const [a, b, c] = parts;
  if (a === undefined || b === undefined || c !== undefined || !/[，,；;]/.test(b.lead)) return true;
  const [x, y] = [nameOf(a), nameOf(b)];
  return x.slice(-1) === y.slice(-1) || x.slice(0, 1) === y.slice(0, 1) || x.replace("其中", "").length === y.length;
}

/** The longest beginning of the list that comes to the whole. */
function holding(passage: Passage, at: number, first: Term, whole: Term): Check | null {
  const list: Term[] = [];
  const sentence = passage.terms[at]?.sentence;
  for (const term of passage.terms.slice(at, at + 2 * LONGEST)) {
    if (term.sentence !== sentence || LONGEST < list.length) break;
    const beside = first.aside || !term.aside;
    if (beside && isAlike(whole.figure, term.figure) && term.role === "level") list.push(term);
  }
  for (let size = list.length; 2 <= size; size--) {
    const found = sumOf(whole, list.slice(0, size));
    if (found.holds) return found;
  }
  return null;
}

function wrongSum(passage: Passage, whole: Term, parts: readonly Term[], all: boolean): Check | null {
  if (parts.some((part) => part.figure.qualifier !== null) || whole.figure.qualifier !== null) return null;
  const found = sumOf(whole, parts);
  if (found.holds) return found;
  const larger = parts.find((part) => found.stated + found.tolerance < part.value);
  if (larger !== undefined && 1 < parts.length && !mayOverlap(parts)) return found;
  if (larger !== undefined) return /^[，,]\s?其中/.test(parts[0]?.lead ?? "") ? sumOf(whole, [larger]) : null;
  if (parts.length < 2) return null;
  // 案件12件，其中餐饮7件（当罚7件）、公共场所5件: what was said of one part is none of its own
  const over = found.computed - found.stated;
  if (3 < parts.length && parts.some(({ value }, i) => 0 < i && value === over)) return null;
  if (all || hasSlip(whole, parts)) return found;
  if (parts.length === 2 && /(?<!其)中[，,：:]/.test(parts[0]?.lead ?? "") && !isKin(passage, whole, parts, undefined))
    return null;
  if (mayOverlap(parts) || !isPair(parts)) return null;
  const much = found.computed / found.stated;
  // 总投资8亿元：企业5亿元，银行2亿元，政府1亿元
  if (2 < parts.length && /^[：:]/.test(parts[0]?.lead ?? "") && isNear(found)) return found;
  return NEARLY <= much && much <= BEYOND ? found : null;
}

/** Whether the sum would hold but for the place of one figure's point. */
function hasSlip(whole: Term, parts: readonly Term[]): boolean {
  const found = sumOf(whole, parts);
  if (found.stated < 100) return false;
  if (isSlip(found, [whole.figure])) return true;
  return parts.some((part) => {
    const missing = found.stated - (found.computed - part.value);
    return 0 < missing && isSlip(check("parts-sum", part.value, missing, 0, []), [part.figure, whole.figure]);
  });
}

/** 一产12亿元；二产20亿元；三产30亿元。生产总值|62亿元|: behind what makes a whole by its names stands the whole. */
function partitionSum(passage: Passage, at: number): Check | null {
  const whole = passage.terms[at] as Term;
  const last = passage.terms[at - 1];
  if (last === undefined || !/^[，,；;。]/.test(whole.lead) || 1 < whole.sentence - last.sentence) return null;
  for (let size = 2; size <= 4; size++) {
    const parts = passage.terms.slice(Math.max(0, at - size), at);
    if (parts.length < size || parts.some((term) => term.role !== "level" || term.figure.unit !== whole.figure.unit))
      return null;
    if (!isPartition(parts) || parts.some((term) => term.aside || /其中/.test(term.lead))) continue;
    const found = sumOf(whole, parts);
    const said = /全年|[全总]|生产总值|[合共]计/.test(whole.name);
    if (found.holds || (said && (isNear(found) || hasSlip(whole, parts)))) return found;
  }
  return null;
}

function lastSum(passage: Passage, at: number): Check | null {
  const whole = passage.terms[at] as Term;
  const { total, totalDeed } = claimWords();
  const sure = total.test(whole.lead);
  if (!sure && !totalDeed.test(whole.lead)) return null;
  const list = partsBefore(passage, at);
  const loose = passage.terms
    .slice(Math.max(0, at - LONGEST), at)
    .filter((term) => term.sentence === whole.sentence && isAlike(term.figure, whole.figure) && term.role === "level");
  // 甲2个，乙3个；丙4个，共7个: a total behind ； is that of what stands behind it
  const last = loose.at(-1);
  const behind =
    last === undefined ? "" : passage.text.slice(last.figure.end - passage.start, whole.figure.start - passage.start);
  if (/[；;]/.test(behind) && !loose.slice(1).some((term) => /[；;]/.test(term.lead))) return null;
  for (const parts of [list, loose])
    for (let size = parts.length; 2 <= size; size--) {
      const found = sumOf(whole, parts.slice(parts.length - size));
      if (found.holds) return found;
    }
  const named = countNamed(whole.lead);
  const all = 2 <= loose.length && isNear(sumOf(whole, loose)) && list.length < loose.length ? loose : list;
  const parts = named !== null && 1 < named && named <= all.length ? all.slice(all.length - named) : all;
  if (parts.length < 2 || /累计|总[数量额]\s?$/.test(whole.lead)) return null;
  if (!sure && parts.some((term) => term.figure.unit !== whole.figure.unit)) return null;
  if ([whole, ...parts].some((term) => term.figure.qualifier !== null)) return null;
  const found = sumOf(whole, parts);
  const much = found.computed / found.stated;
  if (/总[数量额]/.test(whole.lead) && !hasSlip(whole, parts) && (parts.length < 3 || !isNear(found))) return null;
  if (!sure) return hasSlip(whole, parts) || (NEARLY <= much && much <= BEYOND) ? found : null;
  return hasSlip(whole, parts) || (1 / BEYOND / BEYOND <= much && much <= BEYOND * BEYOND) ? found : null;
}

const COUNTS = "零一二三四五六七八九十";

/** 四项支出|合计: how many parts the words name. */
function countNamed(lead: string): number | null {
  const hit = /([二两三四五六七八九十])[项者类个][^，,。；;]{0,6}$/.exec(lead)?.[1];
  if (hit === undefined) return null;
  return hit === "两" ? 2 : COUNTS.indexOf(hit);
}

function sumOf(whole: Term, parts: readonly Term[]): Check {
  const computed = parts.reduce((value, part) => value + part.value, 0);
  const tolerance = [whole, ...parts].reduce((all, { figure }) => all + slack(figure), 0);
  return check(
    "parts-sum",
    whole.value,
    computed,
    tolerance,
    [whole, ...parts].map(({ index }) => index),
  );
}
