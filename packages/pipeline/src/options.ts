/** What a run may be told. */
export interface RunOptions {
  /** How much of the ledger is written: all, without markup and white space, or none. */
  readonly ledger?: "full" | "compact" | "none";
  /** How many keywords a document gets; 0 loads no dictionary. */
  readonly keywords?: number;
}

/** One input: where it came from and its bytes. */
export interface PageInput {
  readonly uri: string;
  readonly bytes: Uint8Array;
}
