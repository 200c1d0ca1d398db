import type { DuplicateFamily } from "@zongjie/document";
import { printStore } from "./chains.ts";
import type { Collection } from "./collection.ts";
import { copyFamilies } from "./copies.ts";
import { byAge, type CollectionDocument } from "./family.ts";
import { contentKey } from "./gram.ts";
import { lettersOf } from "./letters.ts";
import { passageFamilies } from "./shared-passages.ts";
import { shinglesOf, signatureOf } from "./signature.ts";
import { findSimilar, type Similar } from "./similar.ts";
import { winnow } from "./winnow.ts";

/** Looks for duplicates over a collection: documents are added one by one, then found. */
export interface FamilyFinder {
  readonly add: (document: CollectionDocument, text: string) => void;
  /** The families, those of whole documents first; `read` gives the text of the n-th document that was added again. */
  readonly families: (read: (index: number) => string) => Generator<DuplicateFamily>;
}

/**
 * Looks for documents that are the same or nearly so, and, but for `passages: false`, for long passages that stand in
 * several. Of a document are kept its names, a signature of 640 bytes, and eight bytes for each of its fingerprints (one
 * in fourteen letters, 1,024 at most); twelve where they are compared. Texts are read again to be compared in full.
 * Which documents are a family does not depend on the order in which they were added.
 */
export function familyFinder({ passages = true }: { readonly passages?: boolean } = {}): FamilyFinder {
  const all: Collection = { documents: [], holders: [], keys: [], signatures: [], prints: printStore() };
  const known = new Map<number, number>();
  return {
    add(document, text) {
      const index = all.documents.push(document) - 1;
      const { codes } = lettersOf(text);
      if (codes.length === 0) return;
      const key = contentKey(codes);
      const same = known.get(key);
      if (same !== undefined) {
        all.holders[same]?.push(index);
        return;
      }
      known.set(key, all.holders.length);
      all.holders.push([index]);
      all.keys.push(key);
      all.signatures.push(signatureOf(codes));
      if (passages) all.prints.add(winnow(codes));
    },
    *families(read) {
      const age = byAge(all.documents);
      for (const own of all.holders) own.sort(age);
      const compared = { ...all, ...compare(all, read), age, read };
      yield* copyFamilies(compared);
      if (passages) yield* passageFamilies(compared);
    },
  };
}

/** Compares the texts in an order that their letters alone give. */
function compare(
  { keys, holders, signatures }: Collection,
  read: (index: number) => string,
): { places: Uint32Array; similar: Similar } {
  const order = [...keys.keys()].sort((a, b) => (keys[a] as number) - (keys[b] as number));
  const places = new Uint32Array(order.length);
  for (const [place, text] of order.entries()) places[text] = place;
  const similar = findSimilar(
    order.map((text) => signatures[text] as Uint16Array),
    (place) => shinglesOf(lettersOf(read(holders[order[place] as number]?.[0] as number)).codes),
  );
  return { places, similar };
}
