import { openerOf } from "./openers.ts";
import { mayOverlap, nameOf } from "./parts.ts";
import { isAlike, type Passage, type Term } from "./term.ts";

/**
 * A list behind a whole that nothing opens, but that is shaped like one: the names of the parts end as the whole's, or
 * have one beginning or one end among themselves, and no other of their sort follows.
 *
 *     收费|站|28个，主线|站|6个，匝道|站|22个
 */
export function isKin(passage: Passage, whole: Term, parts: readonly Term[], next: Term | undefined): boolean {
  const { unit } = whole.figure;
  if (parts.length < 2 || parts.some((part) => part.figure.unit !== unit || part.aside !== whole.aside)) return false;
  if (next !== undefined && next.sentence === parts[0]?.sentence && isAlike(next.figure, whole.figure)) return false;
  // 亮相课21节，示范课15节，联动课12节: the first of a list is not its whole
  const before = passage.terms[passage.terms.indexOf(whole) - 1];
  if (before !== undefined && before.sentence === whole.sentence && isAlike(before.figure, whole.figure)) return false;
  if (/^\s?[、和与及]/.test(parts[0]?.lead ?? "") || openerOf(passage, passage.terms.indexOf(whole)) !== null)
    return false;
  const names = parts.map((part) => nameOf(part).replace(/的$/, ""));
  if (names.some((name) => isSibling(name, nameOf(whole)))) return false;
  if (names.some((name) => name.length < 2 || 10 < name.length) || mayOverlap(parts)) return false;
  const same = (pick: (name: string) => string): boolean => new Set(names.map(pick)).size === 1;
  const head = nameOf(whole).slice(-1);
  if (
    same((name) => name.slice(-1)) &&
    (names[0]?.endsWith(head) || nameOf(whole).includes(names[0]?.slice(-1) ?? head) || 3 <= parts.length)
  )
    return true;
  if (parts.length < 3) return false;
  return (
    same((name) => name.slice(0, 2)) ||
    same((name) => String(name.length)) ||
    names.every((name) => /级/.test(name.slice(0, 3)))
  );
}

/** 一类对象 and 二类对象, 省级 and 市级 are of one rank. */
function isSibling(a: string, b: string): boolean {
  return (a.length === b.length && a.slice(-2) === b.slice(-2)) || (/级/.test(a) && /级/.test(b));
}
