import { z } from "zod";
import type { DocumentOutline, OutlineSection } from "../outline.ts";
import { DOCUMENT_KINDS } from "../record.ts";
import { sectionFields, spanSchema } from "./record.ts";

const line = z.int().min(1).nullable().describe("line of the decoded source; null where only the record is at hand");

const outlineSectionSchema: z.ZodType<OutlineSection> = z.lazy(() =>
  z.object({
    ...sectionFields,
    raw: spanSchema.nullable(),
    line,
    children: z.array(outlineSectionSchema),
    above: z.array(z.string()).optional(),
    text: z.string().optional(),
  }),
);

/** A line of `zongjie outline --format json`: `zongjie/outline@1`. */
export const outlineSchema: z.ZodType<DocumentOutline> = z
  .object({
    schema: z.literal("zongjie/outline@1"),
    uri: z.string(),
    document: z.int().nonnegative(),
    id: z.string().regex(/^[0-9a-f]{16}#\d+$/),
    title: z.string().nullable(),
    kind: z.enum(DOCUMENT_KINDS),
    sections: z.array(outlineSectionSchema),
    issues: z.array(z.object({ code: z.string().min(1), span: spanSchema, line })),
  })
  .describe("the outline of a document, or its sections of the roles that were asked for");
