import { DOCUMENT_KINDS, type DocumentKind, type HeadingTone, type Part, ROLES, type Role } from "@zongjie/document";
import { loadData, z } from "@zongjie/lexicon";

/** The frame of a kind of document: how it is named, opened and divided. */
export interface KindFrame {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly endings: readonly string[];
  readonly main: Role;
  readonly mains: readonly string[];
  readonly tense: "done" | "due";
  /** Whether such documents mostly tell of all that a unit works on. */
  readonly broad: boolean;
  readonly kin: Readonly<Record<string, number>>;
  readonly opening: readonly string[];
  readonly parts: readonly { readonly role: Part; readonly when: "always" | "seen" | "alone" }[];
}

/** Headings and guide of a role where the collection gives none. */
export interface RoleFrame {
  readonly role: Role;
  readonly headings: readonly string[];
  readonly guide: readonly string[];
  /** What the writer has to bring where no metric was learned. */
  readonly slots: readonly string[];
}

/** The file `outline-frames.yaml`. */
export interface FrameFile {
  readonly kinds: readonly KindFrame[];
  readonly roles: readonly RoleFrame[];
  readonly wrappers: readonly string[];
  readonly wrapperNames: { readonly done: string; readonly due: string };
  /** Object → verb: 国防教育 ends in 教育, so 深化国防教育. */
  readonly verbs: Readonly<Record<string, string>>;
  readonly anyVerb: string;
  readonly anyObject: string;
  /** What a clause begins with that cannot stand alone. */
  readonly dangling: readonly string[];
  /** Words that end a term, besides the objects of `verbs`: 军人, 档案. */
  readonly heads: readonly string[];
  /** Verbs and other words that do not begin a term. */
  readonly openers: readonly string[];
  readonly stress: readonly string[];
  readonly plainNumerals: readonly string[];
  readonly done: readonly string[];
  readonly due: readonly string[];
  readonly comingPeriods: readonly string[];
  readonly periods: readonly string[];
  readonly noPlace: readonly string[];
  /** What units work on, by the end of their names. */
  readonly fields: readonly { readonly field: string; readonly within: string; readonly ends: readonly string[] }[];
  /** Headings under which no figure stands. */
  readonly barren: readonly string[];
  readonly loose: string;
  readonly dull: readonly string[];
  readonly metricLead: readonly string[];
  readonly rates: readonly { readonly from: number; readonly words: string }[];
  /** Headings by tone, for main sections and for roles; the lexicon's words that make one around a term. */
  readonly tones: Readonly<Record<HeadingTone, Readonly<Partial<Record<Part, readonly string[]>>>>> & {
    /** Verbs that begin a heading of verb and object, besides those of `verbs`. */
    readonly verbs: readonly string[];
    readonly fourHeads: readonly string[];
    readonly plainEnd: { readonly done: string; readonly due: string };
    readonly fourEnds: { readonly done: readonly string[]; readonly due: readonly string[] };
  };
  readonly guide: {
    readonly figures: string;
    readonly task: string;
    readonly aim: string;
    readonly directions: { readonly up: string; readonly down: string; readonly flat: string };
    readonly terms: string;
    readonly metrics: string;
    readonly first: string;
    readonly last: string;
    readonly none: string;
  };
}

const word = z.string().min(1);
const words = z.array(word).min(1);
const part = z.enum([...ROLES, "main"]);

const frameFile: z.ZodType<FrameFile> = z.strictObject({
  kinds: z.array(
    z.strictObject({
      kind: z.enum(DOCUMENT_KINDS),
      name: z.string(),
      endings: z.array(word),
      main: z.enum(ROLES),
      mains: words,
      tense: z.enum(["done", "due"]),
      broad: z.boolean(),
      kin: z.record(z.string(), z.number().min(0).max(1)),
      opening: words,
      parts: z.array(z.strictObject({ role: part, when: z.enum(["always", "seen", "alone"]) })),
    }),
  ),
  roles: z.array(z.strictObject({ role: z.enum(ROLES), headings: words, guide: words, slots: z.array(word) })),
  wrappers: words,
  wrapperNames: z.strictObject({ done: word, due: word }),
  verbs: z.record(z.string(), word),
  anyVerb: word,
  anyObject: word,
  dangling: words,
  heads: words,
  openers: words,
  stress: words,
  plainNumerals: words,
  done: words,
  due: words,
  comingPeriods: words,
  periods: words,
  noPlace: words,
  fields: z.array(z.strictObject({ field: word, within: word, ends: words })),
  barren: words,
  loose: word,
  dull: words,
  metricLead: words,
  rates: z.array(z.strictObject({ from: z.number(), words: word })).min(1),
  tones: z.strictObject({
    "four-character": z.partialRecord(part, words),
    "verb-object": z.partialRecord(part, words),
    plain: z.partialRecord(part, words),
    verbs: words,
    fourHeads: words,
    plainEnd: z.strictObject({ done: word, due: word }),
    fourEnds: z.strictObject({ done: words, due: words }),
  }),
  guide: z.strictObject({
    figures: word,
    task: word,
    aim: word,
    directions: z.strictObject({ up: word, down: word, flat: word }),
    terms: word,
    metrics: word,
    first: word,
    last: word,
    none: word,
  }),
});

let loaded: FrameFile | undefined;

/** The frames of outlines, read on first use: a 总结 ends with 打算. @throws Error as `loadData` does */
export function frames(): FrameFile {
  loaded ??= loadData("outline-frames.yaml", frameFile);
  return loaded;
}

/** The frame of a kind; that of 其他 for a kind that nobody knows. @throws Error where the file has none */
export function kindFrame(kind: string): KindFrame {
  const { kinds } = frames();
  const found = kinds.find((frame) => frame.kind === kind) ?? kinds.find((frame) => frame.kind === "其他");
  if (found === undefined) throw new Error("outline-frames.yaml: no frame for 其他");
  return found;
}

/** The frame of a role; that of 其他 where it has none of its own. @throws Error where the file has none */
export function roleFrame(role: Role): RoleFrame {
  const { roles } = frames();
  const found = roles.find((frame) => frame.role === role) ?? roles.find((frame) => frame.role === "其他");
  if (found === undefined) throw new Error("outline-frames.yaml: no frame for 其他");
  return found;
}
