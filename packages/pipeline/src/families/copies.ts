import { jaccard } from "@zongjie/composer";
import type { DuplicateFamily } from "@zongjie/document";
import type { ComparedCollection } from "./collection.ts";
import { familyOf, type Kin, openingOf, rounded } from "./family.ts";
import { lettersOf } from "./letters.ts";
import { shinglesOf } from "./signature.ts";

/** Pairs are listed for families of so many members. */
const LISTED = 256;

/** A document of a family, and which text it has. */
interface Holder {
  readonly at: number;
  readonly text: number;
}

/** Likeness of two texts that were compared; 1 for a text and itself. */
type Known = (a: number, b: number) => number | undefined;

/** The families of documents that are the same or nearly so, in the order of their originals. */
export function* copyFamilies(collection: ComparedCollection): Generator<DuplicateFamily> {
  const { documents, read } = collection;
  for (const { members, known } of gather(collection)) {
    const first = members[0] as Holder;
    const original = read(first.at);
    const shingles = shinglesOf(lettersOf(original).codes);
    const kin = members.map(({ at, text }): Kin => {
      const whole = read(at);
      const similarity = known(first.text, text) ?? jaccard(shingles, shinglesOf(lettersOf(whole).codes));
      return { at, span: { start: 0, end: whole.length }, type: text === first.text ? "exact" : "near", similarity };
    });
    const type = kin.every((one) => one.type === "exact") ? "exact" : "near";
    const opening = openingOf(original, { start: 0, end: original.length });
    yield familyOf(type, documents, kin, opening, members.length <= LISTED ? listed(members, known) : null);
  }
}

/** The members of each family by age, and what is known of their likeness. */
function gather({ holders, places, similar, age }: ComparedCollection): { members: Holder[]; known: Known }[] {
  const { heads, pairs } = similar;
  const members = new Map<number, Holder[]>();
  for (const [text, own] of holders.entries()) {
    const head = heads[places[text] as number] as number;
    const all = members.get(head) ?? [];
    all.push(...own.map((at) => ({ at, text })));
    members.set(head, all);
  }
  const likenesses = new Map<number, Map<number, number>>();
  for (const { a, b, similarity } of pairs()) {
    const head = heads[a] as number;
    if (head !== heads[b]) continue;
    const own = likenesses.get(head) ?? new Map<number, number>();
    likenesses.set(head, own.set(a * holders.length + b, similarity));
  }
  return [...members]
    .filter(([, own]) => 1 < own.length)
    .map(([head, own]) => ({
      members: own.sort((a, b) => age(a.at, b.at)),
      known: (a: number, b: number): number | undefined => {
        const [x, y] = [places[a] as number, places[b] as number];
        return x === y ? 1 : likenesses.get(head)?.get(Math.min(x, y) * holders.length + Math.max(x, y));
      },
    }))
    .sort((a, b) => (a.members[0]?.at ?? 0) - (b.members[0]?.at ?? 0));
}

function listed(members: readonly Holder[], known: Known): [number, number, number][] {
  return members.flatMap((b, j) =>
    members.slice(0, j).flatMap((a, i): [number, number, number][] => {
      const similarity = known(a.text, b.text);
      return similarity === undefined ? [] : [[i, j, rounded(similarity)]];
    }),
  );
}
