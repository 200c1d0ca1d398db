import { decodeNamed } from "./tree.ts";

/** A character reference in a source: `&ldquo;` from `start` to `end` stands for `“`. */
export interface EntityReference {
  readonly end: number;
  readonly text: string;
}

const REFERENCE = /&(?:#(?:x([0-9a-f]{1,12})|(\d{1,12}))|([a-z][a-z0-9]{1,31}));?/iy;

/** Windows-1252 at 80–9F, which references to those numbers mean (HTML standard, numeric character references). */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Named references of a page that have been looked up. */
export type EntityNames = Map<string, string>;

/** Different names looked up on one page: real pages have some dozen, made-up ones must not cost seconds. */
const NAMES = 4096;

/**
 * Reads the reference that begins at `start`: `&nbsp;`, `&#20849;`, `&lt` without its semicolon. Null where `&` is
 * only an ampersand. Never gives half a surrogate pair; references to control characters stand for nothing.
 */
export function readEntity(source: string, start: number, names: EntityNames): EntityReference | null {
  REFERENCE.lastIndex = start;
  const found = REFERENCE.exec(source);
  if (found === null) return null;
  const [whole, hex, decimal] = found;
  if (hex !== undefined || decimal !== undefined)
    return {
      end: start + whole.length,
      text: numbered(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    };
  const text = named(whole, names);
  if (text === whole) return null;
  // The parser reads `&copy2024` as ©2024: what it left over stays in the text.
  let rest = 0;
  while (rest < text.length - 1 && text.at(-1 - rest) === whole.at(-1 - rest)) rest++;
  return { end: start + whole.length - rest, text: text.slice(0, text.length - rest) };
}

/** Decodes all references of a short text, an attribute's value as a rule: `总结&mdash;计划` → `总结—计划`. */
export function decodeEntities(source: string): string {
  if (!source.includes("&")) return source;
  const names: EntityNames = new Map();
  return source.replace(/&[#a-z][^&\s]{0,33}/gi, (stretch) => {
    const entity = readEntity(stretch, 0, names);
    return entity === null ? stretch : entity.text + stretch.slice(entity.end);
  });
}

function numbered(point: number): string {
  if (0x80 <= point && point <= 0x9f) return WINDOWS[point - 0x80] as string;
  if (point === 0x09 || point === 0x0a || point === 0x0d) return " ";
  if (point < 0x20 || point === 0x7f) return "";
  if (0x10ffff < point || (0xd800 <= point && point <= 0xdfff)) return "\ufffd";
  return String.fromCodePoint(point);
}

function named(whole: string, names: EntityNames): string {
  let text = names.get(whole);
  if (text === undefined) {
    if (NAMES <= names.size) return whole;
    text = decodeNamed(whole);
    names.set(whole, text);
  }
  return text;
}
