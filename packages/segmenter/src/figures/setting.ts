import type { DocumentKind, Role, Span } from "@zongjie/document";

/** A section: where it begins, and what it does in its document. */
export interface Passage {
  readonly start: number;
  readonly role: Role;
}

/** What a caller may know of the document that a text is; offsets count in the text. */
export interface FigureContext {
  /** Headings without body text behind them on their line; no period phrase reaches over them. */
  readonly headings?: readonly Span[];
  /** Sections of all levels, sorted; without them headings say which passages look ahead. */
  readonly passages?: readonly Passage[];
  readonly kind?: DocumentKind;
  /** The year that 今年 is: that of 2023年工作总结. */
  readonly year?: number;
}

/** The same, with nothing left out. */
export interface Setting {
  readonly headings: readonly Span[];
  readonly passages: readonly Passage[] | null;
  readonly kind: DocumentKind | null;
  readonly year: number | null;
}

/** Fills in what a caller did not say: `settingOf({}).headings` is empty. */
export function settingOf({ headings = [], passages, kind, year }: FigureContext): Setting {
  return { headings, passages: passages ?? null, kind: kind ?? null, year: year ?? null };
}
