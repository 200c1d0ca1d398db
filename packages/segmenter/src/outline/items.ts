import type { Span } from "@zongjie/document";
import { headingMarkers, type RunInStyle } from "@zongjie/lexicon";
import { trimSpan } from "./lines.ts";
import { readOrdinal } from "./ordinal.ts";
import type { PlainItem } from "./types.ts";

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
  const found = table().flatMap(({ style, regex }) => inOrder(findRunIns(text, passage, style, regex)));
  found.sort((a, b) => a.start - b.start);
  return found.map((item, i) => {
    const next = found[i + 1]?.start ?? passage.end;
    const ends = lineEnd(text, item.start, passage.end);
    const span = trimSpan(text, item.start, Math.min(next, ends));
    return { marker: item.marker, ...span };
  });
}

function findRunIns(text: string, passage: Span, style: RunInStyle, regex: RegExp): RunIn[] {
  const out: RunIn[] = [];
  regex.lastIndex = passage.start;
  for (let match = regex.exec(text); match !== null && match.index < passage.end; match = regex.exec(text)) {
    const ordinal = readOrdinal(style.ordinal, match.groups?.n ?? "");
    if (Number.isInteger(ordinal))
      out.push({ style, ordinal, start: match.index, marker: match[0].replace(/[、，,:：]$/u, "") });
  }
  return out;
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

function lineEnd(text: string, from: number, limit: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 || limit < end ? limit : end;
}
