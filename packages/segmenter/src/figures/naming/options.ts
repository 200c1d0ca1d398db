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
const NO_START = new Set("\n\t \u3000，,。．.；;：:！!？?|｜、·…—–~～*_`）)”》");
const NO_END = new Set("\n\t \u3000，,。．.；;：:！!？?|｜、·…—–~～*_`（(“《");
const CLOSED_BY: ReadonlyMap<string, string> = new Map([
  ["（", "）"],
  ["“", "”"],
  ["《", "》"],
]);
const CLOSING = new Set(CLOSED_BY.values());

/** Calls `visit` for each part of a stretch that may be a name: no sign at its ends, no bracket without its other half. */
export function visitNames(text: string, zone: Zone, visit: (start: number, end: number, held: number) => void): void {
  for (let start = zone.start; start < zone.end; start++) {
    if (NO_START.has(text[start] as string)) continue;
    let held = 0;
    let open = "";
    const most = Math.min(zone.end, start + LONGEST);
    for (let end = start + 1; end <= most; end++) {
      const c = text[end - 1] as string;
      const closer = CLOSED_BY.get(c);
      if (closer !== undefined) open += closer;
      else if (CLOSING.has(c)) {
        if (!open.endsWith(c)) break;
        open = open.slice(0, -1);
      }
      held |= HOLDS.get(c) ?? 0;
      if (open === "" && !NO_END.has(c)) visit(start, end, held);
    }
  }
}

/** Names that were given before, with where they come from as an index of `SOURCES`. */
export function givenNames({
  before,
  limited,
  quantities,
  at,
}: Look): readonly (readonly [source: number, name: string])[] {
  const counted = before.units.get(quantities[at]?.unit ?? "") ?? "";
  return [before.metric, before.topic, counted, before.earlier, limited].flatMap((name, i) =>
    name === "" ? [] : [[STRETCHES.length + i, name] as const],
  );
}

/** The extent of a part of a stretch as a name. */
export function extentOf({ quantities, at }: Look, zone: Zone, start: number, end: number, held: number): Extent {
  const figure = quantities[at] as (typeof quantities)[number];
  const away = zone.kind === 1 ? start - figure.outerEnd : figure.outerStart - end;
  return { size: end - start, away, opens: start === zone.start, closes: end === zone.end, held };
}
