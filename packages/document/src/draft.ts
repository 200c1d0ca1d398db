import type { Comparison, DocumentKind, Qualifier, Role } from "./record.ts";

/** A place that the writer has to fill: 【待补：门诊人次】. */
export interface Slot {
  readonly name: string;
}

export const HEADING_ORIGINS = ["heading", "clause", "term", "frame", "brief"] as const;
export type HeadingOrigin = (typeof HEADING_ORIGINS)[number];

/** A heading that a draft proposes, with the evidence from the collection. */
export interface DraftSection {
  readonly level: number;
  /** As printed: 一、 （一） 1. （1）. */
  readonly marker: string;
  readonly title: string;
  readonly role: Role;
  /** Where the wording comes from: a heading or clauses that reports share, a shared term with a verb, the lexicon, or the brief. */
  readonly origin: HeadingOrigin;
  /** How many independent documents of the collection use this wording; 0 for a frame of the lexicon. */
  readonly support: number;
  /** How many independent documents have a section of this sort, whatever they call it. */
  readonly base: number;
  /** Ids of the documents behind the wording. */
  readonly sources: readonly string[];
  /** What comparable reports say here, for the writer. */
  readonly guide: readonly string[];
  readonly slots: readonly Slot[];
  /** The text below the heading; empty in an outline. */
  readonly sentences: readonly DraftSentence[];
  /** Ids of the figures that belong here. */
  readonly figures: readonly string[];
  readonly children: readonly DraftSection[];
}

/** A figure at hand for a draft: 门诊人次 485000, printed `48.5万人次`. */
export interface DraftFigure {
  /** `f1`, `f2` … in the order in which they were given. */
  readonly id: string;
  readonly metric: string;
  /** Multipliers applied; null for ranges, ratios and what cannot be known. */
  readonly value: number | null;
  /** As it is to be printed, unit included. */
  readonly surface: string;
  readonly unit: string;
  readonly period: string | null;
  readonly qualifier: Qualifier | null;
  readonly comparison: Comparison | null;
  readonly modality: "stated" | "target";
  readonly origin: "brief" | "record";
  /** Id of the document that it was taken from; null for the brief. */
  readonly source: string | null;
}

/** A sentence of a draft with what it rests on. */
export interface DraftSentence {
  /** As printed; places that the writer has to fill stand as 【待补：…】. */
  readonly text: string;
  /** Id of the sentence pattern or frame; null for what the brief says. */
  readonly pattern: string | null;
  /** Independent documents behind the pattern; 0 for a frame of the lexicon. */
  readonly support: number;
  /** Ids of those documents. */
  readonly sources: readonly string[];
  /** Ids of the figures that it tells. */
  readonly figures: readonly string[];
  readonly slots: readonly Slot[];
}

/** A figure that stands nowhere in a draft, and why. */
export interface Unplaced {
  readonly figure: string;
  readonly reason: string;
}

/** The longest run of characters that a draft shares with one source outside text that several sources share. */
export interface Overlap {
  /** In UTF-16 code units; 0 where nothing is shared. */
  readonly length: number;
  readonly source: string | null;
  readonly text: string;
}

export const DRAFT_FORMS = ["outline", "draft"] as const;
export type DraftForm = (typeof DRAFT_FORMS)[number];

/** An outline or draft: `zongjie/draft@1`. */
export interface Draft {
  readonly schema: "zongjie/draft@1";
  readonly kind: DocumentKind;
  readonly topic: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly title: string;
  readonly addressee: string | null;
  readonly form: DraftForm;
  /** 导语; in an outline what to write there. */
  readonly opening: readonly DraftSentence[];
  readonly sections: readonly DraftSection[];
  /** 结语; empty in an outline. */
  readonly closing: readonly DraftSentence[];
  readonly signature: { readonly unit: string; readonly date: string };
  /** What the outline rests on. */
  readonly figures: readonly DraftFigure[];
  readonly unplaced: readonly Unplaced[];
  readonly overlap: Overlap;
  /** Which of the wordings that fit were taken: the same seed gives the same draft. */
  readonly seed: number;
  /** What the draft rests on. */
  readonly evidence: { readonly documents: number; readonly distinct: number; readonly sections: number };
}
