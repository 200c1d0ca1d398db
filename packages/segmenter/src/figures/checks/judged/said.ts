import { nameOf } from "../parts.ts";
import type { Term } from "../term.ts";

/** 三项合计, 这两类, 四个罪名: how many things a total is said to be of. */
const COUNT =
  /([两二三四五六七八九十]|\d{1,2})\s?(?:[项类种者块笔批路大]|个(?:方面|部分|罪名|街道|乡?镇|科室?|行业|产业|季度|园区|片区|渠道|来源)|[方部]分|方面|科|级|镇|县|区)/g;

const NUMERALS = "〇一二三四五六七八九十";

/** How the number of things that words speak of stands to the number of parts: `same`, `other`, or `none` where they speak of none. */
export function countSaid(words: string, parts: number): string {
  let found = "none";
  for (const [, numeral = ""] of words.matchAll(COUNT)) {
    const count = numeral === "两" ? 2 : /\d/.test(numeral) ? Number(numeral) : NUMERALS.indexOf(numeral);
    if (count === parts) return "same";
    found = "other";
  }
  return found;
}

/**
 * How many parts the words of a total name, each by what sets it apart from the others: 三、四级手术共2150台次 names 三级 and
 * 四级: `all`, `some`, `none`.
 */
export function namesSaid(words: string, parts: readonly Term[]): string {
  const names = parts.map((part) => nameOf(part).replace(/^[，,、；;。和与及其中有]+/, ""));
  const own = names.map((name, i) => {
    const others = names.filter((_, j) => j !== i);
    const apart = [...name].filter((c) => !others.some((other) => other.includes(c)));
    return apart.slice(0, 2).join("");
  });
  const said = own.filter((word) => word !== "" && words.includes(word)).length;
  return said === 0 ? "none" : said === parts.length ? "all" : "some";
}
