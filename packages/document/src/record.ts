import type { Span } from "./span.ts";

/** What kind of text a document is. */
export const DOCUMENT_KINDS = ["总结", "计划", "汇报", "述职", "制度", "调研", "方案", "其他"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a section does in its document. */
export const ROLES = [
  "称谓",
  "导语",
  "基本情况",
  "组织领导",
  "做法",
  "成效",
  "经验体会",
  "问题",
  "打算",
  "建议",
  "保障",
  "结语",
  "落款",
  "附件",
  "其他",
] as const;
export type Role = (typeof ROLES)[number];

export const FIGURE_KINDS = [
  "count",
  "money",
  "percent",
  "rate",
  "ratio",
  "duration",
  "area",
  "length",
  "weight",
  "age",
  "frequency",
  "other",
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export const BLOCK_TYPES = [
  "title",
  "salutation",
  "heading",
  "paragraph",
  "list-item",
  "table-row",
  "caption",
  "signature",
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

export const ENTITY_TYPES = ["date", "period", "org", "place", "person", "document", "law"] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const QUALIFIERS = ["approx", "at_least", "at_most"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const SUSPECTS = ["decimal-lost", "decimal-separator", "malformed", "garbled"] as const;
export type Suspect = (typeof SUSPECTS)[number];

export const CHECK_CODES = [
  "parts-sum",
  "shares-sum",
  "percent-of",
  "growth",
  "product",
  "count-list",
  "same-metric",
  "range",
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** What a website adds to a page; the reasons for which text is taken out of it. */
export const REMOVALS = [
  "navigation",
  "breadcrumb",
  "byline",
  "site-title",
  "teaser",
  "disclaimer",
  "related-links",
  "pagination",
  "toc-marker",
  "file-info",
  "truncated-duplicate",
  "repeat",
  "tag-list",
  "footer",
  "widget",
  "advertisement",
  "caption-credit",
  "other",
] as const;
export type Removal = (typeof REMOVALS)[number];

/** The reasons for which text is repaired. */
const REPAIRS = [
  "decimal-separator",
  "stray-char",
  "split-word",
  "space-inserted",
  "hyphen-inserted",
  "mask",
  "line-wrap",
  "width",
  "character",
] as const;

export type Reason = "markup" | "whitespace" | Removal | (typeof REPAIRS)[number];
/** Reasons of the ledger: first what is taken out, then what is repaired; `other` is both. */
export const REASONS: readonly Reason[] = ["markup", "whitespace", ...REMOVALS, ...REPAIRS];

/** One change of a page: raw `[start, end)` became `insert`. */
export interface LedgerEntry extends Span {
  readonly insert: string;
  readonly stage: string;
  readonly rule: string;
  readonly reason: string;
  /** How sure it is that the change is right, 0–1 in hundredths: the least of what was joined; none where nothing speaks against it. */
  readonly confidence?: number;
}

/** A block of clean text: one line. `cells` are the spans of a table row's cells. */
export interface Block extends Span {
  readonly type: BlockType;
  readonly cells?: readonly Span[];
}

/** A span of the document with the raw pieces that it came from. */
export interface TracedSpan extends Span {
  readonly raw: readonly Span[];
}

export interface Comparison {
  /** Verbatim: 同比, 比上年, …; empty where the text names none. */
  readonly base: string;
  readonly direction: "up" | "down" | "flat";
}

/** A quantity that a text states, before it is tied to a page: offsets in the text at hand. */
export interface TextFigure extends Span {
  readonly surface: string;
  /** Multipliers applied (48.5万 → 485000); null for ranges, ratios, masks and what cannot be known. */
  readonly value: number | null;
  readonly range: readonly number[] | null;
  /** After the multiplier, verbatim after NFKC. */
  readonly unit: string;
  readonly kind: FigureKind;
  readonly qualifier: Qualifier | null;
  readonly metric: string;
  readonly subject: string | null;
  /** Verbatim period phrase. */
  readonly period: string | null;
  readonly periodNormalized: string | null;
  readonly comparison: Comparison | null;
  readonly modality: "stated" | "target";
  readonly suspect: Suspect | null;
  readonly likely: number | null;
  readonly masked: boolean;
}

/** A figure of a document: `raw` leads back to the page, `section` is the path of section indexes. */
export interface Figure extends TextFigure {
  readonly raw: readonly Span[];
  readonly section: readonly number[];
}

/** Arithmetic that the text itself states. `figures` are indexes into the document's figures. */
export interface Check {
  readonly code: CheckCode;
  readonly holds: boolean;
  readonly stated: number;
  readonly computed: number;
  readonly tolerance: number;
  readonly figures: readonly number[];
}

export interface SectionItem extends TracedSpan {
  readonly marker: string;
}

/** Where a heading stands, marker included, and how sure it is that it is one, 0–1 in hundredths. */
export interface SectionHeading extends TracedSpan {
  readonly confidence?: number | undefined;
}

/** A section of the outline. `heading`, `marker` and `title` are null for a passage without heading. */
export interface Section {
  readonly level: number;
  readonly depth: number;
  readonly marker: string | null;
  readonly title: string | null;
  readonly role: Role;
  /** What spoke most for the role, strongest first: `heading 问题`, `above 打算`; left out where the place alone tells it. */
  readonly because?: readonly string[] | undefined;
  readonly heading: SectionHeading | null;
  readonly span: Span;
  readonly children: readonly Section[];
  readonly items: readonly SectionItem[];
}

export interface Entity extends Span {
  readonly type: EntityType;
  readonly surface: string;
  readonly value: string | null;
}

export interface Keyword {
  readonly word: string;
  readonly weight: number;
}

/** A passage that repeats an earlier one of the same page. */
export interface Duplicate {
  readonly span: Span;
  readonly of: { readonly document: number; readonly span: Span };
  readonly type: "exact" | "near" | "spun";
  readonly similarity: number;
}

export interface Signature {
  readonly unit: string | null;
  readonly date: string | null;
}

export interface DocumentRecord {
  readonly id: string;
  readonly raw: Span;
  readonly title: string | null;
  readonly kind: DocumentKind;
  readonly complete: boolean;
  readonly addressee: string | null;
  readonly signature: Signature | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly sentences: readonly Span[];
  readonly entities: readonly Entity[];
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
  readonly keywords: readonly Keyword[];
  readonly duplicates: readonly Duplicate[];
}

/** Something that the reader of a record should know; `document` is null for the page as a whole. */
export interface Issue {
  readonly code: string;
  readonly document: number | null;
  /** In the document's text; in the raw source where `document` is null. */
  readonly span: Span | null;
  readonly note?: string;
}

export interface PageMeta {
  readonly title: string | null;
  readonly site: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly category: string | null;
}

export interface PageSource {
  readonly uri: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly mediaType: string;
}

/** What `zongjie run` writes for a page: `zongjie/page@1`. */
export interface PageRecord {
  readonly schema: "zongjie/page@1";
  readonly source: PageSource;
  readonly meta: PageMeta;
  readonly ledger: readonly LedgerEntry[];
  readonly documents: readonly DocumentRecord[];
  readonly issues: readonly Issue[];
}

/** Sections with those inside them, in reading order: 一、, its （一） and （二）, 二、 … */
export function flatSections<T extends { readonly children: readonly T[] }>(sections: readonly T[]): T[] {
  return sections.flatMap((section) => [section, ...flatSections(section.children)]);
}
