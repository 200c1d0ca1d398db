import { z } from "zod";
import { draftSchema } from "./draft.ts";
import { outlineSchema } from "./outline.ts";
import { pageSchema } from "./record.ts";

export { draftSchema } from "./draft.ts";
export { outlineSchema } from "./outline.ts";
export { pageSchema, spanSchema, textFigureSchema } from "./record.ts";

/** The schemas that the command can print. */
export const SCHEMAS: Readonly<Record<"page" | "draft" | "outline", z.ZodType>> = {
  page: pageSchema,
  draft: draftSchema,
  outline: outlineSchema,
};

/** JSON Schema (draft 2020-12) of what the command writes: `jsonSchema("page")`. */
export function jsonSchema(name: keyof typeof SCHEMAS): object {
  return { $id: `zongjie/${name}@1`, title: `zongjie/${name}@1`, ...z.toJSONSchema(SCHEMAS[name]) };
}
