import { z } from "zod";
import { loadData } from "./load.ts";

/** How the ordinal of a marker is written: 十二, 12, ⑫, 1.2, 首先. */
export type OrdinalKind = "han" | "arabic" | "sign" | "dotted" | "adverb";

/** One style of heading marker: 一、 （一） 1、 (1) ①. */
export interface MarkerStyle {
  readonly id: string;
  readonly note: string;
  /** What a record says: 一、 1, （一） 2, 1、 3, （1） 4; 0: one below the section it stands in. */
  readonly level: number;
  /** Place in the tree: a lower rank stands above. */
  readonly rank: number;
  readonly ordinal: OrdinalKind;
  /** How strongly such a marker speaks for a heading. */
  readonly weight: number;
  readonly dress: "line" | "any";
  /** The style whose series it belongs to, where it is a variant. */
  readonly same?: string | undefined;
  readonly heading?: "clause" | undefined;
  readonly pattern: string;
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

/** One style of run-in enumeration: 一是……二是……. */
export interface RunInStyle {
  readonly id: string;
  readonly note: string;
  readonly pattern: string;
  readonly ordinal: OrdinalKind;
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

/** The file `heading-markers.yaml`. */
export interface MarkerFile {
  readonly markers: readonly MarkerStyle[];
  readonly runIns: readonly RunInStyle[];
  readonly adverbs: Readonly<Record<string, number>>;
}

const ordinal = z.enum(["han", "arabic", "sign", "dotted", "adverb"]);
const words = z.array(z.string().min(1)).min(1);
const marker = z.strictObject({
  id: z.string(),
  note: z.string().min(4),
  level: z.int().min(0),
  rank: z.number(),
  ordinal,
  weight: z.number(),
  dress: z.enum(["line", "any"]),
  same: z.string().optional(),
  heading: z.enum(["clause"]).optional(),
  pattern: z.string(),
  hit: words,
  miss: words,
});
const runIn = z.strictObject({
  id: z.string(),
  note: z.string().min(4),
  pattern: z.string(),
  ordinal,
  hit: words,
  miss: words,
});
const markerFile: z.ZodType<MarkerFile> = z.strictObject({
  markers: z.array(marker).min(1),
  runIns: z.array(runIn).min(1),
  adverbs: z.record(z.string(), z.number()),
});

const STRUCTURE_LISTS = [
  "salutation",
  "salutationOpen",
  "unit",
  "signer",
  "title",
  "caption",
  "annex",
  "noHeading",
  "closing",
  "open",
  "opener",
] as const;

/** The file `structure-words.yaml`: 各位代表, 总之, 附件 …. */
export type StructureWords = Readonly<Record<(typeof STRUCTURE_LISTS)[number], readonly string[]>>;

const structureFile: z.ZodType<StructureWords> = z.strictObject({
  salutation: words,
  salutationOpen: words,
  unit: words,
  signer: words,
  title: words,
  caption: words,
  annex: words,
  noHeading: words,
  closing: words,
  open: words,
  opener: words,
});

/** What speaks for a role: words of headings and of body text with their weights. */
export interface RoleWords {
  readonly role: string;
  readonly note: string;
  /** In a heading: 存在的问题. */
  readonly heading: Readonly<Record<string, number>>;
  /** In the text under it, counted once each: 领导小组. */
  readonly body: Readonly<Record<string, number>>;
  /** Whether sections below one of this role take it over. */
  readonly inherit: boolean;
}

/** The file `role-words.yaml`. */
export interface RoleFile {
  readonly roles: readonly RoleWords[];
  /** Signs of work to come and of work done: 下一步, 已完成. */
  readonly future: Readonly<Record<string, number>>;
  readonly past: Readonly<Record<string, number>>;
  /** The role of a section that nothing speaks for, by kind of document. */
  readonly usual: Readonly<Record<string, string>>;
}

const weights = z.record(z.string().min(1), z.number());
const roleFile: z.ZodType<RoleFile> = z.strictObject({
  roles: z.array(
    z.strictObject({
      role: z.string(),
      note: z.string().min(4),
      heading: weights,
      body: weights,
      inherit: z.boolean(),
    }),
  ),
  future: weights,
  past: weights,
  usual: z.record(z.string(), z.string()),
});

const loaded = new Map<string, unknown>();

function once<T>(name: string, schema: z.ZodType<T>): T {
  if (!loaded.has(name)) loaded.set(name, loadData(name, schema));
  return loaded.get(name) as T;
}

/** The table of heading markers, read on first use: 一、 is level 1. @throws Error as `loadData` does */
export function headingMarkers(): MarkerFile {
  return once("heading-markers.yaml", markerFile);
}

/** Words that tell the parts of a document apart, read on first use: 总之 opens a closing. @throws Error as `loadData` does */
export function structureWords(): StructureWords {
  return once("structure-words.yaml", structureFile);
}

/** Words that speak for a role, read on first use: 存在的问题 is 问题. @throws Error as `loadData` does */
export function roleWords(): RoleFile {
  return once("role-words.yaml", roleFile);
}
