import type { Comparison, DocumentKind, FigureKind, Qualifier, Role } from "./record.ts";

/** What a section does for an outline: its role, or `main` where it carries the matter of its kind. */
export type Part = Role | "main";

/** Indexes into `Patterns.sources`, ascending: the distinct documents behind a statement. */
export type Backing = readonly number[];

/** A distinct document of the collection; its near-copies speak through it. */
export interface Source {
  /** Id of the document record. */
  readonly id: string;
  /** Ids of its near-copies. */
  readonly copies: readonly string[];
  readonly kind: DocumentKind;
  /** What its title is about, without names, years and kind: 双拥; empty where it has no title. */
  readonly matter: string;
  readonly family: number;
  /** Headed sections at the top. */
  readonly tops: number;
  /** Whether the main sections stand below one that only gathers them (一、主要工作). */
  readonly wrapped: boolean;
  /** Hashes of its runs of characters (see `printOf`), by which a draft is held against it: no text can be read from them. */
  readonly print: string;
  /** Its sections in order, wrappers opened. */
  readonly outline: readonly { readonly role: Role; readonly part: Part; readonly theme: number }[];
}

/** A wording with slots and the distinct documents that use it: `{年度}主要工作情况`. */
export interface Wording {
  readonly text: string;
  readonly sources: Backing;
}

/** A term that sections of a theme share: 国防教育. `titled`: those that have it in the heading. */
export interface Term extends Wording {
  readonly titled: Backing;
}

/** Sections of a family that do the same: a cluster of main sections, or all of one other role. */
export interface Theme {
  readonly id: number;
  readonly family: number;
  readonly part: Part;
  readonly sources: Backing;
  readonly headings: readonly Wording[];
  readonly clauses: readonly Wording[];
  readonly terms: readonly Term[];
  readonly metrics: readonly Wording[];
  /** Headings one level below. */
  readonly children: readonly Wording[];
  /** Pairs of characters that sections of this theme have rather than others of the family; best first. */
  readonly pairs: readonly string[];
  /** Mean place among the sections of its documents, 0 first, 1 last. */
  readonly place: number;
}

/** Documents on like matters. */
export interface Family {
  readonly matters: readonly string[];
  readonly sources: Backing;
  readonly themes: readonly number[];
}

/** Which role follows which: 始 and 终 stand for the edges of a document. */
export interface Follow {
  readonly from: Role | "始";
  readonly to: Role | "终";
  readonly support: number;
  readonly sources: Backing;
}

/** The headings of a role in a kind, likes together, and the metrics that its sections give. */
export interface RolePattern {
  readonly role: Role;
  readonly support: number;
  readonly sources: Backing;
  readonly headings: readonly { readonly sources: Backing; readonly wordings: readonly Wording[] }[];
  readonly metrics: readonly Wording[];
}

/** How documents of a kind are built. */
export interface KindPattern {
  readonly kind: DocumentKind;
  /** All documents, copies included, and the distinct ones. */
  readonly documents: number;
  readonly distinct: number;
  /** Median of the headed sections at the top, of documents that have any; null where none has. */
  readonly sections: number | null;
  readonly follows: readonly Follow[];
  readonly roles: readonly RolePattern[];
}

export const SLOT_TYPES = [
  "metric",
  "figure",
  "period",
  "date",
  "org",
  "scope",
  "place",
  "person",
  "document",
  "list",
  "text",
] as const;
/** What fills a slot of a sentence pattern; `figure` is a value with its unit, `scope` such as 全县, `text` anything else. */
export type SlotType = (typeof SLOT_TYPES)[number];

/** A slot of a sentence pattern, in the order of the text. */
export interface PatternSlot {
  readonly type: SlotType;
  /** Words that end what several sources have here: 培训班, 讲座; empty where they share none. */
  readonly words: readonly string[];
  /** What sort of figure stands here; null for other slots. */
  readonly figure: {
    readonly kind: FigureKind;
    readonly modality: "stated" | "target";
    readonly qualifier: Qualifier | null;
    readonly direction: Comparison["direction"] | null;
  } | null;
}

export const PATTERN_PLACES = ["opening", "transition", "body", "closing"] as const;
export type PatternPlace = (typeof PATTERN_PLACES)[number];

/** A sentence, or clauses of one, that several independent documents share: `{时段}，新建{指标}{数}，同比增长{百分比}`. */
export interface SentencePattern {
  readonly id: string;
  /** Null where no one role has enough of it. */
  readonly role: Role | null;
  readonly place: PatternPlace;
  readonly text: string;
  readonly slots: readonly PatternSlot[];
  readonly support: number;
  readonly sources: Backing;
}

/** What a collection teaches: `zongjie/patterns@1`. Plain data, ready for JSON. */
export interface Patterns {
  readonly schema: "zongjie/patterns@1";
  readonly documents: number;
  readonly distinct: number;
  readonly sections: number;
  readonly sources: readonly Source[];
  readonly families: readonly Family[];
  readonly themes: readonly Theme[];
  readonly kinds: readonly KindPattern[];
  /** Sources that a sentence pattern needs at least. */
  readonly least: number;
  readonly sentences: readonly SentencePattern[];
}
