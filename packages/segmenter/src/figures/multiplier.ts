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

interface Scaled {
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
  if (scale === 1 && qualifier === null && /^[kK](?![A-Za-z\d])/.test(text.slice(at, at + 2)))
    return { end: at + 1, scale: 1000, qualifier };
  if (scale === 1 || qualifier !== null) return { end, scale, qualifier };
  const behind = infixes.get(text[next] ?? "");
  if (behind === undefined || text[next] === "来" || text[next] === "几") return { end, scale, qualifier };
  return { end: next + 1, scale, qualifier: behind };
}
