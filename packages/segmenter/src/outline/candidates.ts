import { type Head, readHead, tells } from "./head.ts";
import { isBlank, wordStart } from "./lines.ts";
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
    const starts = [...new Set([first, ...innerStarts(text, line)])];
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

/** Places in the middle of a line where a marker can stand: behind a sentence end or a blank, next to an opening sign. */
const INNER =
  /(?<=[。！？!?”）)；;：:\s\u3000])(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[、．.]|第[一二三四五六七八九十]{1,4}[章条][\s\u3000])/gu;

/** 二、主要做法（一）健全机构 — the first of a lower series right behind the words of a heading. */
const NESTED =
  /(?<=(?:[一二三四五六七八九十]{1,2}、|[）)])[\u4e00-\u9fff“”]{2,20})(?:[（(]一[）)]|1[、．.](?![0-9]))/gu;

function innerStarts(text: string, line: Line): number[] {
  // On the line alone: a search in the whole text would run to its end for every line without a match.
  const words = text.slice(line.start, line.end);
  const found = [...words.matchAll(INNER), ...words.matchAll(NESTED)].map((match) => line.start + match.index);
  return [...new Set(found)].sort((a, b) => a - b);
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
