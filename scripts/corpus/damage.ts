import type { Figure } from "./annotation.ts";
import { figureDamages } from "./damage-figures.ts";
import type { Damage, DamageOptions } from "./damage-kind.ts";
import { lineDamages } from "./damage-lines.ts";
import { bareDamages } from "./damage-marks.ts";
import type { Edit } from "./edit.ts";
import { random } from "./random.ts";
import type { Block } from "./source.ts";

/** All kinds of damage by the name that skins use; `hard-wrap` is the page's business (wrap.ts). */
export const DAMAGES: Readonly<Record<string, Damage>> = { ...bareDamages, ...figureDamages, ...lineDamages };

/** A block with the damage that befell it. */
export interface Damaged {
  readonly block: Block;
  readonly edits: readonly Edit[];
  /** Set where the break before the block is lost. */
  readonly glue: Edit | null;
  /** Figures as the damage leaves them. */
  readonly figures: readonly Figure[];
}

/** Damages the blocks of one document; the same seed gives the same damage. 1.38亿元 becomes 1、38亿元 and its figure a suspect. */
export function damageDocument(blocks: readonly Block[], damages: readonly DamageOptions[], seed: string): Damaged[] {
  const befalls = damages.map((d, i) => random(`${seed}/${i}/${d.kind}`).chance(d.chance));
  return blocks.map((block, n) => {
    const taken: Edit[] = [];
    const site = { block, before: blocks[n - 1] ?? null };
    for (const [i, options] of damages.entries()) {
      if (!befalls[i] || !options.on.includes(block.type)) continue;
      const find = DAMAGES[options.kind];
      if (find === undefined) throw new Error(`no damage is called ${options.kind}`);
      for (const edit of find(site, options, random(`${seed}/${i}/${options.kind}/${n}`)))
        if (fits(edit, taken, block)) taken.push(edit);
    }
    const edits = taken.filter((e) => !e.glue).sort((a, b) => a.start - b.start || a.end - b.end);
    const figures = block.figures.flatMap((figure, i) => {
      const change = edits.find((e) => e.figure?.index === i)?.figure;
      return change === undefined ? figure : change.set === null ? [] : { ...figure, ...change.set };
    });
    return { block, edits, glue: taken.find((e) => e.glue) ?? null, figures };
  });
}

/** No two edits touch; none crosses an end of a figure or heading; what cannot be mended stays out of figures unless it says what becomes of them. */
function fits(edit: Edit, taken: readonly Edit[], block: Block): boolean {
  if (edit.glue) return !taken.some((t) => t.glue);
  if (taken.some((t) => !t.glue && edit.start <= t.end && t.start <= edit.end)) return false;
  const edges = [...block.figures.flatMap((f) => [f.start, f.end]), block.heading?.end ?? 0];
  if (edges.some((edge) => edit.start < edge && edge < edit.end)) return false;
  const lasting = edit.repair === null || edit.repair.after === null;
  return edit.figure !== undefined || !lasting || !block.figures.some((f) => edit.start < f.end && f.start < edit.end);
}
