import { openerOf } from "./openers.ts";
import { mayOverlap, nameOf } from "./parts.ts";
import { TOTAL } from "./sum.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { claimWords } from "./words.ts";

/**
 * A list behind a whole that nothing opens, but that is shaped like one: the names of the parts end as the whole's, or
 * have one beginning or one end among themselves, and no other of their sort follows.
 *
 *     收费|站|28个，主线|站|6个，匝道|站|22个
 */
export function isKin(passage: Passage, whole: Term, parts: readonly Term[], next: Term | undefined): boolean {
  const { unit } = whole.figure;
  if (parts.length < 2 || parts.some((part) => part.figure.unit !== unit || part.aside !== whole.aside)) return false;
  // 隐患46处，|电气18处、管道28处|，整改40处: 、 joins what belongs together
  const joined =
    /^[，,：:]/.test(parts[0]?.lead ?? "") && parts.slice(1).every(({ lead }) => /^\s?[、和与及]/.test(lead));
  const follows = next !== undefined && next.sentence === parts[0]?.sentence && isAlike(next.figure, whole.figure);
  if (follows && !(joined && /^[，,；;]/.test(next.lead)) && !/^[；;]/.test(next.lead)) return false;
  // 亮相课21节，示范课15节，联动课12节: the first of a list is not its whole
  const at = passage.terms.indexOf(whole);
  const before = passage.terms[at - 1];
  const precedes = before !== undefined && before.sentence === whole.sentence && isAlike(before.figure, whole.figure);
  // 总诊疗90万人次。医院诊疗50万人次，基层诊疗30万人次，其他诊疗10万人次: nor the first of the next sentence
  if (before?.role === "level" && whole.lead.startsWith("。") && isAlike(before.figure, whole.figure))
    if (!TOTAL.test(nameOf(whole)) && parts.every((part) => nameOf(part).endsWith(nameOf(whole).slice(-2))))
      return false;
  if (precedes && !(joined && /^[，,；;]/.test(whole.lead))) return false;
  if (/^\s?[、和与及]/.test(parts[0]?.lead ?? "") || openerOf(passage, at) !== null) return false;
  const names = parts.map((part) => nameOf(part).replace(/的$/, ""));
  const all = nameOf(whole);
  if (!TOTAL.test(all) && names.some((name) => isSibling(name, all))) return false;
  if (names.some((name) => name.length < (joined ? 1 : 2) || 10 < name.length) || mayOverlap(parts)) return false;
  const same = (pick: (name: string) => string): boolean => new Set(names.map(pick)).size === 1;
  const head = all.slice(-1);
  if (
    same((name) => name.slice(-1)) &&
    (names[0]?.endsWith(head) || all.includes(names[0]?.slice(-1) ?? head) || 3 <= parts.length)
  )
    return true;
  // 隐患64处，当场|整改|51处，限期|整改|13处
  const [a = "", b = ""] = names;
  if (parts.length === 2 && 4 <= a.length && a.length === b.length && a.slice(-2) === b.slice(-2)) return true;
  if (parts.length < 3) return isPairOf(whole, parts, names);
  return (
    same((name) => name.slice(0, 2)) ||
    same((name) => String(name.length)) ||
    names.every((name) => /级/.test(name.slice(0, 3))) ||
    isSorted(whole, parts, names)
  );
}

/** A first part larger than this, of its whole, is what was done with it. */
const MOST = 0.9;

/** Three things or more behind a whole, none of them a deed: 检测样品1800份，|蔬菜|960份，|水果|420份，|畜产品|420份. */
function isSorted(whole: Term, parts: readonly Term[], names: readonly string[]): boolean {
  if (new Set(names).size < names.length || nameOf(whole).length < 3) return false;
  if (!parts.slice(1).every(({ lead }) => sign(lead) === sign(parts[1]?.lead ?? ""))) return false;
  const { deeds } = claimWords();
  if (names.some((name) => deeds.test(name))) return false;
  return parts.every(({ value }) => value < MOST * whole.value || whole.value * 100 < value);
}

/** 房屋240间，|自住|180间、|出租|60间: what 、 joins behind ， is a list of its own. */
function isPairOf(whole: Term, [first, second]: readonly Term[], names: readonly string[]): boolean {
  if (first === undefined || second === undefined || nameOf(whole).length < 2) return false;
  if (!/^[，,]/.test(first.lead) || !/^\s?[、和与及]/.test(second.lead) || /[，,。；;]/.test(first.lead.slice(1)))
    return false;
  const { deeds } = claimWords();
  return !names.some((name) => deeds.test(name)) && first.value < whole.value + 1 && second.value < whole.value + 1;
}

function sign(lead: string): string {
  return /^\s?([，,、；;])/.exec(lead)?.[1] ?? "";
}

/** 一类对象 and 二类对象, 省级 and 市级 are of one rank. */
function isSibling(a: string, b: string): boolean {
  return (a.length === b.length && a.slice(-2) === b.slice(-2)) || (a.endsWith("级") && b.endsWith("级"));
}
