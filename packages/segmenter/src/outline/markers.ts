import { headingMarkers, type MarkerStyle } from "@zongjie/lexicon";
import { charTable } from "./lines.ts";
import { readOrdinal } from "./ordinal.ts";

/** A marker read at a place: `（二）` has ordinal 2; `end` is where the heading's words begin (blanks skipped later). */
export interface Marker {
  readonly style: MarkerStyle;
  /** The series it counts in: 一 and 一、 are one. */
  readonly series: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
}

interface Reader {
  readonly style: MarkerStyle;
  readonly regex: RegExp;
}

let readers: readonly Reader[] | undefined;

function table(): readonly Reader[] {
  readers ??= headingMarkers().markers.map((style) => ({ style, regex: new RegExp(style.pattern, "uy") }));
  return readers;
}

/** First characters that a marker may have: all else is passed over quickly. */
const OPENING: Uint8Array = charTable("第一二三四五六七八九十（(〔【［[", ["09", "０９", "㈠㈩", "⒈⒛", "⑴⒇", "①⑳"]);

/**
 * The marker that stands at an offset of the text, null where none does.
 *
 *     （二）落实责任
 *     ^  ^ start, end
 */
export function readMarker(text: string, at: number, lineStart: boolean): Marker | null {
  if (OPENING[text.charCodeAt(at)] !== 1) return null;
  for (const { style, regex } of table()) {
    if (!lineStart && style.dress === "line") continue;
    regex.lastIndex = at;
    const match = regex.exec(text);
    if (match === null) continue;
    const ordinal = readOrdinal(style.ordinal, match.groups?.n ?? "");
    if (!Number.isInteger(ordinal) || ordinal < 1) continue;
    return { style, series: style.same ?? style.id, ordinal, start: at, end: at + match[0].trimEnd().length };
  }
  return null;
}
