import type { DocumentKind, Role } from "./record.ts";

/** A place that the writer has to fill: 【待补：门诊人次】. */
export interface Slot {
  readonly name: string;
}

export const HEADING_ORIGINS = ["heading", "clause", "term", "frame"] as const;
export type HeadingOrigin = (typeof HEADING_ORIGINS)[number];

/** A heading that a draft proposes, with the evidence from the collection. */
export interface DraftSection {
  readonly level: number;
  /** As printed: 一、 （一） 1. （1）. */
  readonly marker: string;
  readonly title: string;
  readonly role: Role;
  /** Where the wording comes from: a heading or clauses that reports share, a shared term with a verb, or the lexicon. */
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
  readonly children: readonly DraftSection[];
}

/** An outline or draft: `zongjie/draft@1`. */
export interface Draft {
  readonly schema: "zongjie/draft@1";
  readonly kind: DocumentKind;
  readonly topic: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly title: string;
  readonly addressee: string | null;
  readonly opening: readonly string[];
  readonly sections: readonly DraftSection[];
  readonly signature: { readonly unit: string; readonly date: string };
  /** What the outline rests on. */
  readonly evidence: { readonly documents: number; readonly distinct: number; readonly sections: number };
}
