import { shippedScorer } from "../noise/scorer.ts";
import { bareTitle, likeness } from "../title.ts";
import type { LineFeatures } from "./features.ts";
import { isSeparator } from "./separator.ts";
import type { Verdict } from "./verdict.ts";

/** How far down a headline is looked for, in lines, and how many characters of prose may stand above it. */
const LINES = 25;
const CHARACTERS = 600;

const NUMBERED = /^[（(]?[一二三四五六七八九十]{1,3}[、）)]/;
const SIGNED = /^[^。，]{0,20}(?:19|20)[\dXx*]{2}\s*年\s*[\dXx*]{1,2}\s*月\s*[\dXx*]{1,2}\s*日$/;
const TEASERS = new Set(["teaser", "disclaimer", "advertisement", "truncated-duplicate"]);

/**
 * Takes out what stands above the headline where it is too little to be a document.
 *
 *     社区工作总结(精选5篇)             site-title
 *     总结是对一年工作的回顾……          teaser
 *     篇1：棠梨社区2023年工作总结       the headline
 */
export function dropPreface(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  const top: number[] = [];
  for (let i = 0; i < lines.length && top.length < LINES; i++) if (!lines[i]?.blank) top.push(i);
  const headline = top.findIndex((_i, rank) => isOpening(lines, verdicts, top, rank));
  if (headline < 1) return;
  const above = top.slice(0, headline).filter((i) => verdicts[i] == null);
  const prose = above.filter((i) => lines[i]?.prose);
  if (prose.length === 0) return;
  const size = prose.reduce((sum, i) => sum + (lines[i] as LineFeatures).text.length, 0);
  const own = above.some(
    (i) => NUMBERED.test((lines[i] as LineFeatures).text) || SIGNED.test((lines[i] as LineFeatures).text),
  );
  if (own || CHARACTERS < size || !isForeign(lines, above, prose, top[headline] as number)) return;
  for (const i of above) {
    const { text, prose: long, title } = lines[i] as LineFeatures;
    const said = title !== null ? "site-title" : shippedScorer().reason(text);
    verdicts[i] = { reason: long && !TEASERS.has(said) ? "teaser" : said, rule: "head.before-headline" };
  }
}

/** A headline, or a mark between documents, behind at least one passage of prose that stays and above one more. */
function isOpening(
  lines: readonly LineFeatures[],
  verdicts: readonly (Verdict | null)[],
  top: readonly number[],
  rank: number,
): boolean {
  const i = top[rank] as number;
  const line = lines[i] as LineFeatures;
  if (
    verdicts[i] != null ||
    line.prose ||
    line.bullet ||
    !(isSeparator(line) || (line.title !== null && !line.title.inner))
  )
    return false;
  if (!top.slice(0, rank).some((k) => lines[k]?.prose && verdicts[k] == null)) return false;
  const next = top
    .slice(rank + 1)
    .filter((k) => verdicts[k] == null)
    .slice(0, 4);
  return next.some((k) => lines[k]?.prose);
}

/** True where the prose reads like a website's, or where no other headline than the same one stands above it. */
function isForeign(
  lines: readonly LineFeatures[],
  above: readonly number[],
  prose: readonly number[],
  headline: number,
): boolean {
  if (prose.every((i) => 0.5 <= (lines[i] as LineFeatures).noise)) return true;
  const title = bareTitle((lines[headline] as LineFeatures).text);
  const others = above.filter(
    (i) =>
      i < (prose[0] as number) &&
      lines[i]?.title != null &&
      likeness(bareTitle((lines[i] as LineFeatures).text), title) < 0.6,
  );
  return others.length === 0 && prose.every((i) => 0.2 <= (lines[i] as LineFeatures).noise);
}
