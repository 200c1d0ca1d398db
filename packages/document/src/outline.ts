import type { DocumentKind, Section } from "./record.ts";
import type { Span } from "./span.ts";

/** A section of an outline with its place in the page: 二、存在的问题 stands in line 8 of the source. */
export interface OutlineSection extends Omit<Section, "children"> {
  /** From its first to its last character in the decoded source; null where the record has no whole ledger. */
  readonly raw: Span | null;
  /** Line of the decoded source that it begins on, from 1; null where only the record is at hand. */
  readonly line: number | null;
  readonly children: readonly OutlineSection[];
  /** Where sections were asked for by role: the headings above it, the highest one first. */
  readonly above?: readonly string[] | undefined;
  /** Where sections were asked for by role: its whole text, that of its children too. */
  readonly text?: string | undefined;
}

/** A fault of a document's numbering: 一、二、四、 leaves a gap. */
export interface OutlineFault {
  readonly code: string;
  /** The marker that breaks the numbering, in the document's text. */
  readonly span: Span;
  readonly line: number | null;
}

/** What `zongjie outline` writes for a document as JSON: `zongjie/outline@1`. */
export interface DocumentOutline {
  readonly schema: "zongjie/outline@1";
  readonly uri: string;
  /** Index of the document on its page. */
  readonly document: number;
  readonly id: string;
  readonly title: string | null;
  readonly kind: DocumentKind;
  readonly sections: readonly OutlineSection[];
  readonly issues: readonly OutlineFault[];
}
