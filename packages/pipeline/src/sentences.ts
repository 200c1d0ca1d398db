import { type DocumentRecord, firstIndex, type Span } from "@zongjie/document";

/** Of a sentence without end so many characters are given on either side of a figure: each figure of a page gives its own. */
const MOST = 1000;

/**
 * The sentence that holds a figure, or the row of a table; both in the document's text.
 *
 *     设施老化。每百张床位不到|9人|；培训跟不上。      每百张床位不到9人；培训跟不上。
 */
export function sentenceOf({ sentences, blocks, text }: DocumentRecord, figure: Span): Span {
  const found = holding(sentences, figure.start) ?? holding(blocks, figure.start) ?? lineOf(text, figure.start);
  const start = Math.max(found.start, figure.start - MOST);
  const end = Math.min(Math.max(found.end, figure.end), figure.end + MOST);
  return { start: start + (isLow(text, start) ? 1 : 0), end: end - (isLow(text, end) ? 1 : 0) };
}

/** True between the halves of a surrogate pair. */
function isLow(text: string, offset: number): boolean {
  return /[\udc00-\udfff]/.test(text[offset] ?? "");
}

/** The span that holds an offset, by binary search; null where none does. */
function holding(spans: readonly Span[], offset: number): Span | null {
  const found = spans[firstIndex(spans.length, (i) => (spans[i] as Span).end <= offset)];
  return found !== undefined && found.start <= offset ? found : null;
}

function lineOf(text: string, offset: number): Span {
  const end = text.indexOf("\n", offset);
  return { start: text.lastIndexOf("\n", offset - 1) + 1, end: end === -1 ? text.length : end };
}
