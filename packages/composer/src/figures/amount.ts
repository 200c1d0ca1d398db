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
    return Number.isFinite(given) ? { surface: `${printed(given)}${unit}`, value: times(given, unit) } : null;
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
  const longest = Object.keys(MULTIPLIERS)
    .filter((word) => unit.startsWith(word) && word.length < unit.length)
    .sort((a, b) => b.length - a.length)[0];
  const multiplied = value * (MULTIPLIERS[longest ?? ""] ?? 1);
  return Number(multiplied.toPrecision(15));
}

/** A number with all its digits and no exponent. */
function printed(value: number): string {
  return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}
