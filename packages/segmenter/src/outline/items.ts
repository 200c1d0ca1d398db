import type { Span } from "@zongjie/document";
import { headingMarkers, type RunInStyle } from "@zongjie/lexicon";
import { trimSpan } from "./lines.ts";
import { readOrdinal } from "./ordinal.ts";
import type { OutlineIssue, PlainItem } from "./types.ts";

interface RunIn {
  readonly style: RunInStyle;
  readonly ordinal: number;
  readonly start: number;
  readonly marker: string;
}

let readers: readonly { readonly style: RunInStyle; readonly regex: RegExp }[] | undefined;

function table(): NonNullable<typeof readers> {
  readers ??= headingMarkers().runIns.map((style) => ({
    style,
    regex: new RegExp(`(?<=^|[。！？!?；;：:，,、\\s\\u3000”）)])${style.pattern}`, "gu"),
  }));
  return readers;
}

/**
 * The run-in enumerations of a passage, each from its marker to the next one or the end of its paragraph.
 *
 *     重点抓三件事。一是健全机构；二是加强培训。
 *                   ^          ^
 * A marker counts where its series has at least two members in order.
 */
export function findItems(text: string, passage: Span): PlainItem[] {
  const words = text.slice(passage.start, passage.end);
  const found = table().flatMap(({ style, regex }) => inOrder(findRunIns(words, style, regex)));
  found.sort((a, b) => a.start - b.start);
  let sentences = 0;
  return found.map((item, i) => {
    const line = lineEnd(words, item.start);
    const next = found[i + 1]?.start ?? words.length;
    const end = next < line ? next : oneSentence(words, item.start, line, sentences);
    const span = trimSpan(words, item.start, end);
    sentences = next < line ? Math.max(sentences, countEnds(words, span)) : 0;
    return { marker: item.marker, start: passage.start + span.start, end: passage.start + span.end };
  });
}

/** Members that are missing in run-in series: 一是…二是…|四是|…. Each at the marker behind the gap. */
export function findItemFaults(text: string): OutlineIssue[] {
  return table().flatMap(({ style, regex }) => {
    if (style.ordinal === "adverb") return [];
    const marks = inOrder(findRunIns(text, style, regex));
    return marks
      .filter((mark, i) => (marks[i - 1]?.ordinal ?? mark.ordinal) + 2 === mark.ordinal)
      .map(({ start, marker }) => ({ code: "outline.ordinal-gap", span: { start, end: start + marker.length } }));
  });
}

function findRunIns(words: string, style: RunInStyle, regex: RegExp): RunIn[] {
  const out: RunIn[] = [];
  for (const match of words.matchAll(regex)) {
    const ordinal = readOrdinal(style.ordinal, match.groups?.n ?? "");
    if (Number.isInteger(ordinal))
      out.push({ style, ordinal, start: match.index, marker: match[0].replace(/[、，,:：]$/u, "") });
  }
  return out;
}

/** The last item of a line ends with its first sentence where those before it had one each: 二是培训。全年…… */
function oneSentence(words: string, start: number, line: number, before: number): number {
  if (before !== 1) return line;
  const stop = words.slice(start, line).search(/[。！？!?]/u);
  return stop === -1 ? line : start + stop + 1;
}

function countEnds(words: string, span: Span): number {
  return words.slice(span.start, span.end).match(/[。；;！？!?]/gu)?.length ?? 0;
}

/** Members of series that begin with 1 and go up: 一是 二是 三是, 首先 其次 最后. */
function inOrder(marks: readonly RunIn[]): RunIn[] {
  const out: RunIn[] = [];
  let series: RunIn[] = [];
  const close = (): void => {
    if (2 <= series.length) out.push(...series);
    series = [];
  };
  for (const mark of marks) {
    if (mark.ordinal === 1) {
      close();
      series = [mark];
      continue;
    }
    const last = series.at(-1);
    if (last === undefined) continue;
    const adverb = mark.style.ordinal === "adverb";
    if (adverb ? last.ordinal < mark.ordinal : last.ordinal < mark.ordinal && mark.ordinal <= last.ordinal + 2)
      series.push(mark);
  }
  close();
  return out;
}

function lineEnd(words: string, from: number): number {
  const end = words.indexOf("\n", from);
  return end === -1 ? words.length : end;
}
