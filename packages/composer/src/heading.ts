import { alternatives } from "@zongjie/lexicon";
import { frames } from "./frames.ts";

interface Patterns {
  readonly stress: RegExp;
  readonly plain: RegExp;
  readonly periods: RegExp;
  readonly coming: RegExp;
}

let compiled: Patterns | undefined;

function patterns(): Patterns {
  if (compiled === undefined) {
    const { stress, plainNumerals, periods, comingPeriods } = frames();
    compiled = {
      stress: anyOf(stress),
      plain: anyOf(plainNumerals),
      periods: anyOf(periods),
      coming: anyOf(comingPeriods),
    };
  }
  return compiled;
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(alternatives(words), "gu");
}

const YEAR =
  /(?<![\d.])(?:(?:19|20)[\dXx*_＊—-]{0,4}|[一二三四五六七八九〇零○]{4}|[Xx*_]{2,4})\s{0,2}年度?(?:上半年|下半年|[一二三四1-4]季度)?/gu;
const NUMERAL = /[\d０-９①-⑳ⅠⅡⅢⅣⅤ]+(?:\.\d+)?|[一二三四五六七八九十百千万亿零〇两]+/gu;
const MASK = /[*_＊#]{1,}|[Xx×]{2,}/gu;

/**
 * Generalises a heading: `2023年望麓县双拥工作情况。` → `{年度}{地点}双拥工作情况`. Names are masked by `mask` first; years and
 * periods become {年度} or {下期}, numerals {数}; blanks and closing punctuation go, half-width punctuation becomes full.
 */
export function generalise(title: string, mask: (text: string) => string): string {
  const { periods, coming } = patterns();
  const dressed = mask(title.normalize("NFKC").replace(/\s+/gu, ""))
    .replace(/,/g, "，")
    .replace(/;/g, "；")
    .replace(/:/g, "：")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）");
  const timed = dressed.replace(YEAR, "{年度}").replace(periods, "{年度}").replace(coming, "{下期}");
  return slotNumerals(timed)
    .replace(MASK, "{数}")
    .replace(/(?:\{年度\}){2,}/g, "{年度}")
    .replace(/^[，。；：、！？.!?·\s-]+|[，。；：、！？.!?·\s-]+$/gu, "");
}

/** Puts {数} for each numeral that states a number: 一把手 gives one, 统一 none. */
function slotNumerals(text: string): string {
  const { plain } = patterns();
  const kept: boolean[] = [];
  for (const match of text.matchAll(plain)) for (let i = 0; i < match[0].length; i++) kept[match.index + i] = true;
  return text.replace(NUMERAL, (numeral, at: number) => {
    if (!/^[一二三四五六七八九十百千万亿零〇两]+$/u.test(numeral)) return "{数}";
    return kept[at] ? numeral : "{数}";
  });
}

/** True where a text names no number but in fixed words: 统一思想 yes, 三个代表 no. */
export function isNumberFree(text: string): boolean {
  return !slotNumerals(text.normalize("NFKC")).includes("{数}");
}

/** True where a pattern can be used by anyone: no slot in it but the period. */
export function isOpen(pattern: string): boolean {
  return !/\{(?!年度\}|下期\})[^}]*\}/u.test(pattern) && !/[“”"'‘’《》【】<>（）]/u.test(pattern);
}

/** The pattern without stress and punctuation, by which likes are counted: 进一步加强领导 and 加强领导 are one. */
export function headingKey(pattern: string): string {
  return unstressed(pattern).replace(/[，。；：、！？\s]/gu, "");
}

/** The pattern without words that only stress: 切实做好双拥工作 → 做好双拥工作; a clause of which too little is left stays. */
export function unstressed(pattern: string): string {
  const { stress } = patterns();
  return pattern.replace(/[^，；：、。]+/gu, (clause) => {
    const bare = clause.replace(stress, "");
    return bare.length < 4 ? clause : bare;
  });
}

/** The clauses of a pattern: 领导重视，责任到位 → 领导重视 | 责任到位. */
export function clausesOf(pattern: string): string[] {
  return pattern.split(/[，；：、。]/u).filter((clause) => 4 <= clause.length);
}
