import { add, type Tally } from "./tally.ts";

/** Share of common 4-character shingles of two texts (F1), blanks and Markdown marks left out; pages above 0.95 count. */
export function measureText(tally: Tally, gold: string, found: string): void {
  const one = shingles(gold);
  const two = shingles(found);
  let common = 0;
  for (const [gram, n] of one) common += Math.min(n, two.get(gram) ?? 0);
  add(tally, "main text", [common, size(two), size(one)]);
}

function shingles(text: string): Map<string, number> {
  const chars = [...text.normalize("NFKC").replace(/[\s\u200b-\u200f\ufeff#*`|_~>=\-+\\[\]()<]+/g, "")];
  const out = new Map<string, number>();
  for (let i = 0; i + 4 <= chars.length; i++) {
    const gram = chars.slice(i, i + 4).join("");
    out.set(gram, (out.get(gram) ?? 0) + 1);
  }
  return out;
}

function size(bag: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const n of bag.values()) sum += n;
  return sum;
}

/** The main text of a page: its documents, a leading headline cut off. */
export function mainText(
  documents: readonly {
    readonly text: string;
    readonly blocks: readonly { readonly type: string; readonly end: number }[];
  }[],
): string {
  return documents
    .map((d) => {
      const title = d.blocks[0]?.type === "title" ? d.blocks[0].end : 0;
      return d.text.slice(title).trim();
    })
    .join("\n");
}
