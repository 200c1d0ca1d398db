import type { Comparison, DocumentKind, Qualifier } from "./record.ts";

/** How a figure changed: `{ base: "同比", direction: "up", value: 3.2, unit: "%" }`; without a value the figure itself is the change. */
export interface BriefComparison extends Pick<Comparison, "direction"> {
  readonly base?: string | undefined;
  readonly value?: number | string | undefined;
  readonly unit?: string | undefined;
}

/** A figure that a draft shall tell: `{ metric: "门诊人次", value: 485000, unit: "人次", period: "2024年" }`. */
export interface BriefFigure {
  readonly metric: string;
  /** Printed as given: 485000 or "48.5万". */
  readonly value: number | string;
  readonly unit?: string | undefined;
  readonly period?: string | null | undefined;
  readonly qualifier?: Qualifier | null | undefined;
  /** Also in words: 同比增长3.2%. */
  readonly comparison?: BriefComparison | string | null | undefined;
  /** True: the value is an aim, not yet reached. A number: the aim for the same metric. */
  readonly target?: boolean | number | string | undefined;
  /** Title or role of the section where it belongs. */
  readonly section?: string | null | undefined;
}

/** Somebody whom a draft may name: 周明远, 院长. */
export interface BriefPerson {
  readonly name: string;
  readonly post?: string | undefined;
}

export const BRIEF_LENGTHS = ["short", "normal", "long"] as const;
export const HEADING_TONES = ["four-character", "verb-object", "plain"] as const;
/** 领导重视，责任到位 · 加强组织领导 · 组织领导情况. */
export type HeadingTone = (typeof HEADING_TONES)[number];

/** What a clerk asks for: `{ kind: "总结", topic: "双拥工作", unit: "望麓县人民医院", period: "2024年" }`. */
export interface Brief {
  readonly kind: DocumentKind;
  readonly topic?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly period?: string | null | undefined;
  readonly addressee?: string | null | undefined;
  /** Date of the signature, as it is to be printed. */
  readonly date?: string | null | undefined;
  /** Titles or roles of the sections that are wanted, in order; without them the collection decides. */
  readonly sections?: readonly string[] | null | undefined;
  /** In words, or about how many characters. */
  readonly length?: (typeof BRIEF_LENGTHS)[number] | number | null | undefined;
  readonly headings?: HeadingTone | null | undefined;
  readonly figures?: readonly BriefFigure[] | null | undefined;
  readonly people?: readonly (BriefPerson | string)[] | null | undefined;
  readonly places?: readonly string[] | null | undefined;
}
