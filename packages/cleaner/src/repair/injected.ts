import type { Edit } from "@zongjie/document";
import { automaton, commonWords } from "@zongjie/lexicon";
import { withoutOverlaps } from "../edits.ts";
import { cutWords, hanAfter, hanBefore, wordOver } from "../junction.ts";

/** A site's name as it stands in its own lines: `青禾文库`, `清溪论坛`. */
const NAME =
  /(?<!\p{Script=Han})[\p{Script=Han}]{2,6}?(?:资料网|文秘网|范文网|公文网|文库|论坛|社区|在线|之家|[网站吧])/gu;

/** What stands before a name in such a line, and what many names end in. */
const BEFORE = /^(?:本文|来源于?|来自|转自|源于|感谢|欢迎|[由据于在到从与和])+/;
const ENDING =
  /(?:资料|文秘|范文|公文|写作|文档|文库|论坛|社区|新闻|课件|论文|教育|党建|政务|在线|之家|热线|信息|[网站吧])$/;

/** Words that a site may have put inside words of the text: its name, the name without its endings, the endings, 本站. */
export function siteWords(site: string | null, lines: readonly string[]): string[] {
  const out = new Set(["本站", "本网"]);
  const add = (name: string): void => {
    for (let rest = name.replace(BEFORE, ""); 1 < rest.length; ) {
      out.add(rest);
      const ending = ENDING.exec(rest)?.[0] ?? "";
      if (ending === "") return;
      if (1 < ending.length) out.add(ending);
      rest = rest.slice(0, -ending.length);
    }
  };
  if (site !== null && /^\p{Script=Han}{2,10}$/u.test(site)) add(site);
  for (const line of lines) if (line.length <= 120) for (const [name] of line.matchAll(NAME)) add(name);
  return [...out];
}

/** Log-odds that a word lies over the place: so that a site's word goes, and so that it counts for the others. */
const SURE = 6;
const LIKELY = 3;

/** A site's word stands in the text by accident where so many of its places, and this share of them, are inside words. */
const TIMES = 2;
const SHARE = 0.3;
/** The same of a word that Chinese has too: 论坛, 护士. */
const COMMON_TIMES = 3;
const COMMON_SHARE = 0.5;

/** A word of the site that cuts words of the page's text; `habit`: wherever it stands between Chinese characters it is one. */
export interface SiteWord {
  readonly word: string;
  readonly common: boolean;
  readonly habit: boolean;
}

/**
 * Those of a site's words that stand inside other words of its page: a word that the text uses itself (护士 of 护士网) stands
 * between words, and a place that the text names (渡川县) before what it is.
 */
export function cuttingWords(page: string, words: readonly string[]): SiteWord[] {
  return [...findPlaces(page, words)].flatMap(([word, standing]) => {
    const cut = standing.filter((at) => LIKELY <= gainAt(page, word, at)).length;
    const common = commonWords().has(word);
    const often = (times: number, share: number): boolean => times <= cut && share * standing.length <= cut;
    const named = standing.some((at) => /[省市县区镇乡村局院校司街]/.test(page[at + word.length] ?? ""));
    const much = often(COMMON_TIMES, COMMON_SHARE);
    if (cut === 0 || (named && !much) || (common && cut < TIMES)) return [];
    return [{ word, common, habit: common ? much : often(TIMES, SHARE) }];
  });
}

/**
 * A site's word inside another word. It goes where a word lies over it, and everywhere where most of its places are such.
 *
 *     国防建本站设工作    → 国防建设工作
 *     据证券时报网统计    本站访谈栏目    全院护士长期坚持    stay
 */
export function findInjected(text: string, words: readonly SiteWord[]): Edit[] {
  const of = new Map(words.map((word) => [word.word, word]));
  const edits = [...findPlaces(text, [...of.keys()])].flatMap(([word, standing]) =>
    standing.flatMap((at) => {
      const gain = gainAt(text, word, at);
      if (!(of.get(word)?.habit === true ? 0 <= gain : SURE <= gain)) return [];
      return [{ start: at, end: at + word.length, insert: "", rule: "injected.site-word", reason: "stray-char" }];
    }),
  );
  return withoutOverlaps(edits.sort((a, b) => a.start - b.start || b.end - a.end));
}

/**
 * Log-odds that a word of the text lies over a place where a site's word stands, 0 at least; -1 where it does not stand
 * between Chinese characters, or is a part of a longer word itself: 护士长.
 */
function gainAt(text: string, word: string, at: number): number {
  const left = hanBefore(text, at);
  const right = hanAfter(text, at + word.length);
  if (left === "" || right === "") return -1;
  let start = 0;
  for (const one of cutWords(left + word + right)) {
    const end = start + one.length;
    if (start <= left.length && left.length + word.length <= end && word.length < one.length) return -1;
    start = end;
  }
  return Math.max(0, wordOver(left, right).gain);
}

/** So few words are looked for one after the other. */
const FEW = 24;

/** Where each word stands, in the order of the words; one pass, however many words a site uses for itself. */
function findPlaces(text: string, words: readonly string[]): Map<string, number[]> {
  const places: number[][] = words.map(() => []);
  if (words.length < FEW)
    for (const [i, word] of words.entries())
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) places[i]?.push(at);
  else
    automaton(words).scan(text, (word, start) => {
      const list = places[word] as number[];
      if ((list.at(-1) ?? Number.NEGATIVE_INFINITY) + (words[word] as string).length <= start) list.push(start);
    });
  return new Map(words.flatMap((word, i) => (places[i]?.length === 0 ? [] : [[word, places[i] as number[]] as const])));
}
