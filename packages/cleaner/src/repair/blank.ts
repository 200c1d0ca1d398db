import type { Edit } from "@zongjie/document";
import { crossing, hanAfter, hanBefore } from "../junction.ts";
import { markerOf } from "../line.ts";

const HAN = /[\u3400-\u9fff\uf900-\ufaff〇]/;
const MARK = /[，。、；：！？“”‘’《》（）【】「」…—,;:!?％%‰()]/;
const TIGHT = /[，。、；：！？”’》）】…,;!?％%‰)]/;

/** Lines with fewer characters than this are left alone: names, tables, signatures are set with blanks. */
const SHORTEST = 16;

/**
 * Blanks that justification or scraping put between characters of a sentence (`国防教 育`, `25 %`, `20 例`). Lines that
 * look like tables or signatures keep theirs. A blank that stands for a lost line end becomes one:
 *
 *     ……医疗需求。 二、项目的主要做法 根据要求……
 *                 ↑⏎              ↑⏎
 */
export function findBlanks(text: string): Edit[] {
  const edits: Edit[] = [];
  const damaged = isDamaged(text);
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    blanksOfLine(text, start, end, damaged, edits);
    start = end + 1;
  }
  return edits;
}

function blanksOfLine(text: string, start: number, end: number, damaged: boolean, edits: Edit[]): void {
  const gaps = gapsOf(text, start, end);
  if (gaps.length === 0) return;
  const prose = isSentence(text, start, end);
  const scattered = (end - start) / 3 < gaps.length;
  const words = !prose && SHORT < end - start - gaps.length && gaps.every(({ bar }) => !bar);
  let heading = opensHeading(text, start, end, gaps);
  for (const gap of gaps) {
    if (isMarkers(text, gap)) continue;
    const left = text[gap.start - 1] as string;
    const right = text[gap.end] as string;
    if (!gap.bar && /[。：:；;！!？?]/.test(left) && startsHeading(text, gap.end)) {
      edits.push({ ...range(gap), insert: "\n", rule: "blank.lost-break", reason: "other" });
      heading = gap.end;
      continue;
    }
    if (
      0 <= heading &&
      5 <= gap.start - heading &&
      gap.start - heading <= 36 &&
      /[\u3400-\u9fff”）)]/.test(left) &&
      /[\u3400-\u9fff0-9“]/.test(right)
    ) {
      edits.push({ ...range(gap), insert: "\n", rule: "blank.lost-break", reason: "other" });
      heading = -1;
      continue;
    }
    if (/[。！？]/.test(left)) heading = -1;
    if (!gap.bar && isSpelled(text, gap)) {
      edits.push({ ...range(gap), insert: "", rule: "blank.in-number", reason: "space-inserted" });
      continue;
    }
    const loose =
      prose ||
      scattered ||
      numeric(left, right) ||
      closes(left, right) ||
      (words && isSplit(text, start, gap, damaged));
    if (gap.bar || !joins(left, right) || !loose) continue;
    if (isMask(left) || isMask(right)) continue;
    edits.push({ ...range(gap), insert: "", rule: "blank.inserted", reason: "space-inserted" });
  }
}

/** Lines of so many characters at most are labels and names, which are set with blanks: 目 录, 单 位, 通 知. */
const SHORT = 4;

/** Log-odds from which on a word lies over a blank, and how often so in a text whose words are cut by blanks. */
const LIKELY = 3;
const TIMES = 3;

/** True where blanks cut words of a text again and again. */
function isDamaged(text: string): boolean {
  let cut = 0;
  for (const { index } of text.matchAll(/(?<=[\u3400-\u9fff])[ \u3000](?=[\u3400-\u9fff])/g))
    if (LIKELY <= crossing(hanBefore(text, index), hanAfter(text, index + 1)) && ++cut === TIMES) return true;
  return false;
}

/**
 * A blank inside a word of a heading, `业 务发展`; in a text whose words are cut by blanks, any in a heading with a marker
 * but one between halves of a couplet: `一、主动作为 服务大局`.
 */
function isSplit(text: string, start: number, gap: Gap, damaged: boolean): boolean {
  const left = hanBefore(text, gap.start);
  const right = hanAfter(text, gap.end);
  if (left === "" || right === "") return false;
  if (LIKELY <= crossing(left, right)) return true;
  if (!damaged || markerOf(text.slice(start, start + 8).trimStart()) === "") return false;
  return Math.min(left.length, right.length) < SHORT;
}

/** The blank that stands behind a marker by custom: `第一条 为……`, `第二章　总则`, `3. 健全机制`. */
function isMarkers(text: string, gap: Gap): boolean {
  const before = text.slice(Math.max(0, gap.start - 9), gap.start);
  return /(?:^|[。；;！!？?：:”）)\n \u3000])(?:第[一二三四五六七八九十百\d]{1,4}[章条节编]|\d{1,2}[.．])$/.test(
    before,
  );
}

/** A blank inside a number that was set digit by digit before its unit: `保洁员 1 4 2 名`. Two digits alone may be two numbers. */
function isSpelled(text: string, gap: Gap): boolean {
  if (!/\d/.test(text[gap.end] ?? "")) return false;
  const before = text.slice(Math.max(0, gap.start - 6), gap.start);
  const behind = text.slice(gap.end, gap.end + 6);
  // 92. 5 %   1 856起, thousands parted as in 1 234 567
  if (/\d\.$/.test(before) && /^\d+ ?[%％‰万亿]/.test(behind)) return true;
  if (/(?<=[\u3400-\u9fff])(?<![第表图])\d{1,3}$/.test(before) && /^\d{3}(?!\d) ?[\u3400-\u9fff]/.test(behind))
    return true;
  if (!/\d$/.test(before)) return false;
  const around = text.slice(Math.max(0, gap.start - 12), gap.end + 12);
  const found = /(?<![\d.])\d(?: \d){2,8}(?: ?[\u3400-\u9fff%％‰])/.exec(around);
  const at = Math.min(12, gap.start);
  return found !== null && found.index < at && at < found.index + found[0].length - 1;
}

/** Longest heading that may have lost its line end, marker included. */
const HEADING = 36;

/**
 * Where a heading begins that stands on one line with its body, so that a blank behind it is a lost line end:
 * `二、税费优惠直达快享 全年办理减免……`. -1 where the line opens none, or its blanks are all over it.
 */
function opensHeading(text: string, start: number, end: number, gaps: readonly Gap[]): number {
  const marker = markerOf(text.slice(start, start + 8));
  if (/^$|条$/.test(marker) || end - start < HEADING) return -1;
  const between = gaps.filter((g) => HAN.test(text[g.start - 1] as string) && HAN.test(text[g.end] as string));
  const first = between.find((g) => marker.length + 3 < g.start - start);
  if (first === undefined || HEADING < first.start - start || end - first.end < 15 || 3 < between.length) return -1;
  return /[。；;！!？?：:]/.test(text.slice(start, first.start)) ? -1 : start;
}

interface Gap {
  readonly start: number;
  readonly end: number;
  /** True for a gap wide enough to divide columns. */
  readonly bar: boolean;
}

function gapsOf(text: string, start: number, end: number): Gap[] {
  const out: Gap[] = [];
  for (let i = start; i < end; i++) {
    if (!/[ \t\u3000\u00a0]/.test(text[i] as string)) continue;
    let to = i + 1;
    while (to < end && /[ \t\u3000\u00a0]/.test(text[to] as string)) to++;
    const wide = 3 < to - i || text.slice(i, to).includes("\t");
    if (start < i && to < end) out.push({ start: i, end: to, bar: wide });
    i = to - 1;
  }
  return out;
}

const range = ({ start, end }: Gap): { start: number; end: number } => ({ start, end });

function isSentence(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST) return false;
  for (let i = start; i < end; i++) if (/[，,。；;：]/.test(text[i] as string)) return true;
  return false;
}

/** A blank between these two is no part of Chinese text; between two Latin words or numbers it is. */
function joins(left: string, right: string): boolean {
  const one = HAN.test(left) || MARK.test(left);
  const two = HAN.test(right) || MARK.test(right);
  if (one && two) return true;
  if (one && /[0-9]/.test(right)) return HAN.test(left) || TIGHT.test(left) || /[（(“《]/.test(left);
  if (two && /[0-9]/.test(left)) return true;
  if (/[，。、；：！？,;]/.test(left) && /[A-Za-z0-9]/.test(right)) return HAN.test(right) || one;
  return (one && /[A-Za-z]/.test(right)) || (two && /[A-Za-z]/.test(left))
    ? false
    : one || two
      ? /[-–~～:：.]/.test(left + right)
      : false;
}

/** Behind `、` or a comma no Chinese line has a blank, a heading neither: `六、 人民生活`. */
function closes(left: string, right: string): boolean {
  return /[，、；,]/.test(left) && HAN.test(right);
}

function numeric(left: string, right: string): boolean {
  return (
    (/[0-9]/.test(left) && /[万亿千百%％‰个人元户次名件]/.test(right)) ||
    (/[0-9]/.test(right) && /[共达为约近第]/.test(left))
  );
}

function isMask(c: string): boolean {
  return c === "_" || c === "*" || c === "×";
}

const NUMERALS = "一二三四五六七八九十";

function startsHeading(text: string, at: number): boolean {
  let i = at;
  const bracket = text[i] === "（" || text[i] === "(";
  if (bracket) i++;
  const from = i;
  while (i - from < 3 && NUMERALS.includes(text[i] ?? "x")) i++;
  if (i === from) return false;
  return bracket ? text[i] === "）" || text[i] === ")" : text[i] === "、";
}
