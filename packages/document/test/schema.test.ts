import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { jsonSchema, pageSchema, SCHEMAS } from "../src/schema/index.ts";

const record = {
  schema: "zongjie/page@1",
  source: { uri: "a.txt", sha256: "0".repeat(64), bytes: 3, encoding: "utf-8", mediaType: "text/plain" },
  meta: { title: null, site: null, author: null, published: null, category: null },
  ledger: [],
  documents: [],
  issues: [{ code: "input.empty", document: null, span: null }],
};

describe("schemas", () => {
  it("takes a record", () => expect(pageSchema.safeParse(record).success).toBe(true));
  it.each([
    [
      "a span that is negative",
      { ...record, ledger: [{ start: -1, end: 2, insert: "", stage: "s", rule: "r", reason: "other" }] },
    ],
    [
      "an unknown reason",
      { ...record, ledger: [{ start: 0, end: 2, insert: "", stage: "s", rule: "r", reason: "because" }] },
    ],
    ["another schema", { ...record, schema: "zongjie/page@2" }],
  ])("refuses %s", (_name, value) => expect(pageSchema.safeParse(value).success).toBe(false));
  it.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])(
    "exports %s as JSON Schema that a foreign validator reads",
    (name) => {
      const validate = new Ajv2020({ strict: false }).compile(jsonSchema(name));
      expect(validate(name === "page" ? record : {})).toBe(name === "page");
    },
  );
});
