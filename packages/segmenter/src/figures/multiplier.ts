import type { Qualifier, Suspect } from "@zongjie/document";
import { skipBlanks } from "./characters.ts";
import { numerals } from "./vocabulary.ts";

/** A numeral with its multiplier: `4.5万余` reaches to the end of 余 and is worth 45000. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The number before its multiplier (4.5), so that a range may share it: 5~6万. */
  readonly coefficient: number;
  /** What the multiplier is worth; 1 where there is none. */
  readonly scale: number;
  /** 三四十, 数十: the numeral itself names a range. */
  readonly range: readonly [number, number] | null;
  /** What an infix says: 余, 多, 几. */
  readonly qualifier: Qualifier | null;
  readonly suspect: Suspect | null;
  /** Written in Han characters. */
  readonly han: boolean;
  /** It is nothing but a multiplier: 万(元). */
  readonly bare: boolean;
  readonly decimal: boolean;
  /** How many Arabic digits stand before the decimal point. */
  readonly digits: number;
}

/** Multiplies so that 1.38 × 10⁸ is 138000000 to the last digit. */
export function exact(value: number, scale: number): number {
  return scale === 1 ? value : Number.parseFloat((value * scale).toPrecision(15));
}

/** Where a multiplier ends, what it is worth, and what an infix says. */
export interface Scaled {
  readonly end: number;
  readonly scale: number;
  readonly qualifier: Qualifier | null;
}

/** Multipliers behind a numeral, with an infix before or behind them: `多万`, `万余`, `千万`. Ends at `at` where none stand. */
export function readScale(text: string, at: number): Scaled {
  const { scales, infixes } = numerals();
  let end = at;
  let scale = 1;
  let qualifier: Qualifier | null = null;
  let next = skipBlanks(text, end);
  const before = infixes.get(text[next] ?? "");
  if (before !== undefined && (text[next] !== "来" || /[个名种件条岁年天]/.test(text[next + 1] ?? ""))) {
    qualifier = before;
    end = next + 1;
    next = skipBlanks(text, end);
  }
  for (let by = scales.get(text[next] ?? ""); by !== undefined && 100 <= by; by = scales.get(text[next] ?? "")) {
    // 千瓦时, 兆瓦, 千克 are units
    if (/[千兆]/.test(text[next] as string) && /[瓦克米帕伏卡焦赫字]/.test(text[next + 1] ?? "")) break;
    scale *= by;
    end = next + 1;
    next = skipBlanks(text, end);
  }
  const spoken = scale === 1 && qualifier === null ? readSpoken(text, at) : null;
  if (spoken !== null) return spoken;
  if (scale === 1 || qualifier !== null) return { end, scale, qualifier };
  const behind = infixes.get(text[next] ?? "");
  if (behind === undefined || text[next] === "来" || text[next] === "几") return { end, scale, qualifier };
  return { end: next + 1, scale, qualifier: behind };
}

/** 15k, 300w, 两个亿 */
const SPOKEN =
  /([kKｋＫ])(?![A-Za-z\d])|(w)(?=[\p{Script=Han}+＋])|个([万亿])(?![\p{Script=Han}]|[A-Za-z])|个(亿)(?=卢|美|欧|日|港|英|韩|的)/uy;

function readSpoken(text: string, at: number): Scaled | null {
  if (!/[kKｋＫw个]/.test(text[at] ?? "")) return null;
  SPOKEN.lastIndex = at;
  const hit = SPOKEN.exec(text);
  if (hit === null) return null;
  const scale = hit[1] !== undefined ? 1000 : hit[2] !== undefined || hit[3] === "万" ? 1e4 : 1e8;
  return { end: SPOKEN.lastIndex, scale, qualifier: null };
}
