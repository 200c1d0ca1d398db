import type { Check } from "@zongjie/document";
import { valueHan } from "../hanvalue.ts";
import { isKin } from "./kin.ts";
import { NAMED, openerOf } from "./openers.ts";
import { fills, isPartition, mayOverlap, nameOf, type Parts, partsFrom } from "./parts.ts";
import { BEYOND, hasLarger, hasSlip, isBig, isRow, NEARLY, namesSome, sumOf, TOTAL } from "./sum.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { isNear, isWithin, slack } from "./tolerance.ts";
import { betweenSum, lastSum, namedSum, partitionSum } from "./totals.ts";
import { hasShare } from "./wholes.ts";
import { claimWords } from "./words.ts";

/** How many figures back a whole is looked for, and how many parts are tried. */
const REACH = 6;
const LONGEST = 14;
/** So much of the whole makes a list that fills a bracket. */
const ENCLOSED = 0.7;
/** What a whole that is called one may be exceeded by. */
const BEYOND_TOTAL = 1.4;

/**
 * A whole and its parts.
 *
 *     共12人，其中男7人、女5人           whole first
 *     受理6件，变更4件，合计10件          whole last
 *     问题42条，已销号40条，其余2条       the rest closes
 */
export function partsSum(passage: Passage): Check[] {
  const found = new Map<string, Check>();
  if (passage.terms.length < 2 || passage.table) return [];
  passage.terms.forEach((term, i) => {
    const sum =
      term.role === "level"
        ? (lastSum(passage, i) ?? partitionSum(passage, i) ?? namedSum(passage, i) ?? betweenSum(passage, i))
        : null;
    const firsts =
      0 < i || 0 < passage.before.length ? firstParts(passage, i).map((first) => firstSum(passage, i, first)) : [];
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
  return sums.filter((sum) => sum.holds || !sums.some((other) => other.holds && sum !== other && isKnown(sum, other)));
}

/**
 * Whether another sum says what parts come to: 民生支出91.7亿元，其中甲3亿元、乙4亿元，两项合计7亿元 is no list of all, nor is
 * 毕业生781人，其中参加考试463人，本科上线52人、专科上线385人，合计上线437人.
 */
function isKnown(sum: Check, other: Check): boolean {
  const [whole, ...parts] = other.figures;
  const own = sum.figures.slice(1);
  if (sum.computed < sum.stated) return own.every((i) => other.figures.includes(i));
  return parts.length < own.length && !sum.figures.includes(whole ?? -1) && parts.every((i) => own.includes(i));
}

/** Whether anything of its sort stands before a part. */
function hasWhole({ terms }: Passage, at: number, first: Term): boolean {
  for (let i = at - 1; Math.max(0, at - REACH) <= i; i--) {
    const { sentence, role } = terms[i] as Term;
    if (2 < first.sentence - sentence) return false;
    if (role !== "none" && role !== "share" && fills(terms[i] as Term, first)) return true;
  }
  return false;
}

function firstSum(passage: Passage, at: number, first: Term): Check | null {
  // 此类案件469起，|其次是|冒充客服287起: the next of the same list
  if (/[其再]次[是为]?|位居|紧随/.test(first.lead)) return null;
  const here = hasWhole(passage, at, first);
  if (!here && passage.before.length === 0) return null;
  const opener = openerOf(passage, at);
  const sorted = opener === "sort" || opener === "named";
  if (!here) return sorted ? beforeSum(passage, at, first) : null;
  const { lead } = passage.terms[at] as Term;
  let wrong: Check | null = null;
  let seen = 0;
  for (let i = at - 1; Math.max(0, at - REACH) <= i; i--) {
    const whole = passage.terms[i] as Term;
    if ((sorted ? 2 : 1) < first.sentence - whole.sentence) break;
    if (whole.aside && !first.aside) continue;
    // 四个片区|分别|完成12个: how many there are, not how much
    if (/^[^，,。；;：:]{0,8}分别/.test(whole.tail) || (/分别/.test(lead) && i < at - 1)) continue;
    if (opener === "named" && !isNamed(whole, lead)) continue;
    const led =
      opener !== null &&
      ((whole.role === "each" && (whole.name.includes("每") || whole.figure.kind === "money")) ||
        (whole.role === "change" && whole.figure.unit !== "%"));
    // 批发零售业108家，占30%；住宿餐饮业54家，占15%；其他行业72家，占20%: the first is a part as well
    if (opener === null && /[；;]/.test(first.lead) && hasShare(passage, whole) && hasShare(passage, first)) continue;
    const fits = whole.role === "level" || led;
    if (!fits || !fills(whole, first)) continue;
    const parts = partsFrom(passage, at, whole);
    if (parts === null) return null;
    const kin = opener === null && isKin(passage, whole, parts.terms, passage.terms[at + parts.terms.length]);
    const paired =
      kin ||
      (opener === null &&
        ((isApart(whole, parts.terms) && isPartition(parts.terms)) || isByYear(passage, whole, parts.terms)));
    const said = opener !== null || paired || isSettled(passage, i, parts);
    const held = said ? holding(passage, at, first, whole) : null;
    if (held !== null) return held;
    const near = first.sentence === whole.sentence || sorted || paired;
    // 2195个，比上年增加|29个|。其中：医院74个: it is not what was added
    if (whole.role === "change") continue;
    if (seen++ === 0 && said && near) {
      const all = parts.closed || opener === "all" || isPartition(parts.terms);
      const sum = wrongSum(passage, whole, parts.terms, all);
      const made = sum === null || namesSome(sum, whole, parts) ? null : sum;
      wrong = made === null || !(paired || sorted) || isNear(made) || hasSlip(whole, parts.terms) ? made : null;
    }
    if (opener === null && !paired) break;
  }
  return wrong ?? (sorted ? beforeSum(passage, at, first) : opener === null ? farSum(passage, at, first) : null);
}

/** 全部销售收入|中，收购5040万元: the whole has that name. */
function isNamed(whole: Term, lead: string): boolean {
  const named = (NAMED.exec(lead)?.[1] ?? "").replace(/^在?(?:全部|上述|这些|所有)?(?=[\p{Script=Han}]{2})/u, "");
  return nameOf(whole).endsWith(named);
}

/** 全年警情1046起。⏎从原因看，|电气149起: what is sorted was said in the paragraph before. */
function beforeSum(passage: Passage, at: number, first: Term): Check | null {
  const { lead } = passage.terms[at] as Term;
  const named = openerOf(passage, at) === "named";
  let wrong: Check | null = null;
  for (const whole of [...passage.before].reverse()) {
    if (whole.role !== "level" || !fills(whole, first) || (named && !isNamed(whole, lead))) continue;
    const held = holding(passage, at, first, whole);
    if (held !== null) return held;
    const parts = partsFrom(passage, at, whole);
    if (parts === null || parts.terms.length < 2 || mayOverlap(parts.terms) || !isRow(passage, parts.terms)) continue;
    const made = wrongSum(passage, whole, parts.terms, parts.closed);
    if (made !== null && (hasSlip(whole, parts.terms) || (isNear(made) && isBig(whole, passage.before))))
      wrong ??= made;
  }
  return wrong;
}

/** 各项|存款|余额85.9亿元，较年初增加7.5亿元。储蓄|存款|64.7亿元，对公|存款|21.2亿元: parts that have one end, which their whole has too. */
function farSum(passage: Passage, at: number, first: Term): Check | null {
  if (!first.lead.startsWith("。") || passage.terms[at] !== first) return null;
  const [, second, third] = [first, passage.terms[at + 1], passage.terms[at + 2]];
  if (second === undefined || second.sentence !== first.sentence || !isAlike(second.figure, first.figure)) return null;
  if (
    second.role !== "level" ||
    (third?.sentence === first.sentence && third.role === "level" && /^[，,、]/.test(third.lead))
  )
    return null;
  const end = nameOf(first).slice(-2);
  if (end.length < 2 || !nameOf(second).endsWith(end) || mayOverlap([first, second])) return null;
  for (let i = at - 1; Math.max(0, at - REACH) <= i; i--) {
    const whole = passage.terms[i] as Term;
    if (1 < first.sentence - whole.sentence) return null;
    if (whole.role !== "level" || !fills(whole, first) || !whole.name.includes(end)) continue;
    const made = wrongSum(passage, whole, [first, second], true);
    return made !== null && (made.holds || isNear(made) || hasSlip(whole, [first, second])) ? made : null;
  }
  return null;
}

/** The first part of a list: an age or a range before it in its clause is its name, 0-14岁|人口6万人. */
function firstPart({ terms }: Passage, at: number): number | null {
  for (let i = at; i < at + 4; i++) {
    const [term, next] = [terms[i], terms[i + 1]];
    if (term === undefined || term.sentence !== terms[at]?.sentence) return null;
    const plain =
      term.figure.kind !== "age" && (term.figure.kind !== "duration" || /[，,；;。、]/.test(next?.lead ?? "，"));
    if (term.role === "level" && plain) return i;
    if (next === undefined || /[，,；;]/.test(next.lead)) return null;
  }
  return null;
}

/** The first part of each sort: 其中城市|1120户|1860人|、农村5200户8590人. */
function firstParts(passage: Passage, at: number): Term[] {
  const place = firstPart(passage, at);
  if (place === null) return [];
  const [first, next] = [passage.terms[place] as Term, passage.terms[place + 1]];
  const more = next?.role === "level" && next.sentence === first.sentence && !isAlike(next.figure, first.figure);
  return more && !/[，,；;]/.test(next.lead) ? [first, next] : [first];
}

/** 问题42条，已销号40条，|其余2条: what is done and what is left, behind a whole that is no part itself. */
function isSettled(passage: Passage, at: number, { terms, closed }: Parts): boolean {
  const [done] = terms;
  if (terms.some(({ figure }) => figure.unit !== passage.terms[at]?.figure.unit)) return false;
  if (!closed || terms.length < 2 || done === undefined) return false;
  const whole = passage.terms[at] as Term;
  const before = passage.terms[at - 1];
  const last = terms.at(-1)?.name ?? "";
  const beside = before?.sentence === whole.sentence && isAlike(before.figure, whole.figure);
  if (/其[他它]/.test(last) && (terms.length === 2 || !isOther(last, nameOf(whole)))) return false;
  if (2 < terms.length && beside) return false;
  // 全部收入中，甲5040万元，乙4410万元，余下3150万元: the first is a part as well
  if (openerOf(passage, at) !== null || terms.some(({ value }) => whole.value < value && !hasSlip(whole, terms)))
    return false;
  // 还本163万元，补充基金117万元，结转下年49万元，支出|总计|183万元: all of them are parts
  if (claimWords().total.test(passage.terms[at + 1 + terms.length]?.lead ?? "")) return false;
  // ；三是进度偏慢，应移交48处 opens anew
  return !/[、；;]|其中|包括/.test(whole.lead.replace(/^.*[，,：:。]/s, "") + done.lead);
}

/** 纠纷860件，…，|其他纠纷|180件: the rest of that whole. */
function isOther(rest: string, whole: string): boolean {
  const of = rest.replace(/^.*其[他它]/, "");
  return /[全共总]/.test(whole) || [...of].some((c) => whole.slice(-3).includes(c));
}

/** |两年|共建26个，|2022年|12个，|2023年|14个: each of the years has its part. */
function isByYear({ text, start }: Passage, whole: Term, parts: readonly Term[]): boolean {
  const at = whole.figure.start - start;
  const said = /([两二三四五六])年[^，,。；;]{0,8}$/.exec(text.slice(Math.max(0, at - 12), at))?.[1];
  const years = new Set(parts.map(({ name }) => /^((?:19|20)\d{2})年/.exec(name)?.[1]));
  return said !== undefined && !years.has(undefined) && years.size === parts.length && years.size === valueHan(said);
}

/** 降水量948毫米。汛期571毫米，非汛期377毫米: a sentence ends behind the whole, or two parts are all there is. */
function isApart(whole: Term, [first, second, third]: readonly Term[]): boolean {
  if (first === undefined || second === undefined || /、/.test(first.lead)) return false;
  if (/[。；;：:]/.test(first.lead) || third !== undefined) return true;
  return Math.max(first.value, second.value) < whole.value || hasSlip(whole, [first, second]);
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
    if (beside && fills(whole, term) && term.role === "level") list.push(term);
  }
  let computed = 0;
  let off = slack(whole.figure);
  let longest = 0;
  for (const [i, { value, figure }] of list.entries()) {
    computed += value;
    off += slack(figure);
    if (0 < i && isWithin(whole.value, computed, off)) longest = i + 1;
  }
  return longest === 0 ? null : sumOf(whole, list.slice(0, longest));
}

function wrongSum(passage: Passage, whole: Term, parts: readonly Term[], all: boolean): Check | null {
  if (parts.some((part) => part.figure.qualifier !== null) || whole.figure.qualifier !== null) return null;
  const found = sumOf(whole, parts);
  if (found.holds) return found;
  if (whole.role === "change") return null;
  const larger = parts.find((part) => found.stated + found.tolerance < part.value);
  if (larger !== undefined && 1 < parts.length && !mayOverlap(parts))
    return isNear(found) || hasSlip(whole, parts) ? found : null;
  if (larger !== undefined)
    return /^[，,]\s?其中/.test(parts[0]?.lead ?? "") && !hasLarger(passage, whole, larger)
      ? sumOf(whole, [larger])
      : null;
  if (parts.length < 2) return null;
  // 案件12件，其中餐饮7件（当罚7件）、公共场所5件: what was said of one part is none of its own
  const over = found.computed - found.stated;
  if (3 < parts.length && parts.some(({ value }, i) => 0 < i && value === over)) return null;
  if (hasSlip(whole, parts)) return found;
  // 终端120套，抽查40套，14套未通电: of another
  if (all) return isNear(found) ? found : null;
  if (parts.length === 2 && /(?<!其)中[，,：:]/.test(parts[0]?.lead ?? "") && !isKin(passage, whole, parts, undefined))
    return null;
  if (mayOverlap(parts) || !isPair(parts)) return null;
  const much = found.computed / found.stated;
  // 总投资8亿元：企业5亿元，银行2亿元，政府1亿元
  if (2 < parts.length && /^[：:]/.test(parts[0]?.lead ?? "") && isNear(found)) return found;
  // （综合科4个、业务科8个）: the bracket is for them
  return (isEnclosed(passage, parts) ? ENCLOSED : NEARLY) <= much &&
    much <= (TOTAL.test(whole.name) ? BEYOND_TOTAL : BEYOND)
    ? found
    : null;
}

/** Whether a bracket holds the parts and nothing else. */
function isEnclosed({ text, start }: Passage, parts: readonly Term[]): boolean {
  const end = (parts.at(-1) as Term).figure.end - start;
  return (
    /^[（(]/.test(parts[0]?.lead ?? "") && !/其中|含|包括/.test(parts[0]?.lead ?? "") && /[）)]/.test(text[end] ?? "")
  );
}
