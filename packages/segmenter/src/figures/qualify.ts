import type { Qualifier } from "@zongjie/document";
import { skipBlanks, skipBlanksBack } from "./characters.ts";
import type { Quantity } from "./quantity.ts";
import { type QualifierWords, qualifierWords } from "./vocabulary.ts";

/** A quantity with what the words around say of it; `outer` reaches over those words. */
export interface Qualified extends Quantity {
  readonly outerStart: number;
  readonly outerEnd: number;
}

/**
 * Reads the words around a quantity.
 *
 *     近|200|多|万元      below and above: approx
 *     不低于|70%
 *     80%|以上
 */
export function qualify(text: string, quantity: Quantity): Qualified {
  const start = skipBlanksBack(text, quantity.start);
  const before = wordBefore(text, start, qualifierWords().before);
  const end = skipBlanks(text, quantity.end);
  const behind = wordFrom(
    text,
    end,
    qualifierWords().behind,
    quantity.kind === "duration" || quantity.kind === "length",
  );
  const recent = before !== null && /^[近上过破]$/.test(before[0]) && isRecent(text, quantity, before[0]);
  const says: Qualifier[] = [];
  if (before !== null && !recent && !isStandard(text, quantity.end, before[0])) says.push(before[1]);
  const sign = SIGNS.get(text[start - 1] ?? "");
  if (sign !== undefined) says.push(sign);
  if (quantity.qualifier !== null) says.push(quantity.qualifier);
  // 两个多小时
  if (quantity.kind === "duration" && /个多/.test(text.slice(quantity.start, quantity.end))) says.push("at_least");
  if (behind !== null) says.push(behind[1]);
  if (isAbout(text, start, quantity)) says.push("approx");
  if (says.length === 0) says.push(...limits(text, start, quantity));
  return {
    ...quantity,
    qualifier: agree(says),
    outerStart: before === null ? quantity.start : start - before[0].length,
    outerEnd: behind === null ? quantity.end : end + behind[0].length,
  };
}

/** 约占农业人口24.6万人的|13.9%: what the number comes to is about so much, not what it is measured against. */
function isAbout(text: string, start: number, { kind, end }: Quantity): boolean {
  const hit = /约(?:占|为|是|合|相当于|等于)([^，,。；;、]{1,20})$/.exec(text.slice(Math.max(0, start - 24), start));
  if (hit === null || /^的\s?\d/.test(text.slice(end, end + 3))) return false;
  return kind === "percent" || !/\d/.test(hit[1] ?? "");
}

/** 低于|3:1|的标准: the number is the standard's own. */
function isStandard(text: string, end: number, word: string): boolean {
  return (
    /^(?:高于|大于|低于|少于|小于|超过|不足|不到)$/.test(word) &&
    /^的(?:[\p{Script=Han}]{0,2}(?:标准|平均|规定|均值)|要求)/u.test(text.slice(end, end + 6))
  );
}

/** 至少保存|5年, 低于评估价|八成: the word stands before what is limited. */
function limits(text: string, start: number, quantity: Quantity): Qualifier[] {
  const hit = LIMITS.exec(text.slice(Math.max(0, start - 14), start));
  if (hit === null) return [];
  if (/^(?:至少|最少)/.test(hit[0])) return ["at_least"];
  if (/^(?:至多|最多)/.test(hit[0])) return ["at_most"];
  if (/每\p{Script=Han}{1,2}$/u.test(hit[0]))
    return /^(?:不低于|不少于|超过)/.test(hit[0]) ? ["at_least"] : ["at_most"];
  if (quantity.unit.endsWith("点") || (quantity.kind !== "percent" && quantity.kind !== "ratio")) return [];
  return /^(?:不低于|不少于|超过)/.test(hit[0]) ? ["at_least"] : ["at_most"];
}

/** 合格率≥95% */
const SIGNS: ReadonlyMap<string, Qualifier> = new Map<string, Qualifier>([
  ...[..."≥>＞≧"].map((c): [string, Qualifier] => [c, "at_least"]),
  ...[..."≤<＜≦"].map((c): [string, Qualifier] => [c, "at_most"]),
]);

const LIMITS =
  /(?:(?:至少|最少(?!的)|至多|最多(?!的))(?![一二两三四五六七八九十几])[\p{Script=Han}]{1,10}|(?:不低于|不少于|不高于|不得超过|不?超过)每\p{Script=Han}{1,2}|(?:不低于|不少于|(?<!不)低于|不高于|不?超过(?!部分))[^\P{Script=Han}占达]{1,5}|(?:不低于|不少于|不高于|不得超过|不?超过|不到|不足)[^\P{Script=Han}一二三四五六七八九十]{1,10}的)$/u;

/** 近两年 means recent years, 上三年级 no number above three, 通过三项 no number above either. */
function isRecent(text: string, quantity: Quantity, word: string): boolean {
  if (word !== "近")
    return quantity.numeral?.bare !== true && !/^[百千万十]/.test(text.slice(quantity.start, quantity.start + 1));
  return (
    quantity.kind === "duration" &&
    !/[时钟秒]$/.test(quantity.unit) &&
    !/(?:历时|用时|长达|持续|达|耗时|为期)$/.test(text.slice(Math.max(0, quantity.start - 4), quantity.start - 1))
  );
}

function agree(says: readonly Qualifier[]): Qualifier | null {
  const firm = says.filter((word) => word !== "approx");
  if (firm.includes("at_least") && firm.includes("at_most")) return "approx";
  return firm[0] ?? says[0] ?? null;
}

/** Letters that make another word of 约, 上, 超, 过: 节约, 线上, 通过. */
const APART = /[节签条公违预邀向以线网车通经不合契]/;

function wordBefore(text: string, end: number, words: QualifierWords): readonly [string, Qualifier] | null {
  for (const word of words.get(text[end - 1] ?? "") ?? []) {
    if (!text.startsWith(word[0], end - word[0].length)) continue;
    // 大约 and 约 but not 节约, 将近 but not 附近
    if (word[0].length === 1 && (word[0] === "近" ? /[附接靠邻最临远亲贴]/ : APART).test(text[end - 2] ?? ""))
      return null;
    return word;
  }
  return null;
}

function wordFrom(
  text: string,
  start: number,
  words: QualifierWords,
  isTime: boolean,
): readonly [string, Qualifier] | null {
  for (const word of words.get(text[start] ?? "") ?? []) {
    if (!text.startsWith(word[0], start)) continue;
    const next = text[start + word[0].length] ?? "";
    if (word[0] === "内" && !isTime && !/[，,。；;、）)完办]/.test(next)) return null;
    if (word[0] === "不到" && !/[，,。；;、）)\n]|^$/.test(next)) return null;
    // 比去年4700万元|多|出564万元: a verb
    if (word[0] === "多" && (isTime ? /[了个种次项出支收卖办投\d]/ : /[^\P{Script=Han}的]|\d/u).test(next)) return null;
    if (word[0] === "多" && text[start + 2] === "了") return null;
    if (word[0] === "起" && !/[，,。；;、）)\n]|^$/.test(next)) return null;
    return word;
  }
  return null;
}
