import { type Damaged, damageDocument } from "./damage.ts";
import { dressed } from "./dress.ts";
import { type Segment, segments, settled } from "./edit.ts";
import { random } from "./random.ts";
import type { Skin } from "./skin.ts";
import type { Block, SourceDocument } from "./source.ts";
import { wrapped } from "./wrap.ts";

/** A block as one page shows it; `settled` is its text as a good cleaner leaves it. */
export interface PrintedBlock extends Damaged {
  readonly parts: readonly Segment[];
  readonly settled: string;
}

/** A document as one page shows it. */
export interface PrintedDocument {
  readonly source: SourceDocument;
  readonly blocks: readonly PrintedBlock[];
  readonly complete: boolean;
}

/** Dresses, damages and wraps a document in the manner of a skin; `seed` names the page and the document's place on it. */
export function printed(
  source: SourceDocument,
  skin: Skin,
  seed: string,
  titled: boolean,
  cuttable: boolean,
): PrintedDocument {
  const draw = random(`${seed}/cut`);
  const cut = cuttable && skin.cut !== null && draw.chance(skin.cut.chance) ? skin.cut.share : 1;
  const shown = shortened(source.blocks, cut).filter((b) => titled || b.type !== "title");
  const blocks = damageDocument(
    shown.map((b) => dressedBlock(b, skin)),
    skin.damage,
    seed,
  ).map((damaged, i) => {
    const plain = segments(damaged.block.text, damaged.edits);
    const indent = /[\s\u3000]*$/.exec((skin.blocks[damaged.block.type] ?? "|").split("|")[0] ?? "")?.[0].length ?? 0;
    const wraps = skin.wrap !== null && damaged.block.type !== "table-row" && damaged.block.type !== "title";
    const parts =
      wraps && skin.wrap !== null
        ? wrapped(plain, skin.wrap.width, indent, skin.wrap.justify, `${seed}/wrap/${i}`)
        : plain;
    return { ...damaged, parts, settled: settled(parts) };
  });
  return { source, blocks, complete: source.meta.complete && cut === 1 };
}

function dressedBlock(block: Block, skin: Skin): Block {
  const text = dressed(block.text, skin.dress);
  const heading =
    block.heading === null
      ? null
      : { ...block.heading, marker: block.heading.marker === null ? null : text.slice(0, block.heading.marker.length) };
  return { ...block, text, heading };
}

/** The first part of a document, cut in mid-sentence where a site asks for a login: `share` of its characters. */
function shortened(blocks: readonly Block[], share: number): Block[] {
  if (1 <= share) return [...blocks];
  let left = Math.floor(share * blocks.reduce((n, b) => n + b.text.length, 0));
  const kept: Block[] = [];
  for (const block of blocks) {
    if (block.text.length <= left) kept.push(block);
    else {
      const inside = block.figures.find((f) => f.start < left && left < f.end);
      const end = inside === undefined ? left : inside.start;
      if (block.type === "paragraph" && 20 < end)
        kept.push({ ...block, text: block.text.slice(0, end), figures: block.figures.filter((f) => f.end <= end) });
      return kept;
    }
    left -= block.text.length;
  }
  return kept;
}
