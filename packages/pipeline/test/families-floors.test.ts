import { expect, it } from "vitest";
import { alikePairs, listedPairs, shareOf } from "../../../scripts/bench/alike.ts";
import { generateDocuments } from "../../../scripts/bench/collection.ts";
import { familyFinder } from "../src/families/index.ts";

it("finds the pairs that all pairs show to be alike", () => {
  const documents = [...generateDocuments(1000, "云岭")];
  const finder = familyFinder({ passages: false });
  for (const { id, text } of documents) finder.add({ id, uri: id, title: null, date: null, published: null }, text);
  const found = listedPairs([...finder.families((i) => documents[i]?.text ?? "")]);
  const truth = alikePairs(documents, 5, 0.5);
  expect(truth.size).toBeGreaterThan(500);
  expect(shareOf(truth, found)).toBeGreaterThanOrEqual(0.98);
  expect(shareOf(found, truth)).toBeGreaterThanOrEqual(0.98);
});

it("finds the paragraphs that were planted", () => {
  const documents = [...generateDocuments(600, "风林")].map(({ id, text }, i) => ({
    id,
    text: i % 7 === 0 ? `${text.slice(0, 90)}\n${PLANTED}\n${text.slice(90)}` : text,
  }));
  const finder = familyFinder();
  for (const { id, text } of documents) finder.add({ id, uri: id, title: null, date: null, published: null }, text);
  const holders = new Set<string>();
  for (const { type, members } of finder.families((i) => documents[i]?.text ?? ""))
    if (type === "passage")
      for (const { document, span } of members) {
        const { text = "" } = documents.find(({ id }) => id === document) ?? {};
        if (text.slice(span.start, span.end).includes(PLANTED.slice(0, -1))) holders.add(document);
      }
  const planted = documents.filter((_, i) => i % 7 === 0).map(({ id }) => id);
  expect(planted.filter((id) => holders.has(id)).length / planted.length).toBeGreaterThanOrEqual(0.95);
});

const PLANTED =
  "各单位要提高站位，把隐患排查贯穿全年，主要负责人每季度带队检查不少于两次，分管负责人每月研究一次，对查出的问题当场交办、限期整改、逐项销号，年底对照清单统一验收并通报结果。";
