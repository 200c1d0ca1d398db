import type { Removal } from "@zongjie/document";
import type { FieldChoice } from "./readers/fields.ts";
import type { SiteLines } from "./sites/site.ts";

/** What a run may be told. */
export interface RunOptions {
  /** How much of the ledger is written: all, without markup and white space, or none. */
  readonly ledger?: "full" | "compact" | "none";
  /** How many keywords a document gets; 0 loads no dictionary. */
  readonly keywords?: number;
  /** True writes traditional characters simplified; left out, they stay as they are. */
  readonly simplified?: boolean;
  /** Classes of what a website adds that stay in the text: what was taken out for these reasons stands again. */
  readonly keep?: readonly Removal[];
  /** Lines that stand on many pages of a site, from an earlier pass over the pages: {@link SiteLines}. */
  readonly siteLines?: SiteLines;
  /** Which fields of rows hold pages (JSON, CSV, XLSX, Parquet), where a person says so. */
  readonly fields?: FieldChoice;
}

/** One input: where it came from and its bytes. */
export interface PageInput {
  readonly uri: string;
  /** The page's own: of a file, of a member of an archive, of the cell of a table. */
  readonly bytes: Uint8Array;
  /** What its sender says of the encoding: `text/html; charset=gb2312` or a label. A hint only. */
  readonly declared?: string;
  /** True for the cell of a table, which may hold a text or an article without its page. */
  readonly cell?: boolean;
  /** Where a crawl holds a part of the page only: what says so. */
  readonly cut?: string;
  /** Where the bytes are no text (Word, PDF): the text that was taken out of them. */
  readonly extract?: Extract;
}

/** Text that was taken out of a file; the page's raw offsets count in it. */
interface Extract {
  readonly text: string;
  readonly html: boolean;
  /** What the file is: `application/pdf`. */
  readonly mediaType: string;
}
