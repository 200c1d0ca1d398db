import { createContext, Script } from "node:vm";
import type { Span } from "@zongjie/document";

/** The places of each text that a pattern matches; none for a text without it. */
export type Pattern = (texts: readonly string[]) => Span[][];

/** A pattern that does not come to an end on a text: it would stop the whole run. */
export class SlowPatternError extends Error {}

/** Characters of text that are searched in one go, and how long that may take. A pattern that behaves needs milliseconds. */
const BATCH = 100_000;
const LIMIT_MS = 2000;

/**
 * Looks for words as they stand. Half-width and full-width signs are the same: `90%,` finds `90％，`. `fold` also takes
 * capital letters for small ones.
 */
export function plainPattern(words: string, fold: boolean): Pattern {
  const bare = fold ? (text: string) => narrowed(text).replace(/[A-Z]/g, (c) => c.toLowerCase()) : narrowed;
  const wanted = bare(words);
  return (texts) =>
    texts.map((text) => {
      const found: Span[] = [];
      if (wanted === "") return [{ start: 0, end: 0 }];
      const own = bare(text);
      for (let at = own.indexOf(wanted); at !== -1; at = own.indexOf(wanted, at + wanted.length))
        found.push({ start: at, end: at + wanted.length });
      return found;
    });
}

/** Full-width forms of ASCII as half-width ones; every character keeps its place. */
function narrowed(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, " ");
}

/**
 * A JavaScript regular expression (with the flag u), run with a limit of time: a scraped text that lets it backtrack
 * without end costs two seconds and not the night.
 * @throws SyntaxError where it is none; when it is used, SlowPatternError
 */
export function regexPattern(source: string, fold: boolean): Pattern {
  const context = createContext({ regex: new RegExp(source, fold ? "giu" : "gu"), texts: [] as readonly string[] });
  const search = new Script(
    "texts.map((text) => Array.from(text.matchAll(regex), (m) => ({ start: m.index, end: m.index + m[0].length })))",
  );
  const run = (texts: readonly string[]): Span[][] => {
    context.texts = texts;
    try {
      return search.runInContext(context, { timeout: LIMIT_MS }) as Span[][];
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      throw new SlowPatternError(
        `the pattern does not come to an end within ${LIMIT_MS / 1000} s: do not repeat what is repeated inside, as (甲+)+ does`,
      );
    }
  };
  return (texts) => batches(texts).flatMap(run);
}

function batches(texts: readonly string[]): string[][] {
  const out: string[][] = [];
  let size = BATCH;
  for (const text of texts) {
    if (BATCH <= size) {
      out.push([]);
      size = 0;
    }
    out.at(-1)?.push(text);
    size += text.length;
  }
  return out;
}
