import type { Gold } from "./gold-record.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00a0",
  ldquo: "“",
  rdquo: "”",
  mdash: "—",
  middot: "·",
  permil: "‰",
  times: "×",
};

/**
 * What [start, end) of a page reads once all repairs are made: kept text with each repair in its place, entities of an HTML page
 * decoded. A repair whose `after` is null leaves the text as it is: `1、38亿元` gives `1.38亿元`, `20XX年` gives `20XX年`.
 */
export function replay(gold: Gold, raw: string, start: number, end: number): string {
  const repairs = gold.repairs.filter(
    (r) =>
      r.after !== null && start <= r.start && r.end <= end && (r.start < r.end || (start < r.start && r.end < end)),
  );
  let out = "";
  const kept = (from: number, to: number): void => {
    for (const [low, high] of gold.keep)
      if (low < to && from < high) out += decoded(raw.slice(Math.max(low, from), Math.min(high, to)), gold.mediaType);
  };
  let at = start;
  for (const repair of repairs) {
    kept(at, repair.start);
    out += repair.after;
    at = repair.end;
  }
  kept(at, end);
  return out;
}

/** `A&amp;B` is A&B in HTML and itself in plain text; throws a RangeError on an entity that it does not know. */
function decoded(text: string, mediaType: string): string {
  if (mediaType !== "text/html") return text;
  return text.replace(/&(#x?)?(\w+);/g, (all, numeric: string | undefined, name: string) => {
    const c =
      numeric === undefined ? ENTITIES[name] : String.fromCodePoint(Number.parseInt(name, numeric === "#x" ? 16 : 10));
    if (c === undefined) throw new RangeError(`no entity ${all}`);
    return c;
  });
}
