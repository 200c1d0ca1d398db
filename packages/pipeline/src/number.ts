/**
 * A number with all its digits: 1.3亿亿 is `13000000000000000` and never `1.3e+16`, as a spreadsheet would show it. Reading it
 * gives the same number; what is no finite number is empty.
 */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return "";
  const written = String(value);
  const [, sign = "", first = "", rest = "", power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(written) ?? [];
  if (power === undefined) return written;
  const places = Number(power);
  const digits = first + rest;
  // an exponent of 21 and more is larger than any number of digits that a double has
  return places < 0 ? `${sign}0.${"0".repeat(-places - 1)}${digits}` : `${sign}${digits.padEnd(places + 1, "0")}`;
}
