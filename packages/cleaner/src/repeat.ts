import type { Edit } from "@zongjie/document";
import { confidenceOf } from "@zongjie/lexicon";
import { bareText } from "./bare.ts";
import { cutLines } from "./line.ts";
import { findMarked } from "./split/marked.ts";

/** Share of a text's shingles that a second rendering of the same article has at least. */
const SAME = 0.85;

/** A second rendering has at least this share of what stands before it. */
const LEAST = 0.45;

/** Length of a shingle in characters. */
const SHINGLE = 8;

/** Characters of the opening by which the beginning of a second rendering is found. */
const PROBE = 24;

/**
 * A page of one article may hold it twice (mobile copy, print copy), perhaps wrapped or punctuated otherwise: the second
 * rendering goes. Pages with marks between documents (`篇1：`) are left alone: there repeated documents are kept.
 * Linear in the text.
 */
export function findRepeats(text: string): Edit[] {
  const { text: bare, at } = bareText(text);
  const copy = 300 <= bare.length ? secondStart(bare) : -1;
  if (copy === -1 || hasMarks(text)) return [];
  const before = shingles(bare.slice(0, copy));
  let end = copy;
  let shared = 0;
  for (let i = copy; i + SHINGLE <= bare.length; i++) {
    if (!before.has(bare.slice(i, i + SHINGLE))) continue;
    shared++;
    end = i + SHINGLE;
  }
  if (shared < SAME * (end - copy - SHINGLE + 1) || end - copy < copy * LEAST) return [];
  return [
    {
      start: lineStart(text, at[copy] ?? 0),
      end: lineEnd(text, at[end - 1] ?? 0),
      insert: "",
      rule: "repeat.rendering",
      reason: "repeat",
      confidence: confidenceOf("removal", ["by:repeat", "prose"]),
    },
  ];
}

function hasMarks(text: string): boolean {
  return 1 < findMarked(cutLines(text)).length;
}

/** The end of a passage with the marks that close it. */
function lineEnd(text: string, last: number): number {
  let end = last + 1;
  while (end < text.length && /[^\s\p{L}\p{N}]/u.test(text[end] as string)) end++;
  return end;
}

/**
 * Where the opening stands a second time. A headline or a label may stand before the opening only once, so that several
 * probes of the first part are tried.
 */
function secondStart(bare: string): number {
  for (let probe = 0; probe + PROBE < Math.min(200, bare.length / 3); probe += PROBE / 2) {
    const found = bare.indexOf(bare.slice(probe, probe + PROBE), Math.floor(bare.length * 0.3));
    if (found === -1) continue;
    // what stands before the probe in the first rendering may stand before it here too
    let back = 0;
    while (back < probe && bare[found - back - 1] === bare[probe - back - 1]) back++;
    return found - back;
  }
  return -1;
}

function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return /^[\s\u3000\p{P}]*$/u.test(text.slice(start, at)) ? start : at;
}

function shingles(bare: string): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i + SHINGLE <= bare.length; i++) out.add(bare.slice(i, i + SHINGLE));
  return out;
}
