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

const BYLINES = new Set(["byline", "widget", "file-info", "related-links", "footer", "navigation"]);

/** A headline, a mark before it or not, then the beginning of a byline behind blanks, or a date or a count glued to it. */
const GLUED =
  /^((?:[^\p{L}\p{N}]{0,3}[^\s:：|>»]{0,8}[】\])）:：、.]?[\s\u3000]?)?[^:：|>»]{6,50}?)(?:[\s\u3000]+(?=(?:来源|作者|时间|日期|发布|更新|浏览|阅读|点击|【?字[体号]|(?:19|20)\d\d[-/.年]|[^\s:：]{2,6}[:：]))|(?=(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d)|(?=\d{1,7}(?:次?阅读|次?浏览|人阅读)))/u;

/** Signs and words of a mark before a headline. */
const MARK = /^[^\p{L}\p{N}《“]{0,3}(?:[^《》“”]{0,8}[】\])）:：、.][\s\u3000]*)?/u;

/** Where a byline begins that is glued to a headline; null where the line is no such thing. */
function gluedAt(line: LineFeatures): { at: number; core: string } | null {
  const found = 160 < line.text.length ? null : GLUED.exec(line.text);
  if (found === null) return null;
  const head = found[1] as string;
  const title = readTitle(head) ?? readTitle(head.replace(MARK, ""));
  return title === null || title.inner ? null : { at: found[0].length, core: bareTitle(head.replace(MARK, "")) };
}

/**
 * Spares a headline on a line that goes for the byline behind it; not where the headline stands again above the text.
 *
 *     竹溪乡2023年工作总结  2024-01-27 来源：县政府办      from the date on
 *
 * A mark between documents stays whatever the words of its line are.
 */
export function spareHeadlines(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  const first = lines.findIndex((line, i) => line.prose && verdicts[i] == null);
  for (const [i, line] of lines.entries()) {
    const verdict = verdicts[i];
    if (verdict == null || verdict.from !== undefined || verdict.rule === "repeat.headline") continue;
    const glued = BYLINES.has(verdict.reason) ? gluedAt(line) : null;
    if (i < first && glued !== null) {
      const again = lines
        .slice(0, first)
        .some((other, k) => k !== i && other.title !== null && bareTitle(other.text) === glued.core);
      if (!again) verdicts[i] = { ...verdict, from: glued.at };
    } else if (glued !== null && (line.series || headsText(lines, i))) verdicts[i] = { ...verdict, from: glued.at };
    else if (line.series) verdicts[i] = null;
  }
}

/** True where prose follows within three lines, no other headline before it. */
function headsText(lines: readonly LineFeatures[], i: number): boolean {
  let seen = 0;
  for (let k = i + 1; k < lines.length && seen < 3; k++) {
    const line = lines[k] as LineFeatures;
    if (line.blank) continue;
    if (line.prose) return line.noise < 0.5;
    if (line.title !== null && !line.title.inner) return false;
    seen++;
  }
  return false;
}

/** Rules whose lines are no text's own on any page: `滑动查看更多图片`, `剩余3页未读，继续阅读`, `— END —`. */
const PLAIN: ReadonlySet<string> = new Set(["advert.follow", "preview.rest", "other.end-mark", "widget.profile"]);

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
  for (let i = first + 1; i < last; i++) if (!lines[i]?.hits.some(({ rule }) => PLAIN.has(rule.id))) verdicts[i] = null;
  const heads = new Set(headings.map(({ at }) => at));
  for (const [i, { at }] of lines.entries()) if (heads.has(at)) verdicts[i] = null;
}
