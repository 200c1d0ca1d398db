import { describe, expect, it } from "vitest";
import { links } from "../src/links.ts";

describe("links", () => {
  it("hold groups together, the least of each standing for it", () => {
    const { link, headOf } = links();
    for (const [a, b] of [
      [5, 4],
      [3, 1],
      [4, 3],
      [8, 9],
    ] as const)
      link(a, b);
    expect([0, 1, 2, 3, 4, 5, 8, 9].map(headOf)).toEqual([0, 1, 2, 1, 1, 1, 8, 8]);
  });
  it("follow a long chain", () => {
    const { link, headOf } = links();
    for (let i = 20_000; 0 < i; i--) link(i, i - 1);
    expect(headOf(20_000)).toBe(0);
  });
});
