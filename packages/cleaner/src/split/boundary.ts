import { ruleMatcher } from "@zongjie/lexicon";
import { isFinished, isProse, type Line, markerOf } from "../line.ts";
import { bareTitle, likeness, readTitle } from "../title.ts";
import { type Mark, readMarks, readOrdinal } from "./mark.ts";

/** Where a document begins: the line, its mark and headline where it has them, and what gave it away. */
export interface Boundary {
  readonly line: number;
  readonly rule: string;
  /** Characters of the mark at the line's start. */
  readonly mark: number;
  readonly titled: boolean;
}

/** `（二）清溪县财政局2024年工作计划`: an ordinal before a headline that names its unit or year. */
function markedTitle(line: Line): Mark[] {
  const found = /^(?:[（(【]([一二三四五六七八九十]{1,3}|\d{1,2})[)）】]|([一二三四五六七八九十]{1,3}|\d{1,2})[、.．])\s*/.exec(line.text);
  if (found === null) return [];
  const rest = line.text.slice(found[0].length);
  const title = readTitle(rest);
  if (title === null || title.inner || !NAMED.test(bareTitle(rest))) return [];
  return [{ rule: "separator.marked-title", ordinal: readOrdinal(found[1] ?? found[2] ?? ""), length: found[0].length }];
}

/** Forms of marks that need company: one alone may be anything. */
const NEEDS_SERIES = new Set(["separator.title-n", "separator.bare-ordinal", "separator.selected-n", "separator.model-n", "separator.marked-title"]);

/**
 * The lines at which documents begin, the first line with text included.
 *
 *     篇1:学校工作总结      ← mark
 *     ……
 *     社区工作总结          ← headline behind a finished paragraph
 *     一、……
 *     一、……               ← numbering starts again
 */
export function findBoundaries(lines: readonly Line[]): Boundary[] {
  const marked = findMarked(lines);
  const found = new Map<number, Boundary>();
  for (const boundary of marked) found.set(boundary.line, boundary);
  for (const boundary of findHeadlines(lines)) if (!found.has(boundary.line)) found.set(boundary.line, boundary);
  const known = new Set(found.keys());
  for (const boundary of findAddresses(lines, known))
    if (!found.has(boundary.line)) {
      found.set(boundary.line, boundary);
      known.add(boundary.line);
    }
  for (const boundary of [...findRestarts(lines, known), ...findOpenings(lines, known)])
    if (!found.has(boundary.line)) found.set(boundary.line, boundary);
  const first = lines.findIndex((line) => line.text !== "");
  if (first === -1) return [];
  if (!found.has(first)) found.set(first, { line: first, rule: "split.start", mark: 0, titled: readTitle(lines[first]?.text ?? "") !== null });
  return thin([...found.values()].sort((a, b) => a.line - b.line), lines);
}

/** Marks that form a series: numbers that grow by one, in one form. */
function findMarked(lines: readonly Line[]): Boundary[] {
  const series = new Map<string, { line: number; mark: Mark }[]>();
  for (const [i, line] of lines.entries())
    for (const mark of [...readMarks(line), ...markedTitle(line)]) {
      const list = series.get(mark.rule) ?? [];
      const last = list.at(-1);
      if (last === undefined || mark.ordinal === last.mark.ordinal + 1 || (mark.ordinal === 1 && !NEEDS_SERIES.has(mark.rule))) list.push({ line: i, mark });
      else if (last.mark.ordinal < mark.ordinal && !NEEDS_SERIES.has(mark.rule)) list.push({ line: i, mark });
      series.set(mark.rule, list);
    }
  const titled = series.get("separator.marked-title") ?? [];
  if (titled.some(({ mark }, k) => mark.ordinal !== k + 1)) series.delete("separator.marked-title");
  const out: Boundary[] = [];
  for (const [rule, list] of series) {
    const first = list[0]?.mark.ordinal;
    if (NEEDS_SERIES.has(rule) && (list.length < 2 || first !== 1)) continue;
    for (const { line, mark } of list) out.push({ line, rule, mark: rule === "separator.title-n" ? 0 : mark.length, titled: true });
  }
  return out;
}

/**
 * Headlines without a mark. A line that ends like a report's title is one when enough speaks for it: it stands again
 * elsewhere, shares its subject with the page's first headline, follows a finished paragraph, is followed by an opening.
 */
function findHeadlines(lines: readonly Line[]): Boundary[] {
  const titles = lines.map((line) => readTitle(line.text));
  const counts = new Map<string, number>();
  for (const [i, line] of lines.entries())
    if (titles[i] !== null) counts.set(bareTitle(line.text), (counts.get(bareTitle(line.text)) ?? 0) + 1);
  const firstTitle = lines.find((_line, i) => titles[i] !== null)?.text ?? "";
  const out: Boundary[] = [];
  let before: Line | null = null;
  for (const [i, line] of lines.entries()) {
    if (line.text === "") continue;
    const title = titles[i];
    if (title != null) {
      const bare = bareTitle(line.text);
      let score = 0;
      if (1 < (counts.get(bare) ?? 0)) score += 1.5;
      if (0.4 <= likeness(bare, bareTitle(firstTitle))) score += 1;
      if (before === null || /[。！!？?”」』]$/.test(before.text)) score += 0.5;
      else if (markerOf(before.text) === "" && !isFinished(before.text) && !/[，,、]$/.test(before.text)) score += 0.25;
      else score -= 0.5;
      if (6 <= bare.length) score += 0.5;
      if (NAMED.test(bare)) score += 0.75;
      if (title.inner) score -= 1.5;
      if (isHeadOf(lines, i)) score += 0.5;
      if (2 <= score) out.push({ line: i, rule: "split.headline", mark: 0, titled: true });
    }
    before = line;
  }
  return out;
}

/** A headline that names its unit or its year speaks for a whole document. */
const NAMED = /^关于.{4,}的|(?:19|20)[\dXx*_]{2}年|[省市县区乡镇村局厅委办院校司团队所站](?!长).{2,}/;

/** True where prose, a salutation or a first heading follows a line within two lines. */
function isHeadOf(lines: readonly Line[], i: number): boolean {
  let seen = 0;
  for (let k = i + 1; k < lines.length && seen < 2; k++) {
    const text = lines[k]?.text ?? "";
    if (text === "") continue;
    seen++;
    if (isProse(text) || /^(?:一、|[（(]一[)）]|第一[章条、])/.test(text) || /^[^，。]{2,30}[:：]$/.test(text)) return true;
    if (readTitle(text) === null) return false;
  }
  return false;
}

const SALUTATION = /^(?:(?:各位|尊敬的|同志们|主任|县|市|区|省|镇|乡|党|局|院|校|公司|全体)[^。；;]{0,40}|[^。；;，,]{2,20}(?:政府|委员会|人大常委会|领导小组|局|厅|委|处|办公室|同志们|领导|代表|委员|大会))[:：]$/;
const DATE = /^(?:(?:19|20)[\dXx*_]{2}|[二一][〇○零九][〇○零一二三四五六七八九]{2})年(?:[\dXx*_]{1,2}月)?(?:[\dXx*_]{1,2}日)?$|^[二一][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?$/;

/** Characters that a document has at least before an address or a date ends it. */
const SHORTEST = 200;

/**
 * A salutation behind finished text, and prose behind a signature's date, begin a document of their own.
 *
 *     清溪县教育局
 *     2023年12月20日
 *     各位代表：          ←
 */
function findAddresses(lines: readonly Line[], known: ReadonlySet<number>): Boundary[] {
  const out: Boundary[] = [];
  let size = 0;
  let before: Line | null = null;
  for (const [i, line] of lines.entries()) {
    if (line.text === "") continue;
    const titled = before !== null && readTitle(before.text) !== null;
    if (known.has(i)) size = 0;
    else if (before !== null && SHORTEST <= size && !titled) {
      const dated = DATE.test(before.text) && isProse(line.text);
      const addressed = SALUTATION.test(line.text) && (DATE.test(before.text) || /[。！!”]$/.test(before.text) || before.text.length <= 24);
      if (dated || addressed) {
        out.push({ line: i, rule: dated ? "split.signature" : "split.salutation", mark: 0, titled: false });
        size = 0;
      }
    }
    size += line.text.length;
    before = line;
  }
  return out;
}

/** Numbering that begins again at 一、 after a series of three or more, with 二、 to follow. */
function findRestarts(lines: readonly Line[], known: ReadonlySet<number>): Boundary[] {
  const out: Boundary[] = [];
  const tops: { line: number; ordinal: number }[] = [];
  for (const [i, line] of lines.entries()) {
    if (known.has(i)) tops.push({ line: i, ordinal: 0 });
    const found = /^([一二三四五六七八九十]{1,3})、/.exec(line.text);
    if (found !== null) tops.push({ line: i, ordinal: readOrdinal(found[1] ?? "") });
  }
  let longest = 0;
  for (const [k, top] of tops.entries()) {
    const next = tops[k + 1];
    if (top.ordinal === 1 && 3 <= longest && (next === undefined || next.ordinal === 2 || next.ordinal === 1) && !underPart(lines, top.line)) {
      out.push({ line: top.line, rule: "split.numbering-restart", mark: 0, titled: false });
      longest = 1;
    } else longest = top.ordinal < 2 ? top.ordinal : Math.max(longest, top.ordinal);
  }
  return out;
}

/** True where the line stands under a heading of a higher kind (`第二部分 …`), so that numbering may begin again. */
function underPart(lines: readonly Line[], i: number): boolean {
  let seen = 0;
  for (let k = i - 1; 0 <= k && seen < 2; k--) {
    const text = lines[k]?.text ?? "";
    if (text === "") continue;
    seen++;
    if (/^(?:第[一二三四五六七八九十\d]+(?:部分|章|节|编|条)|[（(]?[一二三四五六七八九十]+[)）])/.test(text)) return true;
    if (text.length <= 25 && !isFinished(text) && readTitle(text) === null) return true;
  }
  return false;
}

/** A paragraph that opens a report (`现将……总结如下`) when one was opened or outlined before. */
function findOpenings(lines: readonly Line[], known: ReadonlySet<number>): Boundary[] {
  const rules = ruleMatcher("boundary.yaml");
  const out: Boundary[] = [];
  let opened = -1;
  let tops = 0;
  let size = 0;
  for (const [i, line] of lines.entries()) {
    if (line.text === "") continue;
    if (known.has(i)) {
      opened = -1;
      tops = 0;
      size = 0;
    }
    if (/^[一二三四五六七八九十]{1,3}、/.test(line.text)) tops++;
    const from = openingOf(lines, i, (s) => rules.match(s).some((hit) => hit.rule.label === "opening"));
    if (from !== null && markerOf(line.text) === "") {
      if (0 <= opened && 3 <= tops && 300 < size) {
        out.push({ line: from, rule: "split.opening", mark: 0, titled: false });
        size = 0;
        tops = 0;
      }
      opened = i;
    }
    size += line.text.length;
  }
  return out;
}

/**
 * The line at which the sentence with an opening formula begins, null where line `i` holds no such formula. In wrapped
 * text the sentence may have begun some lines above.
 */
function openingOf(lines: readonly Line[], i: number, opens: (sentence: string) => boolean): number | null {
  const text = lines[i]?.text ?? "";
  if (600 < text.length || !/如下|以下/.test(text)) return null;
  const parts = text.split(/(?<=[。！!？?；;：:])/);
  let first = parts.findIndex((part) => part.length < 200 && opens(part));
  let from = i;
  if (first === -1) {
    const above = lines[i - 1]?.text ?? "";
    if (!opens(above + (parts[0] ?? ""))) return null;
    first = 0;
  }
  // an unfinished line above is the same sentence
  while (first === 0 && 0 < from && i - from < 12) {
    const above = lines[from - 1]?.text ?? "";
    if (above === "" || /[。！!？?：:]$/.test(above) || markerOf(lines[from]?.text ?? "") !== "" || above.length < 15) break;
    from--;
    if (/[。！!？?].+$/.test(above)) return null;
  }
  return from;
}

/** Drops boundaries that stand right under another one (a headline under its mark) or right before a headline. */
function thin(boundaries: readonly Boundary[], lines: readonly Line[]): Boundary[] {
  const out: Boundary[] = [];
  for (const boundary of boundaries) {
    const last = out.at(-1);
    if (last !== undefined) {
      let body = 0;
      for (let k = last.line + (last.titled ? 1 : 0); k < boundary.line; k++) body += lines[k]?.text.length ?? 0;
      const strong = boundary.rule.startsWith("separator.");
      if (body < 40 && !(strong && 0 < body)) continue;
    }
    out.push(boundary);
  }
  return out;
}
