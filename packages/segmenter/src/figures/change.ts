import type { Comparison } from "@zongjie/document";
import { skipBlanksBack } from "./characters.ts";
import { changeWords } from "./phrases.ts";
import type { Qualified } from "./qualify.ts";

/**
 * What a text says of a change, and where saying it begins: the name stands before that. The direction is that of the
 * word, so that a change is the value with its sign: 下降5% is down and 5, 增长-1.2% up and -1.2.
 */
export interface Change {
  readonly comparison: Comparison;
  readonly start: number;
}

/**
 * Reads that a figure is itself a change: null for 提高到390元, which names a level. `before` are the figures before it.
 *
 *     较上年同期|增加|35.9万平方米
 *     base      word
 */
export function readChange(
  text: string,
  figure: Qualified,
  clause: number,
  last?: Qualified,
  first?: Qualified,
): Change | null {
  if (text[figure.start] === "翻") {
    const { base, start } = baseIn(text, clause, figure.start);
    const carried = base === "" && last !== undefined ? carriedBase(text, last, clause, figure.start) : base;
    return { comparison: { base: carried, direction: "up" }, start };
  }
  const above =
    readAbove(text, figure, clause) ??
    readShort(text, figure) ??
    readGap(text, figure, last, first) ??
    readExtent(text, figure);
  if (above !== null) return above;
  const at = wordEnd(text, figure, clause);
  const word = at === null ? null : readWord(text, at, figure);
  if (at === null || word === null || at - word.size < clause) return null;
  const from = at - word.size;
  const found = baseIn(text, clause, from);
  const base =
    found.base === ""
      ? (last === undefined ? "" : carriedBase(text, last, clause, from)) || openingBase(text, from)
      : found.base;
  if (base === "" && 0 < changeWords().based.before(text, at)) return null;
  const single = word.size === 1 && text[at] !== "了";
  if (base === "" && figure.kind === "money" && 0 < changeWords().sums.before(text, at)) return null;
  if (single && base === "" && !figure.unit.endsWith("百分点") && !standsAlone(text, from, figure, last)) return null;
  // 新建4.2万亩、改造提升|2.8万亩: a deed, no change
  if (base === "" && /(?:改造|整合|巩固|优化|扩容|维修|风貌)$/.test(text.slice(Math.max(clause, from - 2), from)))
    return null;
  if (figure.discrete && base === "" && isThing(text, figure, at)) return null;
  return {
    comparison: { base, direction: word.direction },
    start: found.base === "" ? nounEnd(text, at, from) : found.start,
  };
}

/** 纯收入15870元，去年14120元，|增|1750元, 游客52.3万人次，|增|13.2%: a clause of one word, of a share or of what the figure before counts. */
function standsAlone(text: string, word: number, figure: Qualified, last: Qualified | undefined): boolean {
  if (!/[增减降升涨跌]/.test(text[word] as string) || !/^[，,；;（(\t|]?$/.test(text[word - 1] ?? "")) return false;
  return figure.kind === "percent" || (last?.unit === figure.unit && last.outerEnd === word - 1);
}

/** 保障标准由640元调整为680元，提标幅度|6.25%: how far something went up or down. */
function readExtent(text: string, figure: Qualified): Change | null {
  if (figure.kind !== "percent") return null;
  const hit = EXTENT.exec(text.slice(Math.max(0, figure.outerStart - 8), figure.outerStart));
  if (hit === null) return null;
  return {
    comparison: { base: "", direction: hit[1] === undefined ? "down" : "up" },
    start: figure.outerStart,
  };
}

const EXTENT = /(?:([提增涨升扩])|[降减跌缩压])[\p{Script=Han}]幅度[为达是约]?\s?$/u;

/** 药品降价幅度, 工业增速: a noun belongs to the name, a verb does not. */
function nounEnd(text: string, at: number, from: number): number {
  if (text.startsWith("幅度", at)) return at + 2;
  return /[幅速率度]/.test(text[at - 1] ?? "") ? at : from;
}

/** Where the word of change must end: before 约, 了 and the like; null before 为, which names a level behind a verb. */
function wordEnd(text: string, figure: Qualified, clause: number): number | null {
  const { between } = changeWords();
  let at = skipBlanksBack(text, figure.outerStart);
  for (let size = between.before(text, at); 0 < size && clause <= at - size; size = between.before(text, at)) {
    if (text.slice(at - 2, at) === "节约") break;
    at -= size;
  }
  const level = /^[为是]/.test(text.slice(at, figure.outerStart));
  return level && !/[幅速率量度]$/.test(text.slice(Math.max(0, at - 1), at)) ? null : at;
}

function readWord(
  text: string,
  at: number,
  figure: Qualified,
): { readonly size: number; readonly direction: "up" | "down" } | null {
  const { up, down, shareDown } = changeWords();
  const rise = up.before(text, at);
  const fall = Math.max(down.before(text, at), figure.kind === "percent" ? shareDown.before(text, at) : 0);
  const size = Math.max(rise, fall);
  // 人口自然增长率 is a rate of its own
  if (size === 0 || text.startsWith("自然增长率", at - 5)) return null;
  return { size, direction: rise < fall ? "down" : "up" };
}

/** 高于全县平均|3.1个百分点, 低于全省平均|9.4元: what is above what. */
function readAbove(text: string, figure: Qualified, clause: number): Change | null {
  const words = text.slice(clause, figure.outerStart);
  const hit =
    /(?:(高于|快于|高出|优于|好于|领先于?|跑赢|超(?!额|过)[出前]?)|(低于|慢于|落后于?))([^，,。；;：:、\d]{2,12})$/.exec(
      words,
    );
  if (hit === null || (!figure.unit.endsWith("百分点") && !MEAN.test(hit[3] ?? ""))) return null;
  // 低于全省平均|1.24人|的水平: the level itself
  if (!figure.unit.endsWith("百分点") && text[figure.end] === "的") return null;
  return {
    comparison: { base: hit[3] ?? "", direction: hit[1] === undefined ? "down" : "up" },
    start: clause + hit.index,
  };
}

/** What a figure may lie above or below by an amount of its own unit. */
const MEAN = /(?:平均[^\d]{0,4}|均值|均数)$/;

/** 距国家目标0.9块还差|0.16块, 离街道要求的90%还差|7个百分点: what is missing from what. */
function readShort(text: string, figure: Qualified): Change | null {
  const words = text.slice(Math.max(0, figure.outerStart - SHORT), figure.outerStart);
  const hit = MISSING.exec(words);
  if (hit === null) return null;
  const base = (hit[1] ?? hit[2] ?? "").replace(/的?\s?\d.*$/, "");
  return { comparison: { base, direction: "down" }, start: figure.outerStart - words.length + hit.index };
}

const MISSING =
  /(?:(?:距离?|离)([^，,。；;：:、\n]{2,18}?)(?:还|仍|尚)[差缺]|对[照标]([^，,。；;：:、\n\d]{2,12})[，,][^，,。；;：:\n]{0,12}[差缺])了?\s?$/;

/** How far what something falls short of may stand before the figure, in UTF-16 units. */
const SHORT = 48;

/** 由86个增至112个，新增|26个: the difference of the two levels before it. */
function readGap(text: string, figure: Qualified, last?: Qualified, first?: Qualified): Change | null {
  if (last === undefined || first === undefined || figure.value === null) return null;
  if (last.value === null || first.value === null || last.unit !== figure.unit || first.unit !== figure.unit)
    return null;
  const rise = Number((last.value - first.value).toFixed(6));
  if (rise === 0 || Math.abs(rise) !== figure.value || !/^[增提升扩降减压缩调上下]/.test(between(text, first, last)))
    return null;
  const word = /^[，,、]?\s?(?:新增|净增|共增|增|减|少|多)[加少了]?\s?$/.exec(between(text, last, figure));
  if (word === null) return null;
  return { comparison: { base: "", direction: rise < 0 ? "down" : "up" }, start: last.outerEnd };
}

function between(text: string, from: Qualified, to: Qualified): string {
  return text.slice(from.outerEnd, Math.min(to.outerStart, from.outerEnd + 12));
}

/** 较2022年的236件|下降18.5%, 比年初增加14亿元，|增长7.6%: the base stands before the other figure. */
function carriedBase(text: string, last: Qualified, clause: number, word: number): string {
  const before = text.slice(Math.max(0, last.outerStart - 24), last.outerStart);
  // 较三年|前提早1.4岁
  if (clause === last.outerEnd && last.kind === "duration" && text[last.outerEnd] === "前" && /[较比]$/.test(before))
    return text.slice(last.start - 1, last.outerEnd + 1);
  // 与预算数|42万元|相比压减5.5万元
  if (clause === last.outerEnd && text.startsWith("相比", clause)) return WITH.exec(before)?.[0] ?? "";
  if (clause === last.outerEnd) return timed(LEVEL.exec(before)?.[1] ?? "");
  if (clause !== word || clause !== last.outerEnd + 1) return "";
  return CHANGED.exec(before)?.[1] ?? "";
}

/** 比1998年最高水位|34.91米, 较上年的|31件, 与去年同期的|16起: what has the level that something is compared with. */
const LEVEL =
  /((?:(?<![占同环对百可])比(?![例重率价值])|较|[与同跟](?=.*的\s?$))[^，,。；;：:、]{1,16}?)(?<!增长?|增加|减少|下降|提高|上升|分别|多|少)(?:的\s?)?$/;

/** What something is compared with: |与预算数|42万元相比. */
const WITH = /[与和同跟][^，,。；;：:、\d]{1,12}$/;

/** 与2010年相比，|甲类上升|2.3个百分点，乙类下降|1.1个百分点: a base that opens the sentence. */
function openingBase(text: string, word: number): string {
  const before = text.slice(Math.max(0, word - OPENING), word);
  const sentence = before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf("\n")) + 1);
  const hit = OPENS.exec(sentence);
  return hit?.[1] ?? hit?.[2] ?? "";
}

/** 比2023年|实际完成: the time is the base. */
function timed(base: string): string {
  const [hit] = base.matchAll(changeWords().base);
  return hit?.index === 0 && DONE.test(base.slice(hit[0].length)) ? hit[0].trim() : base;
}

const DONE = /^实际|^完成|^执行|^实现|^下达/;

/** How far a sentence is looked back for its opening, in UTF-16 units. */
const OPENING = 160;
const OPENS =
  /(?:^|[，,；;])(?:((?:[与和同跟]|比|较)[^，,。；;的]{2,20}?)(?:的(?:[^，,。；;]|[，,](?=\d)){1,24})?(?<!不)相?比较?|对[照标]([^，,。；;]{2,12}))[，,]/;

/** 比年初|增加: a base and the word behind it. */
const CHANGED =
  /(同比|环比|(?<![占同环对相])比[^，,。；;：:、\d]{1,10}?|较[^，,。；;：:、\d]{1,10}?)(?:净?增[长加收支]?|减[少收支]?|下降|提高|上升|[多少]\p{Script=Han}{0,2})\s?$/u;

/** 能力提升|三项|任务: a classified thing is no change. */
function isThing(text: string, figure: Qualified, at: number): boolean {
  return (
    at === figure.outerStart &&
    /^\p{Script=Han}/u.test(text.slice(figure.outerEnd, figure.outerEnd + 1)) &&
    text[at - 1] !== "了"
  );
}

/** The last base of comparison before the word of change; what stands between base and word is no name. */
function baseIn(text: string, clause: number, word: number): { base: string; start: number } {
  const { base, adverbs } = changeWords();
  const labelled =
    clause === word
      ? /(?:同比|环比)(?:[：:]|由[^，,]{2,4}[，,])$/.exec(text.slice(Math.max(0, clause - 8), clause))
      : null;
  if (labelled !== null) return { base: labelled[0].slice(0, 2), start: word };
  const words = text.slice(clause, word);
  let last: { base: string; start: number } | null = null;
  for (const hit of words.matchAll(base)) last = { base: hit[0].trim(), start: clause + hit.index };
  if (last !== null) return last;
  const bare = words.replace(adverbs, "");
  const open =
    /(?:(?<![占同环对百相])比(?![例重率价值赛较])|(?<!比)较(?![大快好高多为明低强少]))[^，,。；;：:、\d]{1,10}$/.exec(
      bare,
    );
  return open === null ? { base: "", start: word } : { base: open[0], start: clause + open.index };
}

/** 94.6分，与上年持平: a level that has not changed. */
export function readFlat(text: string, figure: Qualified): Comparison | null {
  const behind = text.slice(figure.outerEnd, figure.outerEnd + 18);
  const hit = /^[，,、]?\s?(同比|环比|(?:与|同|和|跟|较|比)[^，,。；;\d]{1,8}?)(?:基本|大体|大致|保持)*持平/.exec(
    behind,
  );
  return hit === null ? null : { base: hit[1] ?? "", direction: "flat" };
}
