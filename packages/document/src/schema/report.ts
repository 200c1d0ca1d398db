import { z } from "zod";
import { FAMILY_TYPES } from "../family.ts";
import { CHECK_CODES, DOCUMENT_KINDS, FIGURE_KINDS, SUSPECTS } from "../record.ts";
import type { RunReport } from "../run-report.ts";
import { spanSchema } from "./record.ts";

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);

const reasonSchema = z.object({
  reason: z.string(),
  entries: count,
  pages: count,
  characters: count.describe("of the sources, in UTF-16 code units"),
  share: share.describe("of text.characters"),
});

const examplesSchema = z.array(
  z.object({
    uri: z.string(),
    document: z.string().describe("id of the document"),
    title: z.string().nullable(),
    message: z.string(),
    text: z.string().describe("the sentences that hold the figures"),
    marks: z.array(spanSchema).describe("the figures in text"),
  }),
);

const pagesSchema = z.object({
  count: count.describe("all pages, the failed ones too"),
  failed: count,
  empty: count.describe("read well, but without a document"),
  bytes: count,
  formats: z.array(z.object({ mediaType: z.string(), encoding: z.string(), pages: count })),
  sites: z
    .array(z.object({ site: z.string().nullable(), pages: count, documents: count, figures: count }))
    .describe("hosts, names or folders, most pages first; null is all others"),
});

const documentsSchema = z.object({
  count,
  incomplete: count,
  characters: count.describe("of the clean texts, without blanks"),
  kinds: z.array(z.object({ kind: z.enum(DOCUMENT_KINDS), documents: count, characters: count })),
  lengths: z
    .array(z.object({ from: count, documents: count }))
    .describe("by characters: from so many up to the next one's"),
  years: z
    .array(z.object({ year: z.string().regex(/^\d{4}$/), documents: count, figures: count }))
    .describe("documents by the year of their date, figures by that of their period"),
  undated: count,
});

/** `zongjie report`: `zongjie/report@1`. */
export const reportSchema: z.ZodType<RunReport> = z
  .object({
    schema: z.literal("zongjie/report@1"),
    pages: pagesSchema,
    documents: documentsSchema,
    text: z.object({
      characters: count.describe("of the sources, in documents or in the ledger"),
      kept: count.describe("those that stand in the clean texts as they are"),
      withoutLedger: count.describe("pages with documents whose record has no ledger"),
      removed: z.array(reasonSchema),
      repaired: z.array(reasonSchema),
    }),
    figures: z.object({
      count,
      valued: count.describe("those with a value or a range"),
      masked: count,
      kinds: z.array(z.object({ kind: z.enum(FIGURE_KINDS), stated: count, target: count })),
      suspects: z.array(z.object({ code: z.enum(SUSPECTS), figures: count, examples: examplesSchema })),
    }),
    checks: z.object({
      count,
      failed: count,
      codes: z.array(
        z.object({
          code: z.enum(CHECK_CODES),
          held: count,
          failed: count,
          examples: examplesSchema.describe("failed ones, furthest off first"),
        }),
      ),
    }),
    issues: z.array(z.object({ code: z.string().nullable(), count })),
    repeats: z
      .array(z.object({ type: z.enum(["exact", "near", "spun"]), count }))
      .describe("passages that repeat an earlier one of the same page"),
    families: z
      .object({
        types: z.array(z.object({ type: z.enum(FAMILY_TYPES), families: count, members: count })),
        largest: z.array(
          z.object({
            type: z.enum(FAMILY_TYPES),
            members: count,
            similarity: share,
            opening: z.string(),
            uri: z.string().describe("page of the original"),
          }),
        ),
      })
      .nullable()
      .describe("copies over all pages; null where nobody looked for them"),
    slowest: z
      .array(z.object({ uri: z.string(), milliseconds: z.number().nonnegative() }))
      .nullable()
      .describe("the pages that took longest; null where no times are known"),
    failures: z.object({
      reasons: z.array(z.object({ reason: z.string().nullable(), pages: count })).describe("null is all others"),
      pages: z.array(z.object({ uri: z.string(), reason: z.string() })).describe("the first ones"),
    }),
  })
  .describe("what the pages of a run came to; lists of names hold the longest or worst only");
