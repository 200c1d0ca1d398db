import type { HeadingTone, Role, Theme } from "@zongjie/document";
import { bigrams, sharedKeys } from "./cluster.ts";
import { frames } from "./frames.ts";
import { isNumberFree, isOpen } from "./heading.ts";
import { namesPlace } from "./names.ts";

/** What a choice has to heed. */
export interface Choice {
  readonly role: Role;
  readonly main: boolean;
  readonly tense: "done" | "due";
  /** The matter: a term that only names it makes no heading. */
  readonly matter: string;
  /** Headings of the draft so far. */
  readonly used: readonly string[];
  /** Null where any will do. */
  readonly tone: HeadingTone | null;
  /** Whether a term will do that no heading holds. */
  readonly loose: boolean;
  /** Whether a text is a copy of one source: such a one is not taken. */
  readonly isCopy: (text: string) => boolean;
}

/** 领导重视，责任到位 · 加强组织领导 · 组织领导情况: whether a heading is of a tone. */
export function isInTone(text: string, tone: HeadingTone): boolean {
  const clauses = text.split(/[，、；]/u);
  if (tone === "four-character") return clauses.every(({ length }) => length === 4);
  const { verbs, stress, tones } = frames();
  const begun = (clause: string): boolean =>
    [...Object.values(verbs), ...stress, ...tones.verbs].some(
      (verb) => clause.startsWith(verb) && verb.length + 2 <= clause.length,
    );
  if (tone === "verb-object") return clauses.every(begun);
  return clauses.length === 1 && !begun(text);
}

/** Usable by anyone and in its tense: no names, no numbers, no 下一步 over work done, not said before. */
export function isUsable(text: string, { role, tense, used, isCopy }: Choice): boolean {
  if (
    isCopy(text) ||
    !isOpen(text) ||
    !isNumberFree(text.replace(/\{[^}]*\}/g, "")) ||
    !/\p{Script=Han}{2}/u.test(text) ||
    namesPlace(text)
  )
    return false;
  const { done, due } = frames();
  if (tense === "due" && done.some((word) => text.includes(word))) return false;
  if (tense === "done" && role !== "打算" && (text.includes("{下期}") || due.some((word) => text.includes(word))))
    return false;
  return !used.some((heading) => heading === text || 0.5 < overlapShare(text, heading));
}

/** Whether a clause says what its theme is about: 加强领导 over a theme on 宣传 does not. */
export function tells(clause: string, theme: Theme, { main }: Choice): boolean {
  if (!main) return true;
  return theme.terms.some(({ text, titled }) => 0 < titled.length && overlap(clause, text));
}

/** Whether a term says more than the matter itself: 国防教育 does on 双拥, 双拥工作 does not. */
export function distinctive(term: string, matter: string): boolean {
  if (/[的和与及或等]/u.test(term) || !isNumberFree(term) || namesPlace(term)) return false;
  const rest = matter === "" ? term : term.replaceAll(matter, "");
  return 2 <= rest.replace(/工作|任务|重点|重要|责任/gu, "").length;
}

/** True for a clause that hangs on another one: 为加强国防建设作新贡献. */
export function dangles(clause: string): boolean {
  return frames().dangling.some((word) => clause.startsWith(word));
}

export function verbFor(term: string): string {
  const { verbs, anyVerb } = frames();
  let best = "";
  for (const head of Object.keys(verbs)) if (term.endsWith(head) && best.length < head.length) best = head;
  return verbs[best] ?? anyVerb;
}

/** 国防教育 → 深化国防教育, 军民共建工作 → 推进军民共建; what no verb is known for: 做好征兵工作. */
export function withVerb(term: string): string {
  const { verbs, anyObject } = frames();
  const isKnown = (text: string): boolean => Object.keys(verbs).some((head) => text.endsWith(head));
  const bare = term.endsWith(anyObject) ? term.slice(0, -anyObject.length) : term;
  if (4 <= bare.length && isKnown(bare)) return `${verbFor(bare)}${bare}`;
  return `${verbFor(term)}${term}${isKnown(term) ? "" : anyObject}`;
}

export function overlap(a: string, b: string): boolean {
  return 0 < sharedKeys(bigrams(a), bigrams(b));
}

function overlapShare(a: string, b: string): number {
  const [x, y] = [bigrams(a), bigrams(b)];
  return sharedKeys(x, y) / Math.max(1, Math.min(x.size, y.size));
}
