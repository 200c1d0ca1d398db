import { longestFirst } from "@zongjie/lexicon";

/** What multiplies a number before its unit. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};
const AMOUNT = /^([-−]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?)\s*(万亿|千万|百万|亿|万|千|百)?\s*(.*)$/u;

/** An amount of a brief as it is printed and as a number: "48.5万" with 人次 is 48.5万人次, 485000. */
export interface Amount {
  readonly surface: string;
  readonly value: number;
}

/** Reads an amount. Null where it is no number, or brings another unit than the one given. */
export function amountOf(given: number | string, unit: string): Amount | null {
  if (typeof given === "number")
    return Number.isFinite(given) ? { surface: shortened(given, unit), value: times(given, unit) } : null;
  const match = AMOUNT.exec(given.normalize("NFKC").trim());
  if (match === null) return null;
  const [, digits = "", multiplier = "", own = ""] = match;
  if (own !== "" && unit !== "" && own !== unit && `${multiplier}${own}` !== unit) return null;
  // a unit that brings the multiplier, 万元, is not told twice
  const told = own === "" && unit.startsWith(multiplier) ? unit : `${multiplier}${own === "" ? unit : own}`;
  return { surface: `${digits}${told}`, value: times(Number(digits.replace(/[,，]/gu, "").replace("−", "-")), told) };
}

/** The number alone; null where there is none. */
export function numberIn(given: number | string, unit: string): number | null {
  return amountOf(given, unit)?.value ?? null;
}

function times(value: number, unit: string): number {
  const [longest] = longestFirst(
    Object.keys(MULTIPLIERS).filter((word) => unit.startsWith(word) && word.length < unit.length),
  );
  const multiplied = value * (MULTIPLIERS[longest ?? ""] ?? 1);
  return Number(multiplied.toPrecision(15));
}

/** What a large number is told in, largest first. */
const LARGE = ["亿", "万"] as const;
/** Units that are told with no 万 before them: those that bring one, shares, scores. */
const UNSHORTENED = /^[百千万亿%％‰]|点$|^[分度号年月日]$/u;

/** A number with its unit, told in 万 or 亿 where that is exact and no longer: 120000元 is 12万元, 21860元 stays. */
function shortened(value: number, unit: string): string {
  const plain = printed(value);
  if (UNSHORTENED.test(unit)) return `${plain}${unit}`;
  for (const word of LARGE) {
    const factor = MULTIPLIERS[word] as number;
    const part = Number((value / factor).toPrecision(15));
    const told = `${printed(part)}${word}`;
    if (1 <= Math.abs(part) && times(part, `${word}元`) === value && told.length <= plain.length)
      return `${told}${unit}`;
  }
  return `${plain}${unit}`;
}

/** A number with all its digits and no exponent. */
function printed(value: number): string {
  return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}
