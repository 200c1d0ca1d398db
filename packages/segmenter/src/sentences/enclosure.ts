import type { Span } from "@zongjie/document";

/** A quotation or a bracket, its marks included. */
export interface Enclosure extends Span {
  readonly quote: boolean;
}

/** What closes what: marks of one sort belong together in either width. */
const CLOSER: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "「": "」",
  "『": "』",
  "（": "）",
  "(": "）",
  "《": "》",
  "【": "】",
};
const CLOSERS = new Set(Object.values(CLOSER));
const QUOTES = new Set(["“", "‘", "「", "『", '"']);

/** One that closes farther away than this was not opened on purpose, or holds sentences of its own. */
const REACH = 120;

interface Open {
  readonly start: number;
  readonly closer: string;
  readonly quote: boolean;
}

/**
 * The outermost quotations and brackets of a stretch of text, in order. An opening mark that nothing closes in reach
 * encloses nothing.
 *
 *     新建泵站（含改建。下同）8处，提出“再加一把劲！”的要求
 *             └────────────┘         └────────────┘
 */
export function readEnclosures(text: string, within: Span): Enclosure[] {
  const found: Enclosure[] = [];
  let open: Open[] = [];
  for (let i = within.start; i < within.end; i++) {
    const sign = text.charAt(i) === ")" ? "）" : text.charAt(i);
    const straight = sign === '"';
    if (CLOSERS.has(sign) || (straight && open.some(({ closer }) => closer === '"'))) {
      const at = lastIndex(open, sign);
      const opened = open[at];
      if (opened === undefined) continue;
      open = open.slice(0, at);
      if (i - opened.start <= REACH) keep(found, { start: opened.start, end: i + 1, quote: opened.quote });
    } else if (straight || CLOSER[sign] !== undefined) {
      // what was opened too long ago is forgotten, so that the list stays short
      if (REACH < i - (open[0]?.start ?? i)) open = open.filter(({ start }) => i - start <= REACH);
      open.push({ start: i, closer: CLOSER[sign] ?? '"', quote: QUOTES.has(sign) });
    }
  }
  return found;
}

function lastIndex(open: readonly Open[], closer: string): number {
  for (let at = open.length - 1; 0 <= at; at--) if (open[at]?.closer === closer) return at;
  return -1;
}

/** Adds an enclosure in the place of those inside it. */
function keep(found: Enclosure[], one: Enclosure): void {
  while (one.start < (found.at(-1)?.start ?? -1)) found.pop();
  found.push(one);
}
