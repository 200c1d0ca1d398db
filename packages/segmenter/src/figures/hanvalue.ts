import { numerals } from "./vocabulary.ts";

/**
 * What a run of numeral characters is worth: `一百一十一万` is 1110000, `二〇二一` 2021, `三四十` [30, 40], `一百二` 120.
 * NaN for a run that is no number.
 */
export function valueHan(run: string): number | readonly [number, number] {
  const pairs = pairsOf(run);
  const [pair] = pairs;
  if (pair === undefined) return worth(run);
  // 一二三四: digit by digit; 九三 (七、八、九三个年级): two numbers
  if (1 < pairs.length || !isStep(run, pair)) return positional(run);
  return [worth(run.slice(0, pair + 1) + run.slice(pair + 2)), worth(run.slice(0, pair) + run.slice(pair + 1))];
}

/** Where two digits other than zero stand side by side. */
function pairsOf(run: string): number[] {
  const out: number[] = [];
  for (let i = 0; i + 1 < run.length; i++) if (digit(run[i]) && digit(run[i + 1])) out.push(i);
  return positional(run) >= 0 && 2 < run.length ? [0, 1] : out;
}

function isStep(run: string, at: number): boolean {
  const [a, b] = [digit(run[at]), digit(run[at + 1])];
  return b - a === 1 || (a === 3 && b === 5);
}

function digit(character: string | undefined): number {
  return numerals().digits.get(character ?? "") ?? 0;
}

const BIG: readonly string[] = ["兆", "亿億", "万萬"];

/** Splits at the last of the largest multipliers: 三万|亿, 十一|亿|零一百万. */
function worth(run: string): number {
  for (const same of BIG) {
    const at = Math.max(...[...same].map((c) => run.lastIndexOf(c)));
    if (at === -1) continue;
    const scale = numerals().scales.get(run[at] as string) ?? 1;
    const left = at === 0 ? 1 : worth(run.slice(0, at));
    const rest = run.slice(at + 1);
    // 两万五 is 25000, 两万零五 is 20005
    const right = rest.length === 1 && 0 < digit(rest) ? (digit(rest) * scale) / 10 : worth(rest);
    return left * scale + right;
  }
  return small(run);
}

/** Below ten thousand: 一千零十, 二百五. */
function small(run: string): number {
  let value = 0;
  let waiting: number | null = null;
  let last = 1;
  for (const c of run) {
    const scale = numerals().scales.get(c);
    if (scale === undefined) {
      if (waiting === 0) last = 1;
      waiting = digit(c);
      if (waiting === 0) last = 1;
      continue;
    }
    value += (waiting === null || waiting === 0 ? 1 : waiting) * scale;
    waiting = null;
    last = scale;
  }
  if (waiting === null) return value;
  return value + (100 <= last ? (waiting * last) / 10 : waiting);
}

/** 二〇二一: digit by digit. NaN where a multiplier stands in it, or where two digits are two numbers. */
function positional(run: string): number {
  const { digits } = numerals();
  if (run.length < 3 && !/[零〇○]/.test(run)) return Number.NaN;
  let value = 0;
  for (const c of run) {
    const d = digits.get(c);
    if (d === undefined) return Number.NaN;
    value = value * 10 + d;
  }
  return value;
}
