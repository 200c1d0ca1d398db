import type { Removal } from "@zongjie/document";

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
}

/** One input: where it came from and its bytes. */
export interface PageInput {
  readonly uri: string;
  readonly bytes: Uint8Array;
}
