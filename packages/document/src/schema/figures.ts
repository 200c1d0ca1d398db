import { z } from "zod";
import type { FigureRow, FigureTable } from "../figure-row.ts";
import { FIGURE_KINDS, QUALIFIERS, SUSPECTS } from "../record.ts";

const offset = z.int().nonnegative();
const text = z.string().nullable();
const number = z.number().nullable();

/** The columns of the figures table, in order. */
const figureRowSchema: z.ZodType<FigureRow> = z.strictObject({
  document: z.string().describe("id of the document"),
  title: text,
  issuer: text.describe("the unit that signed the document"),
  section: text.describe("the headings above the figure, joined by ›"),
  subject: text.describe("whose figure it is, where the text says so"),
  metric: z.string(),
  kind: z.enum(FIGURE_KINDS),
  value: number.describe("multipliers applied; null for ranges, ratios, masks and what cannot be known"),
  low: number.describe("first value of a range"),
  high: number.describe("last value of a range"),
  unit: z.string(),
  surface: z.string().describe("as the text has it"),
  period: text.describe("as the text has it"),
  periodNormalized: text,
  qualifier: z.enum(QUALIFIERS).nullable(),
  comparison: text.describe("base of a change, empty where the text names none; null where the figure is no change"),
  direction: z.enum(["up", "down", "flat"]).nullable(),
  modality: z.enum(["stated", "target"]),
  suspect: z.enum(SUSPECTS).nullable(),
  likely: number.describe("the value that the text itself settles for a suspect figure"),
  masked: z.boolean(),
  sentence: z.string().describe("the sentence or row of a table that holds it"),
  source: z.string().describe("the page"),
  start: offset.describe("in the decoded source, UTF-16 code units"),
  end: offset,
});

/** `zongjie figures INPUT… --format json`: `zongjie/figures@1`; with ndjson one of its figures a line. */
export const figureTableSchema: z.ZodType<FigureTable> = z
  .object({ schema: z.literal("zongjie/figures@1"), figures: z.array(figureRowSchema) })
  .describe("the figures of pages, a flat row a figure");
