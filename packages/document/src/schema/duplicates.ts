import { z } from "zod";
import { type DuplicateFamily, FAMILY_TYPES } from "../family.ts";
import { spanSchema } from "./record.ts";

const place = z.int().nonnegative();
const share = z.number().min(0).max(1);

const memberSchema = z.object({
  document: z.string().describe("id of the document"),
  uri: z.string(),
  title: z.string().nullable(),
  date: z.string().nullable().describe("of the signature, else the date that the page says it was published on"),
  span: spanSchema.describe("in the document's text: all of it, or the passage"),
  type: z.enum(["exact", "near"]).describe("the same letters and digits as the original, or nearly so"),
  similarity: share.describe("Jaccard likeness with the original, of runs of five letters and digits"),
});

/** `zongjie duplicates`: one family a line, `zongjie/duplicates@1`. */
export const duplicatesSchema: z.ZodType<DuplicateFamily> = z
  .object({
    schema: z.literal("zongjie/duplicates@1"),
    id: z.string().describe("the same for the same members, whatever order the pages came in"),
    type: z.enum(FAMILY_TYPES),
    similarity: share.describe("the least that a member has with the original"),
    original: z.string().describe("id of the earliest document: by date, those without one last, then as read"),
    opening: z.string().describe("how the original, or its passage, begins"),
    members: z.array(memberSchema).min(2).describe("the original first, then the others by age"),
    pairs: z
      .array(z.tuple([place, place, share]))
      .nullable()
      .describe(
        "members that were found alike: two places in members, similarity; null for passages and large families",
      ),
  })
  .describe("documents of a collection that are the same, nearly the same, or share a long passage");
