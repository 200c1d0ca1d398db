import { keptConfidence } from "@zongjie/cleaner";
import { cleanSpan, firstIndex, flatSections, type PageRecord, trace } from "@zongjie/document";
import type { CleanPage } from "./run.ts";

/** A decision about a place of a page that a person may want to look at. */
export interface Doubt {
  readonly uri: string;
  /** Line in the decoded source, from 1. */
  readonly line: number;
  /** Offset in the decoded source, in UTF-16 units. */
  readonly raw: number;
  readonly what: "removed" | "kept" | "heading" | "repaired";
  /** Why the text went or was changed; null for what stands. */
  readonly reason: string | null;
  readonly rule: string | null;
  /** How sure it is that the decision is right, 0–1. */
  readonly confidence: number;
  readonly text: string;
}

/** Kept lines are listed from here downwards: of the surer ones there is nothing to say. */
const KEPT = 0.9;

/**
 * The decisions of a page that may be wrong: lines that went, lines that stayed although much speaks against them,
 * headings, repairs of words. In the order of the page.
 */
export function findDoubts(record: PageRecord, { work }: CleanPage): Doubt[] {
  const { raw, pieces } = work.page;
  const lineAt = lineCounter(raw);
  const out: Doubt[] = [];
  const add = (what: Doubt["what"], at: number, rest: Pick<Doubt, "reason" | "rule" | "confidence" | "text">): void => {
    out.push({ uri: record.source.uri, line: lineAt(at), raw: at, what, ...rest });
  };
  for (const { start, end, edit } of pieces) {
    if (edit === null || edit.confidence === null) continue;
    const { reason, rule, confidence } = edit;
    const removed = edit.stage === "boilerplate";
    const [from, to] = removed ? [start, end] : [Math.max(0, start - 12), end + 12];
    const at = firstShown(raw, start, end);
    add(removed ? "removed" : "repaired", at, {
      reason,
      rule,
      confidence,
      text: shown(raw.slice(from, to), work.html),
    });
  }
  for (const [i, { start }] of work.documents.entries()) {
    const { text = "", sections = [] } = record.documents[i] ?? {};
    for (const { at, line } of linesOf(text)) {
      const confidence = keptConfidence(line);
      if (KEPT <= confidence) continue;
      const place = trace(work.page, cleanSpan(start + at, start + at + line.length))[0]?.start ?? 0;
      add("kept", place, { reason: null, rule: null, confidence, text: line });
    }
    for (const { heading } of flatSections(sections))
      if (heading?.confidence !== undefined) {
        const { confidence, raw: places } = heading;
        const words = text.slice(heading.start, heading.end);
        add("heading", places[0]?.start ?? 0, { reason: null, rule: null, confidence, text: words });
      }
  }
  return out.sort((a, b) => a.raw - b.raw);
}

/** Gives the line of an offset by binary search over the line starts. */
export function lineCounter(raw: string): (offset: number) => number {
  const starts = [0];
  for (const { index, 0: end } of raw.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (offset) => firstIndex(starts.length, (i) => i === 0 || (starts[i] as number) <= offset);
}

/** The first character of a stretch that is no blank: the line that it begins on may be the one before. */
function firstShown(raw: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (!/[\s\u3000]/.test(raw[at] as string)) return at;
  return start;
}

const shown = (source: string, html: boolean): string =>
  (html ? source.replace(/<[^<>]{0,2000}>?/g, " ") : source).trim();

function* linesOf(text: string): Generator<{ readonly at: number; readonly line: string }> {
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? text.length : stop;
    if (start < end) yield { at: start, line: text.slice(start, end) };
    start = end + 1;
  }
}
