import type { Check } from "@zongjie/document";
import { isJoined } from "../clause.ts";
import { type Pair, withImplied } from "./implied.ts";
import { likeness } from "./names.ts";
import { nameOf } from "./parts.ts";
import { ofRate } from "./rates.ts";
import { ratio } from "./ratio.ts";
import { behindLast } from "./signs.ts";
import { clauseOf, isAlike, type Passage, type Term } from "./term.ts";
import { check, halfStep, isMeant, isNear, isShareSlip, isSlip, relative } from "./tolerance.ts";
import { type FindLevel, type Wholes, wholesOf } from "./wholes.ts";

/** How many figures back a part and a whole are looked for. */
const REACH = 12;
const NEAR = 5;
/** So alike is the name of a part to the words that stand before 占. */
const ALIKE = 0.6;

/** A share that was understood: its whole may be that of the shares behind it. */
interface Understood {
  readonly check: Check;
  readonly whole: Term | null;
}

/**
 * A share beside its part and its whole.
 *
 *     收入9.6亿元，为预算36亿元|的|26.7%     the whole right before
 *     党员80人，其中青年20人，占|25%         part and whole before
 *     受理46件，办结43件，办结率|93.5%       a rate that its part names
 *
 * Each share that stands beside its part is put to `said`.
 */
export function percentOf(passage: Passage, elsewhere: FindLevel, said: Pair[]): Check[] {
  const out: Check[] = [];
  const pairs: Pair[] = [];
  const besides: Pair[] = [];
  let last: Term | null = null;
  for (const [i, share] of passage.terms.entries()) {
    if (share.role !== "share" || share.figure.unit !== "%") continue;
    if (share.figure.qualifier !== null && share.figure.qualifier !== "approx") continue;
    const words = wordsBefore(passage, share);
    const found: Understood | null =
      ofBase(passage, i, words) ?? ofRun(passage, i, elsewhere) ?? ofWhole(passage, i, words, elsewhere, last);
    const made = found?.check ?? ofRate(passage, i, words);
    if (found !== null) last = found.whole;
    if (made !== null) out.push(made);
    const part = passage.terms[i - 1 - changesBefore(passage, i)];
    if (part?.role !== "level" || (made !== null && made.figures[1] !== part.index)) continue;
    if (/^约?占/.test(clauseOf(share.lead))) pairs.push({ share, part, check: made });
    if (part.sentence === share.sentence && BESIDE.test(share.lead)) besides.push({ share, part, check: made });
  }
  const made = withImplied(passage, out, pairs);
  for (const pair of besides) {
    const check = made.find(({ figures }) => figures[0] === pair.share.index) ?? null;
    said.push({ ...pair, check });
  }
  return made;
}

/** What makes a share one of the figure before: ，|占|比64%, ，近视|率|27.5%, （64%. */
const BESIDE =
  /^[^，,。；;：:（()）]*[，,（(][^，,。；;：:]{0,8}(?:占|比例|比重|率)[^，,。；;：:]{0,8}$|^[^，,。；;：:（()）]{0,6}[（(]$/;

/** How many changes stand between a share and its part: 出口9亿元，增长3%，占60%. */
function changesBefore({ terms }: Passage, at: number): number {
  let count = 0;
  while (terms[at - 1 - count]?.role === "change") count++;
  return count;
}

/** The words of the clause before a figure, other figures included: 占职工总数1124人的. */
function wordsBefore(passage: Passage, term: Term): string {
  const end = term.figure.start - passage.start;
  return clauseOf(passage.text.slice(Math.max(0, end - 40), end).replace(THOUSANDS, ""));
}

/** 15,250人的: no clause begins inside of a number. */
const THOUSANDS = /(?<=\d)[,，](?=\d{3})/g;

const OF = /^[）)]?\s?的\s?(?:(?:比重|比例|份额)(?:为|达到?|是)?\s?)?$/;
/** 占全部60所|学校的|90%. */
const OF_THINGS = /^[\p{Script=Han}]{1,6}的\s?$/u;
const TAKEN_OF = /占[^，,。；;\d]{0,12}$/;

/** 收入9.6亿元，为预算|36亿元|的26.7%: the whole stands right before the share, the part before that. */
function ofBase(passage: Passage, at: number, words: string): Understood | null {
  const share = passage.terms[at] as Term;
  const whole = passage.terms[at - 1];
  if (whole === undefined || !/[为占完到]|相当于/.test(words)) return null;
  if (!OF.test(share.lead) && !(OF_THINGS.test(share.lead) && TAKEN_OF.test(whole.lead))) return null;
  const behind = passage.terms[at + 1];
  // 净增7.5亿元，完成全年净增任务10亿元的75%
  const grown = /[增减降压]/.test(whole.lead);
  const role = (term: Term): boolean => term.role === "level" || (grown && term.role === "change");
  const part =
    before(passage, at - 1, (term) => role(term) && isAlike(term.figure, whole.figure)) ??
    // 完成全年任务200套的110%，|竣工220套
    (behind?.sentence === share.sentence && behind.role === "level" && behind.figure.unit === whole.figure.unit
      ? behind
      : undefined);
  return part === undefined || Number.isNaN(whole.value) ? null : { check: ratio(share, part, whole), whole };
}

function before(passage: Passage, at: number, fits: (term: Term) => boolean): Term | undefined {
  const from = passage.terms[at] as Term;
  for (let i = at - 1; Math.max(0, at - REACH) <= i; i--) {
    const term = passage.terms[i] as Term;
    if (term.sentence !== from.sentence) return undefined;
    if (fits(term)) return term;
  }
  return undefined;
}

const SHARED =
  /占(?!用|地|领|有|道|比)([^，,。；;：:]{0,24}?)(?:的)?(?:比重|比例|份额|百分比)?(?:约?为|是|达到?|超过|约|近|高达|仅|了)?\s?$/;
/** 相当于出院人次的|24%, 为限额的|96.6%. */
const EQUAL = /(?:相当于|为(?=[^，,]{0,6}(?:限额|预算|计划|目标|任务)))([^，,。；;：:\d]{2,12})的\s?$/;
const COMPARED = /()(?:占比|所?占比重|所?占比例|比例|份额)(?:为|达到?|约|仅|高达)?\s?$/;
/** 完成年度任务的|114%. */
const DONE = /完成((?:[^，,。；;\d]{0,10})(?:任务|计划|目标|预算|指标)数?)的?\s?$/;

/**
 * 占总人口的|23.3%, 乡村占比|35.4%: the part is what stands before 占, the whole what stands behind it, or the whole of
 * the list that the part is in.
 */
function ofWhole(
  passage: Passage,
  at: number,
  words: string,
  elsewhere: FindLevel,
  last: Term | null,
): Understood | null {
  const share = passage.terms[at] as Term;
  const hit = COMPARED.exec(words) ?? SHARED.exec(words) ?? DONE.exec(words) ?? EQUAL.exec(words);
  if (hit === null || /^[、和与及]/.test(share.lead)) return null;
  const named = (hit[1] ?? "")
    .replace(/\d[\d.]*[\p{Script=Han}]{1,3}$/u, "")
    .replace(/(?:的|总[数量额]|(?<=[\p{Script=Han}]{2})人次)$/u, "")
    .replace(/^(?:总|全部)(?=[\p{Script=Han}]{2})(?!人数|户数|面积|投资)/u, "");
  const subject = words
    .slice(0, hit.index)
    .replace(/^.*\d[\d.,]*[万亿]?\p{Script=Han}?/u, "")
    .replace(/^(?:其中|其(?![他它余])|分别|各|均|约|合计|共|累计|大约)/, "");
  let wrong: Understood | null = null;
  for (const place of partsOf(passage, at, subject)) {
    const part = passage.terms[place] as Term;
    const found = best(share, part, wholesOf(passage, place, at, named, elsewhere, last));
    if (found?.check.holds) return found;
    wrong ??= found;
  }
  return wrong ?? ofNames(share, subject, named, elsewhere);
}

/** 快递业务收入|占|行业收入|79.3%: part and whole stand elsewhere, each under its name. */
function ofNames(share: Term, subject: string, named: string, elsewhere: FindLevel): Understood | null {
  if (subject.length < 3 || named.length < 3) return null;
  let meant: Understood | null = null;
  for (const part of elsewhere(subject, share).slice(0, 3))
    for (const whole of elsewhere(named, part).slice(0, 3)) {
      const made = ratio(share, part, whole);
      if (part === whole || !isMeant(made, [share.figure, part.figure, whole.figure])) continue;
      // those of this year among a table's columns
      if (made.holds) return { check: made, whole };
      meant ??= { check: made, whole };
    }
  return meant;
}

/** The places of the parts that a share may speak of, likeliest first; the nearest level where no subject is named. */
function partsOf(passage: Passage, at: number, subject: string): number[] {
  const share = passage.terms[at] as Term;
  const out: number[] = [];
  for (let i = at - 1; Math.max(0, at - NEAR) <= i; i--) {
    const term = passage.terms[i] as Term;
    if (term.sentence !== share.sentence) break;
    if (term.role !== "level") continue;
    if (subject === "") return [i];
    // 甲占46%，其他占12%: a share of its own list
    if (/^其[他它余]/.test(subject) && i + 1 !== at) break;
    const name = nameOf(term);
    if (likeness(name, subject) < ALIKE) continue;
    if (name.startsWith(subject)) out.unshift(i);
    else out.push(i);
  }
  return out;
}

function best(share: Term, part: Term, { terms, sure, sum, other }: Wholes): Understood | null {
  const made = terms.map((whole) => ({ check: ratio(share, part, whole), whole }));
  const held =
    made.find((found) => found.check.holds) ??
    made.find((found) => isSlip(found.check, [share.figure, part.figure, found.whole.figure]));
  if (held !== undefined) return held;
  const first = made.find(({ whole }) => whole.figure.qualifier === null);
  // 过亿元的企业11家，前5家占出口的52%: of exports, and not of those
  if (part.figure.qualifier !== null || (other === true && share.sentence !== first?.whole.sentence)) return null;
  if (sure && first !== undefined && (isNear(first.check) || isShareSlip(first.check, share.figure))) return first;
  if (sum === null) return first !== undefined && isNear(first.check) ? first : null;
  const ofSum = ratio(share, part, sum);
  return { check: { ...ofSum, figures: ofSum.figures.slice(0, 2) }, whole: null };
}

/** 种植业60家、养殖业40家，分别占|60%和40%: each share has its part; the whole is named, or before, or their sum. */
function ofRun(passage: Passage, at: number, elsewhere: FindLevel): Understood | null {
  const { terms } = passage;
  let first = at;
  while (0 < first && terms[first - 1]?.role === "share" && isJoined((terms[first] as Term).lead)) first--;
  let size = at - first + 1;
  while (terms[first + size]?.role === "share" && isJoined((terms[first + size] as Term).lead)) size++;
  const words = wordsBefore(passage, terms[first] as Term);
  const hit = /(?:分别|各|依次)占([^，,。；;]{0,12}?)的?\s?$/.exec(words);
  const list =
    /(?:^|[，,])([^，,。；;]*?)占([^，,。；;]{2,16}?)的?(?:比重|比例|份额)?(?:分别|依次)(?:为|是|达)?\s?$/.exec(
      sentenceBefore(passage, terms[first] as Term),
    );
  const bare = /(?:构成比|占比|比重|份额|比例|结构)(?:分别|依次)?(?:调整)?(?:为|是)?\s?$/.test(words);
  // 分别为436人、781人、175人，|占|31.3%、56.1%和12.6%
  const listed = /^占$/.test(words) && isList(terms.slice(first - size, first), size);
  if (size < 2 || (hit === null && list === null && !bare && !listed)) return null;
  // 参评企业5.94万户，|A、B、C|三级比例依次为8%、53%、39%: of those just named, and of no figures before
  if (bare && hit === null && list === null && 2 < size && size <= itemsBefore(passage, terms[first] as Term))
    return null;
  // |三块|占比分别是50%、30%和20%
  const levels = terms
    .slice(Math.max(0, first - REACH), first)
    // 公路63.7亿元（高速38.3亿元、…），铁路21.4亿元，四类占比依次为65%、…
    .filter(({ aside }) => !aside || (terms[first]?.aside ?? false))
    .filter(({ role, tail }) => role === "level" && !/^[^，,]{0,6}(?:占|比重|份额|构成|比例|结构)/.test(tail));
  const parts =
    list === null || !/[、和与及]/.test(list[1] ?? "")
      ? lastOf(levels, size)
      : namedBy(levels, (list[1] ?? "").split(/[、和与及]/));
  const unit = parts[0]?.figure;
  if (unit === undefined || parts.length !== size || parts.some((p) => !isAlike(p.figure, unit))) return null;
  const share = terms[at] as Term;
  const part = parts[at - first] as Term;
  const named = hit?.[1] ?? list?.[2] ?? "";
  const computed = (100 * part.value) / parts.reduce((value, p) => value + p.value, 0);
  const tolerance = halfStep(share.figure) + computed * relative(part.figure);
  const ofSum = check("percent-of", share.value, computed, tolerance, [share.index, part.index]);
  const wholes = wholesOf(passage, terms.indexOf(parts[0] as Term), at, named, elsewhere, null);
  const found = best(share, part, wholes);
  if (found?.check.holds || (found !== null && named !== "" && wholes.sure && !ofSum.holds)) return found;
  return { check: ofSum, whole: null };
}

/** Whether so many levels are told one right behind the other. */
function isList(levels: readonly Term[], size: number): boolean {
  return levels.length === size && levels.every(({ role, lead }, i) => role === "level" && (i === 0 || isJoined(lead)));
}

/** The last levels of a list; what is said 其中 in its midst is no member: 工业 of 第二产业97亿元，其中工业79亿元；第三产业. */
function lastOf(levels: readonly Term[], size: number): Term[] {
  const out: Term[] = [];
  for (const term of [...levels].reverse()) {
    if (out.length === size) break;
    if (out.length + 1 === size || !/^[，,]?\s?其中/.test(term.lead)) out.unshift(term);
  }
  return out;
}

/** The words of the sentence before a figure: 第一产业、第二产业和第三产业增加值占…的比重分别为. */
function sentenceBefore(passage: Passage, term: Term): string {
  const end = term.figure.start - passage.start;
  return behindLast(passage.text, "。；;\n", Math.max(0, end - 80), end);
}

/** How many are named side by side right before a figure: A、B、C|三级比例依次为. */
function itemsBefore(passage: Passage, term: Term): number {
  const clause = /[^，,。；;：:（(]*$/.exec(sentenceBefore(passage, term))?.[0] ?? "";
  return clause.split(/[、和与及]/).length;
}

/** The levels that items of a list name: 第一产业、第二产业. */
function namedBy(levels: readonly Term[], items: readonly string[]): Term[] {
  return items.flatMap((item) => levels.find((term) => 2 <= item.length && likeness(term.name, item) === 1) ?? []);
}
