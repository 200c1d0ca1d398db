import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Decision } from "@zongjie/lexicon";
import { confidenceOf } from "@zongjie/lexicon";
import { runPage } from "@zongjie/pipeline";
import { describe, expect, it } from "vitest";
import { judgeDecisions } from "../scripts/eval/decisions.ts";
import { readHalf } from "../scripts/eval/gold.ts";

const ROOT = join(fileURLToPath(new URL("..", import.meta.url)), "corpus");

const judged = readHalf("dev", ROOT)
  .filter(({ gold }) => gold.keep !== null)
  .flatMap(judgeDecisions)
  .map((one) => ({ ...one, confidence: confidenceOf(one.decision, one.features) }));

it.each([
  [
    "text",
    "首页 > 范文 > 正文\n枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊48.5万人次，各项工作取得了明显成效。\n上一篇：学校工作总结\n",
  ],
  [
    "HTML",
    "<html><body><ul><li><a href='/'>首页</a></li></ul><h1>枫溪县卫生院2023年工作总结</h1><div><p>一、基本情况</p><p>全年门诊48.5万人次，各项工作取得了明显成效，群众满意度进一步提高。</p></div><div>上一篇：学校工作总结</div></body></html>",
  ],
])("every removal and heading of a page of %s has one", (_kind, source) => {
  const { ledger, documents } = runPage({ uri: "page", bytes: Buffer.from(source) }, { keywords: 0 });
  const removed = ledger.filter(({ stage }) => stage === "boilerplate");
  const headings = documents.flatMap(({ sections }) => sections.flatMap(({ heading }) => heading ?? []));
  expect(removed.length).toBeGreaterThan(0);
  expect(headings.length).toBeGreaterThan(0);
  for (const { confidence } of [...removed, ...headings]) expect(confidence).toBeGreaterThan(0.5);
});

/** Share of right ones. */
function precision(ones: readonly { readonly right: boolean }[]): number {
  return ones.filter(({ right }) => right).length / Math.max(1, ones.length);
}

/**
 * Floors a little below what `scripts/confidence.ts` measures on sites that neither the noise model nor the weights have
 * seen: of the sure ones so many are right, and the least sure fifth holds so much of the errors.
 */
describe.each<[Decision, number, number, number]>([
  ["removal", 1000, 0.97, 0.5],
  ["frame", 500, 0.97, 0],
  ["kept", 5000, 0.97, 0.7],
  ["heading", 2000, 0.98, 0.5],
])("the confidence of a %s", (decision, least, right, caught) => {
  const ones = judged.filter((one) => one.decision === decision);
  const sure = ones.filter(({ confidence }) => 0.9 <= confidence);

  it("was measured", () => expect(ones.length).toBeGreaterThan(least));
  it("of 0.9 and more is right", () => {
    expect(sure.length).toBeGreaterThan(0.8 * ones.length);
    expect(precision(sure)).toBeGreaterThanOrEqual(right);
  });
  it("is low where the errors are", () => {
    const wrong = ones.filter((one) => !one.right).length;
    const fifth = [...ones].sort((a, b) => a.confidence - b.confidence).slice(0, Math.ceil(ones.length / 5));
    expect(fifth.filter((one) => !one.right).length).toBeGreaterThanOrEqual(caught * wrong);
  });
  it("means what it says", () => {
    const mean = ones.reduce((sum, { confidence }) => sum + confidence, 0) / ones.length;
    expect(Math.abs(mean - precision(ones))).toBeLessThan(0.02);
  });
});
