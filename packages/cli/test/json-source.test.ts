import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memberSource } from "../src/json-source.ts";

describe("memberSource", () => {
  it.each([
    ['{"id":9007199254740993,"text":""}', "9007199254740993"],
    ['{"text":"","id":1.0}', "1.0"],
    ['{ "id" : -1e2 }', "-1e2"],
    ['{"id":"a\\"b\\\\","text":""}', '"a\\"b\\\\"'],
    ['{"id":[1,{"id":2}],"text":""}', '[1,{"id":2}]'],
    ['{"text":"\\",\\"id\\":7"}', null],
    ['{"of":{"id":1}}', null],
    ['{"id":1,"id":2}', "2"],
    ['{"\\u0069d":3}', "3"],
    ["{}", null],
  ])("of %s is %s", (json, source) => expect(memberSource(json, "id")).toBe(source));
  it("reads as the member does, in any object", () =>
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("id", "text", '"', "a:b"), fc.jsonValue()),
        fc.boolean(),
        (row, spaced) => {
          const source = memberSource(JSON.stringify(row, null, spaced ? 1 : 0), "id");
          expect(source === null ? undefined : JSON.parse(source)).toEqual(
            Object.hasOwn(row, "id") ? JSON.parse(JSON.stringify(row.id)) : undefined,
          );
        },
      ),
    ));
});
