import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memory } from "../src/split/memory.ts";

describe("what was made of a list of keys", () => {
  test("is the same value a second time", () => {
    const known = memory<string, readonly string[]>();
    const first = known(["title", "prose"], () => ["own title"]);
    expect(known(["title", "prose"], () => ["own prose"])).toBe(first);
  });

  test("is not what was made of another list, however many there were", () => {
    const known = memory<number, string>();
    const keys = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 });
    fc.assert(fc.property(keys, (list) => known(list, () => list.join()) === list.join()));
    for (let i = 0; i < 50_000; i++) expect(known([i + 10, i], () => `${i}`)).toBe(`${i}`);
  });
});
