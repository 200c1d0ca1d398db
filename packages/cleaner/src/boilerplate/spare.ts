import type { SplitContext } from "../split/evidence.ts";
import { bareTitle, readTitle } from "../title.ts";
import { DATED, type LineFeatures } from "./features.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Spares the date of a signature on a line that goes for what a website glued to it.
 *
 *     清溪县水务局
 *     2023年12月20日（编辑：小舟）      from the bracket on
 */
export function spareDates(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  for (const [i, line] of lines.entries()) {
    const verdict = verdicts[i];
    const date = verdict == null || verdict.from !== undefined ? null : DATED.exec(line.text);
    if (verdict == null || date === null || !isSigned(lines, verdicts, i)) continue;
    verdicts[i] = date[0].length === line.text.length ? null : { ...verdict, from: date[0].length };
  }
}

/** True where prose stands above the line, with at most two short lines (the units that sign) between. */
function isSigned(lines: readonly LineFeatures[], verdicts: readonly (Verdict | null)[], i: number): boolean {
  let between = 0;
  for (let k = i - 1; 0 <= k && between < 3; k--) {
    const line = lines[k] as LineFeatures;
    if (line.blank) continue;
    if (verdicts[k] != null && verdicts[k]?.from === undefined) {
      if (line.prose) return false;
      continue;
    }
    if (line.prose) return true;
    if (30 < line.text.length) return false;
    between++;
  }
  return false;
}

const BYLINES = new Set(["byline", "widget", "file-info"]);

/** A headline, then blanks and the beginning of a byline. */
const GLUED =
  /^([^:：|>»]{6,50}?)[\s\u3000]+(?=(?:来源|作者|时间|日期|发布|更新|浏览|阅读|点击|【?字[体号]|(?:19|20)\d\d[-/.年]|[^\s:：]{2,6}[:：]))/;

/**
 * Spares the page's headline on a line that goes for the byline behind it; not where the headline stands again.
 *
 *     竹溪乡2023年工作总结  2024-01-27 来源：县政府办      from the date on
 */
export function spareHeadlines(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  const first = lines.findIndex((line, i) => line.prose && verdicts[i] == null);
  for (let i = 0; i < first; i++) {
    const verdict = verdicts[i];
    if (verdict == null || verdict.from !== undefined || !BYLINES.has(verdict.reason)) continue;
    const found = GLUED.exec((lines[i] as LineFeatures).text);
    const title = found === null ? null : readTitle(found[1] as string);
    if (found === null || title === null || title.inner) continue;
    const core = bareTitle(found[1] as string);
    const again = lines
      .slice(0, first)
      .some((other, k) => k !== i && other.title !== null && bareTitle(other.text) === core);
    if (!again) verdicts[i] = { ...verdict, from: found[0].length };
  }
}

/**
 * Spares what stands between the first and the last prose of a page whose frame is gone and which is no report, and its
 * headings: there the words of one line (`★皮肤有伤口时不宜浸泡`) are too little to go by.
 */
export function spareInside(
  lines: readonly LineFeatures[],
  verdicts: (Verdict | null)[],
  { headings = [] }: SplitContext,
): void {
  const isText = ({ prose }: LineFeatures, i: number): boolean => prose && verdicts[i] == null;
  const first = lines.findIndex(isText);
  const last = lines.findLastIndex(isText);
  for (let i = first + 1; i < last; i++) verdicts[i] = null;
  const heads = new Set(headings.map(({ at }) => at));
  for (const [i, { at }] of lines.entries()) if (heads.has(at)) verdicts[i] = null;
}
