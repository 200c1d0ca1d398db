import type { DuplicateFamily } from "@zongjie/document";

/** Pairs of names, the lesser first, as `a b`. */
export type Pairs = ReadonlySet<string>;

/** The name of a pair: of `a2` and `a1` it is `a1 a2`. */
function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * All pairs of texts whose runs of `width` letters have a Jaccard likeness of `least`: by counting what each two share.
 * It knows nothing of how families are found: letters by a pattern, shingles as strings.
 */
export function alikePairs(
  documents: readonly { readonly id: string; readonly text: string }[],
  width: number,
  least: number,
): Pairs {
  const holders = new Map<string, number[]>();
  const sizes: number[] = [];
  const out = new Set<string>();
  for (const [index, { id, text }] of documents.entries()) {
    const letters = text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
    const shingles = new Set<string>();
    for (let i = 0; i + width <= letters.length; i++) shingles.add(letters.slice(i, i + width));
    const shared = new Uint32Array(index);
    for (const shingle of shingles) {
      const own = holders.get(shingle);
      if (own === undefined) holders.set(shingle, [index]);
      else {
        for (const other of own) shared[other] = (shared[other] as number) + 1;
        own.push(index);
      }
    }
    for (const [other, count] of shared.entries())
      if (0 < count && least * (shingles.size + (sizes[other] as number) - count) <= count)
        out.add(pairOf(id, documents[other]?.id ?? ""));
    sizes.push(shingles.size);
  }
  return out;
}

/** The pairs that families list. */
export function listedPairs(families: readonly DuplicateFamily[]): Pairs {
  return new Set(
    families.flatMap(({ members, pairs }) =>
      (pairs ?? []).map(([a, b]) => pairOf(members[a]?.document ?? "", members[b]?.document ?? "")),
    ),
  );
}

/** All pairs of members of families of whole documents. */
export function memberPairs(families: readonly DuplicateFamily[]): Pairs {
  return new Set(
    families.flatMap(({ type, members }) =>
      type === "passage"
        ? []
        : members.flatMap((b, j) => members.slice(0, j).map((a) => pairOf(a.document, b.document))),
    ),
  );
}

/** Share of the first pairs that are among the second; of none 1. */
export function shareOf(pairs: Pairs, among: Pairs): number {
  let count = 0;
  for (const pair of pairs) if (among.has(pair)) count++;
  return pairs.size === 0 ? 1 : count / pairs.size;
}
