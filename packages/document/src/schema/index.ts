import { z } from "zod";
import { briefSchema } from "./brief.ts";
import { findingListSchema } from "./check.ts";
import { draftSchema } from "./draft.ts";
import { duplicatesSchema } from "./duplicates.ts";
import { figureTableSchema } from "./figures.ts";
import { outlineSchema } from "./outline.ts";
import { patternsSchema } from "./patterns.ts";
import { pageSchema } from "./record.ts";
import { reportSchema } from "./report.ts";

export { briefSchema } from "./brief.ts";
export { findingListSchema } from "./check.ts";
export { draftSchema } from "./draft.ts";
export { duplicatesSchema } from "./duplicates.ts";
export { figureTableSchema } from "./figures.ts";
export { outlineSchema } from "./outline.ts";
export { patternsSchema } from "./patterns.ts";
export { pageSchema, spanSchema, textFigureSchema } from "./record.ts";
export { reportSchema } from "./report.ts";

/** The schemas that the command can print. */
export const SCHEMAS: Readonly<
  Record<"page" | "brief" | "draft" | "patterns" | "outline" | "figures" | "check" | "duplicates" | "report", z.ZodType>
> = {
  page: pageSchema,
  brief: briefSchema,
  draft: draftSchema,
  patterns: patternsSchema,
  outline: outlineSchema,
  figures: figureTableSchema,
  check: findingListSchema,
  duplicates: duplicatesSchema,
  report: reportSchema,
};

/** JSON Schema (draft 2020-12) of what the command writes: `jsonSchema("page")`. */
export function jsonSchema(name: keyof typeof SCHEMAS): object {
  return {
    $id: `zongjie/${name}@1`,
    title: `zongjie/${name}@1`,
    ...z.toJSONSchema(SCHEMAS[name], { io: name === "brief" ? "input" : "output" }),
  };
}
