import {
  type Brief,
  type Draft,
  type DraftFigure,
  type DraftSection,
  type DraftSentence,
  flatSections,
  type Patterns,
} from "@zongjie/document";
import { arrange, isBarren } from "./arrange.ts";
import { bodyOf } from "./body.ts";
import { type CleanBrief, cleanBrief, fill, slot } from "./brief.ts";
import { type Desk, sentence, withoutGiven } from "./desk.ts";
import { closingOf, openingOf, signerOf } from "./edges.ts";
import { type Given, givenFigures, type RecordFigure } from "./figures/given.ts";
import { yearsIn } from "./figures/origin.ts";
import { kindFrame } from "./frames.ts";
import { matterOf } from "./matter.ts";
import { numbered, type Unnumbered } from "./numbering.ts";
import { overlapOf, type PrintIndex, printIndex } from "./overlap.ts";
import { distinctive } from "./phrase.ts";
import type { Planned } from "./planned.ts";
import { titleOf } from "./title.ts";

export interface DraftOptions {
  /** Headings with guides instead of text. */
  readonly outline?: boolean;
  /** Which of the wordings that fit are taken; 0 where nobody says otherwise. */
  readonly seed?: number;
  /** Figures besides those of the brief. */
  readonly figures?: readonly RecordFigure[];
}

const LONGEST_TERM = 8;

/**
 * Composes a draft for a brief from what a collection taught: sections that comparable documents have, the figures where their
 * metric and role belong, told by patterns that several documents share or by frames of the lexicon. No numeral, name or date
 * stands in it that is not of the brief or a figure; what is not given stays open as 【待补：…】. The same arguments give the
 * same draft.
 */
export function composeDraft(
  brief: Brief,
  patterns: Patterns,
  { outline = false, seed = 0, figures: records = [] }: DraftOptions = {},
): Draft {
  const clean = cleanBrief(brief);
  const frame = kindFrame(clean.kind);
  const index = indexOf(patterns);
  const desk: Desk = { brief: clean, frame, patterns, index, seed, used: new Set(), tail: "" };
  const given = givenFigures(clean.figures, records, yearsOf(clean));
  const { planned, places, placed } = arrange(desk, given);
  const home = new Map<Planned, Given[]>();
  for (const [i, one] of placed.entries())
    if ("at" in one) {
      const { section } = places[one.at] as (typeof places)[number];
      home.set(section, [...(home.get(section) ?? []), given[i] as Given]);
    }
  const opening = outline ? frame.opening.map((line) => sentence(fill(line, clean), null)) : openingOf(desk);
  const sections = numbered(planned.map((section) => written(section, home, outline ? null : desk)));
  const closing = outline ? [] : closingOf(desk);
  const told = new Set(
    flatSections(sections).flatMap((section) => [
      ...(outline ? section.figures : section.sentences.flatMap(({ figures }) => figures)),
    ]),
  );
  return {
    schema: "zongjie/draft@1",
    form: outline ? "outline" : "draft",
    kind: frame.kind,
    topic: clean.topic,
    unit: clean.unit,
    period: clean.period,
    title: titleOf(clean),
    addressee: clean.addressee,
    opening,
    sections,
    closing,
    signature: { unit: signerOf(desk), date: clean.date ?? slot("成文日期") },
    figures: given.map(draftFigure),
    unplaced: given.flatMap(({ id }, i) => {
      const one = placed[i];
      if (one !== undefined && "reason" in one) return [{ figure: id, reason: one.reason }];
      return told.has(id) ? [] : [{ figure: id, reason: "every wording is used or copies a source" }];
    }),
    overlap: nearest(opening, sections, closing, clean, index),
    seed,
    evidence: { documents: patterns.documents, distinct: patterns.distinct, sections: patterns.sections },
  };
}

/** The years that a brief is of, by its period, else by its topic. */
function yearsOf({ period, topic }: CleanBrief): number[] {
  const years = yearsIn(period);
  return 0 < years.length ? years : yearsIn(topic);
}

/** A figure as a draft holds it. */
function draftFigure(figure: Given): DraftFigure {
  const { id, metric, value, surface, unit, period, qualifier, comparison, modality, origin, source } = figure;
  return { id, metric, value, surface, unit, period, qualifier, comparison, modality, origin, source };
}

const indexes = new WeakMap<Patterns, PrintIndex>();

function indexOf(patterns: Patterns): PrintIndex {
  const index = indexes.get(patterns) ?? printIndex(patterns);
  indexes.set(patterns, index);
  return index;
}

/** A planned section with its text; `desk` is null for an outline. */
function written(section: Planned, home: ReadonlyMap<Planned, readonly Given[]>, desk: Desk | null): Unnumbered {
  const { theme, main: _, children, ...rest } = section;
  const figures = home.get(section) ?? [];
  const gathers = theme === null && 0 < children.length;
  const matter = desk === null ? "" : matterOf(desk.brief.topic ?? "", desk.brief.unit);
  const terms = (theme?.terms ?? [])
    .filter(({ text, sources }) => 2 <= sources.length && text.length <= LONGEST_TERM && distinctive(text, matter))
    .map(({ text }) => text);
  return {
    ...rest,
    sentences:
      desk === null || (gathers && figures.length === 0)
        ? []
        : bodyOf(desk, {
            role: section.role,
            bare: isBarren(section.title),
            task: section.main && desk.frame.tense === "due",
            terms,
            figures,
          }),
    figures: figures.map(({ id }) => id),
    children: children.map((child) => written(child, home, desk)),
  };
}

/** The longest run that the text shares with one source alone; title and signature are the brief's own. */
function nearest(
  opening: readonly DraftSentence[],
  sections: readonly DraftSection[],
  closing: readonly DraftSentence[],
  brief: CleanBrief,
  index: PrintIndex,
): Draft["overlap"] {
  const text = (sentences: readonly DraftSentence[]): string => sentences.map((one) => one.text).join("");
  const passages = [
    text(opening),
    ...flatSections(sections).flatMap((section) => [section.title, text(section.sentences), ...section.guide]),
    text(closing),
  ];
  return overlapOf(withoutGiven(passages.join("\u0000"), brief), index);
}
