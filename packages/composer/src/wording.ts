import type { Backing, HeadingOrigin, Term, Theme, Wording } from "@zongjie/document";
import { begun } from "./figures/metric.ts";
import { frames } from "./frames.ts";
import { type Choice, dangles, distinctive, isInTone, isUsable, overlap, tells, verbFor, withVerb } from "./phrase.ts";

/** A heading that was chosen, with what stands behind it. */
export interface ChosenHeading {
  /** May hold {年度} and {下期}. */
  readonly text: string;
  readonly origin: HeadingOrigin;
  readonly sources: Backing;
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
  const told = sharedHeading(theme, choice, (text) => isInTone(text, choice.tone as NonNullable<Choice["tone"]>));
  return told?.text.split("，").every((clause) => isInTone(clause, choice.tone as NonNullable<Choice["tone"]>))
    ? told
    : (toneHeading(theme, choice) ?? sharedHeading(theme, choice, () => true));
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
  const clauses = theme.clauses.filter(
    (clause) => fits(clause) && !dangles(clause.text) && tells(clause.text, theme, choice),
  );
  const partnerOf = (one: Wording): Wording | undefined =>
    clauses.find((other) => other.text.length === one.text.length && !overlap(one.text, other.text));
  // 高位推动 alone is half a heading
  const first = clauses.find(
    (clause) => 4 < clause.text.length || isInTone(clause.text, "verb-object") || partnerOf(clause) !== undefined,
  );
  if (first !== undefined) {
    const second = partnerOf(first);
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
    !begun(term.text) &&
    (0 < titled || term.text.length === 4) &&
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

/** The smaller backing of two: a heading of two clauses is as well known as the less known. */
function common(a: Backing, b: Backing): Backing {
  return a.length <= b.length ? a : b;
}
