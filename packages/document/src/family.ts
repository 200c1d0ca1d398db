import type { Span } from "./span.ts";

/** Documents of a collection that are the same, nearly the same, or have a long passage in common. */
export const FAMILY_TYPES = ["exact", "near", "passage"] as const;
export type FamilyType = (typeof FAMILY_TYPES)[number];

/** A document of a family, or the passage of it; `span` counts in its text. */
export interface FamilyMember {
  /** Id of the document. */
  readonly document: string;
  readonly uri: string;
  readonly title: string | null;
  /** The date that it is signed with, else the one that its page says it was published on. */
  readonly date: string | null;
  readonly span: Span;
  /** The same letters and digits as the original, or nearly so. */
  readonly type: "exact" | "near";
  /** Jaccard likeness with the original, of runs of five letters. */
  readonly similarity: number;
}

/** A family of duplicates over all pages, a line of `duplicates.ndjson`: `zongjie/duplicates@1`. */
export interface DuplicateFamily {
  readonly schema: "zongjie/duplicates@1";
  /** The same for the same members, whatever order the pages came in. */
  readonly id: string;
  readonly type: FamilyType;
  /** The least that a member has with the original. */
  readonly similarity: number;
  /** Id of the earliest document, by date, those without one last; of equals the one that was read first. */
  readonly original: string;
  /** How its text (of a passage: the passage) begins. */
  readonly opening: string;
  /** The original first, then the others by age. */
  readonly members: readonly FamilyMember[];
  /**
   * Which members were compared and found alike: two places in `members`, and their similarity. A family is what such pairs
   * hold together, so that not every two need be alike. Null for passages, and where the family is too large.
   */
  readonly pairs: readonly (readonly [number, number, number])[] | null;
}
