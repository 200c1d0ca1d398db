import type { FigureKind } from "@zongjie/document";
import { bitsAt, DIGIT, LETTER, skipBlanks } from "./characters.ts";
import { once, units } from "./vocabulary.ts";

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
  // 两|个多小时
  const name = normal(text, start, end).replace(/^个多/, "");
  return { start, end, name, kind: simple.kind, discrete: simple.discrete };
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
    if (meaning.conflicts.includes(next) && !isAll(text, at + size)) continue;
    // a unit in letters ends where the letters end: m in mm, g in gdp
    if (bitsAt(text, at) & LETTER && bitsAt(text, at + size) & (size < 2 ? LETTER | DIGIT : LETTER)) continue;
    return { end: at + size, kind: meaning.kind, discrete: meaning.discrete };
  }
  return null;
}

/** 参训的48人|均取得|证书: all of them did, where 人均收入 is so much for each. */
function isAll(text: string, at: number): boolean {
  return text[at] === "均" && DONE.test(text.slice(at + 1, at + 3));
}

const DONE = /^(?:[已被获取达能通得符完合纳参系是未无安如]|可(?!支)|为(?!\s?\d)|有[所一])/;

const PER =
  /[/／](?:10{1,6}\s?[万千]?|[十百千万亿]{1,3})(?:人口|人|例|户|床日|ml|mL|L|毫升|克|g)?(?![\d.瓦米卡平公立])/y;

/** A line and what stands under it, and again: `/人·年`, `/平方米/月`, `/百平方公里`. */
const perUnit: () => RegExp = once(() => {
  const names = units()
    .denominators.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  return new RegExp(`[/／][百千万]?(?:${names})(?:[/／·•](?:${names}))?(?![A-Za-z])`, "y");
});

/** `/10万`, `/千`: where a rate's denominator ends. */
function readPer(text: string, at: number): number | null {
  return match(PER, text, at);
}

/** `/人`, `/年` behind a unit. */
function readUnitPer(text: string, at: number): number | null {
  return match(perUnit(), text, at);
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
  if (text[inner.end] !== ")" && text[inner.end] !== "）") return at;
  // 件（批）|次
  return inner.end + (/^次(?![数会])/.test(text.slice(inner.end + 1, inner.end + 3)) ? 2 : 1);
}
