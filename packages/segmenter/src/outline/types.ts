import type { Block, DocumentKind, Role, Signature, Span } from "@zongjie/document";

/** A run-in enumeration of a section: 一是……, from its marker to the end of what it says. */
export interface PlainItem extends Span {
  readonly marker: string;
}

/** Where a heading stands, and how sure it is that it is one, 0–1 in hundredths. */
interface PlainHeading extends Span {
  readonly confidence?: number;
}

/** A section of the outline before it is tied to a page: the contract's Section, spans without `raw`. */
export interface PlainSection {
  readonly level: number;
  readonly depth: number;
  readonly marker: string | null;
  readonly title: string | null;
  readonly role: Role;
  /** What spoke most for the role, strongest first: `heading 问题`, `above 打算`; left out where its place alone tells it. */
  readonly because?: readonly string[];
  readonly heading: PlainHeading | null;
  readonly span: Span;
  readonly children: readonly PlainSection[];
  readonly items: readonly PlainItem[];
}

/** A heading that the markup names: `<h2>` is level 2. `start` is the offset of the line's first character. */
export interface HeadingLine {
  readonly start: number;
  readonly level: number;
}

/** A table row that the markup names, with its cells. */
export interface TableRow extends Span {
  readonly cells: readonly Span[];
}

/** What is known of a document besides its text. */
export interface OutlineHints {
  /** Where the title stands; null: the document has none; left out: look for it. */
  readonly titleSpan?: Span | null;
  readonly kind?: DocumentKind;
  readonly headingLines?: readonly HeadingLine[];
  readonly tableRows?: readonly TableRow[];
}

/** A doubt about the outline: 一、二、四、 leaves a gap. */
export interface OutlineIssue {
  readonly code: "outline.ordinal-gap" | "outline.ordinal-repeat" | "outline.level-skip";
  /** The marker (the heading where it has none). */
  readonly span: Span;
}

/** The structure of one document's clean text. */
export interface Outline {
  readonly title: (Span & { readonly text: string }) | null;
  readonly blocks: readonly Block[];
  readonly sections: readonly PlainSection[];
  readonly addressee: string | null;
  readonly signature: Signature | null;
  readonly issues: readonly OutlineIssue[];
}

/** A line of the text without the blanks around it; empty lines are none. */
export interface Line extends Span {
  /** Number among the non-empty lines. */
  readonly index: number;
}

/** A heading before it has a place in the tree. */
export interface Heading extends Span {
  /** End of the marker; equals `start` where there is none. */
  readonly markerEnd: number;
  readonly marker: string | null;
  readonly title: string;
  readonly level: number;
  readonly rank: number;
  /** How sure it is that it is one, once all headings are known. */
  readonly confidence?: number;
}
