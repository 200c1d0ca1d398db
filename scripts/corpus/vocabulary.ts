/** Kinds of documents, as the front matter writes them: `总结`. */
export const KINDS = ["总结", "计划", "汇报", "述职", "制度", "调研", "方案", "其他"] as const;
export type Kind = (typeof KINDS)[number];

/** Roles of sections, as a heading's braces write them: `{组织领导}`. */
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

/** Kinds of figures, the `k` of `⟦31支;k=count⟧`. */
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

/** Qualifiers of figures, the `q` of `⟦20多件;q=at_least⟧`. */
export const QUALIFIERS = ["at_least", "at_most", "approx"] as const;

/** Suspicions against a figure, the `s` of `⟦1、38亿元;s=decimal-separator⟧`. */
export const SUSPECTS = ["decimal-lost", "decimal-separator", "malformed", "garbled"] as const;

/** Arithmetic that a text can state, as `checks` names it: 共12人，其中男7人、女5人 is parts-sum. */
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

/** Why a line of a page is none of the document's, `当前位置：首页` being breadcrumb; `markup` for signs of markup left in the text. */
export const REASONS = [
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
  "markup",
] as const;
export type Reason = (typeof REASONS)[number];

/** What a repair mends: `粮 食` is space-inserted. */
export const REPAIR_TYPES = [
  "decimal-separator",
  "stray-char",
  "split-word",
  "space-inserted",
  "hyphen-inserted",
  "mask",
  "line-wrap",
  "width",
  "character",
  "other",
] as const;
export type RepairType = (typeof REPAIR_TYPES)[number];

/** Whether a word read from a file is one of a closed list. */
export function oneOf<T extends string>(list: readonly T[], word: unknown): word is T {
  return list.includes(word as T);
}
