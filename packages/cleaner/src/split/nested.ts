import type { Line } from "../line.ts";
import { isHeadline } from "../title.ts";
import { type Marked, readOrdinal } from "./mark.ts";

/** A line with a number at its start. */
interface Numbered {
  readonly line: number;
  readonly ordinal: number;
  /** Characters of the number. */
  readonly length: number;
  /** What stands behind it; null for more than a label. */
  readonly label: string | null;
}

/** How numbers are written; each may number headings, and documents too. */
const FORMS: readonly (readonly [name: string, begins: string, pattern: RegExp])[] = [
  ["one", "一二三四五六七八九十", /^([一二三四五六七八九十]{1,3})[、．.]\s*/u],
  ["bracket", "（(", /^[（(]([一二三四五六七八九十]{1,3})[）)]\s*/u],
  ["digit", "0123456789", /^(\d{1,2})[、．.](?!\d)\s*/u],
  ["letter", "ABCDEFGHＡＢＣＤＥＦＧＨ", /^([A-HＡ-Ｈ])[、．.：:]\s*/u],
  ["roman", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", /^([Ⅰ-Ⅻ])[、．.：:]?\s*/u],
];

/** By character code, the form of a number that begins with it, counted from 1; 0 for none. */
const FORM_OF: Uint8Array = new Uint8Array(0x10000);
for (const [k, [, begins]] of FORMS.entries()) for (const sign of begins) FORM_OF[sign.charCodeAt(0)] = k + 1;

/** Characters of text between two members at least. */
const APART = 100;

/** Longest label: `三年级班主任工作总结`. */
const LABEL = 40;

/**
 * Numbers of documents over texts that are numbered in the same way themselves: a number that begins again at one right
 * under a one is no heading's. Letters, which no report numbers its headings with, need no such text.
 *
 *     一、销售岗           ← mark
 *     一、业绩完成情况
 *     二、主要工作
 *     二、文员岗           ← mark
 */
export function findNested(lines: readonly Line[]): Marked[] {
  const before = [0];
  for (const { text } of lines) before.push((before.at(-1) as number) + text.length);
  const apart = (a: number, b: number): boolean => APART <= (before[b] as number) - (before[a + 1] as number);
  const begun: number[][] = FORMS.map(() => []);
  for (const [i, { text }] of lines.entries()) {
    const form = text === "" ? 0 : (FORM_OF[text.charCodeAt(0)] as number);
    if (form !== 0) begun[form - 1]?.push(i);
  }
  return FORMS.flatMap(([form, , pattern], k) => {
    const foreign = form === "letter" || form === "roman";
    const chain = chainOf(readNumbered(lines, begun[k] ?? [], pattern), foreign, apart);
    const titled = chain.every(({ label }) => isHeadline(label ?? ""));
    if (chain.length < (foreign && !titled ? 3 : 2) || holdsTogether(lines, chain[0]?.line ?? 0, titled)) return [];
    return chain.map(({ line, length }) => ({ line, rule: "separator.nested", mark: length, size: chain.length }));
  });
}

/** One report of two parts, or of several departments. */
const PARTS = /(?:总结|汇报|报告|情况)[^。]{0,20}(?:和|及|暨|与|、)[^。]{0,20}(?:计划|打算|安排|思路|总结)/;

/** True where what stands above a series' first line makes one report of it: 工作总结和2024年打算, 各部门总结如下：. */
function holdsTogether(lines: readonly Line[], first: number, titled: boolean): boolean {
  let seen = 0;
  for (let i = first - 1; 0 <= i && seen < 4; i--) {
    const { text } = lines[i] as Line;
    if (text === "") continue;
    seen++;
    if ((text.length < 60 && PARTS.test(text)) || (!titled && /(?:如下|以下)[^。]{0,6}[：:。]?$/.test(text)))
      return true;
  }
  return false;
}

function readNumbered(lines: readonly Line[], begun: readonly number[], pattern: RegExp): Numbered[] {
  return begun.flatMap((line) => {
    const { text } = lines[line] as Line;
    const found = pattern.exec(text);
    if (found === null) return [];
    const ordinal = ordinalOf(found[1] as string);
    const rest = text.slice(found[0].length, found[0].length + LABEL + 1);
    const label = 2 <= rest.length && rest.length <= LABEL && !/[。；;！!？?，,：:]/.test(rest) ? rest : null;
    return 0 < ordinal ? [{ line, ordinal, length: found[0].length, label }] : [];
  });
}

function ordinalOf(number: string): number {
  const code = number.normalize("NFKC").charCodeAt(0);
  const roman = number.charCodeAt(0) - 0x215f;
  if (0 < roman && roman <= 12) return roman;
  return 65 <= code && code <= 72 ? code - 64 : readOrdinal(number);
}

/** The outer series among numbers of one form: one, two, three, each alike to the first. */
function chainOf(
  numbers: readonly Numbered[],
  foreign: boolean,
  apart: (a: number, b: number) => boolean,
): readonly Numbered[] {
  let chain: Numbered[] = [];
  for (const [k, own] of numbers.entries()) {
    const first = chain[0];
    const last = chain.at(-1);
    const opens = own.ordinal === 1 && own.label !== null && (foreign || numbers[k + 1]?.ordinal === 1);
    if (first !== undefined && last !== undefined && own.ordinal === last.ordinal + 1) {
      if (own.label !== null && isAlike(first.label ?? "", own.label) && apart(last.line, own.line)) chain.push(own);
    } else if (opens && chain.length < 2) chain = [own];
  }
  return chain;
}

/** What the sections of one report are about: 德育工作, 教学工作. */
const SECTION = /(?:工作|情况|方面|问题|措施|建设|管理|成效|打算)$/;

/** True for two headlines, and for labels of one kind: `行政部` and `财务部`, `销售岗` and `文员岗`. */
function isAlike(a: string, b: string): boolean {
  if (isHeadline(a) && isHeadline(b)) return true;
  return !SECTION.test(a) && a.length <= 10 && b.length <= 10 && a.at(-1) === b.at(-1) && /\p{L}$/u.test(a);
}
