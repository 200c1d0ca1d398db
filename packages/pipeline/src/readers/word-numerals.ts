import { loadData, z } from "@zongjie/lexicon";

const names = z.array(z.string()).min(1);
const schema = z.strictObject({
  signs: z.array(z.strictObject({ names, signs: z.string().min(2) })),
  counting: z.array(
    z.strictObject({ names, digits: z.string().length(10), tens: z.string().length(3), one: z.boolean() }),
  ),
  digits: z.array(z.strictObject({ names, digits: z.string().length(10) })),
});

type Writer = (value: number) => string;

let writers: ReadonlyMap<string, Writer> | undefined;

/** A number as Word writes it in a list: `wordNumeral(11, "chineseCounting")` is 十一; plain digits for a format that is not known. */
export function wordNumeral(value: number, format: string): string {
  writers ??= loadWriters();
  return writers.get(format)?.(value) ?? String(value);
}

function loadWriters(): ReadonlyMap<string, Writer> {
  const { signs, counting, digits } = loadData("word-numbers.yaml", schema);
  const out = new Map<string, Writer>([
    ["none", () => ""],
    ["bullet", () => ""],
    ["decimalZero", (value) => String(value).padStart(2, "0")],
    ["upperRoman", roman],
    ["lowerRoman", (value) => roman(value).toLowerCase()],
    ["upperLetter", letter],
    ["lowerLetter", (value) => letter(value).toLowerCase()],
  ]);
  const add = (own: readonly string[], writer: Writer): void => own.forEach((name) => void out.set(name, writer));
  for (const own of signs) add(own.names, (value) => [...own.signs][value - 1] ?? String(value));
  for (const own of counting) add(own.names, (value) => counted(value, own));
  for (const own of digits)
    add(own.names, (value) => String(value).replace(/\d/g, (digit) => own.digits[Number(digit)] ?? digit));
  return out;
}

/** 11 is 十一, 20 二十, 103 一百零三; beyond 9999 plain digits. */
function counted(value: number, { digits, tens, one }: { digits: string; tens: string; one: boolean }): string {
  if (value < 0 || 9999 < value) return String(value);
  const text = String(value);
  if (text.length === 1) return digits[value] ?? text;
  let out = "";
  for (const [i, digit] of [...text].entries()) {
    const place = text.length - i - 1;
    if (digit === "0") {
      if (!out.endsWith(digits[0] as string)) out += digits[0];
    } else out += `${digits[Number(digit)]}${place === 0 ? "" : tens[place - 1]}`;
  }
  if (out.endsWith(digits[0] as string)) out = out.slice(0, -1);
  return !one && text.length === 2 && text.startsWith("1") ? out.slice(1) : out;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value <= 0 || 3999 < value) return String(value);
  let left = value;
  let out = "";
  for (const [size, sign] of ROMAN) for (; size <= left; left -= size) out += sign;
  return out;
}

/** A … Z, AA, BB …, as Word goes on. */
function letter(value: number): string {
  if (value <= 0 || 26 * 20 < value) return String(value);
  return String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}
