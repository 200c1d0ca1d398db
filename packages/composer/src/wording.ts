import type { Backing, HeadingOrigin, HeadingTone, Role, Term, Theme, Wording } from "@zongjie/document";
import { bigrams } from "./cluster.ts";
import { begun } from "./figures/metric.ts";
import { frames } from "./frames.ts";
import { isNumberFree, isOpen } from "./heading.ts";
import { namesPlace } from "./names.ts";

/** A heading that was chosen, with what stands behind it. */
export interface ChosenHeading {
  /** May hold {年度} and {下期}. */
  readonly text: string;
  readonly origin: HeadingOrigin;
  readonly sources: Backing;
}

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

/** A wording is nobody's own where two distinct documents use it. */
const SHARED = 2;
const LONGEST = 24;

/**
 * Chooses the heading of a section in the tone that is asked for: of those that reports share, else one made around a term that
 * they share; null where there is none.
 */
export function chooseHeading(theme: Theme, choice: Choice): ChosenHeading | null {
  if (choice.tone === null) return sharedHeading(theme, choice, () => true);
  const told = sharedHeading(theme, choice, (text) => isInTone(text, choice.tone as HeadingTone));
  return told?.text.split("，").every((clause) => isInTone(clause, choice.tone as HeadingTone))
    ? told
    : (toneHeading(theme, choice) ?? sharedHeading(theme, choice, () => true));
}

/** 领导重视，责任到位 · 加强组织领导 · 组织领导情况: whether a heading is of a tone. */
function isInTone(text: string, tone: HeadingTone): boolean {
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

/** A heading in the tone that is asked for, made around a term that reports share, or of the lexicon: 国防教育，常抓不懈. */
export function toneHeading(theme: Theme | null, choice: Choice): ChosenHeading | null {
  const { tone, role, main, tense, used, matter } = choice;
  if (tone === null || (tone === "verb-object" && theme !== null)) return null;
  const { tones } = frames();
  const list = tones[tone][main ? "main" : role] ?? [];
  const terms = (theme?.terms ?? []).filter(
    ({ text, sources, titled }) =>
      SHARED <= sources.length &&
      0 < titled.length &&
      distinctive(text, matter) &&
      (tone === "plain" || (text.length === 4 && tones.fourHeads.some((head) => text.endsWith(head)))),
  );
  for (const { text, sources } of terms) {
    const ends = tone === "plain" ? [tones.plainEnd[tense]] : tones.fourEnds[tense];
    for (const end of ends) {
      const heading = tone === "plain" ? `${text}${end}` : `${text}，${end}`;
      if (isUsable(heading, choice) && !used.some((other) => other.endsWith(end) && tone !== "plain"))
        return { text: heading, origin: "term", sources };
    }
  }
  return theme === null ? frameHeading(list, used) : null;
}

/**
 * Chooses among what reports share: one heading that two documents share, else clauses that two share (加强领导，精心组织), else a
 * term that two share with a verb of the lexicon (深化国防教育); null where there is none. A wording of one document is never
 * taken.
 */
function sharedHeading(theme: Theme, choice: Choice, inTone: (text: string) => boolean): ChosenHeading | null {
  const fits = (wording: Wording): boolean =>
    SHARED <= wording.sources.length &&
    wording.text.length <= LONGEST &&
    inTone(wording.text) &&
    isUsable(wording.text, choice);
  const heading = theme.headings.find(fits);
  if (heading !== undefined) return { text: heading.text, origin: "heading", sources: heading.sources };
  const clauses = theme.clauses.filter((clause) => fits(clause) && tells(clause.text, theme, choice));
  const [first] = clauses;
  if (first !== undefined) {
    const second = clauses.find(
      (clause) => clause.text.length === first.text.length && !overlap(first.text, clause.text),
    );
    const text = second === undefined ? first.text : `${first.text}，${second.text}`;
    return {
      text,
      origin: "clause",
      sources: second === undefined ? first.sources : common(first.sources, second.sources),
    };
  }
  return fromTerms(theme, choice, 1) ?? (choice.loose ? fromTerms(theme, choice, 0) : null);
}

/** 国防教育 and 双拥意识 → 深化国防教育，增强双拥意识; `titled`: headings that have to hold the term. */
function fromTerms(theme: Theme, choice: Choice, titled: number): ChosenHeading | null {
  const fit = (term: Term): boolean =>
    SHARED <= term.sources.length &&
    titled <= term.titled.length &&
    (0 < titled || (term.text.length === 4 && !begun(term.text))) &&
    distinctive(term.text, choice.matter) &&
    isUsable(withVerb(term.text), choice);
  const terms = theme.terms.filter(fit);
  const [first] = terms;
  if (first === undefined || !choice.main) return null;
  const second =
    titled === 0
      ? undefined
      : terms.find(({ text }) => !overlap(first.text, text) && verbFor(text) !== verbFor(first.text));
  const text = second === undefined ? withVerb(first.text) : `${withVerb(first.text)}，${withVerb(second.text)}`;
  return {
    text,
    origin: "term",
    sources: second === undefined ? first.sources : common(first.sources, second.sources),
  };
}

/** The next frame that the draft has not used; null where all are used. */
export function frameHeading(headings: readonly string[], used: readonly string[]): ChosenHeading | null {
  const text = headings.find((heading) => !used.includes(heading));
  return text === undefined ? null : { text, origin: "frame", sources: [] };
}

/** Usable by anyone and in its tense: no names, no numbers, no 下一步 over work done, not said before. */
function isUsable(text: string, { role, tense, used, isCopy }: Choice): boolean {
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
function tells(clause: string, theme: Theme, { main }: Choice): boolean {
  if (!main) return true;
  return theme.terms.some(({ text, titled }) => 0 < titled.length && overlap(clause, text));
}

/** Whether a term says more than the matter itself: 国防教育 does on 双拥, 双拥工作 does not. */
export function distinctive(term: string, matter: string): boolean {
  if (/[的和与及或等]/u.test(term) || !isNumberFree(term) || namesPlace(term)) return false;
  const rest = matter === "" ? term : term.replaceAll(matter, "");
  return 2 <= rest.replace(/工作|任务|重点|重要|责任/gu, "").length;
}

function verbFor(term: string): string {
  const { verbs, anyVerb } = frames();
  let best = "";
  for (const head of Object.keys(verbs)) if (term.endsWith(head) && best.length < head.length) best = head;
  return verbs[best] ?? anyVerb;
}

function withVerb(term: string): string {
  const { verbs, anyObject } = frames();
  const known = Object.keys(verbs).some((head) => term.endsWith(head));
  return `${verbFor(term)}${term}${known ? "" : anyObject}`;
}

function overlap(a: string, b: string): boolean {
  const pairs = bigrams(b);
  return [...bigrams(a).keys()].some((pair) => pairs.has(pair));
}

function overlapShare(a: string, b: string): number {
  const [x, y] = [bigrams(a), bigrams(b)];
  let shared = 0;
  for (const pair of x.keys()) if (y.has(pair)) shared++;
  return shared / Math.max(1, Math.min(x.size, y.size));
}

/** The smaller backing of two: a heading of two clauses is as well known as the less known. */
function common(a: Backing, b: Backing): Backing {
  return a.length <= b.length ? a : b;
}
