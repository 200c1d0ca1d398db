import { z } from "zod";
import {
  BLOCK_TYPES,
  CHECK_CODES,
  type Comparison,
  DOCUMENT_KINDS,
  ENTITY_TYPES,
  FIGURE_KINDS,
  type PageRecord,
  QUALIFIERS,
  REASONS,
  ROLES,
  type Section,
  SUSPECTS,
  type TextFigure,
} from "../record.ts";

const offset = z.int().nonnegative();

export const spanSchema: z.ZodType<{ start: number; end: number }> = z
  .object({ start: offset, end: offset })
  .describe("half-open range in UTF-16 code units");

const span = { start: offset, end: offset };
const spans = z.array(spanSchema);
const raw = spans.min(1).describe("pieces of the decoded source, in order");

const confidence = z
  .number()
  .min(0)
  .max(1)
  .describe(
    "how sure it is that this is right, in hundredths: the share of such decisions that were right when measured",
  );

const ledgerEntrySchema = z.object({
  ...span,
  insert: z.string(),
  stage: z.string().min(1),
  rule: z.string().min(1),
  reason: z.enum(REASONS),
  confidence: confidence.optional(),
});

/** What a section is apart from the sections inside it. */
export const sectionFields: {
  readonly [K in keyof Omit<Section, "children">]-?: z.ZodType<Section[K]>;
} = {
  level: z.int().min(1),
  depth: z.int().min(1),
  marker: z.string().nullable(),
  title: z.string().nullable(),
  role: z.enum(ROLES),
  because: z.array(z.string()).optional().describe("what spoke most for the role, strongest first"),
  heading: z.object({ ...span, confidence: confidence.optional(), raw }).nullable(),
  span: spanSchema,
  items: z.array(z.object({ marker: z.string(), ...span, raw: spans })),
};

const sectionSchema: z.ZodType<Section> = z.lazy(() => {
  // in the order of what a run writes, so that a record that was read is written again as it was
  const { items, ...before } = sectionFields;
  return z.object({ ...before, children: z.array(sectionSchema), items });
});

export const comparisonSchema: z.ZodType<Comparison> = z.object({
  base: z.string(),
  direction: z.enum(["up", "down", "flat"]),
});

const textFigureFields = {
  ...span,
  surface: z.string().min(1),
  value: z.number().nullable(),
  range: z.array(z.number()).min(2).nullable(),
  unit: z.string(),
  kind: z.enum(FIGURE_KINDS),
  qualifier: z.enum(QUALIFIERS).nullable(),
  metric: z.string(),
  subject: z.string().nullable(),
  period: z.string().nullable(),
  periodNormalized: z.string().nullable(),
  comparison: comparisonSchema.nullable(),
  modality: z.enum(["stated", "target"]),
  suspect: z.enum(SUSPECTS).nullable(),
  likely: z.number().nullable(),
  masked: z.boolean(),
};

/** A figure as `zongjie figures` writes it for a single text. */
export const textFigureSchema: z.ZodType<TextFigure> = z.object(textFigureFields) as z.ZodType<TextFigure>;

const figureSchema = z.object({ ...textFigureFields, raw, section: z.array(offset) });

const checkSchema = z.object({
  code: z.enum(CHECK_CODES),
  holds: z.boolean(),
  stated: z.number(),
  computed: z.number(),
  tolerance: z.number().nonnegative(),
  figures: z.array(offset),
});

const duplicateSchema = z.object({
  span: spanSchema,
  of: z.object({ document: offset, span: spanSchema }),
  type: z.enum(["exact", "near", "spun"]),
  similarity: z.number().min(0).max(1),
});

const documentSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{16}#\d+$/),
  raw: spanSchema,
  title: z.string().nullable(),
  kind: z.enum(DOCUMENT_KINDS),
  complete: z.boolean(),
  addressee: z.string().nullable(),
  signature: z.object({ unit: z.string().nullable(), date: z.string().nullable() }).nullable(),
  text: z.string(),
  blocks: z.array(z.object({ type: z.enum(BLOCK_TYPES), ...span, cells: spans.optional() })),
  sections: z.array(sectionSchema),
  sentences: spans,
  entities: z.array(
    z.object({ type: z.enum(ENTITY_TYPES), surface: z.string(), ...span, value: z.string().nullable() }),
  ),
  figures: z.array(figureSchema),
  checks: z.array(checkSchema),
  keywords: z.array(z.object({ word: z.string(), weight: z.number() })),
  duplicates: z.array(duplicateSchema),
});

const issueSchema = z.object({
  code: z.string().min(1),
  document: offset.nullable(),
  span: spanSchema.nullable(),
  note: z.string().optional(),
});

/** One line of `zongjie run`: `zongjie/page@1`. */
export const pageSchema: z.ZodType<PageRecord> = z
  .object({
    schema: z.literal("zongjie/page@1"),
    source: z.object({
      uri: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: offset,
      encoding: z.string(),
      mediaType: z.string(),
    }),
    meta: z.object({
      title: z.string().nullable(),
      site: z.string().nullable(),
      author: z.string().nullable(),
      published: z.string().nullable(),
      category: z.string().nullable(),
    }),
    ledger: z.array(ledgerEntrySchema),
    documents: z.array(documentSchema),
    issues: z.array(issueSchema),
  })
  .describe("what zongjie run writes for a page") as z.ZodType<PageRecord>;
