import { isBody, isPersons, readBesideDate, readStated } from "../stated.ts";
import { readCue } from "./cue.ts";
import { findDate } from "./date.ts";
import type { LineHint } from "./markup.ts";

/** What the lines around a headline say: `来源：示例日报 作者：王小明 2021-05-04`. */
export interface Byline {
  /** Who is named as the author. */
  readonly author: string | null;
  /** Who else may count as one: a name beside a date or in brackets behind the text, the body that issued it, the editor. */
  readonly credited: string | null;
  readonly source: string | null;
  readonly published: string | null;
}

/** Lines before and behind the headline in which a byline is looked for. */
const ABOVE = 3;
const BELOW = 14;

/** Lines longer than this are the article's. */
const LONGEST = 160;

/** Words in front of a date that is the page's own. */
const DATED =
  /(?:发布|發佈|发表|發表|更新|时间|時間|日期|来源|來源|出处|Posted|posted|Date|作者|记者|记者|編輯|编辑|浏览|点击|阅读)/;

/** A bracket at the end of a text: `……佳节。（林小川 周闻溪）`, `（林小川 某县报道）`. */
const SIGNED =
  /[（(]\s{0,2}([\u4e00-\u9fff][\u4e00-\u9fff ·、\u3000]{1,28}?)(?:[\s\u3000][\u4e00-\u9fff]{2,6}(?:报道|報導|報道))?\s{0,2}[)）]\s*$/;

/** Reads the byline near a headline; what is not stated is null, nothing is guessed. */
export function readByline(text: string, lines: readonly LineHint[]): Byline {
  const headline = lines.findIndex((line) => line.headline);
  const core = lines.findIndex((line) => line.core && 0 < line.weight);
  const first = Math.max(0, headline === -1 ? core - BELOW / 2 : headline - ABOVE);
  const near = lines.slice(first, first + ABOVE + BELOW).filter((line) => line.end - line.start <= LONGEST);
  const texts = near.map((line) => text.slice(line.start, line.end));
  // a list of other articles has dates and names too
  const plain = near
    .map((line) => ({ links: line.links, words: text.slice(line.start, line.end) }))
    .flatMap(({ links, words }) => (links === 0 || DATED.test(words) ? [words] : []));
  const tail = tailOf(text, lines);
  const ends = endsOf(text, lines);
  const source = readStated("source", [...texts, ...tail]);
  return {
    author: readStated("author", [...texts, ...tail]) ?? readStated("author", ends),
    credited:
      firstOf(texts, readBesideDate) ??
      signedBelow(text, lines, headline, core) ??
      firstOf([...ends, ...tail], readSigned) ??
      (source !== null && isPersons(source) ? source : null) ??
      readStated("body", texts) ??
      (source !== null && isBody(source) ? source : null) ??
      readStated("editor", [...texts, ...tail, ...ends]),
    source,
    published: findPublished(plain) ?? findPublished(tail),
  };
}

/** A line under the headline that is a person's name and nothing else. */
function signedBelow(text: string, lines: readonly LineHint[], headline: number, core: number): string | null {
  const from = headline === -1 ? Math.max(0, core - 4) : headline + 1;
  const below = lines.slice(from, from + 4).map((line) => text.slice(line.start, line.end).trim());
  return below.find((line) => line.length <= 12 && isPersons(line)) ?? null;
}

function readSigned(line: string): string | null {
  const name = SIGNED.exec(line.slice(-60))?.[1]?.trim();
  return name !== undefined && isPersons(name) ? name : null;
}

/** The ends of the article where credits stand: its first and last lines, cut to their ends. */
function endsOf(text: string, lines: readonly LineHint[]): string[] {
  const prose = lines.filter((line) => line.core && 0 < line.weight);
  const first = prose.slice(0, 2).map((line) => text.slice(line.start, Math.min(line.end, line.start + 60)));
  const last = prose.slice(-2).map((line) => text.slice(Math.max(line.start, line.end - 60), line.end));
  return [...first, ...last];
}

/** A date beside a word that announces one, else the first line that is little more than a date. */
function findPublished(texts: readonly string[]): string | null {
  const announced = firstOf(texts, (line) =>
    DATED.test(line) && !/[。；]/.test(line) ? (findDate(line)?.value ?? null) : null,
  );
  if (announced !== null) return announced;
  return firstOf(texts, (line) => {
    const date = findDate(line);
    return date !== null && line.length - (date.end - date.start) < 60 && !/[。；]/.test(line) ? date.value : null;
  });
}

/** Short lines behind the last prose of the article, and bylines further down. */
function tailOf(text: string, lines: readonly LineHint[]): string[] {
  const last = lines.findLastIndex((line) => line.core && 0 < line.weight);
  return lines
    .slice(last + 1, last + 12)
    .map((line) => text.slice(line.start, line.end))
    .filter((line, i) => line.length <= 60 && (i < 4 || readCue(line)?.reason === "byline"));
}

function firstOf<T>(texts: readonly string[], find: (line: string) => T | null): T | null {
  for (const line of texts) {
    const found = find(line);
    if (found !== null) return found;
  }
  return null;
}
