import type { PrintStore } from "./chains.ts";
import type { CollectionDocument } from "./family.ts";
import type { Similar } from "./similar.ts";

/** What is kept of a collection while its documents are added. Documents with the same letters and digits have one text. */
export interface Collection {
  readonly documents: CollectionDocument[];
  /** For each text the documents that have it; the earliest first when all are read. */
  readonly holders: number[][];
  readonly keys: number[];
  readonly signatures: Uint16Array[];
  readonly prints: PrintStore;
}

/** A collection that is read, its texts compared. */
export interface ComparedCollection extends Pick<Collection, "documents" | "holders" | "prints"> {
  /** For each text its place in an order that the letters alone give. */
  readonly places: Uint32Array;
  /** Which texts are alike, by those places. */
  readonly similar: Similar;
  /** Sorts documents by age. */
  readonly age: (a: number, b: number) => number;
  /** The text of the n-th document. */
  readonly read: (index: number) => string;
}
