import { lineWords } from "@zongjie/lexicon";
import { crossing } from "../junction.ts";
import { type CharSet, charSet, endsIn, type Line, markerOf } from "../line.ts";
import { readTitle } from "../title.ts";
import { isLike } from "../wrap.ts";
import { breakFeatures, leftOf, rightOf } from "./features.ts";
import { type Habit, habitOf } from "./habit.ts";
import { breakScore } from "./model.ts";

/** What an unfinished line ends in, besides a Chinese character. */
const OPEN: CharSet = charSet("0123456789.，,、（(“《〇");
for (let unit = 0x3400; unit <= 0x9fff; unit++) OPEN[unit] = 1;

const HAN = /[\u3400-\u9fff〇]/;

/**
 * True where a line and the next one could be a sentence: Chinese characters on both sides, neither a row of a table, a
 * labelled field nor somebody's words (`记者：`).
 */
export function isOpenEnd(line: Line, next: Line): boolean {
  if (!HAN.test(line.text.at(-1) as string) || (!HAN.test(next.text[0] as string) && !/^[\d“《（(]/.test(next.text)))
    return false;
  if (next.text.length < 2 || /[|\t]/.test(line.text) || /[|\t]/.test(next.text) || /^[\d\s.,%]+$/.test(next.text))
    return false;
  return !/^(?:关键词|摘\s*要|附件|联系人|抄送)/.test(line.text) && !isTurn(next.text);
}

/** True for a line that begins a sentence: with a speaker (`记者：`) or a word that turns (`然而，`), or as a salutation. */
function isTurn(text: string): boolean {
  const mark = text.slice(0, 6).search(/[:：，,]/);
  if (mark <= 0) return /^[^，,。；;]{6,60}[:：]$/.test(text);
  const word = text.slice(0, mark);
  return /[:：]/.test(text[mark] as string) ? !lineWords().clinging.has(word) : lineWords().turning.has(word);
}

/** Bounds of log-odds: where a word leaves no doubt; where the document is broken elsewhere; where there is a sign; where there is none. */
const DOUBTED = -2;
const LIKELY = 0.5;
const SURE = 2;
const CERTAIN = 4;

/** Features that are evidence by themselves, and those that leave hardly a doubt. */
const SIGN = /^(?:over [3-9]|hanging$|clinging$|tight$|next stub [0-2]|tail$)/;
const STRONG = /^(?:over [4-9]|hanging$)/;
const AGAINST = /^(?:next marked|next title|next clauses 0)$/;

/** From which log-odds on a line end is a stray one. `found`: something else in the document is surely broken. */
function boundOf(features: readonly string[], found: boolean): number {
  const strong = features.some((f) => STRONG.test(f)) && !features.some((f) => AGAINST.test(f));
  if (strong) return DOUBTED;
  return found ? LIKELY : features.some((f) => SIGN.test(f)) ? SURE : CERTAIN;
}

/**
 * In a text that was not wrapped: the lines (by their index) whose sentence goes on in the next one. One that is surely
 * broken makes the others likelier. `lines`: those with text, in order.
 */
export function findBroken(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const out = new Set<number>();
  const scores = new Map<number, readonly [number, readonly string[]]>();
  let habit: Habit | undefined;
  const ends = lines.map(({ text }) => /[，,]$/.test(text));
  // items that all end in a comma are a list
  const listed = 1 < ends.filter((comma, i) => comma && ends[i + 1]).length;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (next === undefined || !endsIn(line.text, OPEN)) continue;
    const open = isOpenMark(line, next) && !(listed && ends[i] === true);
    if (isCutNumber(line.text, next.text) || open || isRest(line, next.text)) out.add(i);
    else if (
      isOpenEnd(line, next) &&
      !(isLike(line, next) && overEnd(line, next) < WORD) &&
      !isListed(line, next) &&
      !(i === 0 && isHeadline(line, next))
    ) {
      habit ??= habitOf(text, lines);
      const features = breakFeatures(habit, i);
      scores.set(i, [breakScore(features), features]);
    }
  }
  const found = [...scores.values()].some(([score, features]) => CERTAIN < score && features.some((f) => SIGN.test(f)));
  for (const [i, [score, features]] of scores) if (boundOf(features, found) < score) out.add(i);
  return out;
}

/** A first line that is a headline, not the beginning of a sentence: short, and no word lies over its end. */
function isHeadline(line: Line, next: Line): boolean {
  if (readTitle(line.text) !== null) return true;
  return line.text.length <= HEADLINE && !/[，,。；;、]/.test(line.text) && overEnd(line, next) < WORD;
}

/**
 * The two halves of a headline: `关于⏎全县老旧小区改造情况的汇报`, `花椒产业发⏎展情况报告`, and behind a label of the site's
 * `【第2份】禾渡⏎县教育局工作计划`.
 */
export function isCutHeadline(line: Line, next: Line): boolean {
  if (HEADLINE < line.text.length || !isOpenEnd(line, next) || readTitle(next.text) === null) return false;
  if (readTitle(line.text) !== null || /[，,。；;、]/.test(line.text)) return false;
  const labelled = /^(?:【[^】]{1,10}】|[（(][^）)]{1,8}[）)]|PART\.?\s?\d+\s)[\u3400-\u9fff]{1,12}$/i.test(line.text);
  return labelled || WORD <= overEnd(line, next) || /(?:关于|对于)$/.test(line.text);
}

/** Longest first line that may be a headline; a word that surely lies over a line end, in log-odds. */
const HEADLINE = 30;
const WORD = 4;

function overEnd(line: Line, next: Line): number {
  return crossing(leftOf(line), rightOf(next));
}

/** Names under a title in a list, and rows of a table whose cells stand between blanks: neither goes on in the next line. */
function isListed(line: Line, next: Line): boolean {
  if (/^[^，,。]{0,40}[；;][^，,。]{0,40}$/.test(line.text) || isRow(line.text)) return true;
  return !/[，,。：:]/.test(next.text) && overEnd(line, next) < WORD;
}

/** Two blanks or more between words of a short line with a comma at most: 沟渠清淤 86万元 水利站，财政所. */
function isRow(text: string): boolean {
  if (40 < text.length || /[。；;]/.test(text)) return false;
  const blanks = text.match(/[^\s，,、：:]\s+(?=[^\s，,、：:])/g)?.length ?? 0;
  return 1 < blanks && (text.match(/[，,]/g)?.length ?? 0) < 2;
}

/** The last word of a sentence on a line of its own: 现总结⏎如下：. */
function isRest({ text }: Line, next: string): boolean {
  if (!HAN.test(text.at(-1) as string) || text.length < 8) return false;
  const [word = ""] = /^[\u3400-\u9fff]{2,3}(?=[：:。；;，,])/.exec(next) ?? [];
  return word !== "" && lineWords().clinging.has(word);
}

/**
 * A number broken at its point (资金1.⏎86亿元，) or before its bare unit (绿化面积1200⏎亩，). Others may be two
 * numbers: 见附件1⏎3人获奖.
 */
function isCutNumber(text: string, next: string): boolean {
  const end = text.slice(-40);
  if (/\p{Script=Han}{3}\d{1,8}\.$/u.test(end)) return /^\d{1,8}[万亿%％\p{Script=Han}]{1,40}[，,。；;]/u.test(next);
  if (!/\p{Script=Han}{2}\d{1,8}(?:\.\d{1,4})?$/u.test(end)) return false;
  return /^(?:\d{0,6}|\.\d{1,2})(?:[万亿]?[元人亩吨户]|万?人次|个百分点|公里|平方米|[%％])[，,。；;、]/u.test(next);
}

/** A sentence broken behind a comma or an opening bracket: 走遍全村，⏎把漏水的塘逐一登记。 */
function isOpenMark({ text }: Line, next: Line): boolean {
  if (!/[，,、（(“《]$/.test(text) || text.length < 18 || next.text.length < 2 || /[|\t]/.test(text)) return false;
  if (markerOf(next.text) !== "" || readTitle(next.text) !== null || /^[\d\s|.,%]+$/.test(next.text)) return false;
  return (
    /[，,。；;、]/.test(text) && /[，,。；;、]/.test(next.text) && !/^(?:关键词|摘\s*要|附件|联系人|抄送)/.test(text)
  );
}
