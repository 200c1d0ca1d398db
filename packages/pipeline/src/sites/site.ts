import { contentKey } from "../families/gram.ts";
import { lettersOf } from "../families/letters.ts";

/** For each site the keys of the lines that stand on many of its pages. */
export type SiteLines = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * The site of a page: the host of its address, else what it says its site is called, else its folder: whoever saves pages
 * keeps those of a site together more often than not, and a folder of many sites has no line on a third of its pages.
 */
export function siteOf(uri: string, name: string | null): string {
  if (/^https?:\/\//i.test(uri) && URL.canParse(uri)) return new URL(uri).hostname.replace(/^www\./, "");
  return name === null ? `${uri.slice(0, uri.lastIndexOf("/") + 1)}.` : `《${name}》`;
}

/** The letters and digits of a line, by which it is known again: `• 首页 ` is 首页. */
export function lineLetters(line: string): Uint16Array {
  return lettersOf(line).codes;
}

/** The key of a line's letters. */
export const lineKey: (letters: Uint16Array) => number = contentKey;

/** Tells of a line whether it stands on many pages of the page's site; null where none is known to. */
export function repeatsOn(
  lines: SiteLines | null,
  uri: string,
  name: string | null,
): ((line: string) => boolean) | null {
  const keys = lines?.get(siteOf(uri, name));
  return keys === undefined ? null : (line) => keys.has(lineKey(lineLetters(line)));
}
