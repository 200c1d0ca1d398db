import type { Edit } from "@zongjie/document";
import { automaton } from "@zongjie/lexicon";
import { withoutOverlaps } from "../edits.ts";

/** A site's name as it stands in its own lines: `青禾文库`, `清溪论坛`. */
const NAME =
  /(?<!\p{Script=Han})[\p{Script=Han}]{2,6}?(?:资料网|文秘网|范文网|公文网|文库|论坛|社区|在线|之家|[网站吧])/gu;

/** Endings of such names that are words by themselves. */
const ENDING = /(?:论坛|社区|文库|在线|之家|网|站|吧)$/;

/** Words that a site may have put inside words of the text: its name, the name without its ending, 本站. */
export function siteWords(lines: readonly string[]): string[] {
  const out = new Set(["本站", "本网"]);
  const seen = new Map<string, number>();
  for (const line of lines) {
    if (120 < line.length) continue;
    for (const { 0: name } of line.matchAll(NAME)) {
      const ending = ENDING.exec(name)?.[0] ?? "";
      const stem = name.slice(0, name.length - ending.length);
      for (const word of [name, stem, ending]) if (1 < word.length) out.add(word);
      seen.set(stem.slice(0, 2), (seen.get(stem.slice(0, 2)) ?? 0) + 1);
    }
  }
  // a name that the site uses again and again is known by its first two characters too
  for (const [word, times] of seen) if (1 < times && word.length === 2) out.add(word);
  return [...out];
}

/**
 * A site's word inside another word. It goes where the characters on both sides are neighbours elsewhere in the text and
 * neither of them stands beside the site's word elsewhere; a word that stands here and there between characters that
 * never come twice is no word of the text at all.
 *
 *     国防建本站设工作    → 国防建设工作        (建设 stands elsewhere)
 *     本站访谈栏目        stays
 */
export function findInjected(text: string, words: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  const standing = findPlaces(text, words);
  if (standing.size === 0) return edits;
  const pairs = countPairs(text);
  const count = (pair: string): number => pairs.get(pair.charCodeAt(0) * 65536 + pair.charCodeAt(1)) ?? 0;
  for (const [word, places] of standing) {
    const stray = isStray(text, word, places);
    for (const at of places) {
      const left = text[at - 1] ?? "";
      const right = text[at + word.length] ?? "";
      // 以上 behind a quantity is no site's word, whatever the site is called
      if (
        !/^[\p{Script=Han}]{2}$/u.test(left + right) ||
        /[一二三四五六七八九十百千万亿年月日岁元个人次名家户]/.test(left)
      )
        continue;
      if (!stray && count(left + right) === 0) continue;
      if (1 < count(left + word[0]) || 1 < count(word.at(-1) + right)) continue;
      edits.push({ start: at, end: at + word.length, insert: "", rule: "injected.site-word", reason: "stray-char" });
    }
  }
  return withoutOverlaps(edits.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** True for a name that stands three times or more, each time between other characters, never before a word for a place. */
function isStray(text: string, word: string, places: readonly number[]): boolean {
  if (places.length < 3 || COMMON.test(word)) return false;
  const before = new Set(places.map((at) => text[at - 1]));
  const behind = new Set(places.map((at) => text[at + word.length]));
  const named = places.some((at) => /[省市县区镇乡村局院校司街]/.test(text[at + word.length] ?? ""));
  return !named && places.length <= before.size + 1 && places.length <= behind.size + 1;
}

/** Words that a report may use by themselves. */
const COMMON = /^(?:论坛|社区|文库|在线|之家|本站|本网)$/;

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

/** How often each pair of characters stands in a text, by their codes. */
function countPairs(text: string): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (let i = 1; i < text.length; i++) {
    const key = text.charCodeAt(i - 1) * 65536 + text.charCodeAt(i);
    out.set(key, (out.get(key) ?? 0) + 1);
  }
  return out;
}
