import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanPage, runPage } from "@zongjie/pipeline";
import { describe, expect, it } from "vitest";
import { readHalf } from "../scripts/eval/gold.ts";
import { measurePage } from "../scripts/eval/measure.ts";
import { score, type Tally } from "../scripts/eval/tally.ts";
import { breachesOf } from "./laws.ts";

/** Pages in traditional characters; their gold is too. */
const pages = readHalf("dev", join(fileURLToPath(new URL("..", import.meta.url)), "corpus")).filter(({ name }) =>
  name.includes("traditional"),
);

function measure(simplified: boolean): Tally {
  const tally: Tally = new Map();
  for (const { name, bytes, gold } of pages) {
    const input = { uri: name, bytes };
    const record = runPage(input, { keywords: 0, simplified });
    measurePage(tally, record, gold, cleanPage(input).decoded.text);
  }
  return tally;
}

describe("traditional pages", () => {
  const asTheyAre = measure(false);
  const written = measure(true);

  it("are there", () => expect(pages.length).toBeGreaterThan(2));

  // what is measured by places and not by words, which the gold has in traditional characters
  it.each(["keep", "drop", "documents", "kinds", "headings", "roles", "figures overlap", "figures exact"])(
    "written simplified lose nothing in %s",
    (name) => {
      const before = score(asTheyAre.get(name) ?? [0, 1]);
      expect(before).toBeGreaterThan(0);
      expect(score(written.get(name) ?? [0, 1])).toBeGreaterThanOrEqual(before);
    },
  );

  it.each(pages.map((page) => [page.name, page] as const))("keep the laws: %s", (name, { bytes }) => {
    const input = { uri: name, bytes };
    const record = runPage(input, { keywords: 0, simplified: true });
    expect(breachesOf(record, cleanPage(input).decoded.text)).toEqual([]);
    expect(record.ledger.filter(({ stage }) => stage === "simplify").length).toBeGreaterThan(50);
  });

  it.each(pages.map((page) => [page.name, page] as const))("stay as they are unless asked: %s", (name, { bytes }) => {
    const record = runPage({ uri: name, bytes }, { keywords: 0 });
    expect(record.ledger.filter(({ stage }) => stage === "simplify")).toEqual([]);
  });
});
