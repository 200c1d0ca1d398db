import type { PageMeta } from "./facts.ts";

/** Half-open offsets in UTF-16 units of the decoded page, a BOM not counted. */
export interface Spanned {
  readonly start: number;
  readonly end: number;
}

/** The gold of one page; corpus/README.md, "Gold", says what each field means. */
export interface Gold {
  readonly page: string;
  readonly encoding: string;
  readonly mediaType: string;
  readonly length: number;
  readonly meta: PageMeta;
  readonly documents: readonly (Spanned & Record<string, unknown>)[];
  readonly headings: readonly (Spanned & Record<string, unknown>)[];
  readonly figures: readonly (Spanned & Record<string, unknown> & { readonly surface: string })[];
  readonly checks: readonly Record<string, unknown>[];
  readonly repairs: readonly (Spanned & { readonly after: string | null; readonly type: string })[];
  readonly breaks: readonly (readonly [number, boolean])[];
  readonly keep: readonly (readonly [number, number])[];
  readonly drop: readonly (readonly [number, number, string])[];
  readonly text?: string;
}
