import { BEFORE_COLON, DATE_LINE } from "../line.ts";
import { shippedScorer } from "../noise/scorer.ts";
import { readTitle } from "../title.ts";
import { DATED, type LineFeatures } from "./features.ts";
import { isSeparator } from "./separator.ts";
import type { Verdict } from "./verdict.ts";

/**
 * From which probability on a line goes. Swept with models that had not seen the site (scripts/train-noise.ts --cross):
 * above 0.97 nothing but marks between documents and headlines is lost, which `isGuarded` keeps; above 0.6 one in
 * sixteen of the lines is the document's, so that their place has to speak against them as well.
 */
export const SURE = 0.97;
/** The same for a line of a few words: what is lost above it are headlines, marks and names, which are kept for what they are. */
export const SURE_OF_FEW = 0.9;
export const FEW = 40;
export const BESIDE = 0.8;
export const EDGE = 0.6;

/** Longest prose that counts as a short text. */
export const SHORT = 80;

/** The verdict of the model where the probability is at least `bound` and nothing else speaks for the line; else null. */
export function modelVerdict(lines: readonly LineFeatures[], i: number, bound: number): Verdict | null {
  const line = lines[i] as LineFeatures;
  const long = line.prose && SHORT < line.text.length;
  if (line.noise < (long ? Math.max(bound, SURE) : bound) || isGuarded(lines, i)) return null;
  if (SHORT < line.text.length && !isNoiseThroughout(line.text)) return null;
  return { reason: shippedScorer().reason(line.text), rule: "model.noise" };
}

/** The model looks at both ends of a line; a document may stand between them where a page is one line. */
function isNoiseThroughout(text: string): boolean {
  const scorer = shippedScorer();
  let from = 0;
  while (from < text.length) {
    const stop = text.slice(from + 40, from + SHORT).search(/[\s\u3000。！!？?；;]/);
    const to = stop === -1 ? from + SHORT : from + 41 + stop;
    if (scorer.probability(text.slice(from, to)) < EDGE && 12 <= text.length - from) return false;
    from = to;
  }
  return true;
}

/** Headlines, marks between documents, dates, salutations and headings above prose stay, whatever the model says of their words. */
export function isGuarded(lines: readonly LineFeatures[], i: number): boolean {
  const line = lines[i] as LineFeatures;
  if (isSeparator(line) || DATE_LINE.test(line.text) || (line.noise < 0.99 && isRow(line))) return true;
  const below = lines
    .slice(i + 1, i + 12)
    .filter((other) => !other.blank)
    .slice(0, 4);
  if (isHeadline(line) && heads(below)) return true;
  const next = below[0];
  if (next !== undefined && DATED.test(next.text) && line.text.length <= 20 && line.noise < 0.99) return true;
  const above = next?.prose === true && next.noise < 0.5;
  return above && (line.marker !== "" || BEFORE_COLON.test(line.text));
}

/** A row of a table set with blanks, measures in it: `桃酥 未标注 某某食品有限公司 菌落总数(≤1500/2200)`. */
function isRow({ text }: LineFeatures): boolean {
  if (/^\|.*[\p{L}\p{N}].*\|$/u.test(text) && 3 <= text.split("|").length - 1) return true;
  return (
    2 <= (text.match(/[\s\u3000]\S/g)?.length ?? 0) &&
    /\d[\d.]*\s*[/)）%％万亿元人户个件]/.test(text) &&
    !/(?:19|20)\d\d[-/.年]|[:：]\/\/|\d:\d\d|[KkMm][Bb]/.test(text)
  );
}

/** True where prose follows before another headline does. */
function heads(below: readonly LineFeatures[]): boolean {
  const prose = below.findIndex((other) => other.prose && other.noise < SURE);
  const title = below.findIndex(isHeadline);
  return prose !== -1 && (title === -1 || prose < title);
}

/** True for a headline, its mark left out: `总结篇6` and `PART 2 工作总结` are headlines as `工作总结` is. */
const MARKED =
  /^(?:[A-Za-z]{3,8}|第[一二三四五六七八九十\d]{1,3}[部份]分?|附件)[\s.．:：]*[\d一二三四五六七八九十]{0,3}[\s.:：]*|[\s\u3000]*第?[篇份][\s\u3000]?[\d一二三四五六七八九十]{1,3}$/g;

export function isHeadline(line: LineFeatures): boolean {
  const title = line.title ?? (line.prose || 60 < line.text.length ? null : readTitle(line.text.replace(MARKED, "")));
  return title !== null && !title.inner;
}
