import { BEFORE_COLON, DATE_LINE } from "../line.ts";
import { bareTitle, likeness, readTitle } from "../title.ts";
import { DATED, type LineFeatures } from "./features.ts";
import { BESIDE, EDGE, modelVerdict, SHORT, SURE } from "./model.ts";
import { isSeparator } from "./separator.ts";
import type { Verdict } from "./verdict.ts";

const APPENDIX = /^(?:附件|附[:：表一二三四五六七八九十\d]|抄送|主题词|联系人|报送|主送)/;

/**
 * Weighs lines by their place: before the first and behind the last passage of prose only a headline, a salutation, a
 * signature or an appendix may stay; weak evidence counts beside other noise.
 */
export function cutEdges(lines: readonly LineFeatures[], verdicts: (Verdict | null)[], framed: boolean): void {
  const content = lines.map((_line, i) => isContent(lines, verdicts, i));
  const first = content.indexOf(true);
  const last = content.lastIndexOf(true);
  if (first === -1) {
    if (!framed) for (const i of lines.keys()) weaken(lines, verdicts, i, BESIDE);
    return;
  }
  dropHead(lines, verdicts, first, framed);
  for (let i = first + 1; i < last; i++) if (besideNoise(lines, verdicts, i)) weaken(lines, verdicts, i, BESIDE);
  dropTail(lines, verdicts, last, framed);
}

/** Prose that stays, or a marked heading with prose soon after it. */
function isContent(lines: readonly LineFeatures[], verdicts: readonly (Verdict | null)[], i: number): boolean {
  const line = lines[i] as LineFeatures;
  if (line.blank || (verdicts[i] != null && verdicts[i]?.from === undefined)) return false;
  if (line.prose) return line.noise < (SHORT < line.text.length ? SURE : BESIDE);
  if (line.marker === "") return false;
  let seen = 0;
  for (let k = i + 1; k < lines.length && seen < 3; k++) {
    const next = lines[k] as LineFeatures;
    if (next.blank) continue;
    seen++;
    if (next.prose && verdicts[k] == null) return true;
    if (next.marker === "" || verdicts[k] != null) return false;
  }
  return false;
}

/** Lets weak evidence count: a weak rule, else the model from `bound` on. */
function weaken(lines: readonly LineFeatures[], verdicts: (Verdict | null)[], i: number, bound: number): void {
  const line = lines[i] as LineFeatures;
  if (verdicts[i] != null || line.blank) return;
  const hit = line.hits[0];
  verdicts[i] =
    hit !== undefined && !line.prose
      ? { reason: hit.rule.label ?? "other", rule: hit.rule.id }
      : modelVerdict(lines, i, bound);
}

function besideNoise(lines: readonly LineFeatures[], verdicts: readonly (Verdict | null)[], i: number): boolean {
  return [-1, 1].some((step) => {
    let k = i + step;
    while (lines[k]?.blank) k += step;
    return verdicts[k] != null;
  });
}

/**
 * Before the first passage: from it upwards a salutation, then the headline; all else is the site's.
 *
 *     首页 | 范文 | 计划          navigation
 *     乡镇工作总结                site-title: like the headline below it
 *     清溪乡2023年工作总结        headline
 *     各位代表：                  salutation
 */
function dropHead(lines: readonly LineFeatures[], verdicts: (Verdict | null)[], first: number, framed: boolean): void {
  const above = [...lines.keys()].filter((i) => i < first && !lines[i]?.blank && verdicts[i] == null).reverse();
  const headline = findHeadline(lines, above);
  // what stands between a mark and the first passage belongs to the marked document
  const mark = above.find((i) => isSeparator(lines[i] as LineFeatures)) ?? -1;
  for (const [rank, i] of above.entries()) {
    const line = lines[i] as LineFeatures;
    if (i === headline || isSeparator(line) || UNIT_LINE.test(line.text)) continue;
    const said = line.hits.length === 0 ? modelVerdict(lines, i, EDGE) : null;
    if (said !== null) {
      verdicts[i] = said;
      continue;
    }
    const between = headline === null || headline < i;
    if (
      between &&
      line.hits.length === 0 &&
      (framed ||
        headline !== null ||
        (0 <= mark && mark < i) ||
        (rank < 3 && BEFORE_COLON.test(line.text)) ||
        DOCUMENT_NUMBER.test(line.text))
    )
      continue;
    verdicts[i] = headVerdict(lines, i, headline, framed);
  }
}

/** `（清办发〔2021〕17号）`, `2021年3月1日通过` under a headline belong to the document. */
const DOCUMENT_NUMBER = /^[（(]?[^。]{0,20}(?:〔|\[|【)\d{4}|^[（(].{4,60}[)）]$/;

/** 单位：万元: it stands above a table, below its headline. */
const UNIT_LINE =
  /^[（(]?(?:[金数]额|计量|[面体]积|[数重]量|统计)?单位[：:]\s?[^：:。]{0,8}(?:[元人户亩顷吨斤件次起例米里升个台套辆家所处头只张册岁天时度箱名项宗篇%％‰])[）)]?$/;

/** The headline among the lines above the first passage (nearest first): a report's title, else a short line by its place. */
function findHeadline(lines: readonly LineFeatures[], above: readonly number[]): number | null {
  const near = above.slice(0, 5);
  const titled = near.find((i) => lines[i]?.title != null && !lines[i]?.title?.inner && !lines[i]?.bullet);
  if (titled !== undefined) return titled;
  const menu = 6 <= above.length;
  for (const [rank, i] of near.entries()) {
    const line = lines[i] as LineFeatures;
    if (
      UNIT_LINE.test(line.text) ||
      0 < line.hits.length ||
      line.bullet ||
      (rank < 3 && BEFORE_COLON.test(line.text)) ||
      line.marker !== ""
    )
      continue;
    const fits =
      4 <= line.text.length && line.text.length <= 50 && !/[|>»]/.test(line.text) && !/[\s\u3000]{2}/.test(line.text);
    if (fits && rank < 3 && (!menu || 8 <= line.text.length)) return i;
  }
  return null;
}

/** Why a line above the first passage goes; null where it seems to be a part of a headline broken over lines. */
function headVerdict(
  lines: readonly LineFeatures[],
  i: number,
  headline: number | null,
  framed: boolean,
): Verdict | null {
  const line = lines[i] as LineFeatures;
  const weak = line.hits[0];
  if (weak !== undefined) return { reason: weak.rule.label ?? "other", rule: weak.rule.id };
  const title = headline === null ? null : (lines[headline] as LineFeatures);
  if (title !== null && line.title !== null && 0.5 <= likeness(bareTitle(line.text), bareTitle(title.text)))
    return { reason: "site-title", rule: "edge.second-headline" };
  const joined =
    headline === i + 1 &&
    !line.bullet &&
    line.title === null &&
    /^[^|>»。！？:：]{6,40}(?<![网站库坛台道线首页录])$/.test(line.text);
  if (joined || framed) return null;
  return { reason: line.title === null ? "navigation" : "site-title", rule: "edge.before-headline" };
}

/** A headline in a list of links: `3、学校工作计划`, `个人工作小结.docx`. */
function isListed(line: LineFeatures | undefined): boolean {
  if (line === undefined || line.prose) return false;
  return readTitle(line.text.slice(line.marker.length).trim()) !== null;
}

/** Behind the last passage: signature, date and appendix stay; short lines in a row, titles and bulleted lines go. */
function dropTail(lines: readonly LineFeatures[], verdicts: (Verdict | null)[], last: number, framed: boolean): void {
  const below = [...lines.keys()].filter((i) => last < i && !lines[i]?.blank && verdicts[i] == null);
  const noisy = [...lines.keys()].some((i) => last < i && verdicts[i] != null);
  let appendix = false;
  for (const [rank, i] of below.entries()) {
    const line = lines[i] as LineFeatures;
    weaken(lines, verdicts, i, EDGE);
    if (verdicts[i] != null) continue;
    if (APPENDIX.test(line.text)) appendix = true;
    const next = lines[below[rank + 1] ?? -1];
    const signature =
      DATE_LINE.test(line.text) || (rank < 4 && next !== undefined && DATED.test(next.text) && line.text.length <= 30);
    if (appendix || signature || isSeparator(line)) continue;
    if (isListed(line) && [-1, 1].some((step) => isListed(lines[below[rank + step] ?? -1]))) {
      verdicts[i] = { reason: "related-links", rule: "edge.titles-after-text" };
      continue;
    }
    if (framed) continue;
    const row = below.length - rank;
    if (line.bullet) verdicts[i] = { reason: "navigation", rule: "edge.after-text" };
    else if (line.title !== null && (noisy || 2 <= row || 1 <= rank))
      verdicts[i] = { reason: "related-links", rule: "edge.titles-after-text" };
    else if (line.marker === "" && !/[\d|\t。；！!，,]/.test(line.text) && line.text.length <= 12 && 4 <= row)
      verdicts[i] = { reason: "navigation", rule: "edge.after-text" };
  }
}
