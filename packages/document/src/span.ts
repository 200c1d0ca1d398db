/** Which text an offset counts in. The brands exist for the compiler only. */
declare const space: unique symbol;

/** An offset into the decoded source of a page, in UTF-16 code units. */
export type RawOffset = number & { readonly [space]: "raw" };

/** An offset into the current (clean) text of a page, in UTF-16 code units. */
export type CleanOffset = number & { readonly [space]: "clean" };

/** A half-open range of a text, in UTF-16 code units: `"八一建军节".slice(0, 2)` is `{ start: 0, end: 2 }`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A half-open range of the decoded source. Not interchangeable with a {@link CleanSpan}. */
export interface RawSpan {
  readonly start: RawOffset;
  readonly end: RawOffset;
}

/** A half-open range of a page's current text. Not interchangeable with a {@link RawSpan}. */
export interface CleanSpan {
  readonly start: CleanOffset;
  readonly end: CleanOffset;
}

/**
 * Makes a span and checks it.
 * @throws RangeError where the offsets are no integers, negative, or the end stands before the start
 */
export function span(start: number, end: number): Span {
  check(start, end);
  return { start, end };
}

/** The span without the blanks at its ends: of `" 一、总则 "` that of 一、总则. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (from < to && /\s/.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

/** A span of the source. @throws RangeError as {@link span} does */
export function rawSpan(start: number, end: number): RawSpan {
  check(start, end);
  return { start: start as RawOffset, end: end as RawOffset };
}

/** A span of a page's current text. @throws RangeError as {@link span} does */
export function cleanSpan(start: number, end: number): CleanSpan {
  check(start, end);
  return { start: start as CleanOffset, end: end as CleanOffset };
}

function check(start: number, end: number): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start)
    throw new RangeError(`not a span: ${start}..${end}`);
}
