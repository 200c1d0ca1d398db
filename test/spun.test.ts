import { fileURLToPath } from "node:url";
import { type SpunWords, spunWords } from "@zongjie/lexicon";
import { describe, expect, it } from "vitest";
import { findDuplicates } from "../packages/pipeline/src/duplicates/index.ts";
import { findSpunWording, spunFinder } from "../packages/pipeline/src/spun.ts";
import { readDocuments } from "../scripts/corpus/half.ts";
import { type Random, random } from "../scripts/corpus/random.ts";
import { spin, spinWords } from "../scripts/corpus/spin.ts";

const CORPUS = fileURLToPath(new URL("../corpus/dev", import.meta.url));

/** The documents of the development corpus as clean text, a block a line. */
const texts = readDocuments(CORPUS)
  .documents.map(({ blocks }) => blocks.map(({ text }) => text).join("\n"))
  .filter((text) => 600 <= text.length);
const words = spinWords();

function paragraphs(text: string) {
  let start = 0;
  const blocks = text.split("\n").map((line) => {
    const block = { type: "paragraph" as const, start, end: start + line.length };
    start = block.end + 1;
    return block;
  });
  return { text, blocks };
}

/** How a copy is changed once more, behind spinning. */
type Change = (copy: string, chance: Random) => string;

const whole: Change = (copy) => copy;
const shuffled: Change = (copy, chance) => chance.shuffle(copy.split("\n")).join("\n");
const half: Change = (copy) => copy.slice(0, copy.length / 2);
const holed: Change = (copy, chance) =>
  copy
    .split("\n")
    .filter(() => chance.chance(0.6))
    .join("\n");
const merged: Change = (copy) => copy.replaceAll("\n", "");
const otherYear: Change = (copy) => copy.replace(/\d/g, (digit) => String((Number(digit) * 7 + 3) % 10));

/** Original, two documents that have nothing to do with it, spun copy: what of the copy is found, what is found wrongly. */
function measure(share: number, change: Change) {
  let found = 0;
  let letters = 0;
  let wrong = 0;
  for (const [i, text] of texts.entries()) {
    const seed = `${i}/${share}`;
    const copy = change(spin(text, words, seed, { share, noise: 0.15 }), random(`${seed}/change`));
    const others = [texts[(i + 7) % texts.length] ?? "", texts[(i + 31) % texts.length] ?? ""];
    const page = [text, ...others, copy].map(paragraphs);
    for (const [d, list] of findDuplicates(page).entries())
      for (const { span, of, type } of list) {
        if (type !== "spun") continue;
        if (d === page.length - 1 && of.document === 0) found += span.end - span.start;
        else wrong++;
      }
    letters += copy.length;
  }
  return { recall: found / letters, wrong };
}

describe("spun copies on a page with their originals", () => {
  it("are looked for in documents", () => expect(texts.length).toBeGreaterThan(30));
  it.each([
    ["every word of the list replaced", 1, whole, 0.95],
    ["most words", 0.85, whole, 0.95],
    ["half of them", 0.5, whole, 0.9],
    ["paragraphs in another order", 0.85, shuffled, 0.75],
    ["the first half only", 0.85, half, 0.9],
    ["four paragraphs of ten missing", 0.85, holed, 0.85],
    ["all paragraphs run together", 0.85, merged, 0.9],
  ] as const)("are found: %s", (_, share, change, floor) => {
    const { recall, wrong } = measure(share, change);
    expect(wrong).toBe(0);
    expect(recall).toBeGreaterThanOrEqual(floor);
  });
  it("are not what another year's report is", () => {
    const { recall, wrong } = measure(0, otherYear);
    expect([recall, wrong]).toEqual([0, 0]);
  });
});

/** The list without every second wrong word that the spinning list puts in. */
function halved(list: SpunWords): SpunWords {
  const known = [...words.values()].map((others, i) => others[i % 2] ?? "");
  const kept = (pairs: SpunWords["odd"]): SpunWords["odd"] =>
    Object.fromEntries(Object.entries(pairs).filter(([wrong]) => !known.some((word) => wrong.includes(word))));
  return { ...list, odd: kept(list.odd), bound: kept(list.bound), plain: kept(list.plain) };
}

/** Share of documents, spun with the other list, that are called spun. */
function called(share: number, find: typeof findSpunWording): number {
  const spun = texts.map((text, i) => spin(text, words, `${i}/${share}`, { share, noise: 0.15 }));
  return spun.filter((text) => find(text) !== null).length / spun.length;
}

describe("spun wording", () => {
  it("is seen in no document of the corpus", () => expect(called(0, findSpunWording)).toBe(0));
  it.each([
    [1, 0.75],
    [0.85, 0.65],
    [0.5, 0.3],
  ])("is seen in documents spun with another list, share %d", (share, floor) =>
    expect(called(share, findSpunWording)).toBeGreaterThanOrEqual(floor),
  );
  it("is seen with half of the words that both lists know", () =>
    expect(called(1, spunFinder(halved(spunWords())))).toBeGreaterThanOrEqual(0.2));
});
