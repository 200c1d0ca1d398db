import type { Check, TextFigure } from "@zongjie/document";
import { readingCopy } from "../reading.ts";
import { balances } from "./balance.ts";
import { explainer } from "./explained.ts";
import { formulas, parts } from "./formula.ts";
import { type Grid, gridsOf } from "./grid.ts";
import { growth } from "./growth.ts";
import type { Pair } from "./implied.ts";
import { cellMemory } from "./judged/cells.ts";
import type { Claim } from "./judged/claim.ts";
import { claimsOf, judged } from "./judged/index.ts";
import { levelsOf } from "./levels.ts";
import { countList, outOfRange } from "./lists.ts";
import { sameMetric } from "./mentions.ts";
import { product } from "./product.ts";
import { relations, remainders } from "./relations.ts";
import { percentOf } from "./shares.ts";
import { sharesSum } from "./split.ts";
import { partsSum } from "./sums.ts";
import { ofCommonWhole } from "./survey.ts";
import { tableChecks } from "./tables.ts";
import { type Passage, passagesOf } from "./term.ts";
import { rounded } from "./tolerance.ts";
import type { FindLevel } from "./wholes.ts";

/**
 * Arithmetic that the text itself states: `共12人，其中男7人、女5人` gives a parts-sum that holds. What is merely near is
 * left alone: only what a sentence claims is checked.
 */
export function findChecks(text: string, figures: readonly TextFigure[]): Check[] {
  const copy = readingCopy(text);
  // 1. the figures of each paragraph, and what part each may play in a claim
  const passages = passagesOf(copy, figures);
  const grids = gridsOf(copy, figures);
  const formed = formedChecks(copy, figures, passages, grids);
  // 4. what the words do not say in any known form
  const found = judged(passages, formed, cellMemory(copy, grids));
  // 5. what another reading explains is no error
  const explains = explainer(passages, found);
  return found.filter((made) => !explains(made)).map(rounded);
}

/** The checks that known forms of words claim. */
function formedChecks(
  copy: string,
  figures: readonly TextFigure[],
  passages: readonly Passage[],
  grids: readonly Grid[],
): Check[] {
  const levels = levelsOf(passages);
  // 2. what a paragraph claims
  const pairs: Pair[] = [];
  const elsewhere: FindLevel = (name, part) =>
    levels
      .named(name, part.figure, part.index)
      .map(({ term }) => term)
      // 献血者6338人次，占全部献血人次的34%: not of what is aimed at next year
      .filter(({ figure }) => figure.modality === "stated" || part.figure.modality !== "stated");
  const stated = passages.flatMap((passage) => {
    const shares = passage.terms.some(({ role, figure }) => role === "share" || figure.kind === "ratio");
    return [
      ...partsSum(passage),
      ...(shares ? [...sharesSum(passage), ...percentOf(passage, elsewhere, pairs), ...parts(passage)] : []),
      ...growth(passage, (now) => levels.yearBefore(now, passage)),
      ...product(passage),
      ...relations(passage),
      ...remainders(passage),
      ...balances(passage),
      ...formulas(passage),
    ];
  });
  // 3. what the text claims as a whole, its tables, its lists
  const whole = [
    ...sameMetric(levels, passages),
    ...ofCommonWhole(
      pairs,
      passages.flatMap(({ terms }) => terms),
    ),
    ...tableChecks(grids, figures),
    ...countList(copy, figures),
    ...outOfRange(copy, figures),
  ];
  // nothing is a share of 0, or grows from it
  return [...stated, ...whole].filter(({ computed }) => Number.isFinite(computed));
}

/** What the model of claims is trained on: the checks that forms of words give, and what may be claimed besides. */
export interface CheckEvidence {
  readonly formed: readonly Check[];
  readonly claims: readonly Claim[];
}

/** The checks that known forms of words claim, and all that a text may claim of the figures that `asked` wants. */
export function checkEvidence(
  text: string,
  figures: readonly TextFigure[],
  asked: (index: number) => boolean,
): CheckEvidence {
  const copy = readingCopy(text);
  const passages = passagesOf(copy, figures);
  const grids = gridsOf(copy, figures);
  const formed = formedChecks(copy, figures, passages, grids);
  return { formed, claims: claimsOf(passages, formed, cellMemory(copy, grids), asked) };
}
