import { once } from "../vocabulary.ts";
import { heldBy } from "./held.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { claimWords, type Lists } from "./words.ts";

/** Parts that stand in one list behind a whole. */
export interface Parts {
  readonly terms: readonly Term[];
  /** The last part is the rest: the list names all. */
  readonly closed: boolean;
}

/** How strongly the signs between two parts divide: 、 less than ， less than ；. */
function rank(words: string): number {
  if (/[；;。\n]/.test(words)) return 2;
  return /[，,]/.test(words) ? 1 : 0;
}

/**
 * The parts of one list, as far as it goes; shares, changes and remarks in brackets between them are passed over.
 *
 *     其中|城市低保1120户|1860人、农村低保5200户|8590人
 *         part          other      part          other
 *     水稻21.4万亩、玉米12.7万亩|，平均亩产446公斤
 *                             ^ ， does not go on with a list of 、
 */
export function partsFrom(passage: Passage, from: number, whole: Term): Parts | null {
  const out: Term[] = [];
  const { ends, rest, restBehind } = claimWords();
  // ；第二产业97.5亿元，其中工业79亿元|；第三产业…: the list that the whole is in goes on
  let most = /[：:。]|一是/.test(passage.terms[from]?.lead ?? "") ? 2 : 1;
  let strength: number | null = null;
  let words = "";
  const first = passage.terms[from];
  if (first === undefined) return null;
  for (let i = from; i < passage.terms.length; i++) {
    const told = passage.terms[i] as Term;
    const next = passage.terms[i + 1];
    // ，其余|三个|镇合计|1783件|: how many they are is none of the parts
    const counts = next !== undefined && rest.test(told.name) && /^[^，,。；;\d]{0,6}[合共]计\s?$/.test(next.lead);
    const term =
      counts && isAlike(whole.figure, next.figure)
        ? { ...next, lead: told.lead + next.lead, holds: told.holds | next.holds, name: told.name }
        : told;
    if (term !== told) i++;
    if (term.sentence !== first.sentence) break;
    const lead = i === from ? term.name : term.lead;
    if (first.aside && !term.aside) break;
    const beside = term.role === "share" || term.role === "change";
    if (beside && !/[；;]/.test(whole.lead)) most = 2;
    words += beside ? lead.replace(/[，,]/, "") : lead;
    if (term.aside && !first.aside) continue;
    if (!fills(whole, term) || beside) continue;
    if (term.role === "none") {
      if (term.figure.kind === "age" || term.figure.range !== null) continue;
      return null;
    }
    const plain = words.replace(/[（(][^（）()]*[）)]/g, "");
    const now = rank(plain);
    const closing =
      rest.test(term.name) ||
      // 再生水等其他水源
      (1 <= out.length && /^[^，,]{1,6}[等及和]其[他它余]/.test(term.name)) ||
      (1 <= out.length && restBehind.test(term.tail));
    if (0 < out.length && !closing) {
      if ((strength ?? most) < now) break;
      if (ends.test(plain)) break;
      if (1 < count(plain.split(/[；;\n]/).at(-1) ?? "", /[，,]/g) && strength === null) break;
    }
    if (term.role !== "level" || (closing && 0 < out.length && strength !== null && strength + 1 < now)) break;
    if (0 < out.length) strength = Math.max(now, strength ?? 0);
    out.push(term);
    words = "";
    if (closing && 1 < out.length) return { terms: out, closed: true };
  }
  return out.length === 0 ? null : { terms: out, closed: false };
}

/** The parts right before a whole that comes last, nearest last: 受理6件、变更4件，合计|10件. */
export function partsBefore(passage: Passage, at: number): Term[] {
  const whole = passage.terms[at] as Term;
  const inside = passage.terms[at - 1]?.aside ?? false;
  const out: Term[] = [];
  let strength: number | null = null;
  let words = whole.lead;
  for (let i = at - 1; 0 <= i; i--) {
    const term = passage.terms[i] as Term;
    if (term.sentence !== whole.sentence) break;
    // 上级补助268万元（返还性6万元、…）、上年结转21万元，收入总计: parts of a part
    if (term.aside && !whole.aside && !inside) continue;
    const now = rank(words.replace(/[（(][^（）()]*[）)]/g, ""));
    // 每月床位费|800元|、护理费1400元，合计2200元
    const shared =
      term.role === "each" && /^\s?、/.test(out[0]?.lead ?? "") && term.figure.kind === out[0]?.figure.kind;
    if (addsTo(whole, term) && (term.role === "level" || shared)) {
      if (0 < out.length && strength !== null && strength < now) break;
      if (0 < out.length) strength = Math.max(strength ?? 0, now);
      out.unshift(term);
      words = term.lead;
    } else if (isAlike(whole.figure, term.figure) && term.role !== "share" && term.role !== "change") break;
    else words = term.lead + words;
    if (/其中|包括|分别|[：:]/.test(term.lead)) break;
  }
  return out;
}

/** Whether a total may count a part in another unit: 86|家| and 214|户| are 300|户|, 第一剂8600|人| of 23300|人次|. */
export function addsTo({ figure: whole }: Term, { figure: part }: Term): boolean {
  return isAlike(whole, part) || whole.unit === `${part.unit}次` || (HOUSES.test(whole.unit) && HOUSES.test(part.unit));
}

const HOUSES = /^[户家个]$/;

/** Whether a figure may be a part of a whole: of one sort, or people of a sample, 女性472|人| of 问卷817|份|. */
export function fills(whole: Term, { figure: part }: Term): boolean {
  return isAlike(whole.figure, part) || (part.unit === "人" && /^[份个]$/.test(whole.figure.unit) && isSample(whole));
}

/** 有效|问卷|817份, 在618份|问卷里|, 收回|618份|: how many answered. */
export function isSample({ name, tail, figure }: Term): boolean {
  if (/样本|问卷|受访/.test(name) || /^(?:有效)?(?:样本|问卷|答卷)/.test(tail)) return true;
  return figure.unit === "份" && /[收有]回|回收|有效/.test(name);
}

function count(words: string, signs: RegExp): number {
  return words.match(signs)?.length ?? 0;
}

/** The word for what a part is: before its number, or behind it as in 12名|医生. */
export function nameOf(term: Term): string {
  return term.name === "" ? term.tail : term.name;
}

/** Parts that make a whole between them by what they are called: 男 and 女, 税收 and 非税, A and 非A. */
export function isPartition(parts: readonly Term[]): boolean {
  if (parts.length === 0) return false;
  const names = parts.map(nameOf);
  if (isSplit(names, splits().partitions)) return true;
  const [a = "", b = ""] = names;
  return names.length === 2 && 2 <= a.length && 2 <= b.length && (negates(a, b) || negates(b, a));
}

/** Lists by their first word. */
type ByFirst = ReadonlyMap<string, Lists>;

const splits = once(() => {
  const { partitions, divisions } = claimWords();
  return { partitions: byFirst(partitions), divisions: byFirst(divisions) };
});

function byFirst(lists: Lists): ByFirst {
  const out = new Map<string, (readonly string[])[]>();
  for (const list of lists) {
    const [first = ""] = list;
    out.set(first, [...(out.get(first) ?? []), list]);
  }
  return out;
}

/** Whether there is a list of as many words, each of which names one of the parts. */
function isSplit(names: readonly string[], lists: ByFirst): boolean {
  for (const name of names)
    for (const word of heldBy(name).words)
      for (const list of lists.get(word) ?? [])
        if (list.length === names.length && list.every((own) => isOnce(names, own, list))) return true;
  return false;
}

function isOnce(names: readonly string[], word: string, list: readonly string[]): boolean {
  let count = 0;
  for (const name of names) if (heldBy(name).words.has(word) && says(name, word, list)) count++;
  return count === 1;
}

/** 非税 says no 税. */
function says(name: string, word: string, list: readonly string[]): boolean {
  return !list.some((other) => other !== word && other.includes(word) && name.includes(other));
}

function negates(a: string, b: string): boolean {
  const head = /[非不未]([\p{Script=Han}]{2})/u.exec(a)?.[1];
  return head !== undefined && b.includes(head);
}

/** Parts that speak of different traits may overlap: 女生21人、住校生30人. */
export function mayOverlap(parts: readonly Term[]): boolean {
  const things = parts.some(({ figure }) => !/^[人名位员户%]$/.test(figure.unit));
  let first = -1;
  for (const part of parts) {
    const { trait, traitOfThings } = heldBy(nameOf(part));
    const own = things ? traitOfThings : trait;
    if (own === -1 || own === first) continue;
    if (first !== -1) return true;
    first = own;
  }
  return false;
}

/** Parts that often make a whole between them by what they are called, though there may be more: 一等奖, 二等奖 and 三等奖. */
export function isDivision(parts: readonly Term[]): boolean {
  return isSplit(parts.map(nameOf), splits().divisions);
}

/** How many of the classes that there are parts name, each part one: 公路 and 铁路 some, with 水路, 航空 and 管道 all; null where none. */
function classesNamed(parts: readonly Term[]): "some" | "all" | null {
  const names = parts.map((part) => heldBy(nameOf(part)).words);
  const of = (member: readonly string[], name: ReadonlySet<string>): boolean => member.some((word) => name.has(word));
  const list = claimWords().classes.find((members) =>
    names.every((name) => members.some((member) => of(member, name))),
  );
  if (list === undefined) return null;
  return list.every((member) => names.some((name) => of(member, name))) ? "all" : "some";
}

/** Of what there is more than so much of a whole is no rest that nobody would name. */
const NEARLY_ALL = 0.98;

/**
 * Whether parts that come to so much of their whole may be some of it: 招标96项，其中工程41项、采购32项. Not where there are no
 * others by what they are called (男, 女; 自产, 外购), and not where next to nothing is left.
 */
export function mayBeSome(parts: readonly Term[], much: number): boolean {
  if (1 <= much) return false;
  const named = classesNamed(parts);
  if (named !== null) return named === "some";
  return much < NEARLY_ALL && !isPartition(parts) && !(parts.length === 2 && areOpposed(parts));
}

/** Whether the names of two parts in a row differ by a word and its opposite: |自|产 and |外|购, 省|内| and 省|外|. */
export function areOpposed(parts: readonly Term[]): boolean {
  const names = parts.map(nameOf);
  const { opposites } = claimWords();
  return names.some((a, i) => {
    const b = names[i + 1];
    if (b === undefined) return false;
    for (const x of a)
      if (!b.includes(x)) for (const y of opposites.get(x) ?? "") if (b.includes(y) && !a.includes(y)) return true;
    return false;
  });
}

/** In how many characters the names of parts differ, where they are of one length: 春季班 and 秋季班 in 1; null where not. */
export function differIn(parts: readonly Term[]): number | null {
  const [first = "", ...others] = parts.map(nameOf);
  if (first.length < 2 || others.some((name) => name.length !== first.length)) return null;
  return Math.max(...others.map((name) => [...name].filter((c, i) => c !== first[i]).length));
}
