import type { Page } from "./page.ts";
import { type Pieces, width } from "./pieces.ts";
import { firstIndex } from "./search.ts";
import { type CleanSpan, type RawSpan, rawSpan } from "./span.ts";

/**
 * The raw pieces that a span of the current text came from, in order; never empty.
 *
 *     raw   20 多⏎万元      two pieces: the line end between them was removed
 *     text  20 多万元
 *
 * A replaced character counts as a whole: the span gets all that it replaced. Binary search, then the span's own pieces.
 * @throws RangeError where the span reaches over the end of the text
 */
export function trace(page: Page, span: CleanSpan): RawSpan[] {
  if (page.text.length < span.end) throw new RangeError(`span ${span.start}..${span.end} outside the text`);
  const { pieces } = page;
  const first = pieceAt(pieces, span.start);
  if (span.start === span.end) return [rawPoint(pieces, first, span.start, page.raw.length)];
  const out: RawSpan[] = [];
  for (let i = first; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined || span.end <= piece.text) break;
    const size = width(piece);
    if (size === 0) continue;
    const kept = piece.insert === null;
    const start = kept ? piece.start + Math.max(0, span.start - piece.text) : piece.start;
    const end = kept ? piece.start + Math.min(size, span.end - piece.text) : piece.end;
    const last = out.at(-1);
    if (last !== undefined && last.end === start) out[out.length - 1] = rawSpan(last.start, end);
    else out.push(rawSpan(start, end));
  }
  return out;
}

/** The index of the first piece that reaches beyond a text offset. */
function pieceAt(pieces: Pieces, offset: number): number {
  return firstIndex(pieces.length, (i) => {
    const piece = pieces[i];
    return piece !== undefined && piece.text + width(piece) <= offset;
  });
}

function rawPoint(pieces: Pieces, index: number, offset: number, end: number): RawSpan {
  const piece = pieces[index];
  if (piece === undefined) return rawSpan(end, end);
  const at = piece.insert === null ? piece.start + (offset - piece.text) : piece.start;
  return rawSpan(at, at);
}

/** The text offset that a raw offset became; inside a removed or replaced stretch, the place where it stood. */
export function locate(page: Page, raw: number): number {
  const { pieces } = page;
  const piece = pieces[firstIndex(pieces.length, (i) => (pieces[i]?.end ?? Number.POSITIVE_INFINITY) <= raw)];
  if (piece === undefined) return page.text.length;
  return piece.insert === null ? piece.text + Math.max(0, raw - piece.start) : piece.text;
}
