import { isFinished, isProse, type Line, markerOf } from "../line.ts";
import { bareTitle, likeness, readTitle } from "../title.ts";
import type { Boundary } from "./boundary.ts";

/**
 * Headlines without a mark. A line that ends like a report's title is one when enough speaks for it: it stands again
 * elsewhere, shares its subject with the page's first headline, follows a finished paragraph, is followed by an opening.
 */
export function findHeadlines(lines: readonly Line[]): Boundary[] {
  const titles = lines.map((line) => readTitle(line.text));
  const counts = new Map<string, number>();
  for (const [i, line] of lines.entries())
    if (titles[i] !== null) counts.set(bareTitle(line.text), (counts.get(bareTitle(line.text)) ?? 0) + 1);
  const firstTitle = lines.find((_line, i) => titles[i] !== null)?.text ?? "";
  const out: Boundary[] = [];
  let before: Line | null = null;
  for (const [i, line] of lines.entries()) {
    if (line.text === "") continue;
    const title = titles[i];
    if (title != null) {
      const bare = bareTitle(line.text);
      let score = 0;
      if (1 < (counts.get(bare) ?? 0)) score += 1.5;
      if (0.4 <= likeness(bare, bareTitle(firstTitle))) score += 1;
      if (before === null || /[。！!？?”」』]$/.test(before.text)) score += 0.5;
      else if (markerOf(before.text) === "" && !isFinished(before.text) && !/[，,、]$/.test(before.text)) score += 0.25;
      else score -= 0.5;
      if (6 <= bare.length) score += 0.5;
      if (NAMED.test(bare)) score += FULL.test(bare) ? 1.25 : 0.75;
      if (title.inner) score -= 1.5;
      if (isHeadOf(lines, i)) score += 0.5;
      if (2 <= score) out.push({ line: i, rule: "split.headline", mark: 0, titled: true });
    }
    before = line;
  }
  return out;
}

/** Unit, year and genre: the complete headline of a report. */
const FULL =
  /^[\p{Script=Han}（）()]{2,24}[省市县区乡镇村局厅委办院校司团社站](?:[\p{Script=Han}]{0,6})(?:19|20)[\dXx*_]{2}(?:[-—–](?:19|20)\d\d)?(?:学?年度?)/u;

/** A headline that names its unit or its year speaks for a whole document. */
export const NAMED: RegExp = /^关于.{4,}的|(?:19|20)[\dXx*_]{2}年|[省市县区乡镇村局厅委办院校司团队所站](?!长).{2,}/;

/** True where prose, a salutation or a first heading follows a line within two lines. */
function isHeadOf(lines: readonly Line[], i: number): boolean {
  let seen = 0;
  for (let k = i + 1; k < lines.length && seen < 2; k++) {
    const text = lines[k]?.text ?? "";
    if (text === "") continue;
    seen++;
    if (isProse(text) || /^(?:一、|[（(]一[)）]|第一[章条、])/.test(text) || /^[^，。]{2,30}[:：]$/.test(text))
      return true;
    if (readTitle(text) === null) return false;
  }
  return false;
}
