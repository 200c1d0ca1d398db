import { z } from "zod";
import {
  type Family,
  type KindPattern,
  PATTERN_PLACES,
  type Part,
  type PatternSlot,
  type Patterns,
  type SentencePattern,
  SLOT_TYPES,
  type Source,
  type Term,
  type Theme,
  type Wording,
} from "../patterns.ts";
import { DOCUMENT_KINDS, FIGURE_KINDS, QUALIFIERS, ROLES } from "../record.ts";

const count = z.int().nonnegative();
const backing = z.array(count).describe("indexes into sources, ascending");
const kind = z.enum(DOCUMENT_KINDS);
const role = z.enum(ROLES);
const part: z.ZodType<Part> = z.enum([...ROLES, "main"]);
const wording: z.ZodType<Wording> = z.object({ text: z.string().min(1), sources: backing });
const wordings = z.array(wording);
const term: z.ZodType<Term> = z.object({ text: z.string().min(1), sources: backing, titled: backing });

const source: z.ZodType<Source> = z.object({
  id: z.string(),
  copies: z.array(z.string()),
  kind,
  matter: z.string(),
  family: count,
  tops: count,
  wrapped: z.boolean(),
  print: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
  outline: z.array(z.object({ role, part, theme: z.int().min(-1) })),
});

const family: z.ZodType<Family> = z.object({ matters: z.array(z.string()), sources: backing, themes: z.array(count) });

const theme: z.ZodType<Theme> = z.object({
  id: count,
  family: count,
  part,
  sources: backing,
  headings: wordings,
  clauses: wordings,
  terms: z.array(term),
  metrics: wordings,
  children: wordings,
  pairs: z.array(z.string()),
  place: z.number().min(0).max(1),
});

const kindPattern: z.ZodType<KindPattern> = z.object({
  kind,
  documents: count,
  distinct: count,
  sections: count.nullable(),
  follows: z.array(
    z.object({
      from: z.union([role, z.literal("始")]),
      to: z.union([role, z.literal("终")]),
      support: count,
      sources: backing,
    }),
  ),
  roles: z.array(
    z.object({
      role,
      support: count,
      sources: backing,
      headings: z.array(z.object({ sources: backing, wordings })),
      metrics: wordings,
    }),
  ),
});

const slot: z.ZodType<PatternSlot> = z.object({
  type: z.enum(SLOT_TYPES),
  words: z.array(z.string().min(1)),
  figure: z
    .object({
      kind: z.enum(FIGURE_KINDS),
      modality: z.enum(["stated", "target"]),
      qualifier: z.enum(QUALIFIERS).nullable(),
      direction: z.enum(["up", "down", "flat"]).nullable(),
    })
    .nullable(),
});

const SLOT = /\{[^{}]+\}/gu;

const sentence: z.ZodType<SentencePattern> = z
  .object({
    id: z.string().min(1),
    role: role.nullable(),
    place: z.enum(PATTERN_PLACES),
    text: z.string().min(1),
    slots: z.array(slot),
    support: count,
    sources: backing,
  })
  .refine(({ text, slots }) => (text.match(SLOT)?.length ?? 0) === slots.length, "slots do not fit the text");

/** What `zongjie learn` writes: `zongjie/patterns@1`. Indexes lead to things that are there. */
export const patternsSchema: z.ZodType<Patterns> = z
  .object({
    schema: z.literal("zongjie/patterns@1"),
    documents: count,
    distinct: count,
    sections: count,
    sources: z.array(source),
    families: z.array(family),
    themes: z.array(theme),
    kinds: z.array(kindPattern),
    least: z.int().min(1),
    sentences: z.array(sentence),
  })
  .superRefine(({ sources, families, themes, sentences }, context) => {
    const lost = [...families, ...themes, ...sentences].some((one) => one.sources.some((i) => sources.length <= i));
    if (lost)
      context.addIssue({ code: "custom", message: "names a source that is not in the file", path: ["sources"] });
    if (themes.some(({ id }, i) => id !== i) || themes.some((one) => families.length <= one.family))
      context.addIssue({ code: "custom", message: "themes and families do not fit together", path: ["themes"] });
  })
  .describe("what a collection teaches: sections, headings, sentences");
