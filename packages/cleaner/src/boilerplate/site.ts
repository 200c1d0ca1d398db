import { entityWords, ruleMatcher } from "@zongjie/lexicon";
import { BEFORE_COLON } from "../line.ts";
import { boundaryLabels } from "../split/opening.ts";
import type { LineFeatures } from "./features.ts";
import { isGuarded, SURE_OF_FEW } from "./model.ts";
import type { Verdict } from "./verdict.ts";

/**
 * From which probability on a line that stands on many pages goes, where it stands outside of the page's text. Signatures,
 * closing formulas and heads of tables are below 0.15; what sites say of themselves is seldom below 0.4.
 */
const LIKELY = 0.3;

/** Letters of a line between the page's own prose that may go at all: a heading without a number is shorter. */
const LONG = 13;

/** Letters of a line that may be a unit's name under its report. */
const SIGNED = 30;

/**
 * Drops lines that stand on many pages of the site, where more than that speaks against them: outside of the page's own
 * prose their words (a little), or that they stand beyond a line that goes; inside of it their words alone (a lot). What
 * reports have in common stays: headings, headlines, formulas, units that sign.
 *
 *     竹溪发布 向上向善               outside, words
 *     竹溪乡2023年工作总结
 *     一、存在问题                    stays: a heading
 *     ……
 *     特此报告。                      stays: a formula
 *     分享到：                        gone already
 *     主动公开 服务群众               beyond it
 */
export function dropSiteLines(
  lines: readonly LineFeatures[],
  verdicts: (Verdict | null)[],
  repeats: (line: string) => boolean,
): void {
  const isOwn = (line: LineFeatures, i: number): boolean =>
    !line.blank && verdicts[i] == null && line.prose && line.noise < 0.5;
  const first = lines.findIndex(isOwn);
  const last = lines.findLastIndex(isOwn);
  // a page without text of its own has nothing to stand around
  if (first === -1) return;
  const drop = (i: number, bound: number): void => {
    const line = lines[i] as LineFeatures;
    if (line.blank || verdicts[i] != null || line.noise < bound) return;
    if (repeats(line.text) && !isReportsOwn(lines, i)) verdicts[i] = { reason: "repeat", rule: "site.repeated-line" };
  };
  for (const [from, step] of [
    [first - 1, -1],
    [last + 1, 1],
  ] as const) {
    let beyond = false;
    for (let i = from; 0 <= i && i < lines.length; i += step) {
      drop(i, beyond ? 0 : LIKELY);
      beyond ||= verdicts[i] != null && verdicts[i]?.from === undefined;
    }
  }
  for (let i = first + 1; i < last; i++) if (LONG <= (lines[i] as LineFeatures).text.length) drop(i, SURE_OF_FEW);
}

/** True for a line that a report may have, on however many pages it stands. */
function isReportsOwn(lines: readonly LineFeatures[], i: number): boolean {
  const line = lines[i] as LineFeatures;
  return (
    line.marker !== "" ||
    line.title !== null ||
    (line.prose && line.noise < 0.5) ||
    BEFORE_COLON.test(line.text) ||
    isGuarded(lines, i) ||
    isUnit(line.text) ||
    0 < boundaryLabels(line.text).length ||
    0 < ruleMatcher("formula.yaml").match(line.text).length
  );
}

/** True for a name that may sign a report: `清溪县教育局`. */
function isUnit(text: string): boolean {
  const name = text.replace(/[\s\u3000（(].*$/, "");
  return text.length <= SIGNED && entityWords().orgEnd.some((word) => name.endsWith(word));
}
