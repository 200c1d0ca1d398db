import { bitsAt, DIGIT, LETTER } from "../characters.ts";
import {
  EDGE_SIGNS,
  type Extent,
  extentEvidence,
  figureEvidence,
  gapEvidence,
  givenEvidence,
  HOLDS,
  isEcho,
  visitEdge,
} from "./evidence.ts";
import type { Look } from "./look.ts";
import { STRETCHES, type Zone, zonesOf } from "./zones.ts";

/** Longest name, in UTF-16 units. */
export const LONGEST = 18;

/** All places that a name may come from: stretches of the text, and names that were given before. */
export const SOURCES: readonly string[] = [...STRETCHES, "metric", "topic", "unit", "earlier", "limited"];

/** What speaks for a name that says the one before, or the topic, again. */
export const ECHO = "echo";

/** A name that a figure may have, and what speaks for it. */
export interface NameOption {
  readonly name: string;
  readonly evidence: readonly string[];
}

/** All names that a figure may have, with their evidence: for training. The names of features are those of the model. */
export function nameOptions(look: Look): NameOption[] {
  const { text, written } = look;
  const figure = figureEvidence(look);
  const out: NameOption[] = [];
  const edges = new Map<number, readonly string[]>();
  const edge = (at: number): readonly string[] => {
    const known = edges.get(at);
    if (known !== undefined) return known;
    const made: string[] = [];
    visitEdge(text, at, (sign, seen) => made.push(`${EDGE_SIGNS[sign]}${seen}`));
    edges.set(at, made);
    return made;
  };
  for (const zone of zonesOf(look)) {
    visitNames(text, zone, (start, end, held) => {
      const extent = extentEvidence(extentOf(look, zone, start, end, held));
      const placed = [...figure, ...extent].map((word) => `${SOURCES[zone.kind]}|${word}`);
      const around = [...edge(start).map((word) => `s${word}`), ...edge(end).map((word) => `e${word}`)];
      const gap = zone.kind === 0 ? gapEvidence(look, end) : [];
      const echo = isEcho(look, start, end) ? [ECHO] : [];
      out.push({ name: written.slice(start, end), evidence: [...placed, ...around, ...gap, ...echo] });
    });
  }
  for (const [source, name] of givenNames(look)) {
    const placed = [...figure, ...givenEvidence(name)].map((word) => `${SOURCES[source]}|${word}`);
    out.push({ name, evidence: placed });
  }
  return out;
}

/** What no name begins or ends with. */
const NO_START = "\n\t \u3000，,。．.；;：:！!？?|｜、·…—–~～*_`）)”》";
const NO_END = "\n\t \u3000，,。．.；;：:！!？?|｜、·…—–~～*_`（(“《";
/** Brackets, which stand in a name with their other half. */
const OPENING = "（“《";
const CLOSING = "）”》";

/** Bits of what a character is to a name, by its code: what it holds, then what it may not be. */
const SIGNS = new Uint8Array(0x10000);
const HELD = 15;
const NOT_FIRST = 16;
const NOT_LAST = 32;
const OPENS = 64;
const CLOSES = 128;
for (const [bit, characters] of [
  [NOT_FIRST, NO_START],
  [NOT_LAST, NO_END],
  [OPENS, OPENING],
  [CLOSES, CLOSING],
  ...Array.from(HOLDS, ([c, held]) => [held, c] as const),
] as const)
  for (const c of characters) SIGNS[c.charCodeAt(0)] = (SIGNS[c.charCodeAt(0)] as number) | bit;

/** Calls `visit` for each part of a stretch that may be a name. */
function visitNames(text: string, zone: Zone, visit: (start: number, end: number, held: number) => void): void {
  for (let start = zone.start; start < zone.end; start++)
    visitNamesFrom(text, zone, start, (end, held) => visit(start, end, held));
}

/**
 * Calls `visit` for each part of a stretch from an offset on that may be a name: no sign at its ends, no bracket without its
 * other half.
 */
export function visitNamesFrom(
  text: string,
  zone: Zone,
  start: number,
  visit: (end: number, held: number) => void,
): void {
  if ((SIGNS[text.charCodeAt(start)] as number) & NOT_FIRST || cuts(text, start)) return;
  let held = 0;
  let open = "";
  const most = Math.min(zone.end, start + LONGEST);
  for (let end = start + 1; end <= most; end++) {
    const sign = SIGNS[text.charCodeAt(end - 1)] as number;
    if (sign & OPENS) open += CLOSING[OPENING.indexOf(text[end - 1] as string)];
    else if (sign & CLOSES) {
      if (open === "" || open.at(-1) !== text[end - 1]) return;
      open = open.slice(0, -1);
    }
    held |= sign & HELD;
    // 甲型H1N1|24份: a stretch ends where its figure begins
    if (open === "" && !(sign & NOT_LAST) && (end === zone.end || !cuts(text, end))) visit(end, held);
  }
}

/** S|CI收录, 20|19, H1|N1, 2019|年完成: whether a name would begin or end in the middle of a word in letters, a number or a date. */
function cuts(text: string, at: number): boolean {
  // mostly a Chinese character
  const unit = text.charCodeAt(at - 1);
  if (HAN <= unit && unit < WIDE) return false;
  const [before, behind] = [bitsAt(text, at - 1), bitsAt(text, at)];
  if ((before & TOKEN) === 0) return false;
  return (behind & TOKEN) !== 0 || ((before & DIGIT) !== 0 && DATES.includes(text[at] as string));
}

const TOKEN = DIGIT | LETTER;
/** Where Chinese characters begin, and signs of full width. */
const HAN = 0x2e80;
const WIDE = 0xff00;
const DATES = "年月日";

/** Names that were given before, with where they come from as an index of `SOURCES`. */
export function givenNames({
  before,
  limited,
  quantities,
  at,
}: Look): readonly (readonly [source: number, name: string])[] {
  const out: (readonly [number, string])[] = [];
  const counted = before.units.get(quantities[at]?.unit ?? "") ?? "";
  const names = [before.metric, before.topic, counted, before.earlier, limited];
  for (let i = 0; i < names.length; i++) if (names[i] !== "") out.push([STRETCHES.length + i, names[i] as string]);
  return out;
}

/** The extent of a part of a stretch as a name. */
function extentOf(look: Look, zone: Zone, start: number, end: number, held: number): Extent {
  const away = awayOf(look, zone, start, end);
  return { size: end - start, away, opens: start === zone.start, closes: end === zone.end, held };
}

/** How far a part of a stretch stands from the figure. */
export function awayOf({ quantities, at }: Look, zone: Zone, start: number, end: number): number {
  const figure = quantities[at] as (typeof quantities)[number];
  return zone.kind === 1 ? start - figure.outerEnd : figure.outerStart - end;
}
