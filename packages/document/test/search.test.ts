import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstIndex } from "../src/index.ts";

describe("the first place from which a test fails", () => {
  it("is where one goes by each of them", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40)), fc.nat(40), (values, limit) => {
        const sorted = values.sort((a, b) => a - b);
        const wanted = sorted.filter((value) => value < limit).length;
        expect(firstIndex(sorted.length, (i) => (sorted[i] as number) < limit)).toBe(wanted);
      }),
    );
  });
});
