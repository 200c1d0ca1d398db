import { jaccard } from "@zongjie/composer";
import type { DuplicateFamily } from "@zongjie/document";
import type { Chain } from "./chains.ts";
import type { ComparedCollection } from "./collection.ts";
import { familyOf, type Kin, openingOf } from "./family.ts";
import { type Letters, lettersOf } from "./letters.ts";
import { findPassages, groupPassages, type PassageGroup } from "./passages.ts";
import { recent } from "./recent.ts";
import { shinglesOf } from "./signature.ts";

/** Letters that are kept at hand while passages are read: 100 MB with their places. */
const AT_HAND = 2 ** 24;

/** Long passages that documents of different families have in common: `全县……` in two reports. Texts are read again. */
export function* passageFamilies(collection: ComparedCollection): Generator<DuplicateFamily> {
  const { holders, read } = collection;
  const letters = recent<Letters>(
    AT_HAND,
    (text) => lettersOf(read(holders[text]?.[0] as number)),
    ({ codes }) => codes.length,
  );
  for (const group of groupPassages(findPassages(foreign(collection), (text) => letters(text).codes)))
    yield passageFamily(collection, group, letters);
}

/** Chains between documents of different families: of copies the whole text is one passage. */
function* foreign({ prints, places, similar: { heads } }: ComparedCollection): Generator<Chain> {
  const headOf = (text: number): number => heads[places[text] as number] as number;
  for (const chain of prints.chains(places)) if (headOf(chain.text) !== headOf(chain.of)) yield chain;
}

function passageFamily(
  { documents, holders, age, read }: ComparedCollection,
  { text, span, copies }: PassageGroup,
  letters: (text: number) => Letters,
): DuplicateFamily {
  const members = [{ text, ...span }, ...copies]
    .map((one) => ({ ...one, at: holders[one.text]?.[0] as number }))
    .sort((a, b) => age(a.at, b.at) || a.start - b.start)
    .map(({ at, text: own, start, end }) => {
      const { codes, offsets } = letters(own);
      const last = offsets[end - 1] as number;
      // the last character may be a pair of units
      const size = 0xffff < (read(at).codePointAt(last) ?? 0) ? 2 : 1;
      return { at, codes: codes.slice(start, end), span: { start: offsets[start] as number, end: last + size } };
    });
  const first = members[0] as (typeof members)[number];
  const shingles = shinglesOf(first.codes);
  const kin = members.map(({ at, codes, span: place }): Kin => {
    const isExact = codes.length === first.codes.length && codes.every((code, i) => code === first.codes[i]);
    const similarity = isExact ? 1 : jaccard(shingles, shinglesOf(codes));
    return { at, span: place, type: isExact ? "exact" : "near", similarity };
  });
  return familyOf("passage", documents, kin, openingOf(read(first.at), first.span), null);
}
