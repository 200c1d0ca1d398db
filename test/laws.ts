import { breachesOf as lawBreaches, type PageRecord } from "@zongjie/document";
import { jsonSchema } from "@zongjie/document/schema";
import { Ajv2020 } from "ajv/dist/2020.js";

/** The breaches of a page record against its schema and the contract's laws, in words. `raw`: the decoded source. */
export function breachesOf(record: PageRecord, raw: string): string[] {
  const laws = lawBreaches(record, raw).map(({ law, place, what }) => `${law}, ${place}: ${what}`);
  return [...schemaBreaches(record), ...laws];
}

const validate = new Ajv2020({ allErrors: false, strict: true }).compile(jsonSchema("page"));

function schemaBreaches(record: PageRecord): string[] {
  const written: unknown = JSON.parse(JSON.stringify(record));
  return validate(written) ? [] : (validate.errors ?? []).map((e) => `schema: ${e.instancePath} ${e.message}`);
}
