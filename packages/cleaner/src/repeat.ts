import type { Edit } from "@zongjie/document";
import type { DocumentSpan } from "./split/index.ts";

/** Share of a text's shingles that a second rendering of the same article has at least. */
const SAME = 0.85;

/** Length of a shingle in characters. */
const SHINGLE = 8;

/**
 * A page of one article may hold it twice (mobile copy, print copy): the second rendering goes. Documents of a
 * collection are never taken for copies: only where all others say the first one again is the page one article.
 */
export function findRepeats(text: string, documents: readonly DocumentSpan[]): Edit[] {
  if (documents.some(({ rule }) => rule.startsWith("separator."))) return [];
  const out: Edit[] = [];
  const [first, ...rest] = documents;
  if (first === undefined) return [];
  const original = shingles(text.slice(first.start, first.end));
  for (const copy of rest) {
    if (original.size === 0 || shareOf(original, shingles(text.slice(copy.start, copy.end))) < SAME) continue;
    out.push({ start: copy.start, end: copy.end, insert: "", rule: "repeat.rendering", reason: "repeat" });
  }
  return out.length === rest.length ? out : [];
}

/**
 * The offset in one document's text from which it only says again what it said: the second rendering glued behind the
 * first without a sign. -1 where there is none.
 */
export function findGluedRepeat(text: string): number {
  if (text.length < 300) return -1;
  const lines = text.split("\n");
  const seen = new Map<string, number>();
  let at = 0;
  const starts: { offset: number; copies: number; size: number }[] = [];
  for (const [i, line] of lines.entries()) {
    const key = line.replace(/[\s\u3000]/g, "");
    if (12 <= key.length) {
      const from = seen.get(key);
      if (from !== undefined) starts.push({ offset: at, copies: i - from, size: key.length });
      else seen.set(key, i);
    }
    at += line.length + 1;
  }
  const first = starts[0];
  if (first === undefined) return -1;
  const copied = starts.reduce((sum, s) => sum + s.size, 0);
  const behind = text.slice(first.offset).replace(/[\s\u3000]/g, "").length;
  const before = text.slice(0, first.offset).replace(/[\s\u3000]/g, "").length;
  return SAME * behind <= copied && 0.5 * before <= behind ? first.offset : -1;
}

function shingles(text: string): Set<string> {
  const plain = text.replace(/[\s\u3000]/g, "");
  const out = new Set<string>();
  for (let i = 0; i + SHINGLE <= plain.length; i++) out.add(plain.slice(i, i + SHINGLE));
  return out;
}

/** Share of the copy's shingles that stand in the original (at any offset). */
function shareOf(original: ReadonlySet<string>, copy: ReadonlySet<string>): number {
  if (copy.size === 0) return 0;
  let shared = 0;
  for (const shingle of copy) if (original.has(shingle)) shared++;
  return shared / copy.size;
}
