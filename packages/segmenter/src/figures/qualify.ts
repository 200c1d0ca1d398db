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
  const behind = wordFrom(text, end, qualifierWords().behind, quantity.kind === "duration");
  const recent = before !== null && /^(?:近|上)$/.test(before[0]) && isRecent(text, quantity, before[0]);
  const says: Qualifier[] = [];
  if (before !== null && !recent) says.push(before[1]);
  const sign = SIGNS.get(text[start - 1] ?? "");
  if (sign !== undefined) says.push(sign);
  if (quantity.qualifier !== null) says.push(quantity.qualifier);
  if (behind !== null) says.push(behind[1]);
  if (/约占[^，,。；;、\d]{1,14}$/.test(text.slice(Math.max(0, start - 17), start))) says.push("approx");
  if (says.length === 0) says.push(...limits(text, start, quantity));
  return {
    ...quantity,
    qualifier: agree(says),
    outerStart: before === null ? quantity.start : start - before[0].length,
    outerEnd: behind === null ? quantity.end : end + behind[0].length,
  };
}

/** 至少保存|5年, 低于评估价|八成: the word stands before what is limited. */
function limits(text: string, start: number, quantity: Quantity): Qualifier[] {
  const hit = LIMITS.exec(text.slice(Math.max(0, start - 9), start));
  if (hit === null) return [];
  if (/^(?:至少|最少)/.test(hit[0])) return ["at_least"];
  if (quantity.kind !== "percent" || quantity.unit.endsWith("点")) return [];
  return /^(?:不低于|不少于)/.test(hit[0]) ? ["at_least"] : ["at_most"];
}

/** 合格率≥95% */
const SIGNS: ReadonlyMap<string, Qualifier> = new Map<string, Qualifier>([
  ...[..."≥>＞≧"].map((c): [string, Qualifier] => [c, "at_least"]),
  ...[..."≤<＜≦"].map((c): [string, Qualifier] => [c, "at_most"]),
]);

const LIMITS = /(?:至少|最少|不低于|不少于|(?<!不)低于|不高于|不超过)[\p{Script=Han}]{1,5}$/u;

/** 近两年 means recent years, 上三年级 no number above three. */
function isRecent(text: string, quantity: Quantity, word: string): boolean {
  if (word === "上")
    return quantity.numeral?.bare !== true && !/^[百千万十]/.test(text.slice(quantity.start, quantity.start + 1));
  return (
    quantity.kind === "duration" &&
    !/(?:历时|用时|长达|持续|达|耗时|为期)$/.test(text.slice(Math.max(0, quantity.start - 4), quantity.start - 1))
  );
}

function agree(says: readonly Qualifier[]): Qualifier | null {
  const firm = says.filter((word) => word !== "approx");
  if (firm.includes("at_least") && firm.includes("at_most")) return "approx";
  return firm[0] ?? says[0] ?? null;
}

function wordBefore(text: string, end: number, words: QualifierWords): readonly [string, Qualifier] | null {
  for (const word of words) {
    if (!text.startsWith(word[0], end - word[0].length)) continue;
    // 大约 and 约 but not 节约, 将近 but not 附近
    if (word[0].length === 1 && /[节签条公违预邀附接靠邻最向以线网车]/.test(text[end - 2] ?? "")) return null;
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
  for (const word of words) {
    if (!text.startsWith(word[0], start)) continue;
    const next = text[start + word[0].length] ?? "";
    if (word[0] === "内" && !isTime && !/[，,。；;、）)完办]/.test(next)) return null;
    if (word[0] === "多" && /[个种次项]/.test(next)) return null;
    if (word[0] === "起" && !/[，,。；;、]/.test(next)) return null;
    return word;
  }
  return null;
}
