import { z } from "zod";
import { type Draft, type DraftSection, HEADING_ORIGINS } from "../draft.ts";
import { DOCUMENT_KINDS, ROLES } from "../record.ts";

const draftSectionSchema: z.ZodType<DraftSection> = z.lazy(() =>
  z.object({
    level: z.int().min(1),
    marker: z.string().min(1),
    title: z.string().min(1),
    role: z.enum(ROLES),
    origin: z.enum(HEADING_ORIGINS),
    support: z.int().nonnegative(),
    base: z.int().nonnegative(),
    sources: z.array(z.string()),
    guide: z.array(z.string()),
    slots: z.array(z.object({ name: z.string().min(1) })),
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
    opening: z.array(z.string()),
    sections: z.array(draftSectionSchema),
    signature: z.object({ unit: z.string(), date: z.string() }),
    evidence: z.object({
      documents: z.int().nonnegative(),
      distinct: z.int().nonnegative(),
      sections: z.int().nonnegative(),
    }),
  })
  .describe("an outline or draft");
