/** The closed lists of the contract, as documents and gold write them: `总结`, `{组织领导}`, `k=count`, `q=at_least`. */
export {
  CHECK_CODES,
  type CheckCode,
  DOCUMENT_KINDS as KINDS,
  type DocumentKind as Kind,
  FIGURE_KINDS,
  QUALIFIERS,
  ROLES,
  SUSPECTS,
} from "@zongjie/document";

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
