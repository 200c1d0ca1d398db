import { cutLines } from "@zongjie/cleaner";
import type { PageInput, RunOptions } from "../options.ts";
import { workBefore } from "../run.ts";
import { lineKey, lineLetters, type SiteLines, siteOf } from "./site.ts";

/** Pages with different texts on which a line stands at least, and their share of the site's. */
const PAGES = 4;
const SHARE = 0.3;

/** A line of so many sites is the genre's, or every site's: the rules know it. */
const SITES = 3;

/** Lines that are counted of a site. When there are more, those that stood on the fewest pages are forgotten. */
const COUNTED = 2 ** 14;

/** Letters of a line by which a text is known again. */
const LONG = 30;

/** Counts the lines of pages by their sites. */
export interface SiteSurvey {
  readonly add: (input: PageInput) => void;
  readonly lines: () => SiteLines;
}

interface Site {
  pages: number;
  /** The longest lines of its pages: a text that it shows on several is counted once. */
  readonly texts: Set<number>;
  readonly counts: Map<number, number>;
}

/**
 * The lines that stand on many pages of a site: `siteSurvey()`, then `add` for each page, then `lines`. A page whose longest
 * line stood on an earlier one counts for nothing: copies of a report would make its own lines look like the site's.
 * Of a site at most 16,384 lines are kept, twelve bytes each and what a Map costs, and eight bytes a page.
 */
export function siteSurvey(options: Pick<RunOptions, "simplified"> = {}): SiteSurvey {
  const sites = new Map<string, Site>();
  return {
    add(input) {
      const { work } = workBefore(input, "boilerplate", options);
      const lines = cutLines(work.page.text).map(({ text }) => lineLetters(text));
      const longest = lines.reduce((most, line) => (most.length < line.length ? line : most), new Uint16Array(0));
      if (longest.length < LONG) return;
      const name = siteOf(input.uri, work.meta?.site ?? null);
      const site = sites.get(name) ?? { pages: 0, texts: new Set(), counts: new Map() };
      sites.set(name, site);
      const text = lineKey(longest);
      if (site.texts.has(text)) return;
      site.texts.add(text);
      site.pages++;
      for (const key of new Set(lines.filter(({ length }) => 1 < length).map(lineKey)))
        site.counts.set(key, (site.counts.get(key) ?? 0) + 1);
      if (COUNTED < site.counts.size) forget(site.counts);
    },
    lines() {
      const found = [...sites].map(([name, { pages, counts }]): [string, number[]] => [
        name,
        [...counts].flatMap(([key, count]) => (Math.max(PAGES, SHARE * pages) <= count ? [key] : [])),
      ]);
      const times = new Map<number, number>();
      for (const [, keys] of found) for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
      return new Map(
        found
          .map(([name, keys]) => [name, new Set(keys.filter((key) => (times.get(key) ?? 0) < SITES))] as const)
          .filter(([, keys]) => 0 < keys.size),
      );
    },
  };
}

/** The repeated lines of pages that are at hand; see {@link siteSurvey}. */
export function surveySites(pages: Iterable<PageInput>, options: Pick<RunOptions, "simplified"> = {}): SiteLines {
  const survey = siteSurvey(options);
  for (const page of pages) survey.add(page);
  return survey.lines();
}

/** Forgets the rarer half of the lines. */
function forget(counts: Map<number, number>): void {
  const bound = Uint32Array.from(counts.values()).sort()[counts.size >>> 1] as number;
  for (const [key, count] of counts) if (count <= bound) counts.delete(key);
}
