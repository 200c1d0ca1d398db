import { structureWords } from "@zongjie/lexicon";
import { likesHeading } from "../roles/score.ts";
import { trimSpan, wordStart } from "./lines.ts";
import type { Heading, HeadingLine, Line } from "./types.ts";

/** What an unnumbered heading is judged by besides its own line. */
export interface Surroundings {
  /** Lines of the body. */
  readonly lines: readonly Line[];
  /** Numbered headings, in text order. */
  readonly numbered: readonly Heading[];
  /** Starts of lines that are list items or table rows. */
  readonly taken: ReadonlySet<number>;
  readonly hints: readonly HeadingLine[];
}

const END_MARK = /[。！？；，、：:;,!?….—]$/u;
/** Longest unnumbered heading: 加强组织领导、深入开展卫生工作 has 14, couplet headings up to 30. */
const LONGEST = 32;

/**
 * Headings without a marker: short lines without end punctuation between paragraphs, and lines that the markup names.
 *
 *     ……现总结如下：
 *     基本医疗：量增费降，口碑向好      short, no 。, a paragraph follows; others like it follow too
 *     全年门急诊量……
 */
export function findUnnumbered(text: string, around: Surroundings): Heading[] {
  const { lines, numbered } = around;
  const starts = new Set(lines.map((line) => line.start));
  const hints = around.hints.filter((hint) => starts.has(hint.start));
  const marked = new Set(numbered.map((heading) => heading.start));
  const hinted = new Map(hints.map((hint) => [hint.start, hint.level]));
  const levels = hintLevels(numbered, hints);
  const named: Heading[] = [];
  const shaped: Line[] = [];
  let next = 0;
  for (const [i, line] of lines.entries()) {
    while ((numbered[next]?.start ?? line.start) < line.start) next++;
    // a heading with a number may stand behind the line's first words
    if ((numbered[next]?.start ?? line.end) < line.end || around.taken.has(line.start)) continue;
    const hint = hinted.get(line.start);
    if (hint !== undefined && line.end - line.start <= 2 * LONGEST) named.push(toHeading(text, line, levels(hint)));
    else if (looksLikeHeading(text, lines, i, marked)) shaped.push(line);
  }
  const accepted = shaped.length === 0 ? [] : accept(text, shaped, around);
  return [...named, ...accepted.map((line) => toHeading(text, line, 1))].sort((a, b) => a.start - b.start);
}

/** Rank of 一、, and of an unnumbered heading that plays its part. */
const TOP = 3;

/** Chooses among lines that have the shape: with the numbering complete, only words of a heading's own speak for one. */
function accept(text: string, shaped: readonly Line[], { numbered, lines }: Surroundings): Line[] {
  const top = numbered.filter((heading) => heading.rank <= TOP);
  const wordy = shaped.filter((line) => likesHeading(text.slice(line.start, line.end)));
  if (2 <= top.length) return wordy;
  if (2 <= shaped.length + top.length && shaped.length * 2 <= lines.length) return [...shaped];
  // A single one still counts where numbered headings stand right below it.
  const marked = new Set(numbered.map((heading) => heading.start));
  const above = new Set(lines.filter((_line, i) => marked.has(lines[i + 1]?.start ?? -1)));
  return shaped.filter((line) => likesHeading(text.slice(line.start, line.end)) || above.has(line));
}

let captioned: RegExp | undefined;

function looksLikeHeading(text: string, lines: readonly Line[], i: number, marked: ReadonlySet<number>): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (line === undefined || next === undefined) return false;
  const words = text.slice(wordStart(text, line), line.end);
  if (words.length < 2 || LONGEST < words.length || END_MARK.test(words) || /[。；;！!？?\t|]/u.test(words))
    return false;
  const { noHeading, caption, annex, open } = structureWords();
  const labels = noHeading.some(
    (word) => words === word || (/^[：:]/u.test(words.slice(word.length)) && words.startsWith(word)),
  );
  if (labels || annex.some((word) => words.startsWith(word)) || open.some((word) => words.endsWith(word))) return false;
  captioned ??= new RegExp(`^(?:${caption.join("|")})\\s*[0-9一二三四五六七八九十]`, "u");
  if (captioned.test(words)) return false;
  if (
    /^[（(【[]|[0-9]{3}(?![0-9]*年)|^[0-9a-zA-Z]+(?![0-9a-zA-Z]*年)/u.test(words) ||
    !/[\u4e00-\u9fff]{2}/u.test(words)
  )
    return false;
  const before = lines[i - 1];
  if (
    before !== undefined &&
    !/[。！？!?：:；;”）)…]$/u.test(text.slice(before.start, before.end)) &&
    !marked.has(wordStart(text, before))
  )
    return false;
  if (marked.has(wordStart(text, next))) return true;
  const under = text.slice(next.start, next.end);
  return 24 <= under.length && words.length < under.length && /[。；;，,]/u.test(under);
}

/** The level of each level of markup: that of the marked headings it names, else its rank among the levels in use. */
function hintLevels(numbered: readonly Heading[], hints: readonly HeadingLine[]): (hint: number) => number {
  const byStart = new Map(numbered.map((heading) => [heading.start, heading.level]));
  const known = new Map<number, number>();
  for (const hint of hints) {
    const level = byStart.get(hint.start);
    if (level !== undefined && !known.has(hint.level)) known.set(hint.level, level);
  }
  const used = [...new Set(hints.map((hint) => hint.level))].sort((a, b) => a - b);
  return (hint) => known.get(hint) ?? used.indexOf(hint) + 1;
}

function toHeading(text: string, line: Line, level: number): Heading {
  const title = trimSpan(text, wordStart(text, line), line.end);
  const words = text.slice(title.start, title.end).replace(/[。：:；;]+$/u, "");
  return { ...title, markerEnd: title.start, marker: null, title: words, level, rank: TOP - 1 + level };
}
