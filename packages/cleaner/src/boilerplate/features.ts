import type { Match } from "@zongjie/lexicon";
import { cutLines, isProse, type Line, markerOf } from "../line.ts";
import { type NoiseScorer, shippedScorer } from "../noise/scorer.ts";
import { tableLines } from "../set-table.ts";
import { isOpening } from "../split/opening.ts";
import { findSeries, type SeriesMark } from "../split/series.ts";
import { readTitle, type TitleLook } from "../title.ts";
import { columns, type Setting, wrapSetting } from "../wrap.ts";
import { matchesOf, type NoisySentence, noisyIn } from "./sentence.ts";
import { hasSeparator } from "./separator.ts";

/** What the decision about a line looks at. */
export interface LineFeatures extends Line {
  readonly blank: boolean;
  readonly prose: boolean;
  readonly marker: string;
  readonly bullet: boolean;
  readonly title: TitleLook | null;
  /** True for a mark between documents that stands in a series: `材料一`, `【晒成绩2】…`, `工作材料 2`, `工作材料 第2篇`. */
  readonly numbered: boolean;
  /** True where the series runs over the page with text between its members; a table of contents does not. */
  readonly series: boolean;
  /** True for a mark between documents. */
  readonly separated: boolean;
  /** Rules of scope `line` that hold for it, the strongest first. */
  readonly hits: readonly Match[];
  /** Whatever the rules say of the line, in the order of the files. */
  readonly matches: readonly Match[];
  /** Its sentences that the site added. */
  readonly noisy: readonly NoisySentence[];
  /** True for a formula that opens a report: `现将……总结如下`. */
  readonly opens: boolean;
  /** How likely the trained model holds it to be a website's, 0–1. */
  readonly noise: number;
}

/** A line that begins with such a date; credits may be glued to it. */
export const DATED: RegExp =
  /^(?:(?:19|20)[\dXx*_×]{2}|[二一][〇○零九OＯ][〇○零一二三四五六七八九]{2})\s*年\s*[\dXx*_×一二三四五六七八九十]{1,3}\s*月\s*(?:[\dXx*_×一二三四五六七八九十]{1,3}\s*日|$)(?!.{0,40}[。，,])/;

const BULLET = /^[•·●○■□◆◇▪▶►»›\-*|]/;

/** Lines of a text with their features: `• 首页` is no prose, bulleted, short. Linear in the text. */
export function findFeatures(text: string): LineFeatures[] {
  const cut = cutLines(text);
  const stems = numberedStems(cut);
  const series = new Set(findSeries(cut).flatMap((mark) => (isTelling(mark) ? [mark.line] : [])));
  const scorer = shippedScorer();
  const setting = wrapSetting(cut.filter((line) => line.text !== ""));
  const known = new Map<string, Words>();
  const rows = tableLines(text, cut);
  return cut.map((line, i) => {
    if (line.text === "") return blankLine(line, series.has(i));
    if (rows[i] !== null) return rowLine(line);
    let said = line.text.length <= TINY ? known.get(line.text) : undefined;
    if (said === undefined) {
      said = wordsOf(line.text, scorer);
      if (line.text.length <= TINY) known.set(line.text, said);
    }
    return {
      // written out: copying a line with all its features is what costs most otherwise
      start: line.start,
      end: line.end,
      text: line.text,
      at: line.at,
      opens: said.opens,
      blank: false,
      prose: said.prose || isFull(line.text, setting),
      marker: said.marker,
      bullet: said.bullet,
      title: said.title,
      series: series.has(i),
      numbered: series.has(i) || (said.stem !== null && stems.has(said.stem)),
      separated: said.separated,
      hits: said.hits,
      matches: said.matches,
      noisy: said.noisy,
      noise: said.noise,
    };
  });
}

/** Longest line whose words are remembered: of those many say the same. */
const TINY = 40;

/** What a line's words say, wherever it stands. */
type Words = Omit<LineFeatures, keyof Line | "blank" | "series" | "numbered"> & { readonly stem: string | null };

function wordsOf(text: string, scorer: NoiseScorer): Words {
  const matches = matchesOf(text);
  const hits = matches.filter((hit) => (hit.rule.scope ?? "line") === "line");
  const opening = text.length < 200 && isOpening(text);
  return {
    opens: opening,
    prose: isProse(text) || opening,
    marker: markerOf(text),
    bullet: BULLET.test(text),
    title: readTitle(text),
    separated: hasSeparator(text),
    matches,
    noisy: noisyIn(text, matches),
    hits: hits.sort((a, b) => (b.rule.weight ?? 1) - (a.rule.weight ?? 1)),
    noise: scorer.probability(withoutTags(text)),
    stem: stemOf(text),
  };
}

/** A row of a table with numbers is text, whatever its words are (其他 | 15 | 1); only the user's own rules speak of it. */
function rowLine(line: Line): LineFeatures {
  const matches = matchesOf(line.text).filter(({ rule }) => rule.id.startsWith("user."));
  const hits = matches.filter(({ rule }) => (rule.scope ?? "line") === "line");
  return { ...blankLine(line, false), blank: false, prose: true, matches, hits, noisy: noisyIn(line.text, matches) };
}

/** A line without a word says nothing. */
function blankLine(line: Line, numbered: boolean): LineFeatures {
  return {
    start: line.start,
    end: line.end,
    text: line.text,
    at: line.at,
    opens: false,
    blank: true,
    prose: false,
    marker: "",
    bullet: false,
    title: null,
    series: false,
    numbered,
    separated: false,
    hits: [],
    matches: [],
    noisy: [],
    noise: 0,
  };
}

/** True for a mark that numbers documents, not pages or headings: headlines stand beside or under most of its series. */
function isTelling({ titled }: SeriesMark): boolean {
  return 0.5 <= titled;
}

/** Tags that a scraper left in plain text say nothing of the words between them. */
function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  const bare = text.replace(/<\/?[a-z][^<>]{0,80}>/gi, "").trim();
  return bare === "" ? text : bare;
}

/** In hard-wrapped text a full line is a piece of a paragraph. */
function isFull(text: string, setting: Setting | null): boolean {
  return setting !== null && Math.abs(columns(text, setting) - setting.width) <= 4 && !BULLET.test(text);
}

/** A short line's text before a number at its end. */
function stemOf(text: string): string | null {
  if (50 < text.length) return null;
  const found =
    /^([^\d。；]{4,40}?)\s*(?:第\s*)?[（(]?\d{1,2}[)）]?篇?$|^([^\d。；，,]{2,40}[之篇])[一二三四五六七八九十]{1,2}[:：]?$/.exec(
      text,
    );
  return found?.[1] ?? found?.[2] ?? null;
}

/** Stems that stand with at least two numbers. */
function numberedStems(lines: readonly Line[]): Set<string> {
  const seen = new Map<string, Set<string>>();
  for (const { text } of lines) {
    const stem = stemOf(text);
    if (stem !== null) seen.set(stem, (seen.get(stem) ?? new Set()).add(text));
  }
  return new Set([...seen].filter(([, texts]) => 1 < texts.size).map(([stem]) => stem));
}
