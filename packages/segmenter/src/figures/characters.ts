import { numerals, once } from "./vocabulary.ts";

/** Bits of what a character may be in a numeral. */
export const DIGIT = 1;
export const HAN_DIGIT = 2;
export const SCALE = 4;
export const BLANK = 8;
export const MASK = 16;
export const LETTER = 32;
/** A letter that a reader of images takes a digit for: O for 0, l for 1. */
export const LOOKALIKE = 64;
/** A character that a quantity may begin with. */
export const START: number = DIGIT | HAN_DIGIT | SCALE | MASK | LOOKALIKE;

const table: () => Uint8Array = once(() => {
  const bits = new Uint8Array(0x10000);
  const add = (characters: Iterable<string>, bit: number): void => {
    for (const c of characters) bits[c.charCodeAt(0)] = (bits[c.charCodeAt(0)] ?? 0) | bit;
  };
  add("0123456789０１２３４５６７８９", DIGIT);
  add(numerals().digits.keys(), HAN_DIGIT);
  add(numerals().scales.keys(), SCALE);
  add("数几半过翻", SCALE);
  add(" \u3000\u00a0", BLANK);
  add("_＿*＊xX×Ｘｘ□■�", MASK);
  add("OoIl", LOOKALIKE);
  add("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", LETTER);
  return bits;
});

/** What the character at an offset may be: `bitsAt("48人", 0) & DIGIT`. 0 outside the text. */
export function bitsAt(text: string, at: number): number {
  if (at < 0 || text.length <= at) return 0;
  return table()[text.charCodeAt(at)] ?? 0;
}

/** The first offset from `at` on that is no blank (line ends are none): `skipBlanks("20 多", 2)` is 3. */
export function skipBlanks(text: string, at: number): number {
  let i = at;
  // more than three blanks divide; a bound keeps columns of blanks from being scanned again and again
  while (i < at + 3 && bitsAt(text, i) & BLANK) i++;
  return i;
}

/** The offset behind the last character before `at` that is no blank. */
export function skipBlanksBack(text: string, at: number): number {
  let i = at;
  while (at - 3 < i && bitsAt(text, i - 1) & BLANK) i--;
  return i;
}

/** Value of an Arabic digit of either width; NaN for anything else. */
export function digitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (0x30 <= unit && unit <= 0x39) return unit - 0x30;
  if (0xff10 <= unit && unit <= 0xff19) return unit - 0xff10;
  return Number.NaN;
}
