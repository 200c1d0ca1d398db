import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { measureStructure } from "../scripts/eval/structure.ts";
import { score } from "../scripts/eval/tally.ts";

const wrong: string[] = [];
const tally = measureStructure(join(fileURLToPath(new URL("..", import.meta.url)), "corpus/dev"), wrong);

/** Measure, gold cases at the least, F1 at the least. `npm run eval -- structure --errors` names what is wrong. */
describe("the gold of sentences, dates and names", () => {
  it.each([
    ["sentences", 400, 0.99],
    ["dates with value", 290, 0.97],
    ["names.org", 40, 0.95],
    ["names.place", 20, 0.9],
    ["names.person", 10, 0.9],
  ] as const)("%s: %i cases and more, F1 %d", (name, cases, floor) => {
    const cells = tally.get(name) ?? [0, 0, 0];
    expect(cells[2]).toBeGreaterThanOrEqual(cases);
    expect(score(cells), wrong.join("\n")).toBeGreaterThanOrEqual(floor);
  });
});
