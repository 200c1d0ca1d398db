import type { FigureKind } from "@zongjie/document";
import { bitsAt, DIGIT, LETTER, skipBlanks } from "./characters.ts";
import { units } from "./vocabulary.ts";

/** A unit that stands in a text: `万人次` without its multiplier. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Verbatim after NFKC, without blanks. */
  readonly name: string;
  readonly kind: FigureKind;
  readonly discrete: boolean;
}

/**
 * The longest unit that begins at an offset, blanks put aside: `120处(幅)`, `元/人`, `mg/100ml`, `/10万`.
 */
export function readUnit(text: string, at: number): Unit | null {
  const start = skipBlanks(text, at);
  const per = readPer(text, start);
  if (per !== null) return { start, end: per, name: normal(text, start, per), kind: "rate", discrete: false };
  const simple = readSimple(text, start);
  if (simple === null) return null;
  const denominator = readPer(text, simple.end) ?? readUnitPer(text, simple.end);
  if (denominator !== null) {
    const kind =
      simple.kind === "money" ? "money" : /\d/.test(text.slice(simple.end, denominator)) ? "rate" : simple.kind;
    return { start, end: denominator, name: normal(text, start, denominator), kind, discrete: false };
  }
  const end = readBracket(text, simple.end);
  return { start, end, name: normal(text, start, end), kind: simple.kind, discrete: simple.discrete };
}

function normal(text: string, start: number, end: number): string {
  return text.slice(start, end).normalize("NFKC").replace(/\s/g, "");
}

function readSimple(text: string, at: number): { end: number; kind: FigureKind; discrete: boolean } | null {
  const { meanings, longest } = units();
  const most = longest.get(text[at] ?? "") ?? 0;
  for (let size = Math.min(most, text.length - at); 0 < size; size--) {
    const meaning = meanings.get(text.slice(at, at + size));
    if (meaning === undefined) continue;
    const next = text[at + size] ?? "";
    if (meaning.conflicts.includes(next)) continue;
    // a unit in letters ends where the letters end: m in mm, g in gdp
    if (bitsAt(text, at) & LETTER && bitsAt(text, at + size) & (LETTER | DIGIT)) continue;
    return { end: at + size, kind: meaning.kind, discrete: meaning.discrete };
  }
  return null;
}

const PER = /[/／](?:10{1,6}\s?[万千]?|[十百千万亿]{1,3})(?:人口|人|例|床日|ml|mL|L|毫升|克|g)?(?![\d.瓦米卡])/y;
const PER_UNIT =
  /[/／](?:人次|人|户|年|月|天|日|次|小时|分钟|分|秒|亩|公顷|吨|公斤|千克|平方米|平方公里|立方米|㎡|m2|m3|km2|kg|L|ml|h|s|m|d|度|千瓦时|台|套|床|例|床日|辆|斤|只|头|株|人月|人年|万人|万元|元)/y;

/** `/10万`, `/千`: where a rate's denominator ends. */
function readPer(text: string, at: number): number | null {
  return match(PER, text, at);
}

/** `/人`, `/年` behind a unit. */
function readUnitPer(text: string, at: number): number | null {
  return match(PER_UNIT, text, at);
}

function match(pattern: RegExp, text: string, at: number): number | null {
  const slash = text.charCodeAt(at);
  if (slash !== 0x2f && slash !== 0xff0f) return null;
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** A second unit in brackets: `处(幅)`, `件（次）`. */
function readBracket(text: string, at: number): number {
  if (text[at] !== "(" && text[at] !== "（") return at;
  const inner = readSimple(text, at + 1);
  if (inner === null || !inner.discrete) return at;
  return text[inner.end] === ")" || text[inner.end] === "）" ? inner.end + 1 : at;
}
