import { z } from "zod";
import { BRIEF_LENGTHS, type Brief, type BriefFigure, type BriefPerson, HEADING_TONES } from "../brief.ts";
import { DOCUMENT_KINDS, QUALIFIERS } from "../record.ts";

/** A longer line is no name; a draft could not be set from it. */
const LONGEST = 200;
const MOST_FIGURES = 10_000;
const MOST_NAMES = 100;

const line = z.string().max(LONGEST);
const optionalLine = line.nullish();
/** YAML reads 2024 as a number and 2024-12-20 as a string. */
const dated = z
  .union([line, z.int().transform((year) => `${year}`)])
  .nullish()
  .describe("such as 2024年, 2024年上半年");
const amount = z.union([z.number(), line]);

const comparisonSchema = z.strictObject({
  base: line.optional().describe("同比, 比上年"),
  direction: z.enum(["up", "down", "flat"]),
  value: amount.optional().describe("by how much; without it the figure itself is the change"),
  unit: line.optional(),
});

const figureSchema: z.ZodType<BriefFigure> = z.strictObject({
  metric: line.min(1).describe("what is counted: 门诊人次"),
  value: amount.describe('printed as given: 485000 or "48.5万"'),
  unit: line.optional().describe("人次, 万元, %"),
  period: dated,
  qualifier: z.enum(QUALIFIERS).nullish(),
  comparison: z.union([comparisonSchema, line]).nullish().describe("also in words: 同比增长3.2%"),
  target: z
    .union([z.boolean(), amount])
    .optional()
    .describe("true: the value is an aim, not yet reached; a number: the aim for the same metric"),
  section: optionalLine.describe("title or role of the section where it belongs"),
});

const personSchema: z.ZodType<BriefPerson> = z.strictObject({
  name: line.min(1),
  post: line.optional().describe("such as 院长"),
});

/** What `zongjie compose --brief` reads: `zongjie/brief@1`, as YAML or JSON. */
export const briefSchema: z.ZodType<Brief> = z
  .strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    topic: optionalLine.describe("what the document is about: 双拥工作"),
    unit: optionalLine.describe("who writes it"),
    period: dated,
    addressee: optionalLine.describe("whom it is for"),
    date: optionalLine.describe("date below the signature, as it is to be printed"),
    sections: z
      .array(line.min(1))
      .max(30)
      .nullish()
      .describe("titles or roles of the sections that are wanted, in order"),
    length: z
      .union([z.enum(BRIEF_LENGTHS), z.int().min(200).max(20_000)])
      .nullish()
      .describe("in words, or about how many characters"),
    headings: z.enum(HEADING_TONES).nullish().describe("领导重视，责任到位 · 加强组织领导 · 组织领导情况"),
    figures: z.array(figureSchema).max(MOST_FIGURES).nullish(),
    people: z
      .array(z.union([personSchema, line.min(1)]))
      .max(MOST_NAMES)
      .nullish()
      .describe("who may be named"),
    places: z.array(line.min(1)).max(MOST_NAMES).nullish().describe("places that may be named"),
  })
  .describe("what a draft shall be about");
