import type { CheckCode, Figure, Suspect } from "./record.ts";
import type { Span } from "./span.ts";

/** A figure that a finding speaks of: the total 12113件 and its parts. */
export interface FindingFigure extends Pick<Figure, "surface" | "start" | "end" | "metric" | "value" | "unit"> {
  /** Its place among the document's figures. */
  readonly index: number;
  /** From its first to its last character in the decoded source. */
  readonly raw: Span;
}

/** What a proof-reader looks at: 共12113件 whose parts sum to 12108, a share of 482 %. Spans count in the document's text. */
export interface Finding {
  readonly uri: string;
  /** Index of the document on its page. */
  readonly document: number;
  readonly id: string;
  readonly title: string | null;
  /** A sum that the text states, or a figure that cannot be meant as it is written. */
  readonly type: "check" | "suspect";
  readonly code: CheckCode | Suspect;
  readonly holds: boolean;
  /** The finding in words. */
  readonly message: string;
  /** What the text says and what the other figures come to; of a suspect figure its value and the likely one. */
  readonly stated: number | null;
  readonly computed: number | null;
  readonly tolerance: number | null;
  /** Line of the decoded source, from 1, of the first figure; null where only the record is at hand. */
  readonly line: number | null;
  readonly figures: readonly FindingFigure[];
  /** The sentences or rows of a table that hold the figures, each once, in reading order. */
  readonly sentences: readonly (Span & { readonly text: string })[];
}

/** What `zongjie check --format json` writes: `zongjie/check@1`. */
export interface FindingList {
  readonly schema: "zongjie/check@1";
  readonly findings: readonly Finding[];
}
