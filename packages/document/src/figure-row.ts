import type { Figure } from "./record.ts";

/**
 * A figure of a page as one flat row: `门诊人次 | 485000 | 人次 | 2020年 | …`. Null where the text says nothing. A range is `low` and
 * `high`; the parts of a ratio (1:2) stand in `surface` only.
 */
export interface FigureRow
  extends Pick<
    Figure,
    | "subject"
    | "metric"
    | "kind"
    | "value"
    | "unit"
    | "surface"
    | "period"
    | "periodNormalized"
    | "qualifier"
    | "modality"
    | "suspect"
    | "likely"
    | "masked"
  > {
  /** Id of the document. */
  readonly document: string;
  readonly title: string | null;
  /** The unit that signed the document. */
  readonly issuer: string | null;
  /** The headings above the figure, the highest one first: `二、存在的问题 › （一）人员不足`. */
  readonly section: string | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Base of a change, verbatim; empty where the text names none, null where the figure is no change. */
  readonly comparison: string | null;
  readonly direction: "up" | "down" | "flat" | null;
  readonly sentence: string;
  /** The page. */
  readonly source: string;
  /** From its first to its last character in the decoded source. */
  readonly start: number;
  readonly end: number;
}

/** What `zongjie figures INPUT… --format json` writes: `zongjie/figures@1`. */
export interface FigureTable {
  readonly schema: "zongjie/figures@1";
  readonly figures: readonly FigureRow[];
}
