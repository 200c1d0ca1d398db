/** A line of the page: offsets without the line end, and what can be said of it at a glance. */
export interface Line {
  readonly start: number;
  /** Offset of the line end. */
  readonly end: number;
  /** Without blanks at both ends. */
  readonly text: string;
  /** Offset of the first character that is no blank; `end` where there is none. */
  readonly at: number;
}

const BLANK = /[\s\u3000\u00a0]/;

/** Cuts a text into lines: `"总结\n  一、"` gives two, the second beginning with 一. One pass. */
export function cutLines(text: string): Line[] {
  const out: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    let from = start;
    let to = end;
    while (from < to && BLANK.test(text[from] as string)) from++;
    while (from < to && BLANK.test(text[to - 1] as string)) to--;
    out.push({ start, end, at: from, text: text.slice(from, to) });
    start = end + 1;
  }
  return out;
}

/**
 * How many columns a text fills when set: a Chinese character or mark two, a letter or digit one, blanks none (they are
 * what justification adds). Half-width marks count two: most of them were full-width before a store normalised them.
 */
export function columns(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || unit === 9 || unit === 0x3000 || unit === 0xa0) continue;
    count += unit < 0x80 && /[A-Za-z0-9_.\-/%*]/.test(text[i] as string) ? 1 : 2;
  }
  return count;
}

/** True where a line reads like prose: a finished sentence, or clauses enough (`经局务会研究,决定成立领导小组,并下设办公室`). */
export function isProse(text: string): boolean {
  if (text.length < 12) return false;
  let clauses = 0;
  let stops = 0;
  const end = Math.min(text.length, 400);
  for (let i = 0; i < end; i++) {
    const c = text[i] as string;
    if ("，,、".includes(c)) clauses++;
    else if ("。；;！!？?".includes(c)) stops++;
  }
  return (0 < stops && 15 <= text.length) || (2 <= clauses && 25 <= text.length) || 60 <= text.length;
}

/** True where a text ends like a finished sentence or a lead-in (`。` `：` `）`). */
export function isFinished(text: string): boolean {
  return /[。！!？?；;：:…”"'』」）)》.]$/.test(text);
}

const MARKER =
  /^(?:第?[一二三四五六七八九十百]{1,4}[、．.,，]|[（(][一二三四五六七八九十百\d]{1,4}[)）]|\d{1,2}(?:[、．)）]|\.(?!\d))|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[章节条部]|[一二三四五六七八九十]是|首先|其次|再次|最后)/;

/** The heading or list marker that a line begins with (`一、` `(三)` `1.` `第二条` `一是`), or "". */
export function markerOf(text: string): string {
  return MARKER.exec(text)?.[0] ?? "";
}
