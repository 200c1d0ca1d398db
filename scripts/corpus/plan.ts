import { titleOf } from "./facts.ts";
import type { PagePlan } from "./page.ts";
import { hash, random } from "./random.ts";
import type { Encoding, Skin } from "./skin.ts";
import type { SourceDocument } from "./source.ts";

/**
 * Which pages a half has: each document on a text page and an HTML page of its own, the skins of each taking turns; and for each separator of each skin a
 * collection of three to eight documents, those of one kind and field together (`篇1：…卫生局…`, `篇2：…卫生院…`).
 */
export function planPages(documents: readonly SourceDocument[], skins: readonly Skin[]): PagePlan[] {
  const titles = documents.map(titleOf).filter((t) => t !== null);
  const used = new Map<string, number>();
  const encodingFor = (skin: Skin): Encoding => {
    const n = used.get(skin.id) ?? 0;
    used.set(skin.id, n + 1);
    return skin.encodings[n % skin.encodings.length] as Encoding;
  };
  const singles = documents.flatMap((document, i) =>
    (["text", "html"] as const).flatMap((media): PagePlan[] => {
      const turn = skins.filter((s) => s.media === media);
      const skin = turn[i % turn.length];
      if (skin === undefined) return [];
      return [
        {
          name: `${document.meta.id}--${skin.id}`,
          skin,
          documents: [document],
          separator: null,
          encoding: encodingFor(skin),
          titles,
        },
      ];
    }),
  );
  const collections = skins.flatMap((skin) =>
    skin.separators.flatMap((separator, n): PagePlan[] => {
      const name = `collection-${n + 1}--${skin.id}`;
      const chosen = gathered(documents, name);
      return chosen.length < 2
        ? []
        : [{ name, skin, documents: chosen, separator, encoding: encodingFor(skin), titles }];
    }),
  );
  return [...singles, ...collections];
}

/** Three to eight documents, of one kind and field as far as they go; the first depends on the page's name. */
function gathered(documents: readonly SourceDocument[], name: string): SourceDocument[] {
  if (documents.length === 0) return [];
  const draw = random(`${name}/gather`);
  const lead = documents[hash(name) % documents.length] as SourceDocument;
  const distance = (d: SourceDocument): number =>
    (d.meta.kind === lead.meta.kind ? 0 : 2) + (d.meta.field === lead.meta.field ? 0 : 1);
  const order = draw.shuffle(documents.filter((d) => d !== lead)).sort((a, b) => distance(a) - distance(b));
  const alike = order.filter((d) => distance(d) < 2).length;
  // a collection is of one kind where there are enough of it, and mixed now and then
  const most = 2 <= alike && draw.chance(0.8) ? Math.min(alike, 7) : 7;
  return [lead, ...order.slice(0, draw.between(2, most))];
}
