import type { Span, TextFigure } from "@zongjie/document";
import { loadData, z } from "@zongjie/lexicon";
import { once } from "./vocabulary.ts";

/** Simplified character of each traditional one, by code unit; 0 where there is none. */
const table: () => Uint16Array = once(() => {
  const { pairs } = loadData("figures/traditional.yaml", z.strictObject({ pairs: z.string() }));
  const out = new Uint16Array(0x10000);
  for (const pair of pairs.split(/\s+/)) if (pair !== "") out[pair.charCodeAt(1)] = pair.charCodeAt(0);
  for (let digit = 0; digit < 10; digit++) out["０".charCodeAt(0) + digit] = "0".charCodeAt(0) + digit;
  return out;
});

/**
 * The text as the rules read it, of the same length: traditional characters simplified, full-width digits narrow, a
 * line end in the middle of a sentence a blank. `readingCopy("門診人次")` is 门诊人次. Offsets hold in both.
 *
 *     第二产业增加值518.3⏎亿元，增长6.2%
 *                        ^ no end of anything: a blank
 */
export function readingCopy(text: string, headings: readonly Span[] = []): string {
  return withoutWraps(simplified(text), headings);
}

function simplified(text: string): string {
  const map = table();
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const to = map[text.charCodeAt(i)] as number;
    // 貳參 is a number, 參加 a verb
    if (
      to === 0 ||
      (text[i] === "參" && /[壹貳贰叁肆伍陸陆柒捌玖拾佰仟萬億]/.test((text[i - 1] ?? "") + (text[i + 1] ?? "")))
    )
      continue;
    parts.push(text.slice(from, i), String.fromCharCode(to));
    from = i + 1;
  }
  return from === 0 ? text : parts.join("") + text.slice(from);
}

/** Shortest line that may have been broken by width, in UTF-16 units. */
const WIDTH = 14;
const CLOSED = /[。！？!?；;：:”"』」）)】|｜\t…]/;
const OPENS = /[\s\u3000|｜\t（(【“"第#*●■◆一二三四五六七八九十]/;

/** Line ends that only a page's width has made become blanks. */
function withoutWraps(text: string, headings: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  let next = 0;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
    while ((headings[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const last = endOf(text, start, end);
    const heading = headings[next];
    if (
      isWrap(text, start, last, end) &&
      (heading === undefined || end < heading.start || opensParagraph(heading, start, last))
    ) {
      parts.push(text.slice(from, end), " ");
      from = end + 1;
    }
    start = end + 1;
  }
  return from === 0 ? text : parts.join("") + text.slice(from);
}

function endOf(text: string, start: number, end: number): number {
  let at = end;
  while (start < at && at - 3 < end && /[\s\u3000]/.test(text[at - 1] as string)) at--;
  return at;
}

/** A heading that has body text on its line is no line of its own. */
function opensParagraph(heading: Span, start: number, last: number): boolean {
  return start <= heading.start && heading.end + 2 < last;
}

function isWrap(text: string, start: number, last: number, end: number): boolean {
  if (last - start < WIDTH || 2000 < last - start) return false;
  if (CLOSED.test(text[last - 1] as string) || !/[\p{Script=Han}\d，,、%％.．]/u.test(text[last - 1] as string))
    return false;
  const next = text[end + 1] ?? "\n";
  if (OPENS.test(next) && !/[一二三四五六七八九十第]/.test(next)) return false;
  if (
    /^(?:[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十]{1,3}[章节条]?|\d{1,2})[、．.：:，,](?!\d)/.test(
      text.slice(end + 1, end + 7),
    )
  )
    return false;
  const line = text.slice(start, last);
  return (
    /[，,。；;]/.test(line) &&
    !/[\t|｜]/.test(line) &&
    !/[\t|｜]/.test(text.slice(end + 1, end + 40).split("\n", 1)[0] ?? "")
  );
}

/** How far around a figure its words are looked for, in UTF-16 units. */
const NEAR = 240;

/** Gives a figure of the copy the words of the text itself. */
export function verbatim(figure: TextFigure, text: string, copy: string): TextFigure {
  const from = Math.max(0, figure.start - NEAR);
  const window = copy.slice(from, figure.end + NEAR);
  const words = (phrase: string): string => original(phrase, window, from, figure.start, text);
  return {
    ...figure,
    surface: text.slice(figure.start, figure.end),
    unit: figure.unit === "" ? "" : unitOf(figure, text, copy),
    metric: words(figure.metric),
    subject: figure.subject === null ? null : words(figure.subject),
    period: figure.period === null ? null : words(figure.period),
    comparison: figure.comparison === null ? null : { ...figure.comparison, base: words(figure.comparison.base) },
  };
}

function unitOf(figure: TextFigure, text: string, copy: string): string {
  const at = copy.slice(figure.start, figure.end).lastIndexOf(figure.unit);
  if (at === -1) return figure.unit;
  return text.slice(figure.start + at, figure.start + at + figure.unit.length);
}

function original(phrase: string, window: string, from: number, near: number, text: string): string {
  if (phrase === "") return phrase;
  let at = window.lastIndexOf(phrase, near - from);
  if (at === -1) at = window.indexOf(phrase);
  if (at !== -1) return text.slice(from + at, from + at + phrase.length).replace(/[\n\r]/g, "");
  return Array.from(phrase, (c) => spelling(c, window, from, near, text)).join("");
}

/** A character as the text writes it nearby. */
function spelling(character: string, window: string, from: number, near: number, text: string): string {
  const at = window.lastIndexOf(character, near - from);
  return at === -1 || /\s/.test(character) ? character : (text[from + at] ?? character);
}
