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

/** Of so many blank lines in a row the others count as one: a file of line ends is no million lines. */
const BLANKS = 50;

/** Cuts a text into lines: `"总结\n  一、"` gives two, the second beginning with 一. One pass. */
export function cutLines(text: string): Line[] {
  const out: Line[] = [];
  let blanks = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    let end = found === -1 ? text.length : found;
    let from = skipBlanks(text, start, blanks < BLANKS ? end : text.length);
    if (end < from) end = text.lastIndexOf("\n", from - 1);
    from = Math.min(from, end);
    let to = end;
    while (from < to && isBlank(text.charCodeAt(to - 1))) to--;
    blanks = from === to ? blanks + 1 : 0;
    out.push({ start, end, at: from, text: text.slice(from, to) });
    start = end + 1;
  }
  return out;
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(unit: number): boolean {
  if (unit < 0x1680) return unit === 32 || (8 < unit && unit < 14) || unit === 0xa0;
  return unit === 0x3000 || ((unit < 0x3000 || unit === 0xfeff) && /\s/.test(String.fromCharCode(unit)));
}

/** A line that is a date in words, as stands under a signature: `2023年12月20日`, `二〇二三年十二月`, `20XX年X月`. */
export const DATE_LINE: RegExp =
  /^[\s\u3000]*(?:(?:19|20)[\dXx*_×]{2}|[二一][〇○零九OＯ][〇○零一二三四五六七八九]{2})\s*年\s*(?:[\dXx*_×一二三四五六七八九十]{1,3}\s*月)?(?:\s*[\dXx*_×一二三四五六七八九十]{1,3}\s*日)?[\s\u3000]*$/;

/** A short line before a colon, as an addressee stands: `县人民政府：`. */
export const BEFORE_COLON: RegExp = /^[^。，,；;]{1,40}[:：]$/;

/** The style of a line's marker: 一、 and 三、 are of one, `#、`; "" where there is none. */
export function markerStyle(text: string): string {
  return markerOf(text).replace(/[一二三四五六七八九十百\d]+/g, "#");
}

/** By character code: 1 for a mark between clauses, 2 for one that ends a sentence. */
const MARKS: Uint8Array = new Uint8Array(65536);
for (const mark of "，,、") MARKS[mark.charCodeAt(0)] = 1;
for (const mark of "。；;！!？?") MARKS[mark.charCodeAt(0)] = 2;

/** True where a line reads like prose: a finished sentence, or clauses enough (`经局务会研究,决定成立领导小组,并下设办公室`). */
export function isProse(text: string): boolean {
  if (text.length < 12) return false;
  let clauses = 0;
  let stops = 0;
  const end = Math.min(text.length, 400);
  for (let i = 0; i < end; i++) {
    const mark = MARKS[text.charCodeAt(i)];
    if (mark === 1) clauses++;
    else if (mark === 2) stops++;
  }
  return (0 < stops && 15 <= text.length) || (2 <= clauses && 25 <= text.length) || 60 <= text.length;
}

const ENDS: CharSet = charSet("。！!？?；;：:…”\"'』」）)》.");

/** True where a text ends like a finished sentence or a lead-in (`。` `：` `）`). */
export function isFinished(text: string): boolean {
  return endsIn(text, ENDS);
}

/** Characters by their code: asked for each line, where a pattern `[…]$` would try each place of it. */
export type CharSet = Uint8Array;

/** The set of the characters of a string: `charSet("。！？")`. */
export function charSet(characters: string): CharSet {
  const set = new Uint8Array(65536);
  for (let i = 0; i < characters.length; i++) set[characters.charCodeAt(i)] = 1;
  return set;
}

/** True where the last character of a text is one of a set; `总结。` ends in 。, nothing in any. */
export function endsIn(text: string, set: CharSet): boolean {
  return text !== "" && set[text.charCodeAt(text.length - 1)] === 1;
}

const MARKER =
  /^(?:第?[一二三四五六七八九十百]{1,4}[、．.,，]|[（(][一二三四五六七八九十百\d]{1,4}[)）]|\d{1,2}(?:[、．)）]|\.(?!\d))|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[章节条部]|[一二三四五六七八九十]是|首先|其次|再次|最后)/;

/** What a marker may begin with. */
const MARKER_STARTS: CharSet = charSet("第一二三四五六七八九十百（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳首其再最");

/** The heading or list marker that a line begins with (`一、` `(三)` `1.` `第二条` `一是`), or "". */
export function markerOf(text: string): string {
  if (text === "" || MARKER_STARTS[text.charCodeAt(0)] !== 1) return "";
  return MARKER.exec(text)?.[0] ?? "";
}
