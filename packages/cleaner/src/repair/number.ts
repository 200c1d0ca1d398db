import type { Edit } from "@zongjie/document";

/** `12、38` with what stands right behind it. */
const PAIR = /(?<![\d.、,，])(\d{1,5})、(\d{1,4})(?![\d、.])(.{0,3})/gu;

const MULTIPLIER = /^[余多]?[\s\u3000]*(?:[万亿千百]|[%％‰﹪]|个百分点|\/(?:10万|万|千|百))/;
const UNIT = /^[\s\u3000]*(?:[元吨亩倍]|平方|公里|千米|米|m|㎡|公顷|公斤|千克|分贝)/;

/** What never takes a decimal: dates, ordinals and their kin. */
const NO_DECIMAL = /^[\s\u3000]*(?:[月日号年届条楼班组期季级款项章节队区页点时]|小时前)/;

interface Found {
  readonly at: number;
  readonly certain: boolean;
}

/**
 * Decimal points that scraping turned into `、`, within one document. A pair is certain where it cannot be an
 * enumeration (`89、43%`, `22、5万元`); the rest (`1、2万元`, `9、1万份`) only follows where the document shows the fault.
 *
 *     1、38亿元   → 1.38亿元
 *     3、4月      stays       2、3个 stays       1、2023年… stays
 */
export function findDecimals(text: string): Edit[] {
  const found: Found[] = [];
  let plain = 0;
  for (const match of text.matchAll(PAIR)) {
    const [, whole = "", part = "", tail = ""] = match;
    const after = tail === "" ? text.slice(match.index + match[0].length, match.index + match[0].length + 4) : tail;
    if (NO_DECIMAL.test(after) || startsLine(text, match.index) || whole.startsWith("0") !== (whole === "0") || /第$/.test(text.slice(Math.max(0, match.index - 1), match.index))) continue;
    const strong = MULTIPLIER.test(after);
    if (!strong && !UNIT.test(after)) continue;
    const list = part.length === 1 && Number(whole) < Number(part) && whole.length === 1;
    const long = 2 <= part.length && !(part.length === whole.length && Number(whole) < Number(part) && part.endsWith("0"));
    found.push({ at: match.index + whole.length, certain: strong && (long || !list) && !/^\d{4}$/.test(whole + "") });
  }
  for (const _decimal of text.matchAll(/(?<![\d.])\d{1,5}\.\d{1,3}(?:[万亿%％‰]|个百分点)/g)) plain++;
  const certain = found.filter((f) => f.certain).length;
  if (certain === 0) return [];
  const all = plain < certain;
  return found
    .filter((f) => f.certain || all)
    .map(({ at }) => ({ start: at, end: at + 1, insert: ".", rule: "number.decimal-comma", reason: "decimal-separator" }));
}

function startsLine(text: string, at: number): boolean {
  for (let i = at - 1; 0 <= i; i--) {
    const c = text[i] as string;
    if (c === "\n") return true;
    if (!/[\s\u3000]/.test(c)) return false;
  }
  return true;
}
