import { bareText } from "../duplicates/unit.ts";

/** The letters and digits of a text, NFKC, and where each of them stands. */
export interface Letters {
  /** UTF-16 units. */
  readonly codes: Uint16Array;
  /** For each unit the offset in the text of the character that it comes from. */
  readonly offsets: Uint32Array;
}

/** What a unit of a text comes to: itself or another one; 0 for nothing, {@link SEVERAL} for more than one. */
const UNKNOWN = -1;
const SEVERAL = -2;
const known = new Int32Array(65536).fill(UNKNOWN);

/** Most letters that one character comes to (ﷺ has eighteen). */
const WIDEST = 24;

/**
 * What {@link bareText} leaves of a text, with places. Linear.
 *
 *     全县（２０２１年）   →   全 县 2 0 2 1 年      offsets 0 1 3 4 5 6 7
 */
export function lettersOf(text: string): Letters {
  let codes = new Uint16Array(text.length + WIDEST);
  let offsets = new Uint32Array(text.length + WIDEST);
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let code = known[unit] as number;
    if (code === UNKNOWN) code = known[unit] = codeOf(unit);
    if (code === 0) continue;
    if (code !== SEVERAL) {
      codes[size] = code;
      offsets[size++] = at;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    const letters = bareText(character);
    if (codes.length < size + letters.length + text.length - at) {
      codes = grown(codes, Uint16Array);
      offsets = grown(offsets, Uint32Array);
    }
    for (let i = 0; i < letters.length; i++) {
      codes[size] = letters.charCodeAt(i);
      offsets[size++] = at;
    }
    at += character.length - 1;
  }
  return { codes: codes.subarray(0, size), offsets: offsets.subarray(0, size) };
}

function codeOf(unit: number): number {
  // half of a pair is to be read together with the other half
  if (0xd800 <= unit && unit < 0xe000) return SEVERAL;
  const letters = bareText(String.fromCharCode(unit));
  return letters.length <= 1 ? letters.charCodeAt(0) || 0 : SEVERAL;
}

function grown<T extends Uint16Array | Uint32Array>(list: T, kind: new (size: number) => T): T {
  const out = new kind(2 * list.length + WIDEST);
  out.set(list);
  return out;
}
