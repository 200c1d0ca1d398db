import type { Edit } from "./edit.ts";
import type { Random } from "./random.ts";
import type { Block, BlockType } from "./source.ts";
import type { RepairType } from "./vocabulary.ts";

/** How a website damages its texts, as its skin says it: `{ kind: mask-year, as: 20XX }`. */
export interface DamageOptions {
  readonly kind: string;
  /** Of the places where it could stand, the share where it does. */
  readonly share: number;
  /** The share of documents that it befalls at all. */
  readonly chance: number;
  readonly on: readonly BlockType[];
  readonly as: string;
  readonly marks: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly type: RepairType;
}

/** The block that a damage looks at, its index in the document, and the block before it. */
export interface Site {
  readonly block: Block;
  readonly before: Block | null;
}

/** Finds the places of one kind of damage in a block; the edits need not be sorted. */
export type Damage = (site: Site, options: DamageOptions, random: Random) => Edit[];
