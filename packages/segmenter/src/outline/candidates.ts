import { type Head, readHead, tells } from "./head.ts";
import { charTable, isBlank, wordStart } from "./lines.ts";
import { type Marker, readMarker } from "./markers.ts";
import type { Line } from "./types.ts";

/** A place where a numbered heading or list item may begin. */
export interface Candidate {
  readonly marker: Marker;
  readonly head: Head;
  readonly line: Line;
  readonly atLineStart: boolean;
  /** How much speaks for it before its series is looked at. */
  readonly evidence: number;
}

/**
 * All places of the given lines that may begin a heading or a list item, in text order.
 *
 *     ……取得实效。 二、主要做法 根据要求……
 *                  ^ a candidate in the middle of a line, because a sentence ends before it
 */
export function findCandidates(text: string, lines: readonly Line[]): Candidate[] {
  const out: Candidate[] = [];
  for (const line of lines) {
    const first = wordStart(text, line);
    const inner = innerStarts(text, line);
    const starts = inner.length === 0 ? [first] : [...new Set([first, ...inner])];
    const markers = starts.map((at) => readMarker(text, at, at === first)).filter((marker) => marker !== null);
    for (const [i, marker] of markers.entries()) {
      const head = readHead(text, marker.end, markers[i + 1]?.start ?? line.end);
      if (head.title.start === head.title.end) continue;
      const atLineStart = marker.start === first;
      const candidate = { marker, head, line, atLineStart };
      const evidence = weigh(text, candidate);
      if (0 < evidence) out.push({ ...candidate, evidence });
    }
  }
  return out;
}

/** A marker in the middle of a line; it stands behind a sentence end or a blank. */
const INNER =
  /(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[、．.]|第[一二三四五六七八九十]{1,4}[章条][\s\u3000])/uy;
const INNER_STARTS = charTable("一二三四五六七八九十（(0123456789第");
const BEFORE_INNER = charTable("。！？!?”）)；;：: \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", [
  "\t\r",
  "\u2000\u200a",
]);

/** 二、主要做法（一）健全机构 — the first of a lower series right behind the words of a heading. */
const NESTED =
  /(?<=(?:[一二三四五六七八九十]{1,2}、|[）)])[\u4e00-\u9fff“”]{2,20})(?:[（(]一[）)]|1[、．.](?![0-9]))/uy;
const NESTED_STARTS = charTable("（(1");

/** A sign, a number and its mark: less holds no marker behind its beginning. */
const SHORTEST = 3;

const NOWHERE: readonly number[] = [];

/** Places behind a line's beginning at which a marker can stand, in order. */
function innerStarts(text: string, line: Line): readonly number[] {
  if (line.end - line.start < SHORTEST) return NOWHERE;
  // On the line alone: what stands in the next one is no part of a marker.
  const words = text.slice(line.start, line.end);
  let out: number[] | undefined;
  for (let i = 1; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    if (INNER_STARTS[unit] !== 1) continue;
    const inner = BEFORE_INNER[words.charCodeAt(i - 1)] === 1 && standsAt(INNER, words, i);
    if (!inner && !(NESTED_STARTS[unit] === 1 && standsAt(NESTED, words, i))) continue;
    out ??= [];
    out.push(line.start + i);
  }
  return out ?? NOWHERE;
}

function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Strength of a candidate: its style's weight, less where it reads like content or stands inside a line. */
function weigh(text: string, candidate: Omit<Candidate, "evidence">): number {
  const { marker, head, atLineStart } = candidate;
  const { weight } = marker.style;
  if (atLineStart) return head.form === "line" && head.mark === "" ? weight + 1 : weight;
  if (head.title.end - head.title.start < 2) return 0;
  const long = head.form === "content" || tells(text.slice(head.title.start, head.title.end));
  if (long && 4 < marker.style.rank) return 0;
  let before = marker.start - 1;
  while (candidate.line.start < before && isBlank(text.charCodeAt(before))) before--;
  const ends = /[。！？!?”）)]/u.test(text.charAt(before));
  const blank = before < marker.start - 1;
  if (long) return ends ? weight * 0.15 : 0;
  if (!ends && !blank && marker.ordinal === 1 && /[\u4e00-\u9fff]/u.test(text.charAt(before))) return weight * 0.25;
  if (!ends && !blank) return /[：:]/u.test(text.charAt(before)) && head.form === "inline" ? weight * 0.15 : 0;
  return weight * (ends && blank ? 0.5 : 0.4) * (head.form === "inline" ? 1 : 0.7);
}
