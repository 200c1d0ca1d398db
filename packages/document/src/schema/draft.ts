import { z } from "zod";
import {
  DRAFT_FORMS,
  type Draft,
  type DraftFigure,
  type DraftSection,
  type DraftSentence,
  HEADING_ORIGINS,
} from "../draft.ts";
import { DOCUMENT_KINDS, QUALIFIERS, ROLES } from "../record.ts";
import { comparisonSchema } from "./record.ts";

const count = z.int().nonnegative();
const slots = z.array(z.object({ name: z.string().min(1) })).describe("places that the writer has to fill");
const ids = z.array(z.string());

const draftSentenceSchema: z.ZodType<DraftSentence> = z.object({
  text: z.string().min(1),
  pattern: z.string().nullable().describe("id of the sentence pattern or frame; null for what the brief says"),
  support: count.describe("independent documents behind the pattern; 0 for a frame of the lexicon"),
  sources: ids,
  figures: ids.describe("ids of figures of the draft"),
  slots,
});

const draftFigureSchema: z.ZodType<DraftFigure> = z.object({
  id: z.string().min(1),
  metric: z.string(),
  value: z.number().nullable(),
  surface: z.string().min(1).describe("as it is to be printed, unit included"),
  unit: z.string(),
  period: z.string().nullable(),
  qualifier: z.enum(QUALIFIERS).nullable(),
  comparison: comparisonSchema.nullable(),
  modality: z.enum(["stated", "target"]),
  origin: z.enum(["brief", "record"]),
  source: z.string().nullable().describe("id of the document; null for the brief"),
});

const draftSectionSchema: z.ZodType<DraftSection> = z.lazy(() =>
  z.object({
    level: z.int().min(1),
    marker: z.string().min(1),
    title: z.string().min(1),
    role: z.enum(ROLES),
    origin: z.enum(HEADING_ORIGINS),
    support: count,
    base: count,
    sources: ids,
    guide: z.array(z.string()),
    slots,
    sentences: z.array(draftSentenceSchema).describe("empty in an outline"),
    figures: ids.describe("ids of the figures that belong here"),
    children: z.array(draftSectionSchema),
  }),
);

/** What `zongjie compose` writes as JSON: `zongjie/draft@1`. */
export const draftSchema: z.ZodType<Draft> = z
  .object({
    schema: z.literal("zongjie/draft@1"),
    kind: z.enum(DOCUMENT_KINDS),
    topic: z.string().nullable(),
    unit: z.string().nullable(),
    period: z.string().nullable(),
    title: z.string().min(1),
    addressee: z.string().nullable(),
    form: z.enum(DRAFT_FORMS),
    opening: z.array(draftSentenceSchema),
    sections: z.array(draftSectionSchema),
    closing: z.array(draftSentenceSchema),
    signature: z.object({ unit: z.string(), date: z.string() }),
    figures: z.array(draftFigureSchema),
    unplaced: z.array(z.object({ figure: z.string(), reason: z.string().min(1) })),
    overlap: z
      .object({ length: count, source: z.string().nullable(), text: z.string() })
      .describe("longest run of characters shared with one source outside text that several share"),
    seed: count,
    evidence: z.object({ documents: count, distinct: count, sections: count }),
  })
  .describe("an outline or draft");
