import { BAR, type TextFigure } from "@zongjie/document";
import { behindLast, CLAUSE, readGap } from "./signs.ts";
import { claimWords } from "./words.ts";

/** Most figures of a passage that are looked at together: a longer one is a table, not a statement. */
const MOST = 60;
/** How far before a figure its words are read, in UTF-16 units. */
const REACH = 80;

/**
 * What a figure may do in a claim: a level stands for itself, a base is an earlier or a planned level, an each is so much
 * for one, none has no value to count with.
 */
export type Role = "level" | "base" | "each" | "share" | "change" | "none";

/** A figure among the words of its passage. */
export interface Term {
  /** Among the text's figures. */
  readonly index: number;
  readonly figure: TextFigure;
  readonly value: number;
  readonly role: Role;
  /** The words since the figure before, or since the passage's beginning. */
  readonly lead: string;
  /** What the lead holds that lists are read by: bits of `HOLDS`. */
  readonly holds: number;
  /** The last clause of the lead: what is counted. */
  readonly name: string;
  /** The words behind, up to the next sign or figure. */
  readonly tail: string;
  /** Number of its sentence; 。其中 and 。其余 go on with the sentence before. */
  readonly sentence: number;
  /** Inside of brackets: 受理931件（旧存|4件|）. */
  readonly aside: boolean;
  /** Where it stands in a table, of a figure that prose far from it speaks of. */
  readonly cell?: CellPlace;
}

/** What a lead may hold: what opens some of a whole, what ends a list, what a list may begin behind, what compares. */
export const HOLDS = { among: 1, ends: 2, begins: 4, compares: 8 } as const;

/** What opens some of a whole. */
const AMONG = /其中|[^包]含/;

function holdsOf(lead: string): number {
  return (
    (AMONG.test(lead) ? HOLDS.among : 0) |
    (/[；;。]/.test(lead) ? HOLDS.ends : 0) |
    (/[。；;：:（(]|按|中/.test(lead) ? HOLDS.begins : 0) |
    (/[多少高低]\s?$/.test(lead) ? HOLDS.compares : 0)
  );
}

/** The row and the column of a cell, and what they are called. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
  /** Whether the row is that of the sums. */
  readonly whole: boolean;
  /** When the column is of: a year, or 1 and 2 for the earlier and the later of two; 0 where its head does not say. */
  readonly year: number;
  /** The same for cells of one row, and for those of one column. */
  readonly rowKey: number;
  readonly columnKey: number;
}

/** The figures of a paragraph, with the lines of a list that it opens. */
export interface Passage {
  readonly text: string;
  /** Where the passage begins in the text. */
  readonly start: number;
  readonly terms: readonly Term[];
  /** A row of a table, by its signs. */
  readonly table: boolean;
  /** The last figures of the passages before. */
  readonly before: readonly Term[];
}

/** How many figures of the passages before a passage knows. */
const KNOWN = 24;

/** A character of each word of EACH. */
const MAY_EACH = /[每均产单价准费票各面一]/;

/**
 * The passages of a text that state at least two figures.
 *
 *     参演人员140人，编为两个组：⏎1.抢险组90人；⏎2.转移组50人。
 *                              ^ a list that goes on
 */
export function passagesOf(text: string, figures: readonly TextFigure[]): Passage[] {
  const out: Passage[] = [];
  let before: readonly Term[] = [];
  let first = 0;
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start);
    while (first < figures.length && (figures[first] as TextFigure).start < start) first++;
    let last = first;
    while (last < figures.length && (figures[last] as TextFigure).start < end) last++;
    for (let from = first; from < last; from += MOST) {
      const made = passage(text, figures, from, Math.min(last, from + MOST), start, end);
      out.push({ ...made, before });
      before = [...before, ...made.terms].slice(-KNOWN);
    }
    first = last;
    start = end + 1;
  }
  return out;
}

/** Most lines of a list that go on with the line that opens them. */
const LINES = 20;

function endOf(text: string, start: number): number {
  let end = lineEnd(text, start);
  const opens = /[：:]\s*$/.test(text.slice(Math.max(start, end - 4), end));
  if (!opens || isTable(text.slice(start, Math.min(end, start + 2000)))) return end;
  for (let lines = 0; lines < LINES; lines++) {
    const open = /[：:；;，,]\s*$/.test(text.slice(Math.max(start, end - 4), end));
    const next = lineEnd(text, end + 1);
    if (!open || text.length <= end || 500 < next - end || isTable(text.slice(end, next))) break;
    end = next;
  }
  return end;
}

function isTable(line: string): boolean {
  return line.includes("\t") || BAR.test(line);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function passage(
  text: string,
  figures: readonly TextFigure[],
  from: number,
  to: number,
  start: number,
  end: number,
): Omit<Passage, "before"> {
  const terms: Term[] = [];
  let sentence = 0;
  let depth = 0;
  let at = from === 0 ? start : Math.max(start, figures[from - 1]?.end ?? start);
  for (let index = from; index < to; index++) {
    const figure = figures[index] as TextFigure;
    const from = Math.max(at, figure.start - REACH);
    const lead = text.slice(from, figure.start);
    const gap = readGap(text, at, from, figure.start, depth);
    if (gap.stop !== -1) sentence++;
    depth = gap.depth;
    const name = gap.brackets ? clauseOf(lead) : text.slice(gap.name, figure.start).trim();
    const next = figures[index + 1]?.start ?? end;
    const before = terms.at(-1);
    // 每期3天、|60人; 按每人1800元、|540人|测算 is a price and a number
    const shared =
      before?.role === "each" &&
      before.figure.kind !== "money" &&
      /^[^，,。；;：:\d]{0,4}[、和]\s?$/.test(lead) &&
      before.name.includes("每") &&
      before.figure.unit !== figure.unit;
    const tail = upTo(text, figure.end, Math.min(next, end, figure.end + 16));
    terms.push({
      index,
      figure,
      value: figure.value ?? Number.NaN,
      role: shared ? "each" : isMore(lead, before) ? "change" : roleOf(figure, name, tail),
      lead,
      holds: holdsOf(lead),
      name: shared ? before.name : name,
      tail,
      sentence,
      aside: 0 < depth,
    });
    at = figure.end;
  }
  const table = isTable(text.slice(start, Math.min(end, start + 400)));
  return { text: text.slice(start, end), start, terms, table };
}

/** 比上年的2560人次|多|640人次: a change, though it does not say so. */
function isMore(lead: string, before: Term | undefined): boolean {
  return before !== undefined && lead.length < 5 && MORE.test(lead) && /[较比][^，,。；;]{1,16}$/.test(before.lead);
}

const MORE = /^[还又只仅]?(?:多|少|高|低)(?!为|于|达)[\p{Script=Han}]?[出了]?\s?$/u;

/** The words behind the last sign: ，农村|低保. A remark in brackets is no part of them. */
export function clauseOf(lead: string): string {
  const words = /[）)]/.test(lead) ? lead.replace(/[（(][^（）()]{0,20}[）)]/g, "") : lead;
  return behindLast(words, CLAUSE).trim();
}

function upTo(text: string, from: number, end: number): string {
  let at = from;
  while (at < end && !CLAUSE.includes(text[at] as string)) at++;
  return text.slice(from, at);
}

function roleOf(figure: TextFigure, words: string, tail: string): Role {
  if (figure.value === null || figure.masked || figure.suspect === "decimal-lost") return "none";
  const change = figure.comparison !== null && figure.comparison.direction !== "flat";
  if (change || figure.unit.endsWith("百分点")) return "change";
  if (figure.unit === "%" || figure.kind === "percent") return "share";
  if (
    (MAY_EACH.test(words) &&
      EACH.test(words) &&
      !COUNTED.test(words) &&
      !isTaking(figure, words) &&
      !DAILY.test(words)) ||
    /\//.test(figure.unit) ||
    (figure.kind === "money" && EACH_BEHIND.test(tail))
  )
    return "each";
  // |前|5家占出口的52%: a rank
  if (/(?<![之以年月日])前\s?$/.test(words) && figure.value <= 100) return "none";
  if (PLANNED.test(words)) return "base";
  const { earlier } = claimWords();
  return earlier.test(words) && /(?:为|是|的|完成|实现|达|有|只有|仅)\s?$|同期\s?$|年\s?$/.test(words)
    ? "base"
    : "level";
}

/** So much for one: 每亩|300元, 户均增收|4860元, 单价|85元, 票价|15元. */
export const EACH: RegExp =
  /(?:每[^，,。；;\d]{0,10}|(?:[人户亩件台套次村校班场期日月年季案宗起企床师店篇辆笔单标车船栋株头只羽吨册]均|(?<![当全今去本上])[人户亩件台套次村校班场期日月年季]产(?!业|品|量|值|权|出|生))[^，,。；;\d]{0,8}|平均[^，,。；;\d]{0,10}|[票房定售均]价|面[额值]|[补奖资]助标准|(?:缴费|收费|补偿|补贴|奖励|慰问|工资)标准|学费|门票|(?<![第其之唯])一(?:天|亩|户|场|班|斤|吨)[^，,。；;\d]{0,3}|单(?:价|程|位(?:成本|产值|能耗|面积|产品)|[机桩台件个车船井罐栋期次场人户亩吨套组盏只例份辆班])[^，,。；;\d]{0,4}|各(?:设置?|派出?|聘请?|组建|补助|补贴|奖励|发放|发给|补充|配备|配发|安排|拨付|给予|选派|慰问)[^，,。；;\d]{0,8})$/;
/** 按500元|一亩|补助, 300元|每人|. */
export const EACH_BEHIND: RegExp =
  /^\s?(?:一|每)([人户亩件台套次张辆头只株份本名个间块棵盏桌课节场期])(?:[的计算补发，,]|$)/;
/** 年平均常住|人口|38.1万人, 班均|人数|: how many there are. */
const COUNTED = /[人户](?:口|数)(?:为|是|达到?|有)?\s?$/;

/** 每天需要助餐的|684人|: who does so, and not so many a day. */
const DAILY = /每[天日周月晚年][\p{Script=Han}]{2,8}的\s?$/u;

/** |门票|收入2316万元: what they brought in and not what one costs. */
function isTaking({ value, kind }: TextFigure, words: string): boolean {
  return kind === "money" && 1e5 <= (value ?? 0) && /(?:门票|学费|[票房定售]价|保费)$/.test(words);
}

const PLANNED =
  /(?:[为占完成到](?:年初|年度|全年|调整|核定|批准|考核|[市省县]定)?(?:预算|计划|目标|任务|限额)数?|(?<!比)[较比](?![较例重赛值率大小高低多少好差强弱快慢重轻早晚长短])[^，,。；;]{1,10}的)\s?$/;

/** Whether two figures count the same sort of thing: 12人 and 5名. */
export function isAlike(a: TextFigure, b: TextFigure): boolean {
  if (a.unit === b.unit) return true;
  const { alike } = claimWords();
  const group = alike.get(a.unit);
  if (group !== undefined && group === alike.get(b.unit)) return true;
  // 馆藏92万册（件）, 图书61万册, 视听文献2万件
  return /[（(]/.test(a.unit + b.unit) && unitsOf(a.unit).some((unit) => unitsOf(b.unit).includes(unit));
}

/** The units in one: 册 and 件 of 册（件）. */
function unitsOf(unit: string): readonly string[] {
  return unit.split(/[（()）]/).filter((one) => one !== "");
}

/** Whether one figure may be the other at another time: of one sort, or both shares. */
export function isComparable(a: Term, b: Term): boolean {
  return isAlike(a.figure, b.figure) || (a.role === "share" && b.role === "share");
}
