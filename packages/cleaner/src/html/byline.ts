import { type Candidate, findPublished, readDateline } from "../published.ts";
import { isBody, isPersons, readBesideDate, readStated } from "../stated.ts";
import { readCue } from "./cue.ts";
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

/** A date may stand further up, in a list of the file's properties. */
const DATED_ABOVE = 3;

/** Lines longer than this are the article's. */
const LONGEST = 160;

/** A bracket at the end of a text: `……佳节。（林小川 周闻溪）`, `（林小川 某县报道）`. */
const SIGNED =
  /[（(]\s{0,2}([\u4e00-\u9fff][\u4e00-\u9fff ·、\u3000]{1,28}?)(?:[\s\u3000][\u4e00-\u9fff]{2,6}(?:报道|報導|報道))?\s{0,2}[)）]\s*$/;

/** Reads the byline near a headline; what is not stated is null, nothing is guessed. `site`: its name is no author's. */
export function readByline(text: string, lines: readonly LineHint[], site: string | null): Byline {
  const headline = lines.findIndex((line) => line.headline);
  const core = lines.findIndex((line) => line.core && 0 < line.weight);
  const first = Math.max(0, headline === -1 ? core - BELOW / 2 : headline - ABOVE);
  const near = lines.slice(first, first + ABOVE + BELOW).filter((line) => line.end - line.start <= LONGEST);
  const texts = near.map((line) => text.slice(line.start, line.end));
  const pairs = texts.flatMap((words, i) =>
    words.length <= 16 && i + 1 < texts.length ? [`${words}\n${texts[i + 1]}`] : [],
  );
  const tail = tailOf(text, lines);
  const ends = endsOf(text, lines);
  const source = readStated("source", [...texts, ...tail]);
  return {
    author: readStated("author", [...texts, ...pairs, ...tail]) ?? readStated("author", ends),
    credited:
      firstOf(texts, (line) => ofOther(site, readBesideDate(line))) ??
      signedBelow(text, lines, headline, core) ??
      firstOf([...ends, ...tail], readSigned) ??
      (source !== null && isPersons(source) ? source : null) ??
      readStated("body", texts) ??
      (source !== null && isBody(source) ? source : null) ??
      readStated("editor", [...texts, ...tail, ...ends]),
    source,
    published: publishedOf(text, lines, [first - DATED_ABOVE, first + ABOVE + BELOW], Math.max(headline, first - 1)),
  };
}

/** A name that is not the site's own. */
function ofOther(site: string | null, name: string | null): string | null {
  return name === site ? null : name;
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

/** Weight from which a line is prose, in characters: the text has begun, and bylines are over. */
const PROSE = 20;

/** When the page was published: what stands between headline and text first, then what stands behind the text. */
function publishedOf(
  text: string,
  lines: readonly LineHint[],
  near: readonly [number, number],
  headline: number,
): string | null {
  const last = lines.findLastIndex((line) => line.core && 0 < line.weight);
  let begun = false;
  const candidates = lines.flatMap((line, i): Candidate[] => {
    if (LONGEST < line.end - line.start) {
      begun ||= headline < i && line.core;
      return [];
    }
    const words = text.slice(line.start, line.end);
    begun ||= headline < i && line.core && PROSE <= line.weight && readDateline(words) === null;
    const isNear = near[0] <= i && i < near[1];
    const tail =
      last < i && i < last + 12 && words.length <= 60 && (i < last + 5 || readCue(words)?.reason === "byline");
    return [
      {
        text: words,
        place: isNear && !begun ? "above" : isNear || tail ? "below" : "away",
        linked: 0 < line.links,
        dress: `${line.tag} ${line.depth}`,
        own: line.core,
      },
    ];
  });
  return findPublished(candidates)?.date.value ?? null;
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
