import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { breaches, type Floors, raise } from "../scripts/eval/floors.ts";
import { hashHalf, readHalf } from "../scripts/eval/gold.ts";
import { evaluate } from "../scripts/eval/run.ts";
import type { Tally } from "../scripts/eval/tally.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FILE = join(ROOT, "scripts/eval/floors.json");

/** What the product must reach on the corpus; `npm run eval -- --pin` writes it and never lowers it. */
const pinned: Floors = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Floors) : {};

describe("the floors", () => {
  it("are pinned for both halves", () =>
    expect(Object.keys(pinned).sort()).toEqual(["dev", "dev figures", "frozen", "frozen figures"]));

  describe.each(Object.entries(pinned))("of %s", (half, floors) => {
    const pages = readHalf(half, join(ROOT, "corpus"));

    it("are those of this gold", () => {
      expect(pages.length).toBeGreaterThan(0);
      expect(hashHalf(pages), `pages or gold of ${half} changed: npm run eval -- --pin`).toBe(floors.gold);
    });
    it("measure something", () => expect(Object.keys(floors.floors).length).toBeGreaterThan(10));
    it("hold", () => expect(breaches(floors, evaluate(pages))).toEqual([]));
  });
});

describe("floors", () => {
  const tally = (headings: number, drop: number): Tally =>
    new Map([
      ["headings", [headings, 100, 100]],
      ["drop", [drop, 100]],
    ]);
  const old = raise(undefined, "gold", tally(90, 80));

  it("stand a little below what was measured", () =>
    expect(old).toEqual({ gold: "gold", floors: { headings: 0.897, drop: 0.797 } }));
  it("hold for what they were measured on", () => expect(breaches(old, tally(90, 80))).toEqual([]));
  it("name each measure that lies below", () =>
    expect(breaches(old, tally(80, 80))).toEqual(["headings: 0.8000 is below 0.897"]));
  it("name a measure that is no longer taken", () =>
    expect(breaches(old, new Map([["drop", [80, 100]]]))).toHaveLength(1));
  it("rise", () => expect(raise(old, "gold", tally(95, 80)).floors).toEqual({ headings: 0.947, drop: 0.797 }));
  it("do not sink with a measure that wavers", () =>
    expect(raise(old, "gold", tally(95, 79.9)).floors.drop).toBe(0.797));
  it("cannot be lowered", () => expect(() => raise(old, "gold", tally(95, 70))).toThrow(/would sink: drop/));
  it("cannot be lowered by leaving a measure out", () =>
    expect(() => raise(old, "gold", new Map([["headings", [95, 100, 100]]]))).toThrow(/drop/));
  it("start afresh with another gold", () =>
    expect(raise(old, "other", tally(50, 50))).toEqual({ gold: "other", floors: { headings: 0.497, drop: 0.497 } }));
});
