import type { Span } from "@zongjie/document";
import type { Change } from "../change.ts";
import type { Qualified } from "../qualify.ts";

/** What has been named before a figure. */
export interface Names {
  /** The name of the figure before. */
  readonly metric: string;
  /** What the sentence speaks of: not the plan or the whole that a figure is measured against. */
  readonly topic: string;
  /** What the sentence before spoke of. */
  readonly earlier: string;
  /** What was counted in each unit so far in the sentence. */
  readonly units: ReadonlyMap<string, string>;
}

/** What is at hand when a figure is named. */
export interface Look {
  /** The text with full-width signs, which the evidence is taken from. */
  readonly text: string;
  /** The same text as it is written, which names are taken from. */
  readonly written: string;
  readonly quantities: readonly Qualified[];
  /** Which of the quantities it is. */
  readonly at: number;
  /** Where its clause begins, not before the end of the figure before. */
  readonly clause: number;
  /** What its clause says before it, without the words that lead to it: 全县|参合率|达到. Empty where nothing is left. */
  readonly named: Span;
  /** Where the words behind it end. */
  readonly behind: number;
  readonly change: Change | null;
  readonly before: Names;
  /** Whom it speaks of with the limit before it, or of which it is the limit: `35岁以下党员|98名`. */
  readonly limited: string;
}
