import { z } from "zod";
import type { FindingList } from "../finding.ts";
import { CHECK_CODES, SUSPECTS } from "../record.ts";
import { spanSchema } from "./record.ts";

const offset = z.int().nonnegative();
const number = z.number().nullable();

const findingSchema = z.object({
  uri: z.string(),
  document: offset.describe("index of the document on its page"),
  id: z.string(),
  title: z.string().nullable(),
  type: z.enum(["check", "suspect"]),
  code: z.enum([...CHECK_CODES, ...SUSPECTS]),
  holds: z.boolean(),
  message: z.string(),
  stated: number.describe("what the text says"),
  computed: number.describe("what the other figures come to; of a suspect figure the likely value"),
  tolerance: number.describe("what rounding allows"),
  line: z.int().min(1).nullable().describe("line of the decoded source; null where only the record is at hand"),
  figures: z.array(
    z.object({
      index: offset.describe("place among the document's figures"),
      surface: z.string(),
      start: offset,
      end: offset,
      metric: z.string(),
      value: number,
      unit: z.string(),
      raw: spanSchema,
    }),
  ),
  sentences: z.array(z.object({ start: offset, end: offset, text: z.string() })),
});

/** `zongjie check --format json`: `zongjie/check@1`; with ndjson one of its findings a line. */
export const findingListSchema: z.ZodType<FindingList> = z
  .object({ schema: z.literal("zongjie/check@1"), findings: z.array(findingSchema) })
  .describe("arithmetic of pages that does not hold, and figures that cannot be meant as they are written");
